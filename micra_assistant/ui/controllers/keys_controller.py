"""The three keys: what they do is said by the place in front, shown at the foot, and done here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence

from micra_assistant.ui.actions import Action, Actions, Handlers, why_not
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.frame.key_presser import KeyPresser
from micra_assistant.ui.three_keys import HasThreeKeys, Key, KeyAct, ThreeKeys, has_three_keys
from micra_assistant.words import N_, _

_SIDES = {Action.UNDO: N_("Undo"), Action.AWAY: N_("Away"), Action.KEYS: N_("Keys"), Action.JOBS: N_("Jobs")}


class KeysController(Controller):
    """Lets PageUp, Space and PageDown do what the place in front says; ``in_job`` is the step."""

    def __init__(self, common: Common, in_job: HasThreeKeys) -> None:
        super().__init__(common)
        workbench, body = common.workbench, common.body
        self._in_job = in_job
        self.presser = KeyPresser(body.foot, self._place, lambda: common.appearance.look, self)
        self._nowhere = _Elsewhere(common.actions, lambda: workbench.shown is not None)
        body.idle_key.connect(self._say_why_not)
        for happened in (
            *(workbench.opened, workbench.emptied, workbench.stepped, workbench.changed),
            *(
                body.job_in_sight,
                body.step.scrolled,
                body.checklist.typing,
                body.parts.keys_changed,
                body.header.search.keys_changed,
            ),
        ):
            happened.connect(self.show_soon)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        keys = {Action.BACK: Key.BACK, Action.TICK: Key.SPACE, Action.NEXT: Key.ON}
        return {action: partial(self.presser.press, key) for action, key in keys.items()}

    def show_soon(self, *_what: object) -> None:
        """Show what the keys do, and what stands at either side of them, once all that happens now has happened."""
        is_at_job = self._workbench.shown is not None and not self._body.is_filled_by_aside
        left, right = (Action.UNDO, Action.AWAY) if is_at_job else (Action.KEYS, Action.JOBS)
        self._body.foot.show_sides(*((self._actions[side], _(_SIDES[side])) for side in (left, right)))
        self.presser.refresh_soon()

    def _say_why_not(self, event: QKeyEvent) -> None:
        """Say why what has this key cannot be done now."""
        pressed = QKeySequence(event.keyCombination())
        for action in self._actions.values():
            if pressed in action.shortcuts() and (reason := why_not(action)):
                self._body.messages.say(reason)

    def _place(self) -> HasThreeKeys:
        in_front = self._body.in_front
        if in_front is None:
            return self._in_job
        return in_front if has_three_keys(in_front) else self._nowhere


class _Elsewhere:
    """A place that says nothing of its keys: Space leads back to the job, or home if there is none."""

    def __init__(self, actions: Actions, has_job: Callable[[], bool]) -> None:
        self._actions = actions
        self._has_job = has_job

    @property
    def three_keys(self) -> ThreeKeys:
        nothing = _("There is nothing to mark here.")
        words = _("Back to the job") if self._has_job() else _("Home")
        back = KeyAct(words, act=self._actions[Action.SHOW_JOB].trigger)
        return ThreeKeys(KeyAct(_("Back"), nothing), back, KeyAct(_("On"), nothing))
