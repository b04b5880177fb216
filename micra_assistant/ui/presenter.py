"""From the state to the views: the one who shows how the open job stands."""

from PySide6.QtCore import QObject, Signal

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.workbench import Workbench


class Presenter(QObject):
    """Shows what is open, or what has changed in it, in the views of the body.

    Signals:
        renewing: everything is about to be shown anew.
        turning: another step is about to be shown: what stands beside it takes its place first, out of sight.
        turned: that step is there and about to be filled: what stands beside it comes into sight.
        shown: the views show the state; what is shown besides them is to follow.
    """

    renewing = Signal()
    turning = Signal()
    turned = Signal()
    shown = Signal()

    def __init__(self, workbench: Workbench, body: Body, appearance: Appearance, drafts: Drafts) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._appearance = appearance
        self._drafts = drafts
        self._put_away_while_typing_in = ""
        self._is_placing = False

    def show_opened(self) -> None:
        """Show what was opened."""
        self._body.show_job_view()
        self.show_everything()

    def show_besides(self) -> None:
        """Let all that is shown besides the views follow them: it was not there yet when they were filled."""
        self.renewing.emit()
        self.shown.emit()

    def show_rewritten(self) -> None:
        """Show the guide as its author has just written it; who is typing, or is elsewhere, goes on there."""
        self.show_everything(self._body.checklist.typing_in)

    def show_everything(self, typing_in: str = "") -> None:
        """Show all anew; who is ``typing_in`` the field of an item goes on there, and so does who is elsewhere."""
        self._body.step.let_go_ahead()
        typing_in = self._leave_typing(typing_in or self._put_away_while_typing_in)
        self._put_away_while_typing_in = ""
        self._is_placing = True
        self.renewing.emit()
        self._is_placing = False
        self.show_step()
        if self._workbench.shown is None:
            self.show_state()
        self._body.checklist.go_on_typing(typing_in)

    def put_away(self) -> None:
        """Let go of what another look is about to be put on and is then made anew: Qt would dress it in vain.

        Who is typing goes on with it then.
        """
        self._put_away_while_typing_in = self._body.checklist.typing_in or self._put_away_while_typing_in
        self._body.step.put_away()
        self._body.route.put_away()

    def _leave_typing(self, typing_in: str = "") -> str:
        """Enter what is being typed, but for the item that a person is ``typing_in``; return where typing goes on.

        What is half typed in a view that is shown instead of the step goes on there.
        """
        if not self._body.isActiveWindow():
            return typing_in or self._body.checklist.typing_in
        if not typing_in and not self._body.is_aside_in_use:
            self._body.enter_typing()
        return typing_in

    def show_step(self) -> None:
        """Show the step that is read."""
        open_job = self._workbench.shown
        if open_job is None:
            return
        self._is_placing = True
        self.turning.emit()
        self._is_placing = False
        self._body.step.show_step(open_job.guide, open_job.step, self._appearance.look)
        self._follow_fields(open_job)
        self._body.messages.drop_hint()
        self.turned.emit()
        self.show_state()

    def show_step_again(self) -> None:
        """Show the step in other places of the window; who is typing goes on with it."""
        if (open_job := self._workbench.shown) and not self._is_placing:
            typing_in = self._body.checklist.typing_in
            self._body.step.show_again()
            self._follow_fields(open_job)
            self.show_state()
            self._body.checklist.go_on_typing(typing_in)

    def show_state(self) -> None:
        """Show how the open job stands."""
        if open_job := self._workbench.shown:
            self._body.show_open_job(open_job, self._workbench.job)
        self.shown.emit()

    def _follow_fields(self, open_job: OpenJob) -> None:
        for item_id, field in self._body.checklist.fields.items():
            self._drafts.follow(field, open_job.job.id if open_job.job else "", item_id)
