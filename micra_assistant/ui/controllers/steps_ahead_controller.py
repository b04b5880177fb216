"""The steps that may come next: made while a person is at the one before, anew for each step."""

from collections.abc import Iterator
from itertools import dropwhile

from micra_assistant.guide.model import Step
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.when_idle import WhenIdle


class StepsAheadController(Controller):
    """Has the steps made that come after and before the one in sight, once nobody presses or taps for a while."""

    def __init__(self, common: Common, reader: RouteReader) -> None:
        super().__init__(common)
        self._reader = reader
        self._ahead = WhenIdle(self)
        self._body.job_in_sight.connect(self._ahead.wait)

    def refresh(self) -> None:
        """Begin with what is not made yet, after whatever was done."""
        if open_job := self._workbench.shown:
            self._ahead.begin(self._made_ready(open_job))
        else:
            self._ahead.drop()

    def _made_ready(self, open_job: OpenJob) -> Iterator[None]:
        steps = (self._next_stop(open_job), open_job.neighbour(1), open_job.neighbour(-1))
        yield from self._body.step.make_ahead([step for step in steps if step], open_job.checklist)

    def _next_stop(self, open_job: OpenJob) -> Step | None:
        """Return the step that comes next on the route of a fault that is sought, None if none is sought or comes."""
        if open_job.job is None or not open_job.state.model:
            return None
        ahead = dropwhile(lambda stop: stop.step is not open_job.step, self._reader.read(open_job).route.stops)
        return next((stop.step for stop in ahead if stop.is_ahead and stop.step not in (None, open_job.step)), None)
