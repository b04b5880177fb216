"""What has changed in the guide since a job was begun, and the choice to go on with it as it is now."""

from micra_assistant.guide.model import plain
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.words import _


class ChangesController(Controller):
    """Says that a guide has changed, shows in what, and lets the newer text be taken."""

    def __init__(self, common: Common) -> None:
        super().__init__(common)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.CHANGES: self.show_changes}

    def show_changes(self) -> None:
        """Show what has changed in the guide of the job, and let its newer text be taken."""
        from micra_assistant.guide.changes import lost_items  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.jobs.changes_dialog import ChangesDialog  # noqa: PLC0415 - loaded when it is wanted

        newer, job = self._workbench.newer, self._workbench.shown
        if newer is None or job is None:
            self._body.messages.say(_("The guide has not changed since this job was begun."))
        elif self._workbench.attempt(lambda job: job.check_open()):
            lost = [plain(item.label) for item in lost_items(job.guide, newer.guide) if item.id in job.state.since]
            if ChangesDialog.ask(newer.changes, lost, self._appearance.look.of_dialogs, self._body.window()):
                self._workbench.tried(self._workbench.take_newer)

    def offer(self, job: OpenJob) -> None:
        """Offer to show what has changed in the guide of a job that was opened, if anything has."""
        if (newer := self._workbench.newer) and job.job:
            words = _(
                "The guide has changed since this job was begun (steps: {count}). The job is shown as it was done."
            )
            words = words.format(count=len(newer.changes))
            self._body.messages.offer(words, _("See what has changed"), self.show_changes)
