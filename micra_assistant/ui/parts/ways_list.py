"""The rows of all ways, one of them marked; PageUp, PageDown and the arrows mark another, Space chooses it."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.ui.parts.part_section import PartSection
from micra_assistant.ui.parts.way_pens import Pens
from micra_assistant.ui.parts.way_row import WayRow
from micra_assistant.ui.parts.ways_shown import PartShown, WayShown
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.words import _

_DIRECTIONS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_UNFOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 860
"""From this width on, in pixels at scale 1, a row has its amounts beside its name."""


class WaysList(Flowing, QWidget):
    """The rows, by part.

    Attributes:
        sections: a part each.

    Signals:
        option_chosen, source_wanted, change_wanted, order_wanted, remove_wanted: as WayRow.
        part_marked: a row of another part is marked; carries the name of the part.
        keys_changed: another row is marked, or it stands otherwise.
    """

    option_chosen = Signal(str)
    source_wanted = Signal(str)
    change_wanted = Signal(str)
    order_wanted = Signal(str)
    remove_wanted = Signal(str)
    part_marked = Signal(str)
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Ways to get the part"))
        self.sections: list[PartSection] = []
        self._inside: QWidget | None = None
        self._look: Look | None = None
        self._unfolded: set[str] = set()
        self._marked = ""
        self._is_marked_by_hand = False
        self._chosen = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def rows(self) -> list[WayRow]:
        """All rows from the top."""
        return [row for section in self.sections for row in section.rows]

    @property
    def marked(self) -> WayRow | None:
        """The marked row, None if there is no row."""
        return next((row for row in self.rows if row.shown.id == self._marked), None)

    @property
    def marked_part(self) -> str:
        """The part that the marked way is for; empty if there is no row."""
        return next((section.part for section in self.sections if self.marked in section.rows), "")

    def show_parts(self, parts: Sequence[PartShown], kept_head: str, look: Look) -> None:
        """Show the ways; the rows stay that are there already."""
        if [_ids(part) for part in parts] != [_row_ids(section) for section in self.sections]:
            self._make(parts, Pens(self.font(), look))
        elif look != self._look:
            self._suit(Pens(self.font(), look))
        self._look = look
        shown = {way.id: way for part in parts for way in part.ways}
        for row in self.rows:
            row.show_way(shown[row.shown.id], kept_head)
        for section, part in zip(self.sections, parts, strict=True):
            section.show_part(part, headed=part is not parts[0])
        if self._marked not in shown or not self._is_marked_by_hand:
            self._marked = self._first_marked(shown.keys(), parts)
        self.fit()
        self._show_standing()
        self._show_inside()

    def put_away(self) -> None:
        """Be without rows until they are shown again; what is unfolded will be so then."""
        self._unfolded |= {row.shown.id for row in self.rows if row.is_unfolded}
        if self._inside:
            delete(self._inside)
        self._inside, self.sections = None, []

    def show_chosen(self, option_id: str) -> None:
        """Show which way is chosen, empty for none; a newly chosen one is marked."""
        if option_id and option_id != self._chosen and any(row.shown.id == option_id for row in self.rows):
            self._marked = option_id
        self._chosen = option_id
        self._show_standing()

    def mark(self, option_id: str) -> None:
        """Mark a row."""
        before, self._is_marked_by_hand = self.marked_part, True
        self._marked = option_id
        self._show_standing()
        if self.marked_part != before:
            self.part_marked.emit(self.marked_part)

    def show_marked(self, option_id: str) -> None:
        """Mark a row, and bring it into sight once it has its place; nothing if there is none."""
        if row := next((row for row in self.rows if row.shown.id == option_id), None):
            self.mark(option_id)
            QTimer.singleShot(0, row, lambda: bring_into_sight(row))

    def fit(self) -> None:
        """Lay the rows out for the width that there is, their amounts below one another."""
        if look := self._look:
            wide = self.width() >= look.size(_WIDE)
            price = max((row.price_width for row in self.rows), default=0)
            figures = max((row.figures_width for row in self.rows), default=0)
            for row in self.rows:
                row.fit(price, figures, wide=wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do here."""
        return ThreeKeys(self._to(-1), self._space(), self._to(1))

    def neighbour(self, direction: int) -> WayRow | None:
        """Return the row below (1) or above (-1) the marked one, None if there is none."""
        rows = self.rows
        place = rows.index(self.marked) + direction if self.marked else 0
        return rows[place] if 0 <= place < len(rows) else None

    def mark_next(self, direction: int) -> None:
        """Mark that row, and bring it into sight."""
        if row := self.neighbour(direction):
            self.mark(row.shown.id)
            bring_into_sight(row)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIRECTIONS:
            self.mark_next(_DIRECTIONS[key])
        elif key in _UNFOLDING and self.marked:
            self.marked.make_up.toggle()
            bring_into_sight(self.marked)
        else:
            super().keyPressEvent(event)

    def _to(self, direction: int) -> KeyAct:
        words = _("On") if direction > 0 else _("Back")
        if row := self.neighbour(direction):
            return KeyAct(words, row.shown.name, partial(self.mark_next, direction))
        return KeyAct(words, _("This is the last way.") if direction > 0 else _("This is the first way."))

    def _space(self) -> KeyAct:
        row = self.marked
        if row is None:
            return KeyAct(_("Choose"), _("There is nothing to choose."))
        words = _("Take the choice back") if row.shown.id == self._chosen else _("Choose “{way}”")
        return KeyAct(words.format(way=row.shown.name), row.shown.fitted, partial(self._choose, row.shown.id))

    def _choose(self, option_id: str) -> None:
        self.mark(option_id)
        self.option_chosen.emit(option_id)

    def _first_marked(self, ids: Collection[str], parts: Sequence[PartShown]) -> str:
        """Return what is marked at first: what was chosen, else the cheapest, else the first."""
        if self._chosen in ids:
            return self._chosen
        ways = [way for part in parts for way in part.ways]
        return next((way.id for way in ways if way.is_cheapest), ways[0].id if ways else "")

    def _suit(self, pens: Pens) -> None:
        for section in self.sections:
            section.suit(pens)

    def _make(self, parts: Sequence[PartShown], pens: Pens) -> None:
        unfolded = self._unfolded | {row.shown.id for row in self.rows if row.is_unfolded}
        self._unfolded = set()
        if self._inside:
            self._column.removeWidget(self._inside)
            let_go(self._inside)
        make_row = partial(self._row, pens)
        self._inside = inside = _Inside(self)
        self.sections = [PartSection(part, make_row, pens.look, inside) for part in parts]
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self.sections:
            column.addWidget(section)
        self._column.insertWidget(0, inside)
        for row in self.rows:
            row.make_up.setChecked(row.shown.id in unfolded)

    def _show_inside(self) -> None:
        """Show what was filled, in the room that those before have left: so it is laid out once."""
        if self._inside and self._inside.isHidden():
            self._inside.resize(self.size())
            self._inside.show()

    def _row(self, pens: Pens, way: WayShown, parent: QWidget) -> WayRow:
        row = WayRow(way, pens, parent)
        row.chosen.connect(self._choose)
        row.marked.connect(self.mark)
        for said in ("source_wanted", "change_wanted", "order_wanted", "remove_wanted"):
            getattr(row, said).connect(getattr(self, said))
        return row

    def _show_standing(self) -> None:
        for row in self.rows:
            row.show_standing(marked=row.shown.id == self._marked, chosen=row.shown.id == self._chosen)
        self.keys_changed.emit()


class _Inside(Flowing, QWidget):
    """The parts one below the other."""


def _ids(part: PartShown) -> list[str]:
    return [way.id for way in part.ways]


def _row_ids(section: PartSection) -> list[str]:
    return [row.shown.id for row in section.rows]


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _DIRECTIONS or event.key() in _UNFOLDING
