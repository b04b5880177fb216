"""The history of a job as it is read: day by day, the newest in sight, and how long the steps took."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import STEP_SCHEME, escape
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Timeline
from micra_assistant.jobs.times import step_times
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.time_words import LEAST, duration_words
from micra_assistant.ui.frame.key_presser import scroll
from micra_assistant.ui.history.timeline_text import TimelineText
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.values import Distance

_TIMES_WIDTH = 310
_LEAST_TOLD = 260
"""How much width what happened must have beside the times, in pixels at scale 1."""


class TimelineView(QFrame):
    """Everything that happened on a job, the last at the bottom and in sight.

    Signals:
        back_wanted: the person wants to go on with the job.
        step_wanted: a step was tapped; carries its id.
        keys_changed: it was scrolled, or a step is marked.
    """

    prints = SheetKind.REPORT
    """What of it there is on paper."""

    back_wanted = Signal()
    step_wanted = Signal(str)
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        title = QLabel(_("What was done"))
        title.setProperty("kind", "title")
        self._told = TimelineText()
        self._told.setAccessibleName(title.text())
        self._told.anchorClicked.connect(self._on_link)
        bar = self._told.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged, self._told.cursorPositionChanged):
            changed.connect(self.keys_changed)
        self._total = QLabel()
        self._total.setProperty("kind", "panel-title")
        self._times = ScrollColumn()
        self._look: Look | None = None
        self._has_its_size = False
        back = BackButton(_("Back to the job"))
        back.clicked.connect(self.back_wanted)
        self._column = layout = QVBoxLayout(self)
        layout.setSpacing(10)
        head = FlowRow(title)
        head.add_gap()
        head.addWidget(self._total)
        head.addWidget(back)
        layout.addLayout(head)
        layout.addLayout(self._columns(), 1)
        self.setFocusProxy(self._told)
        self.setTabOrder(self._told, back)  # what stands before the proxy is passed over

    @property
    def three_keys(self) -> ThreeKeys:
        """Space leads back to the job; the others scroll."""
        bar = self._told.verticalScrollBar()
        back = KeyAct(_("Back to the job"), act=self.back_wanted.emit)
        return ThreeKeys(scroll(bar, -1), back, scroll(bar, 1))

    @property
    def words(self) -> str:
        """What is told so far, as plain text."""
        return self._told.toPlainText()

    @property
    def times(self) -> str:
        """How long the steps took, as rich text."""
        return "\n".join([self._total.text(), *(block.text() for block in self._times.findChildren(TextBlock))])

    def show_history(
        self,
        guide: Guide,
        history: History,
        options: Mapping[str, str],
        look: Look,
        distance: Distance = Distance.KM,
    ) -> None:
        """Show all that happened; ``options`` are the names of the ways to get the part, by id."""
        self._look = look
        self._column.setContentsMargins(page_edges(look))
        self._side.setFixedWidth(look.size(_TIMES_WIDTH))
        self._fit()
        self._told.show_timeline(Timeline(guide, history, options, distance), look)
        self._show_times(guide, step_times(history.events, guide.steps[0].id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_its_size = True
        self._fit()

    def _fit(self) -> None:
        """Let the times go where they leave what happened no room; in most windows they have theirs from the start."""
        if self._look and self._has_its_size:
            self._side.setVisible(self.width() >= self._look.size(_TIMES_WIDTH + _LEAST_TOLD))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._told.setFocus()
        self._told.show_newest()

    def _columns(self) -> QHBoxLayout:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._times, 1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self._told, 1)
        columns.addWidget(self._side)
        return columns

    def _show_times(self, guide: Guide, times: Mapping[str, timedelta]) -> None:
        total = duration_words(sum(times.values(), timedelta(0)))
        self._total.setText(_("Time at the car: {total}").format(total=total))
        long = [(_title(guide, step), time) for step, time in times.items() if time >= LEAST]
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        if long:
            layout.addWidget(TextBlock(_times_html(long), "item"))
        if few := len(times) - len(long):
            hint = QLabel(ngettext("1 step under 1 min", "{count} steps under 1 min", few).format(count=few))
            hint.setProperty("kind", "hint")
            layout.addWidget(hint)
        layout.addStretch(1)
        self._times.show_column(column)

    def _on_link(self, link: QUrl) -> None:
        self.step_wanted.emit(link.toString().removeprefix(STEP_SCHEME))


def _title(guide: Guide, step_id: str) -> str:
    step = guide.find_step(step_id)
    return step.title if step else step_id


def _times_html(times: Sequence[tuple[str, timedelta]]) -> str:
    cell = '<td style="padding-bottom:6px;'
    rows = (
        f'<tr>{cell} padding-right:12px">{escape(title)}</td>'
        f'{cell} white-space:nowrap" align="right"><b>{duration_words(time)}</b></td></tr>'
        for title, time in times
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'
