"""Leave the step in sight out of the route with a reason, or put it there again."""

from collections.abc import Callable

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.changing import leave_out, take_up
from micra_assistant.jobs.routing.route_reader import RouteReader, RouteReading
from micra_assistant.jobs.routing.stop import Stand, Stop
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import Drafts
from micra_assistant.words import _


class LeavingOutController(Controller):
    """Asks why; what is left out stays on the route, with the reason, and can be done after all."""

    def __init__(self, common: Common, reader: RouteReader, drafts: Drafts) -> None:
        super().__init__(common)
        self._reader = reader
        self._drafts = drafts

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.LEAVE_OUT: self.change}

    def change(self) -> None:
        """Leave the stop of the step in sight out, or put it on the route again if it is left out."""
        open_job = self._workbench.shown
        if open_job is None:
            return
        self._body.enter_typing()
        if self._workbench.attempt(OpenJob.check_open):
            self._change(open_job, self._reader.read(open_job))

    def _change(self, open_job: OpenJob, reading: RouteReading) -> None:
        match _stop_of(reading, open_job):
            case None:
                self._say(_("“{step}” is not on the route of this job, so it need not be left out."), open_job)
            case Stop(stand=Stand.DONE):
                self._say(_("“{step}” is done already. Take back what was ticked if it is not."), open_job)
            case Stop(stand=Stand.LEFT_OUT) as stop:
                self._take_up(stop)
            case stop:
                self._leave_out(reading, stop)

    def _leave_out(self, reading: RouteReading, stop: Stop) -> None:
        from micra_assistant.ui.route.leaving_out_dialog import LeavingOutDialog  # noqa: PLC0415 - loaded when wanted

        window, look = self._body.window(), self._appearance.look.of_dialogs
        if reason := LeavingOutDialog.ask(stop, look, window, self._drafts):
            words = _("Left out: “{stop}”. The same entry of the menu puts it on the route again.")
            self._do(lambda job: leave_out(job, reading.inquiry, stop, reason), words.format(stop=stop.title))

    def _take_up(self, stop: Stop) -> None:
        self._do(lambda job: take_up(job, stop), _("“{stop}” is on the route again.").format(stop=stop.title))

    def _do(self, act: Callable[[OpenJob], None], words: str) -> None:
        """Do something with the job, and say so in words once it is done."""

        def done(job: OpenJob) -> bool:
            act(job)
            return True

        if self._workbench.attempt(done):
            self._body.messages.say(words)

    def _say(self, words: str, open_job: OpenJob) -> None:
        self._body.messages.say(words.format(step=open_job.step.title))


def _stop_of(reading: RouteReading, open_job: OpenJob) -> Stop | None:
    """Return the stop of the step in sight, the first that lies ahead if there are two; None if it has none."""
    stops = [stop for stop in reading.route.stops if stop.step and stop.step.id == open_job.step.id]
    return next((stop for stop in stops if stop.is_ahead), stops[0] if stops else None)
