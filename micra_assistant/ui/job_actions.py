"""What can be asked for now: the rest is disabled, and each says why."""

from collections.abc import Iterator

from micra_assistant.ui.actions import Action, Actions, let
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
FOR_KEPT_WORK = (Action.DUPLICATE, Action.EXPORT, Action.BLANK_SHEET)
"""Not for the practice: nothing of it comes into the records, and its guide is not among those of the workshop."""
AT_THE_JOB = (Action.UNDO, Action.REDO, Action.AWAY)
"""Of these those that have nothing to act on while home is in sight."""
FOR_A_GUIDE = (
    *(Action.PRINT, Action.PREVIEW_CHECKLIST, Action.PREVIEW_GUIDE, Action.SAVE_CHECKLIST, Action.SAVE_GUIDE),
    Action.PARTS,
)
"""Also for one that is only looked up; a blank sheet can be printed from home."""
FOR_THE_STEP = (
    *(Action.RETURN, Action.LINE_DOWN, Action.LINE_UP, Action.NEXT_STEP, Action.STEP_BEFORE),
    *(Action.LINK_NEXT, Action.LINK_BEFORE, Action.NOTE, Action.PHOTO, Action.PASTE),
)
"""While the step is in sight."""
FOR_A_CLOSED_JOB = (Action.REOPEN, Action.BLANK)


class JobActions:
    """Lets the actions be done that something is open for."""

    def __init__(self, workbench: Workbench, body: Body, actions: Actions) -> None:
        self._workbench = workbench
        self._body = body
        self._actions = actions
        self._told: dict[Action, str] = {}

    def suit(self, *_what: object) -> None:
        """Let be done what can be done with what is open and in sight now."""
        reasons = dict(self._reasons())
        if reasons != self._told:
            self._told = reasons
            for action, why_not in reasons.items():
                let(self._actions[action], why_not)

    def _reasons(self) -> Iterator[tuple[Action, str]]:
        """Yield the actions, each with why it cannot be done; empty if it can."""
        has_job, shown = self._workbench.has_job, self._workbench.shown
        begin = _("Begin a job first: choose at home what is wrong with the car.")
        blank = _("Open a guide first; “Print a blank sheet…” prints one without a job.")
        back = _("Go back to the step first, with “The job”.") if shown else begin
        still_open = "" if shown and shown.state.is_closed else _("This job is still open: close it first.")
        at_home = _("Go back to the job first: home does nothing on a car.") if self._body.is_filled_by_aside else ""
        for action in FOR_A_JOB:
            yield action, (at_home if action in AT_THE_JOB else "") if has_job else begin
        for action in FOR_A_GUIDE:
            yield action, "" if shown else begin if action is Action.PARTS else blank
        yield Action.ALL_LINES, "" if shown else begin
        for action in FOR_THE_STEP:
            yield action, back if self._body.aside else ""
        yield Action.LEAVE_OUT, back if self._body.aside else "" if has_job else begin
        for action in FOR_A_CLOSED_JOB:
            yield action, still_open if has_job else begin
        if self._workbench.is_practice:
            leave = _("Leave the practice first: nothing of it is kept.")
            yield from ((action, leave) for action in FOR_KEPT_WORK)
        else:
            yield Action.BLANK_SHEET, ""
