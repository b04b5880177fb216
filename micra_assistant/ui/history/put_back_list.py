"""The rows of the put-back list, numbered, one of them marked."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.jobs.put_back import PutBack
from micra_assistant.jobs.put_back_bands import PutBackBand
from micra_assistant.ui.history.band_head import BandHead
from micra_assistant.ui.history.far_fitting import fit_from_afar
from micra_assistant.ui.history.numbered_row import NumberedRow
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.when_idle import WhenIdle
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class Follower(Protocol):
    """What puts words that are half typed at a place into its field, and follows what is typed there."""

    def __call__(self, field: TypedField, *, place: str) -> None: ...


_AROUND, _ROW = 330, 54
"""What of the window's height the rows do not have, and the least that one needs, in pixels at scale 1."""
_DIRECTIONS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PutBackList(ScrollColumn):
    """What is to be put back. Up and Down mark a row, as PageUp and PageDown do.

    Signals:
        toggled, entered, typing, chosen, step_wanted, source_wanted: as ChecklistPanel.
        keys_changed: another row is marked, or it stands otherwise.
    """

    toggled = Signal(str)
    entered = Signal(str, str)
    typing = Signal(str, str)
    chosen = Signal(str)
    step_wanted = Signal(str)
    source_wanted = Signal(str)
    keys_changed = Signal()

    def __init__(self, follow: Follower | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow = follow
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Put back"))
        self._list: tuple[PutBack, ...] = ()
        self._bands: tuple[PutBackBand, ...] = ()
        self._rows: dict[str, NumberedRow] = {}
        self._rest = WhenIdle(self)
        self._heads: list[BandHead] = []
        self._head_of: dict[str, BandHead] = {}
        self._look: Look | None = None
        self._current = ""
        self._inside_column = column = Column(self)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.show_column(column)
        self.verticalScrollBar().valueChanged.connect(self._make_rest)

    @property
    def heads(self) -> list[BandHead]:
        """What stands above the bands."""
        return self._heads

    @property
    def rows(self) -> list[PutBackRow]:
        """The rows, the last thing that came off first."""
        self._make_rest()
        return [numbered.row for numbered in self._rows.values()]

    @property
    def has_things(self) -> bool:
        """Whether anything came off; this makes no row."""
        return bool(self._list)

    def show_bands(self, bands: tuple[PutBackBand, ...], look: Look) -> None:
        """Show how far each thing is put back; what is being typed stays in its field."""
        self._rest.drop()
        former, self._list = self._list, tuple(row for band in bands for row in band.rows)
        self._bands = bands
        typing_in = self._typing_in
        is_other_look = look != self._look
        at_once = self._made_at_once(look)
        self._make_rows(at_once, look)
        self._put_in_order(look, is_other_look=is_other_look)
        if len(at_once) < len(self._list):
            self._rest.begin(self._made_one_by_one(len(at_once), look))
        if not self._current or self._moved_on(former):
            self._current = self._next_open()
        self._show_rows()
        if self.isVisible():
            self.show_marked()
        focus = self.window().focusWidget()  # not that of the program: another window may be in front
        goes_on = self._rows[typing_in].row.field if typing_in in self._rows else None
        if self.isVisible() and goes_on and goes_on is not focus:
            goes_on.enter()
        elif self.isVisible() and (focus is None or not focus.isVisible()):
            self.setFocus()

    def _made_at_once(self, look: Look) -> tuple[PutBack, ...]:
        """Return the things whose rows are made at once: of a new list those in sight, else all.

        Those below are made while a person looks at these, or once they are wanted.
        """
        in_sight = self._list[: max(1, (self.window().height() - look.size(_AROUND)) // look.size(_ROW))]
        is_begin = not self._rows and look.far is None and self._next_open() in ("", *map(_key, in_sight))
        return in_sight if is_begin else self._list

    def _made_one_by_one(self, made: int, look: Look) -> Iterator[None]:
        for count in range(made, len(self._list)):
            self._make_up_to(count + 1, look)
            yield

    def _make_rest(self) -> None:
        """Make at once what rows there are still to be made: they are wanted."""
        self._rest.drop()
        if self._look and len(self._rows) < len(self._list):
            self._make_up_to(len(self._list), self._look)

    def _make_up_to(self, count: int, look: Look) -> None:
        made = set(self._rows)
        self._make_rows(self._list[:count], look)
        self._put_in_order(look, is_other_look=False)
        for place, row in enumerate(self._list[:count], 1):
            if _key(row) not in made:
                self._rows[_key(row)].show_row(place, row, current=_key(row) == self._current)

    @property
    def _typing_in(self) -> str:
        """The row in whose field something is half typed, empty if in none."""
        focus = self.window().focusWidget()
        typing = (key for key, one in self._rows.items() if one.row.field is focus and one.row.field.isModified())
        return next(typing, "") if focus else ""

    def show_marked(self) -> None:
        """Bring the marked row into sight."""
        if self._current in self._rows:
            self.ensureWidgetVisible(self._rows[self._current])

    def _moved_on(self, former: tuple[PutBack, ...]) -> bool:
        """Whether the marked thing is not what it was: it was just put back or counted, or it is gone.

        From afar a wrong count stays, as nothing else would say that it is wrong.
        """
        before, now = (next((row for row in rows if _key(row) == self._current), None) for rows in (former, self._list))
        is_other = before is not None and not before.done and before != now
        return now is None or now.done or (is_other and not self._is_far)

    @property
    def _is_far(self) -> bool:
        return self._look is not None and self._look.far is not None

    def _next_open(self) -> str:
        """Return the first thing behind the marked one that is not back, else the first of all."""
        keys = [_key(row) for row in self._list]
        place = keys.index(self._current) + 1 if self._current in keys else 0
        in_turn = (*self._list[place:], *self._list[:place])
        return next((_key(row) for row in in_turn if not row.done), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIRECTIONS:
            self.mark_next(_DIRECTIONS[key])
        else:
            super().keyPressEvent(event)

    def _make_rows(self, things: Sequence[PutBack], look: Look) -> None:
        """Make the rows of things that are new or worded anew, all of them in a new look; the others stay."""
        former, self._rows = self._rows, {}
        for row in things:
            known = former.get(_key(row))
            if known and look == self._look and known.row.says(row):
                self._rows[_key(row)] = former.pop(_key(row))
            else:
                self._rows[_key(row)] = self._make_row(row, look, known)
        if look != self._look and self.styleSheet():
            self.setStyleSheet("")
        self._look = look
        for gone in former.values():
            gone.drop()
            self._column.removeWidget(gone)

    def _put_in_order(self, look: Look, *, is_other_look: bool) -> None:
        """Put the rows of each band below its head, as far as they are made."""
        former, self._heads, self._head_of = self._heads, [], {}
        known = [] if is_other_look else former
        wanted: list[QWidget] = []
        for band in self._bands:
            made = [key for key in map(_key, band.rows) if key in self._rows]
            if band.title and made:
                head = next((head for head in known if head.says(band)), None) or BandHead(
                    band, look, self._inside_column
                )
                self._heads.append(head)
                self._head_of |= dict.fromkeys(made, head)
                wanted.append(head)
            wanted += [self._rows[key] for key in made]
        for gone in former:
            if gone not in self._heads:
                self._column.removeWidget(gone)
                let_go(gone)
        for place, widget in enumerate(wanted):
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)

    def _make_row(self, row: PutBack, look: Look, former: NumberedRow | None) -> NumberedRow:
        numbered = NumberedRow(row, look, self._inside_column)
        made = numbered.row
        made.toggled.connect(self.toggled)
        made.entered.connect(self.entered)
        made.typing.connect(self.typing)
        made.step_wanted.connect(self.step_wanted)
        made.source_wanted.connect(self.source_wanted)
        made.chosen.connect(self.chosen)
        made.chosen.connect(lambda: self._mark(_key(row)))
        made.left.connect(self.setFocus)
        if self._follow and made.field:
            self._follow(made.field, place=made.item.id)
        if former:
            made.show_row(row, current=_key(row) == self._current)
            made.carry_over(former.row)
        return numbered

    def _mark(self, key: str) -> None:
        self._make_rest()
        if key in self._rows:
            self._current = key
            self._show_rows()

    @property
    def marked(self) -> tuple[PutBack, PutBackRow] | None:
        """The marked thing and its row, None if none is."""
        thing = next((row for row in self._list if _key(row) == self._current), None)
        return (thing, self._rows[self._current].row) if thing else None

    def neighbour(self, direction: int) -> PutBack | None:
        """Return the thing below (1) or above (-1) the marked one, the first if none is; None if there is none."""
        keys = [_key(row) for row in self._list]
        place = keys.index(self._current) + direction if self._current in keys else 0
        return self._list[place] if 0 <= place < len(self._list) else None

    def mark_next(self, direction: int) -> None:
        """Mark that thing; what is being typed is entered."""
        if thing := self.neighbour(direction):
            self.setFocus()
            self._mark(_key(thing))
            self.show_marked()

    def _show_rows(self) -> None:
        for place, row in enumerate(self._list[: len(self._rows)], 1):
            self._rows[_key(row)].show_row(place, row, current=_key(row) == self._current)
        if self._is_far:
            self._show_marked_alone()
        self.keys_changed.emit()

    def _show_marked_alone(self) -> None:
        """Show the marked thing, what holds it together with others, and why; nothing else."""
        for key, numbered in self._rows.items():
            numbered.setVisible(key == self._current)
        for head in self._heads:
            head.setVisible(head is self._head_of.get(self._current))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """From afar, show the marked thing alone, in the largest letters with which it is seen."""
        if self._look and self._look.far and self._current in self._rows and self.isVisible():
            fit_from_afar(self, self._column, self._look.far, self._look.theme)


def _key(row: PutBack) -> str:
    return f"{row.item.id} {row.closer.item.id if row.closer else ''}"
