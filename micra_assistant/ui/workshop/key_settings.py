"""The keys of each action, declared as the settings of the workshop are."""

from collections.abc import Sequence
from pathlib import Path

from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.assigned_keys import THREE_KEYS, AssignedKeys, Keys
from micra_assistant.ui.key_names import WrongKeyError, kept_text, read_keys, said_keys
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import Kind, WrongValueError
from micra_assistant.workshop.settings import Setting, Subject

KEYS = "keys."


class KeysKind(Kind, frozen=True):
    """The keys of an action; what is typed is the key that was pressed, nothing if all are taken away."""

    name: Action
    actions: Actions
    assigned: AssignedKeys

    def read(self, value: object, folder: Path) -> Keys:  # noqa: ARG002
        """Return the keys that the action has once this one was pressed; WrongValueError if it cannot be chosen."""
        try:
            pressed = read_keys(str(value))
        except WrongKeyError as error:
            raise WrongValueError(str(error)) from error
        for key in pressed:
            self._refuse_taken(key)
        if self.name not in THREE_KEYS:
            return pressed
        former = self.assigned.of(self.name) if pressed else self.assigned.usual(self.name)
        return tuple(dict.fromkeys((*former, *pressed)))

    def shown(self, value: Keys, numbers: Numbers) -> str:  # noqa: ARG002
        """Return the keys as they are kept."""
        return kept_text(value)

    def _refuse_taken(self, key: str) -> None:
        if holder := self.assigned.holder(key, self.name):
            words = _("“{key}” is the key of “{action}”. Take it away there first, or press another one.")
            raise WrongValueError(words.format(key=said_keys([key]), action=self.actions[holder].text()))


def key_settings(actions: Actions, assigned: AssignedKeys) -> Sequence[Setting]:
    """Return the setting of each action, the three keys first."""
    names = dict.fromkeys((*THREE_KEYS, *actions))
    return [
        Setting(f"{KEYS}{name}", actions[name].text(), KeysKind(name, actions, assigned), subject=Subject.KEYS)
        for name in names
    ]
