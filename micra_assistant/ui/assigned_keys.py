"""Which keys do what: the usual ones, unless a person chose others for an action."""

from PySide6.QtGui import QKeySequence

from micra_assistant.ui.actions import Action, Actions, usual_keys
from micra_assistant.ui.key_names import WrongKeyError, kept_text, read_keys
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.words import _

Keys = tuple[str, ...]
"""The keys of an action, as they are kept."""
THREE_KEYS = (Action.BACK, Action.TICK, Action.NEXT)
"""These keep their usual keys whatever is chosen besides."""


class AssignedKeys:
    """Gives all actions their keys.

    Attributes:
        complaints: what is wrong with what was kept, a sentence each; the usual keys hold there.
    """

    def __init__(self, actions: Actions, settings: WindowSettings) -> None:
        self._actions = actions
        self._settings = settings
        self.complaints: tuple[str, ...] = ()
        self._chosen: dict[Action, Keys] = {}
        self._read()
        self._give()

    def usual(self, name: Action) -> Keys:
        """Return the keys of an action that nobody has changed."""
        return tuple(keys.toString() for keys in usual_keys(name))

    def of(self, name: Action) -> Keys:
        """Return the keys that an action has now."""
        return tuple(keys.toString() for keys in self._actions[name].shortcuts())

    def holder(self, key: str, besides: Action) -> Action | None:
        """Return the other action that has a key, None if it is free."""
        return next((name for name in self._actions if name is not besides and key in self.of(name)), None)

    def choose(self, name: Action, keys: Keys) -> None:
        """Give an action these keys, and keep that; its usual ones are not kept, so that it follows them."""
        is_usual = keys == self.usual(name)
        self._settings.keep_keys(name, None if is_usual else kept_text(keys))
        self._chosen.pop(name, None)
        if not is_usual:
            self._chosen[name] = keys
        self._give()

    def _read(self) -> None:
        taken: dict[str, Action] = {}
        for kept, text in self._settings.keys.items():
            try:
                name = _action(kept)
                keys = read_keys(text)
                _refuse_taken(keys, name, taken)
            except WrongKeyError as error:
                self._complain(kept, str(error))
                continue
            taken |= dict.fromkeys(keys, name)
            self._chosen[name] = keys

    def _complain(self, kept: str, why: str) -> None:
        words = _("The keys that were kept for “{action}” are not used: {why}").format(action=kept, why=why)
        self.complaints = (*self.complaints, words)

    def _give(self) -> None:
        """Give each action its keys: chosen ones come before usual ones, and the three keys before all."""
        kept = {key: name for name in THREE_KEYS for key in self.usual(name)}
        chosen = {key: name for name, keys in self._chosen.items() for key in keys}
        for name, action in self._actions.items():
            wanted = dict.fromkeys((*(self.usual(name) if name in THREE_KEYS else ()), *self._wanted(name)))
            holders = [(key, kept.get(key, chosen.get(key, name))) for key in wanted]
            action.setShortcuts([QKeySequence(key) for key, holder in holders if holder is name])

    def _wanted(self, name: Action) -> Keys:
        return self._chosen.get(name, self.usual(name))


def _action(kept: str) -> Action:
    if kept in list(Action):
        return Action(kept)
    raise WrongKeyError(_("There is nothing of that name to choose keys for."))


def _refuse_taken(keys: Keys, name: Action, taken: dict[str, Action]) -> None:
    for key in keys:
        if taken.get(key, name) is not name:
            raise WrongKeyError(_("“{key}” was chosen for something else, too.").format(key=key))
