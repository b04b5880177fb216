"""The settings, shown and changed by the person."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.actions import Action, Actions, Handlers
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.frame.numbers_choice import NumbersChoice
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.settings import SETTINGS, Setting, Subject
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.ui.assigned_keys import AssignedKeys
    from micra_assistant.ui.workshop.settings_dialog import SettingsDialog


class WorkshopController(QObject):
    """Lets the person change all settings, each as soon as it is chosen.

    ``folders`` are the places to be shown with them, each with what lies there; the first has the file of the settings.

    Signals:
        theme_wanted, scale_wanted: colours or text size were chosen; carries them, None to follow desktop and screen.
    """

    theme_wanted = Signal(object)
    scale_wanted = Signal(object)

    def __init__(
        self,
        settings: WorkshopSettings,
        appearance: Appearance,
        actions: Actions,
        assigned: "AssignedKeys",
        folders: Sequence[tuple[str, Path]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._appearance = appearance
        self._actions = actions
        self._assigned = assigned
        self._folders = folders
        self._window = window
        self._numbers = NumbersChoice(actions, lambda numbers: settings.change_all({"numbers": numbers}), self)
        self._dialog: SettingsDialog | None = None
        self._declared: dict[str, Setting] = {}
        self._show()
        settings.changed.connect(self._show)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.SETTINGS: self.edit}

    def edit(self) -> None:
        """Show all settings, and let each be changed."""
        from micra_assistant.ui.workshop.appearance_choices import APPEARANCE_SETTINGS  # noqa: PLC0415 - as below
        from micra_assistant.ui.workshop.key_settings import key_settings  # noqa: PLC0415 - as below
        from micra_assistant.ui.workshop.settings_dialog import SettingsDialog  # noqa: PLC0415 - loaded when wanted

        declared = (*APPEARANCE_SETTINGS, *SETTINGS.values(), *key_settings(self._actions, self._assigned))
        self._declared = {setting.key: setting for setting in declared}
        look = self._appearance.look.of_dialogs
        self._dialog = dialog = SettingsDialog(declared, self._value, self._usual, look, self._folders, self._window)
        dialog.add_act(_("All keys on one page"), self._actions[Action.KEYS])
        dialog.wanted.connect(self._change)
        dialog.reset_wanted.connect(self._reset)
        self._settings.failed.connect(dialog.say)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _show(self) -> None:
        """Show in the menu and in the dialog how it is now."""
        self._numbers.show(self._settings.now.numbers)
        if self._dialog:
            self._dialog.show_now(self._appearance.look.of_dialogs)

    def _value(self, setting: Setting) -> Any:
        from micra_assistant.ui.workshop.appearance_choices import chosen_of  # noqa: PLC0415 - as above

        match setting.subject:
            case Subject.APPEARANCE:
                return chosen_of(setting, self._appearance)
            case Subject.KEYS:
                return self._assigned.of(_action_of(setting))
            case _:
                return setting.of(self._settings.now)

    def _usual(self, setting: Setting) -> Any:
        """Return the value of a setting that nobody has changed."""
        from micra_assistant.ui.workshop.appearance_choices import nothing_chosen  # noqa: PLC0415 - as above

        match setting.subject:
            case Subject.APPEARANCE:
                return nothing_chosen(setting)
            case Subject.KEYS:
                return self._assigned.usual(_action_of(setting))
            case _:
                return setting.of(Workshop())

    def _change(self, key: str, value: Any) -> None:
        setting = self._declared[key]
        match setting.subject:
            case Subject.APPEARANCE:
                self._change_look(key, value)
            case Subject.KEYS:
                self._assigned.choose(_action_of(setting), value)
            case _ if value != setting.of(self._settings.now):
                self._settings.change_all({key: value})
        self._show()

    def _change_look(self, key: str, value: Any) -> None:
        from micra_assistant.ui.workshop import appearance_choices  # noqa: PLC0415 - as above

        if key == appearance_choices.THEME:
            self.theme_wanted.emit(appearance_choices.theme_of(value))
        else:
            self.scale_wanted.emit(appearance_choices.scale_of(value))

    def _reset(self, key: str) -> None:
        self._change(key, self._usual(self._declared[key]))


def _action_of(setting: Setting) -> Action:
    from micra_assistant.ui.workshop.key_settings import KEYS  # noqa: PLC0415 - as above

    return Action(setting.key.removeprefix(KEYS))
