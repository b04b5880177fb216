"""The route of the job: shown in the checklist panel, gone along by tapping, unfolded to all lines of the guide."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.changing import tools_ready
from micra_assistant.jobs.routing.route_reader import RouteReader, RouteReading
from micra_assistant.jobs.routing.stop import Stop, Why
from micra_assistant.jobs.stop_words import CLOSE, READY
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.key_names import first_key
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.route.all_lines import AllLines

_OVER_THE_JOB = (Action.BACK, Action.TICK, Action.NEXT, Action.ALL_LINES, Action.QUIT)


class RouteController(Controller):
    """Shows the route of what is open, and leads where it is tapped."""

    def __init__(self, common: Common, reader: RouteReader) -> None:
        super().__init__(common)
        self._reader = reader
        self._all_lines: AllLines | None = None
        self._body.route.stop_wanted.connect(self._on_stop)
        self._body.route.all_wanted.connect(self._actions[Action.ALL_LINES].trigger)
        self._actions[Action.ALL_LINES].changed.connect(self._name_key)
        self._name_key()
        self._body.step.question_wanted.connect(self._actions[Action.FIND_FAULT].trigger)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.ALL_LINES: self.unfold}

    def _name_key(self) -> None:
        self._body.route.name_key(first_key(self._actions[Action.ALL_LINES]))

    @property
    def reading(self) -> RouteReading | None:
        """The route of what is shown, None if nothing is."""
        return self._reader.read(self._workbench.shown) if self._workbench.shown else None

    def refresh(self) -> None:
        """Show the route as it is now."""
        open_job, look = self._workbench.shown, self._appearance.look
        if open_job is None:
            self.fold()
            return
        route, inquiry = self._reader.read(open_job)
        self._body.route.show_route(route, open_job.guide, open_job.step.id, look)
        self._body.step.show_question(_question(open_job, inquiry.title) if inquiry else "")
        self._body.step.show_model(inquiry.model if inquiry else None)
        if self._all_lines and self._all_lines.isVisible():
            self._all_lines.show_lines(open_job.guide, open_job.checklist, open_job.step, look.compact)

    def unfold(self) -> None:
        """Show all lines of the guide, or close them if they are shown."""
        if self._all_lines and self._all_lines.isVisible():
            self.fold()
        elif open_job := self._workbench.shown:
            self._body.enter_typing()
            lines = self._all_lines = self._all_lines or self._make_all_lines()
            lines.show_lines(open_job.guide, open_job.checklist, open_job.step, self._appearance.look.compact)
            self._body.lay_over(lines)

    def fold(self) -> None:
        """Close the list of all lines."""
        if self._all_lines and self._all_lines.isVisible():
            self._all_lines.hide()
            (self._body.aside or self._body.step).setFocus()

    def _make_all_lines(self) -> "AllLines":
        from micra_assistant.ui.route.all_lines import AllLines  # noqa: PLC0415 - loaded when it is wanted

        lines = AllLines(self._works_over_the_job, self._body)
        lines.closed.connect(self.fold)
        lines.line_wanted.connect(self._on_line)
        return lines

    def _works_over_the_job(self, event: QKeyEvent) -> bool:
        """Whether a key is one of the three, that of the sheet, or closes the window: no other works meanwhile."""
        pressed = QKeySequence(event.keyCombination())
        return any(pressed in self._actions[name].shortcuts() for name in _OVER_THE_JOB)

    def _on_line(self, step_id: str, item_id: str) -> None:
        self.fold()
        self._body.show_job_view()
        self._workbench.jump(step_id)
        if item_id:
            self._workbench.show_line(step_id, item_id)

    def _on_stop(self, stop_id: str) -> None:
        if reading := self.reading:
            self._lead_to(reading.route.stop(stop_id))

    def _lead_to(self, stop: Stop) -> None:
        if stop.id == READY:
            self._workbench.attempt(tools_ready)
        elif stop.id == CLOSE:
            self._actions[Action.CLOSE_JOB].trigger()
        elif stop.step:
            self._body.show_job_view()
            self._workbench.jump(stop.step.id)
            self._body.step.setFocus()
        elif stop.why is Why.PUT_BACK:
            self._actions[Action.PUT_BACK].trigger()
        elif stop.move:
            self._actions[Action.FIND_FAULT].trigger()


def _question(open_job: OpenJob, title: str) -> str:
    """Return what the chip says that leads back to the fault finder, empty if no question is open there."""
    if not open_job.state.model or open_job.state.is_closed:
        return ""
    return _("Question: {question}").format(question=title)
