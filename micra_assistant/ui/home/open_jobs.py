"""The jobs that are open, the latest first, and the ways to all others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.ui.home.job_line import JobLine
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _, ngettext

_ROOM_BESIDE = 560
"""From this width on, in pixels at scale 1, the jobs stand beside their heading."""


class OpenJobs(QFrame):
    """As many open jobs as there is room for.

    Signals:
        fitted: more or fewer of them are shown.
        chosen: a line was tapped; carries its place, from 0.
        continue_wanted, car_wanted: carries the JobRow.
        all_wanted: all jobs are to be listed.
    """

    fitted = Signal()
    chosen = Signal(int)
    continue_wanted = Signal(object)
    car_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, rows: Sequence[JobRow], total: int, look: Look, parent: QWidget | None = None) -> None:
        """Show the first of ``rows``, of ``total`` open jobs in all."""
        super().__init__(parent)
        self.setObjectName("card")
        self._look = look
        self._total = total
        self._shown = 1
        self._every = [self._line(place, row) for place, row in enumerate(rows)]
        self._more = label("", "hint")
        self.all = SureButton(_("All jobs"), "quiet")
        self.all.clicked.connect(self.all_wanted)
        self._columns = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading())
        layout.addLayout(self._jobs(), 1)
        self.show_most(1)

    @property
    def lines(self) -> list[JobLine]:
        """The jobs that are shown."""
        return self._every[: self._shown]

    def show_most(self, most: int) -> None:
        """Show so many jobs, one at the least."""
        self._shown = max(most, 1)
        for place, line in enumerate(self._every):
            line.setVisible(place < self._shown)
        hidden = self._total - len(self.lines)
        self._more.setText(ngettext("and {count} more", "and {count} more", hidden).format(count=hidden))
        self._more.setVisible(hidden > 0)
        self.fitted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.size(_ROOM_BESIDE)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _line(self, place: int, row: JobRow) -> JobLine:
        line = JobLine(row, self._look)
        line.tapped.connect(partial(self.chosen.emit, place))
        line.continue_wanted.connect(partial(self.continue_wanted.emit, row))
        line.car_wanted.connect(partial(self.car_wanted.emit, row))
        return line

    def _heading(self) -> QWidget:
        heading = QFrame()
        heading.setObjectName("jobs-heading")
        size = self._look.size
        column = QVBoxLayout(heading)
        column.setContentsMargins(size(14), size(4), size(10), size(4))
        column.setSpacing(0)
        column.addStretch(1)
        title = QLabel(_("Open jobs"))
        title.setProperty("kind", "panel-title")
        column.addWidget(title)
        column.addWidget(self._more)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return heading

    def _jobs(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._every:
            column.addWidget(line)
        if not self._every:
            size = self._look.size
            words = label(_("No job is open. A card above begins one; everything you do is kept with it."), "body")
            words.setContentsMargins(size(14), size(12), size(14), size(12))
            column.addWidget(words)
        return column
