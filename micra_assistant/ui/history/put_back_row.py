"""One line of the put-back list: how it is put back, to be ticked or counted right there, and where it came off."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.guide.model import AnyItem, Tick, Words
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.put_back import PutBack
from micra_assistant.number_words import GAP
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

_AT_END = f"{GAP}{GAP}›"
_LEAST_HEIGHT = 36
"""Of the words, in pixels at scale 1."""
_ROOM_FOR_A_LINE, _VALUE_WIDTH, _PLACE_WIDTH, _WIDEST_PLACE = 720, 326, 150, 300
"""From the first width on, in pixels at scale 1, words, count and where it came off stand in one line."""
_WORDS_WIDTH = 340
"""What the words have of such a line, with the box before them, before where it came off has more."""


class PutBackRow(CheckRow):
    """Something to put back.

    Signals:
        as CheckRow; where nothing else puts it back, a tap takes back that it came off.
        left: the person is done with the field.
    """

    left = Signal()

    def __init__(self, row: PutBack, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_item(row), {}, look, parent)
        self._row = row
        self._words_of = _said(row)
        self._place = _Place(row.step.title, self)
        self._place.tapped.connect(lambda: self.step_wanted.emit(row.step.id))
        self._look = look
        self._is_wide: bool | None = None
        if self.field and self._value:
            self.field.returnPressed.connect(self.left)
            self._value.drop_expected()
        self._grid.setRowMinimumHeight(0, look.size(_LEAST_HEIGHT))
        self._grid.setContentsMargins(look.size(14), look.size(5), look.size(12), look.size(5))
        self._put_in_place(is_wide=True)

    def show_row(self, row: PutBack, *, current: bool) -> None:
        """Show how far it is put back; ``current`` is the row that Space is for."""
        self._row = row
        self.show_line(_line(row, self.item), current=current)
        self._show_signs(current=current)

    def says(self, row: PutBack) -> bool:
        """Whether it says what is to be said of a thing: not if the guide words that otherwise by now."""
        return self._words_of == _said(row)

    def act(self) -> None:
        """Do what a tap does: tick it, or go into the field."""
        if self.is_locked:
            self.toggled.emit(self.item.id)
        elif self.field:
            self.field.enter()
        elif self._row.closer is None and not isinstance(self._row.item, Tick):
            self.entered.emit(self._row.item.id, "")
        else:
            self.toggled.emit(self.item.id)

    def carry_over(self, former: "PutBackRow") -> None:
        """Take over what is being typed in a row that this one replaces, to be judged anew."""
        if self.field and former.field and former.field.isModified():
            self.field.go_on(former.field.text())
            self.typing.emit(self.item.id, self.field.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_in_place(is_wide=self.width() >= self._look.size(_ROOM_FOR_A_LINE))
        if self._value:
            self._share_width()

    def _put_in_place(self, *, is_wide: bool) -> None:
        """Let count and place stand behind the words, or below them where there is no room."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        middle = Qt.AlignmentFlag.AlignVCenter
        self._place.setAlignment(middle | (Qt.AlignmentFlag.AlignRight if is_wide else Qt.AlignmentFlag.AlignLeft))
        for widget, behind, below in (*((self._place, (0, 3), (2, 1, 1, 2)), (self._value, (0, 2), (1, 1, 1, 2))),):
            if widget:
                self._grid.removeWidget(widget)
                self._grid.addWidget(widget, *(behind if is_wide else below))
        self._share_width()

    def _share_width(self) -> None:
        """Give count and place their columns, the same in every row: the place has what the words leave."""
        size = self._look.size
        value = size(_VALUE_WIDTH) if self._value else 0
        left = self.width() - value - size(_WORDS_WIDTH) if value else size(_WIDEST_PLACE)
        place = min(max(left, size(_PLACE_WIDTH)), size(_WIDEST_PLACE))
        for column, wide in enumerate((value, place), 2):
            self._grid.setColumnMinimumWidth(column, wide if self._is_wide else 0)

    def _show_expected(self, line: Line) -> None:
        """Say nothing of limits: what came off says how many are to go back."""

    def _show_caption(self, words: str) -> None:
        line, is_typing = self._line, self.field is not None and self.field.isModified()
        if line and not is_typing:
            counted = "" if line.message else self._row.count_words
            held = "" if line.done else held_message(line)
            words = " · ".join(part for part in (held, counted or words) if part)
        super()._show_caption(words)
        self._show_signs(back=self._row.done, missing=bool(self._row.missing or self._row.too_many) and not is_typing)

    def _show_signs(self, **signs: bool) -> None:
        if any(self.property(name) != value for name, value in signs.items()):
            for name, value in signs.items():
                self.setProperty(name, value)
            restyle(self, self._words, *([self._caption] if self._caption else []))

    def _on_taken_back(self) -> None:
        super()._on_taken_back()
        self.left.emit()

    def tap(self) -> None:
        self.chosen.emit(self.item.id)
        self.act()


class _Place(QLabel):
    tapped = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        words = _("Came off at: {step}").format(step=title)
        self._whole, self._step = f"{words}{_AT_END}", title
        super().__init__(self._whole, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "place")
        self.setIndent(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the step on a line of its own where there is too little room for all, and enough for that."""
        super().resizeEvent(event)
        before, step, after = self._whole.rpartition(self._step)
        lines = [before.strip(), step + after]
        needed, broken = (max(map(self.fontMetrics().horizontalAdvance, some)) for some in ([self._whole], lines))
        is_broken = bool(lines[0]) and broken <= self.contentsRect().width() < needed
        self.setText("\n".join(lines) if is_broken else self._whole)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()


def _line(row: PutBack, item: AnyItem) -> Line:
    """Return the line that ``row`` shows; of several that count, one alone need not have all."""
    if row.closer is None:
        return Line(item, row.done)
    all_there = row.done and row.back == row.came_off
    return replace(row.closer, item=item, verdict=None if all_there else row.closer.verdict)


def _said(row: PutBack) -> tuple[AnyItem, str, str]:
    """Return all that is said of a thing from the first to the last: what is done, and where it came off."""
    return _item(row), row.step.id, row.step.title


def _item(row: PutBack) -> AnyItem:
    """Return what the row ticks or counts, in the words of how it is put back."""
    label = (Words(row.words),)
    if row.closer:
        return replace(row.closer.item, label=label)
    return Tick(id=row.item.id, label=label)
