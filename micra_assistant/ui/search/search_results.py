"""What a search has found, below the field: a hit each, the words that were looked for marked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QStyle, QStyleOption, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.search.documents import DocumentKind
from micra_assistant.search.hits import Hit, Marked, SearchResult
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.ui.widgets.text_block import TextBlock, mark_style
from micra_assistant.words import _


class SearchResults(QFrame):
    """The hits, best first; one of them is chosen.

    Signals:
        hit_wanted: a hit was tapped; carries it.
    """

    hit_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all behind it is painted at every key, too
        self._all_rows: list[_HitRow] = []
        self._most = 0
        self._chosen = 0
        self._remark = self._told = ""
        self._is_chosen_by_hand = False
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setProperty("kind", "caption")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 6, 6, 6)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._said)
        self.hide()

    @property
    def _rows(self) -> "list[_HitRow]":
        """The rows in sight."""
        return self._all_rows[: self._most]

    @property
    def hits(self) -> list[Hit]:
        """The hits shown."""
        return [row.hit for row in self._rows if row.hit]

    @property
    def chosen(self) -> Hit | None:
        """The hit that Enter opens, None if there is none."""
        return self._rows[min(self._chosen, len(self._rows) - 1)].hit if self._rows else None

    @property
    def words(self) -> str:
        """What is said below the hits."""
        return "" if self._said.isHidden() else self._said.text()

    def show_found(self, found: SearchResult, reading: str, look: Look) -> None:
        """Show what was found; ``reading`` says how far the guides are read, empty once all are.

        The best hit is chosen, unless the person has chosen another one that is still there.
        """
        hits, chosen = list(found.hits), self.chosen if self._is_chosen_by_hand else None
        while len(self._all_rows) < len(hits):
            self._add_row()
        self._show_rows(len(hits))
        for row, hit in zip(self._rows, hits, strict=True):
            row.show_hit(hit, look)
        self._remark = _remark(found)
        said = reading or self._remark
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._is_chosen_by_hand = chosen in hits
        self._choose(hits.index(chosen) if chosen in hits else 0)
        self.show()
        self.raise_()

    def fit(self, width: int, room: int) -> int:
        """Leave out the last hits until the rest fit into ``room``, and return the height they need."""
        self.setFixedWidth(width)
        while (height := self.heightForWidth(width)) > room and self._most > 1:
            self._show_rows(self._most - 1)
        return min(height, room)

    def choose_next(self, direction: int) -> None:
        """Choose the hit below (1) or above (-1)."""
        if self._rows:
            self._is_chosen_by_hand = True
            self._choose(min(max(self._chosen + direction, 0), len(self._rows) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, QPainter(self), self)

    def _add_row(self) -> None:
        row = _HitRow(self)
        row.tapped.connect(self.hit_wanted)
        self._layout.insertWidget(len(self._all_rows), row)
        self._all_rows.append(row)

    def _show_rows(self, most: int) -> None:
        """Show so many rows; the others wait for more hits, and count for nothing when the height is reckoned."""
        self._most = most
        for number, row in enumerate(self._all_rows):
            row.setHidden(number >= most)

    def _choose(self, place: int) -> None:
        self._chosen = place
        for number, row in enumerate(self._rows):
            row.show_chosen(number == place)
        self._tell()

    def _tell(self) -> None:
        """Have said what was found, and which hit is chosen of how many, if that is other than before."""
        hit = self._rows[self._chosen].accessibleName() if self._rows else ""
        words = _("{hit}, {number} of {count}").format(hit=hit, number=self._chosen + 1, count=len(self._rows))
        former, self._told = self._told, "\n".join(filter(None, (self._remark, words if hit else "")))
        if self._told != former:
            announce(self, self._told)


class _HitRow(QFrame):
    tapped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Hit, Look] | None = None
        self.setObjectName("hit")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = TextBlock("", "hit", self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._words)

    @property
    def hit(self) -> Hit | None:
        """The hit shown, None before there is one."""
        return self._shown[0] if self._shown else None

    def show_hit(self, hit: Hit, look: Look) -> None:
        """Show a hit; nothing happens if it is shown already: most stay the same from key to key."""
        if (hit, look) == self._shown:
            return
        self._shown = hit, look
        self._layout.setContentsMargins(look.size(10), look.size(6), look.size(10), look.size(7))
        self.setAccessibleName(f"{hit.title.text}, {hit.where}")
        marks, muted = mark_style(look.theme), look.theme.colours["muted"]
        kind = f' &nbsp;<span style="color:{muted}">{escape(_kind_word(hit.kind))}</span>'
        where = f'<div style="color:{muted}">{escape(hit.where)}</div>'
        title, excerpt = _html(hit.title, marks), _html(hit.excerpt, marks)
        self._words.show_html(f"<div><b>{title}</b>{kind}</div>{where}<div>{excerpt}</div>")
        self.updateGeometry()  # the list is to ask for its height at once, not when Qt comes to it

    @property
    def element(self) -> Element:
        return Element(
            Role.LINE_OF_LIST,
            is_current=bool(self.property("chosen")),
            press=lambda: self.tapped.emit(self.hit),
        )

    def show_chosen(self, chosen: bool) -> None:
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            restyle(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit(self.hit)


def _html(text: Marked, marks: str) -> str:
    return "".join(
        f'<span style="{marks}">{escape(run)}</span>' if is_marked else escape(run) for run, is_marked in text.runs()
    )


def _kind_word(kind: DocumentKind) -> str:
    return {
        DocumentKind.GUIDE: _("guide"),
        DocumentKind.COMPLAINT: _("complaint"),
        DocumentKind.STEP: "",
        DocumentKind.QUESTION: _("question"),
        DocumentKind.ITEM: _("checklist"),
        DocumentKind.PART: _("part"),
    }[kind]


def _remark(found: SearchResult) -> str:
    """Return what had to be done to the line to find anything."""
    if not found.hits and found.left_out:
        return _("No guide has: {words}. Try fewer or other words.").format(words=", ".join(found.left_out))
    if not found.hits:
        return _("Nothing found. Try fewer or other words.")
    said = _("Nothing for “{typed}”, showing “{shown}”.")
    remarks = [said.format(typed=one.typed, shown=one.shown) for one in found.corrections]
    if found.left_out:
        remarks.append(_("Without: {words}.").format(words=", ".join(found.left_out)))
    return " ".join(remarks)
