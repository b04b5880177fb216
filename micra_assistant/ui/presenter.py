"""From the state to the views: the one who shows how the open job stands."""

from PySide6.QtCore import QObject, Signal

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.workbench import Workbench

_FOR_A_CLOSED_JOB = (Action.REOPEN, Action.BLANK)


class Presenter(QObject):
    """Shows what is open, or what has changed in it, in the views of the body.

    Signals:
        renewing: everything is about to be shown anew.
        shown: the views show the state; what is shown besides them is to follow.
    """

    renewing = Signal()
    shown = Signal()

    def __init__(
        self, workbench: Workbench, body: Body, appearance: Appearance, actions: Actions, drafts: Drafts
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._appearance = appearance
        self._actions = actions
        self._drafts = drafts

    def show_opened(self) -> None:
        """Show what was opened."""
        self._body.show_job_view()
        self.show_everything()

    def show_besides(self) -> None:
        """Let all that is shown besides the views follow them: it was not there yet when they were filled."""
        self.renewing.emit()
        self.shown.emit()

    def show_rewritten(self) -> None:
        """Show the guide as its author has just written it; who is typing goes on with it."""
        typing_in = self._body.checklist.typing_in
        self._body.show_job_view()
        self.show_everything(typing_in)

    def show_everything(self, typing_in: str = "") -> None:
        """Show all anew; who is ``typing_in`` the field of an item goes on there, and so does who is elsewhere."""
        if not self._body.isActiveWindow():
            typing_in = self._body.checklist.typing_in
        elif not typing_in:
            self._body.enter_typing()
        self.renewing.emit()
        self.show_step(new_page=True)
        if self._workbench.shown is None:
            self.show_state()
        self._body.checklist.go_on_typing(typing_in)

    def show_step(self, new_page: bool) -> None:
        """Show the step that is read, and its page if that is a new one."""
        open_job = self._workbench.shown
        if open_job is None:
            return
        self._body.step.show_step(open_job.guide, open_job.step, self._appearance.look)
        if new_page:
            self._show_page(open_job)
        self._body.messages.drop_hint()
        self.show_state()
        self._body.checklist.scroll_to(open_job.step)

    def show_state(self) -> None:
        """Show how the open job stands."""
        if open_job := self._workbench.shown:
            self._body.show_open_job(open_job, self._workbench.job)
            for action in _FOR_A_CLOSED_JOB:
                self._actions[action].setEnabled(open_job.state.is_closed)
        self.shown.emit()

    def _show_page(self, open_job: OpenJob) -> None:
        self._body.outline.show_page(open_job.guide, open_job.page)
        self._body.checklist.show_page(open_job.page, open_job.guide.sources, self._appearance.look)
        for item_id, field in self._body.checklist.fields.items():
            self._drafts.follow(field, open_job.job.id if open_job.job else "", item_id)
