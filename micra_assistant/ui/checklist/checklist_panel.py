"""The checklist of the page being read, step by step, and how far the job is."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from micra_assistant.guide.model import AnyItem, Page, Source, Step, Tick
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import utc_now
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.wait_clock import WaitClock
from micra_assistant.ui.checklist.wait_row import WaitRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class ChecklistPanel(QFrame):
    """The items of a page.

    Signals:
        chosen, toggled, typing, entered, left_out, source_wanted: as CheckRow.
        step_wanted: the heading of a step was tapped, or a link to it; carries its id.
    """

    chosen = Signal(str)
    toggled = Signal(str)
    typing = Signal(str, str)
    entered = Signal(str, str)
    left_out = Signal(str, str)
    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows: dict[str, CheckRow] = {}
        self._headings: dict[str, _StepHeading] = {}
        self._in_sight: Step | None = None
        self._waiting: list[WaitRow] = []
        self.wait_clock = WaitClock(self)
        title = QLabel(_("Checklist"))
        title.setProperty("kind", "panel-title")
        self._count = QLabel()
        self._count.setProperty("kind", "progress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._column = Column(self)
        self._area = ScrollColumn()
        self._area.verticalScrollBar().rangeChanged.connect(self._reveal, Qt.ConnectionType.QueuedConnection)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 8, 0)
        bar.addWidget(self._bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 8, 12)
        layout.setSpacing(9)
        layout.addLayout(head)
        layout.addLayout(bar)
        layout.addWidget(self._area, 1)

    def row(self, item_id: str) -> CheckRow:
        """Return the row of an item; KeyError if it is not on this page."""
        return self._rows[item_id]

    def show_page(self, page: Page, sources: dict[str, Source], look: Look) -> None:
        """Make the rows of ``page``, which ``show_checklist`` then fills and shows."""
        self._let_rows_go()
        self._column = Column()
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(look.size(2))
        for step in page.steps:
            if step.items:
                layout.addWidget(self._heading(step))
            for item in step.items:
                layout.addWidget(self._row(item, look, sources))
        layout.addStretch(1)

    def put_away(self) -> None:
        """Be without a page until one is shown again."""
        self._let_rows_go()
        self._area.clear()

    def _let_rows_go(self) -> None:
        for row in self._rows.values():
            row.let_go()
        self._rows, self._headings, self._in_sight = {}, {}, None
        self._waiting = []
        self.wait_clock.follow(())

    def _row(self, item: AnyItem, look: Look, sources: dict[str, Source]) -> CheckRow:
        if isinstance(item, Tick) and item.wait:
            row: CheckRow = self._wait_row(item, look, sources)
        else:
            row = CheckRow(item, sources, look)
        row.chosen.connect(self.chosen)
        row.toggled.connect(self.toggled)
        row.typing.connect(self.typing)
        row.entered.connect(self.entered)
        row.step_wanted.connect(self.step_wanted)
        row.source_wanted.connect(self.source_wanted)
        self._rows[item.id] = row
        return row

    def _wait_row(self, item: Tick, look: Look, sources: dict[str, Source]) -> WaitRow:
        row = WaitRow(item, sources, look)
        row.left_out.connect(self.left_out)
        self._waiting.append(row)
        return row

    def show_checklist(
        self, checklist: Checklist, step: Step, current: str, clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Show every line as the job stands; ``current`` is the item that Space is for, empty if none is.

        Waits go by a ``clock`` in UTC.
        """
        for item_id, row in self._rows.items():
            row.show_line(checklist.line(item_id), current=item_id == current)
        for wait_row in self._waiting:
            wait_row.go_by(clock)
        self.wait_clock.follow(self._waiting)
        for step_id, heading in self._headings.items():
            heading.show_current(step_id == step.id)
        self._area.show_column(self._column)
        done, of = checklist.progress()
        self._count.setText(_("{done} of {all}").format(done=done, all=of))
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)

    def scroll_to(self, step: Step) -> None:
        """Bring the items of ``step`` into sight, and keep them there when rows grow or shrink."""
        self._in_sight = step
        self._reveal()

    def enter(self, item_id: str) -> None:
        """Put the cursor into the field of an item."""
        if field := self._rows[item_id].field:
            field.enter()

    @property
    def typing_in(self) -> str:
        """The item in whose field the cursor is, also while another window is in front; empty if in none."""
        here = self.window().focusWidget()
        return next((item_id for item_id, field in self.fields.items() if field is here), "")

    def go_on_typing(self, item_id: str) -> None:
        """Put the cursor back into the field of an item that was shown anew, if it is still there."""
        if field := self.fields.get(item_id):
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def fields(self) -> dict[str, TypedField]:
        """The fields of the page, by item."""
        return {item_id: row.field for item_id, row in self._rows.items() if row.field}

    def _heading(self, step: Step) -> "_StepHeading":
        heading = _StepHeading(step.title)
        heading.tapped.connect(lambda: self.step_wanted.emit(step.id))
        self._headings[step.id] = heading
        return heading

    def _reveal(self) -> None:
        heading = self._headings.get(self._in_sight.id) if self._in_sight else None
        if heading is None or self._in_sight is None:
            return
        self._area.ensureWidgetVisible(self._rows[self._in_sight.items[-1].id], 0, 4)
        self._area.ensureWidgetVisible(heading, 0, 0)


class _StepHeading(QLabel):
    tapped = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "step-heading")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_current(self, current: bool) -> None:
        if self.property("current") != current:
            self.setProperty("current", current)
            restyle(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()
