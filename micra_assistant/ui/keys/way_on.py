"""The way on from where one is: the next step, the question, what is to be put back, closing, printing."""

from collections.abc import Sequence
from functools import partial
from itertools import dropwhile

from micra_assistant.guide.model import Step, Written
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route import route_of
from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.jobs.routing.stop import Stop, Why
from micra_assistant.jobs.stop_words import CLOSE, READY
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.body import Body
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import _

_AT_THE_END = (Why.PUT_BACK, Why.PROVE, Why.CLOSE)


class WayOn:
    """Leads along the route of the job where its fault is sought, else through the guide in order.

    At the end it leads to what is to be put back, then to closing the job, then to printing its report.
    """

    def __init__(self, workbench: Workbench, body: Body, actions: Actions, reader: RouteReader) -> None:
        self._workbench = workbench
        self._body = body
        self._actions = actions
        self._reader = reader

    def back(self) -> KeyAct:
        """Return the way back from the step being read: the step before it in the guide."""
        open_job = self._workbench.shown
        step = open_job.neighbour(-1) if open_job else None
        if step is None:
            return KeyAct(_("Back"), _("This is the first step."))
        return KeyAct(_("Back"), step.title, partial(self._go_to, step.id))

    def on(self) -> KeyAct:
        """Return the way on from the step being read."""
        open_job = self._workbench.shown
        if open_job is None:
            return KeyAct(_("On"), _("Nothing is open."))
        if open_job.job is None or open_job.state.is_closed or not open_job.state.model:
            return self._on_in_guide(open_job)
        stops = list(dropwhile(lambda stop: stop.step is not open_job.step, self._stops(open_job)))
        if not stops:
            return self._to_first(self._stops(open_job))
        here, *rest = stops
        return self._to_question(here) if here.move else self._to_first(rest)

    def is_left_out(self, open_job: OpenJob) -> bool:
        """Whether the step being read is left out of the route."""
        if not open_job.state.left_out:
            return False
        stops = [stop for stop in self._reader.read(open_job).route.stops if stop.step is open_job.step]
        return bool(stops) and all(stop.id in open_job.state.left_out for stop in stops)

    def ahead(self) -> KeyAct:
        """Return the way to what is to be done now, wherever one is: once everything is back, or the car is cured."""
        open_job = self._workbench.shown
        if open_job is None or open_job.state.is_closed or not open_job.state.model:
            return self._to_end(open_job)
        return self._to_first(self._stops(open_job))

    def to_the_end(self) -> KeyAct:
        """Return the way on once the search is over: to what is open on the car, what proves the work, or closing."""
        open_job = self._workbench.shown
        if open_job is None or open_job.state.is_closed:
            return self._to_end(open_job)
        return self._to_first([stop for stop in self._stops(open_job) if not stop.move])

    def to_what_comes_first(self, inquiry: Inquiry) -> KeyAct | None:
        """Return the way to what is to be done in the guide for what an inquiry asks, None if there is nothing.

        Who comes from the step that says how it is done is not led there again.
        """
        open_job = self._workbench.shown
        if open_job is None or open_job.job is None or open_job.state.is_closed:
            return None
        stop = next((stop for stop in self._stops(open_job, inquiry) if stop.why is not Why.COMPLAINT), None)
        if stop is None or stop.step is None or not _lines_to_do(stop) or stop.why in _AT_THE_END:
            return None
        if stop.move == inquiry.goal and stop.step is open_job.step:
            return None
        words = _("Do it") if stop.move == inquiry.goal else _("Do this first")
        return KeyAct(words, stop.title, partial(self._go_to_line, stop.step.id, _lines_to_do(stop)[0].item.id))

    def _stops(self, open_job: OpenJob, inquiry: Inquiry | None = None) -> list[Stop]:
        """Return the stops that lie ahead, with an inquiry as that leads."""
        route = route_of(open_job, inquiry) if inquiry else self._reader.read(open_job).route
        return [stop for stop in route.stops if stop.is_ahead and stop.id != READY]

    def _on_in_guide(self, open_job: OpenJob) -> KeyAct:
        step = open_job.neighbour(1)
        if step:
            return self._to_step(step)
        if open_job.job is None:
            return KeyAct(_("On"), _("This is the last step of the guide."))
        return self._to_end(open_job)

    def _to_first(self, stops: Sequence[Stop]) -> KeyAct:
        """Return the way to the first stop: its step if there is something to do, else what is asked there."""
        open_job = self._workbench.shown
        stop = stops[0] if stops else None
        if open_job is None or stop is None or stop.id == CLOSE:
            return self._to_end(open_job)
        if stop.why is Why.PUT_BACK and _is_open(open_job):
            return self._to_put_back()
        if stop.step and (_lines_to_do(stop) or not stop.move):
            return self._to_step(stop.step)
        return self._to_question(stop) if stop.move else self._to_end(open_job)

    def _to_step(self, step: Step) -> KeyAct:
        return KeyAct(_("On"), step.title, partial(self._go_to, step.id))

    def _to_question(self, stop: Stop) -> KeyAct:
        return KeyAct(_("To the question"), stop.goal or stop.title, self._actions[Action.FIND_FAULT].trigger)

    def _to_put_back(self) -> KeyAct:
        return KeyAct(_("Put back"), _("what is open on the car"), self._actions[Action.PUT_BACK].trigger)

    def _to_end(self, open_job: OpenJob | None) -> KeyAct:
        if open_job is None or open_job.job is None:
            return KeyAct(_("On"), _("No job is open."))
        if open_job.state.is_closed:
            return KeyAct(_("Print"), _("the job report"), self._actions[Action.PREVIEW_REPORT].trigger)
        if _is_open(open_job):
            return self._to_put_back()
        return KeyAct(_("Close the job"), open_job.job.name, self._actions[Action.CLOSE_JOB].trigger)

    def _go_to(self, step: str) -> None:
        self._body.show_job_view()
        self._workbench.go_to(step)

    def _go_to_line(self, step: str, item: str) -> None:
        self._go_to(step)
        self._workbench.show_line(step, item)


def _lines_to_do(stop: Stop) -> list[Line]:
    """Return the open lines of a stop but for those where words may be written, which nobody has to."""
    return [line for line in stop.open_lines if not isinstance(line.item, Written)]


def _is_open(open_job: OpenJob) -> bool:
    """Whether anything is still to be put back."""
    return bool(open_job.checklist.openings())
