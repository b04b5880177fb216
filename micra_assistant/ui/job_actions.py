"""What can be asked for only with a job or a guide open: disabled until then, and the menus say why."""

from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import _

FOR_A_JOB = (
    *(Action.DUPLICATE, Action.DETAILS, Action.UNDO, Action.REDO, Action.AWAY, Action.PUT_BACK),
    Action.BASKET,
    *(Action.TIMELINE, Action.CHANGES, Action.CLOSE_JOB, Action.EXPORT),
    *(Action.PREVIEW_PUT_BACK, Action.PREVIEW_REPORT, Action.PREVIEW_FAULT_RECORD),
    *(Action.SAVE_PUT_BACK, Action.SAVE_REPORT, Action.SAVE_FAULT_RECORD),
)
AT_THE_JOB = (Action.UNDO, Action.REDO, Action.AWAY)
"""Of these those that have nothing to act on while home is in sight."""
FOR_A_GUIDE = (
    *(Action.PRINT, Action.PREVIEW_CHECKLIST, Action.PREVIEW_GUIDE, Action.SAVE_CHECKLIST, Action.SAVE_GUIDE),
    Action.PARTS,
)
"""Also for one that is only looked up; a blank sheet can be printed from home."""
FOR_THE_STEP = (Action.NOTE, Action.PHOTO)
FOR_A_CLOSED_JOB = (Action.REOPEN, Action.BLANK)
"""These are let be done and not by others; here is only said why not while there is no job."""


class JobActions:
    """Lets the actions be done that something is open for."""

    def __init__(self, workbench: Workbench, body: Body, actions: Actions) -> None:
        self._workbench = workbench
        self._body = body
        self._actions = actions
        self.suit()
        for action in FOR_A_CLOSED_JOB:
            actions[action].setEnabled(False)

    def suit(self) -> None:
        """Let be done what can be done with what is open now."""
        has_job, has_guide = self._workbench.has_job, self._workbench.shown is not None
        begin = _("Begin a job first: choose at home what is wrong with the car.")
        blank = _("Open a guide first; “Print a blank sheet…” prints one without a job.")
        at_home = _("Go back to the job first: home does nothing on a car.")
        for action in FOR_A_JOB:
            self._let(action, able=has_job, why_not=begin)
        for action in AT_THE_JOB if has_job and self._body.is_filled_by_aside else ():
            self._let(action, able=False, why_not=at_home)
        for action in FOR_A_GUIDE:
            self._let(action, able=has_guide, why_not=begin if action is Action.PARTS else blank)
        for action in (*FOR_THE_STEP, *FOR_A_CLOSED_JOB):
            self._actions[action].setToolTip("" if has_job else begin)

    def _let(self, action: Action, *, able: bool, why_not: str) -> None:
        self._actions[action].setEnabled(able)
        self._actions[action].setToolTip("" if able else why_not)
