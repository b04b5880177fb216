"""How the window is divided: outline, step and checklist side by side, the parts below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.bench import Bench
from micra_assistant.ui.car_strip import CarStrip
from micra_assistant.ui.checklist_panel import ChecklistPanel
from micra_assistant.ui.fault_view import FaultView
from micra_assistant.ui.header import Header
from micra_assistant.ui.look import Look
from micra_assistant.ui.message_bar import MessageBar
from micra_assistant.ui.outline import Outline
from micra_assistant.ui.parts_panel import PartsPanel
from micra_assistant.ui.start_view import StartView
from micra_assistant.ui.step_view import StepView

_NARROW = 1200
"""Below this width, in pixels at scale 1, outline and checklist give way to the step."""
_CRAMPED = 940
"""Below this width the outline goes: keys, links and the checklist still lead to every step."""

_MARGINS = (14, 12, 14, 12)


class Body(QWidget):
    """All views of the window, in their places; it decides nothing but widths.

    Signals:
        back_wanted: as FaultView.
        complaint_wanted: as StartView.
        job_in_sight: the job is shown, or something else instead of it; carries which.
    """

    back_wanted = Signal()
    complaint_wanted = Signal(str, str)
    job_in_sight = Signal(bool)

    def __init__(self, header: Header, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = header
        self.strip = CarStrip()
        self.messages = MessageBar(self)
        self.outline = Outline()
        self.step = StepView()
        self.checklist = ChecklistPanel()
        self.parts = PartsPanel()
        self.faults: FaultView | None = None
        self._faults_page = 0
        self._stack = QStackedWidget()
        self._stack.addWidget(self._job_view())
        self._stack.currentChanged.connect(self._on_change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (header, self.strip, self.messages):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)

    def show_job_view(self) -> None:
        """Show the job."""
        self._stack.setCurrentIndex(0)

    def show_start(self, complaints: Sequence[tuple[str, Complaint]]) -> None:
        """Show the complaints to begin a job with."""
        view = StartView()
        view.complaint_wanted.connect(self.complaint_wanted)
        view.show_complaints(complaints)
        self._stack.setCurrentIndex(self._stack.addWidget(_framed(view)))

    def show_bench(self, bench: Bench, *, can_go_back: bool) -> None:
        """Show how the job on the bench stands."""
        self.header.show_bench(bench, can_go_back=can_go_back)
        self.strip.show_openings(bench.checklist.car_now())
        self.outline.show_checklist(bench.guide, bench.step, bench.checklist)
        self.step.show_checklist(bench.checklist)
        self.checklist.show_checklist(bench.checklist, bench.step, bench.current_item)
        self.parts.show_chosen(bench.state.option)

    def show_faults(self, guide_name: str, error: GuideError, *, can_go_back: bool) -> None:
        """Show the faults of a guide instead of the job."""
        if self.faults is None:
            self.faults = FaultView()
            self.faults.back_wanted.connect(self.back_wanted)
            self._faults_page = self._stack.addWidget(_framed(self.faults))
        self.faults.show_faults(guide_name, error, can_go_back=can_go_back)
        self._stack.setCurrentIndex(self._faults_page)

    def _on_change(self, place: int) -> None:
        self.job_in_sight.emit(place == 0)

    def share_width(self, width: int, look: Look) -> None:
        """Give outline and checklist their part of ``width``."""
        narrow = width < look.size(_NARROW)
        self.outline.setHidden(width < look.size(_CRAMPED))
        self.outline.setFixedWidth(look.size(190 if narrow else 228))
        self.checklist.setFixedWidth(look.size(292 if narrow else 344))

    def _job_view(self) -> QWidget:
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.outline)
        columns.addWidget(self.step, 1)
        columns.addWidget(self.checklist)
        view = QWidget()
        layout = QVBoxLayout(view)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(10)
        layout.addLayout(columns, 1)
        layout.addWidget(self.parts)
        return view


def _framed(card: QWidget) -> QWidget:
    """Return a view of one card with the margins of the job's."""
    view = QWidget()
    layout = QVBoxLayout(view)
    layout.setContentsMargins(*_MARGINS)
    layout.addWidget(card)
    return view
