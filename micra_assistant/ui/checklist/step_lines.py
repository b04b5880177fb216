"""The lines of the step in sight: their rows, made where the step wants them, and filled as the job stands."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import AnyItem, Tick
from micra_assistant.guide.source import Source
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import utc_now
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.row_shape import RowShape
from micra_assistant.ui.checklist.wait_clock import WaitClock
from micra_assistant.ui.style.look import Look

if TYPE_CHECKING:
    from micra_assistant.ui.checklist.wait_row import WaitRow
    from micra_assistant.ui.widgets.typed_field import TypedField


T = TypeVar("T")


class Rows(Struct, frozen=True):
    """The rows of a step by their items, and those of them that may wait."""

    by_item: "dict[str, CheckRow]"
    waiting: "list[WaitRow]"


class StepLines(QObject):
    """The rows of one step.

    Signals:
        chosen, toggled, typing, entered, judged, left_out, step_wanted, source_wanted: as CheckRow.
        marked: the lines were shown; carries the item of the one that is marked, empty if none is.

    Attributes:
        wait_clock: what lets the lines that wait count down.
    """

    chosen = Signal(str)
    toggled = Signal(str)
    typing = Signal(str, str)
    entered = Signal(str, str)
    judged = Signal(object)
    left_out = Signal(str, str)
    step_wanted = Signal(str)
    source_wanted = Signal(str)
    marked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows({}, [])
        self._marked = ""
        self.wait_clock = WaitClock(self)

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The rows, in the order of the step."""
        return tuple(self._rows.by_item.values())

    def row(self, item_id: str) -> CheckRow:
        """Return the row of an item; KeyError if it is not of this step."""
        return self._rows.by_item[item_id]

    @property
    def marked_row(self) -> CheckRow | None:
        """The row of the line that Space is for, None if there is none."""
        return self._rows.by_item.get(self._marked)

    def clear(self) -> None:
        """Let go of the rows: another step takes the place of theirs."""
        for row in self.rows:
            row.let_go()
        self._rows, self._marked = Rows({}, []), ""
        self.wait_clock.follow(())

    def made_apart(self, make: Callable[[], T]) -> tuple[T, Rows]:
        """Return what ``make`` gives, and the rows that it has made, which are not in sight until they are taken."""
        in_sight, self._rows = self._rows, Rows({}, [])
        try:
            return make(), self._rows
        finally:
            self._rows = in_sight

    def take(self, rows: Rows) -> None:
        """Have rows that were made apart: their step is in sight now."""
        self._rows = rows

    def make(
        self,
        item: AnyItem,
        sources: dict[str, Source],
        look: Look,
        parent: QWidget | None = None,
        *,
        shape: RowShape = RowShape.USUAL,
    ) -> CheckRow:
        """Return a new row for an item, which ``show_checklist`` then fills.

        One that is made where it will stand is dressed once, as all that is made there from the start.
        """
        row = self._row(item, sources, look, parent, shape=shape)
        row.chosen.connect(self.chosen)
        row.toggled.connect(self.toggled)
        row.typing.connect(self.typing)
        row.entered.connect(self.entered)
        row.judged.connect(self.judged)
        row.step_wanted.connect(self.step_wanted)
        row.source_wanted.connect(self.source_wanted)
        self._rows.by_item[item.id] = row
        return row

    def _row(
        self, item: AnyItem, sources: dict[str, Source], look: Look, parent: QWidget | None, *, shape: RowShape
    ) -> CheckRow:
        if not (isinstance(item, Tick) and item.wait):
            return CheckRow(item, sources, look, parent, shape=shape)
        from micra_assistant.ui.checklist.wait_row import WaitRow  # noqa: PLC0415 - few lines wait

        row = WaitRow(item, sources, look, parent, shape=shape)
        row.left_out.connect(self.left_out)
        self._rows.waiting.append(row)
        return row

    def show_checklist(self, checklist: Checklist, current: str, clock: Callable[[], datetime] = utc_now) -> None:
        """Show every line as the job stands; ``current`` is the item that Space is for, empty if none is.

        Waits go by a ``clock`` in UTC.
        """
        self._marked = current
        self.marked.emit(current)
        for item_id, row in self._rows.by_item.items():
            row.show_line(checklist.line(item_id), current=item_id == current)
        for wait_row in self._rows.waiting:
            wait_row.go_by(clock)
        self.wait_clock.follow(self._rows.waiting)

    def enter(self, item_id: str) -> None:
        """Put the cursor into the field of an item."""
        if field := self._rows.by_item[item_id].field:
            field.enter()

    @property
    def typing_in(self) -> str:
        """The item in whose field the cursor is, also while another window is in front; empty if in none."""
        fields = self.fields.items()
        return next((item_id for item_id, field in fields if field is field.window().focusWidget()), "")

    def go_on_typing(self, item_id: str) -> None:
        """Put the cursor back into the field of an item that was shown anew, if it is still there."""
        if field := self.fields.get(item_id):
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def fields(self) -> "dict[str, TypedField]":
        """The fields of the step, by item."""
        return {item_id: row.field for item_id, row in self._rows.by_item.items() if row.field}
