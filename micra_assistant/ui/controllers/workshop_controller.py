"""The settings of the workshop, shown and changed by the person."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.actions import Action, Actions, Handlers
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.frame.numbers_choice import NumbersChoice
from micra_assistant.ui.workshop_settings import WorkshopSettings


class WorkshopController(QObject):
    """Lets the person change what holds for the whole workshop; files of it are kept in a ``folder``."""

    def __init__(
        self, settings: WorkshopSettings, appearance: Appearance, actions: Actions, folder: Path, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._appearance = appearance
        self._folder = folder
        self._window = window
        self._numbers = NumbersChoice(actions, lambda numbers: settings.change_all({"numbers": numbers}), self)
        self._mark()
        settings.changed.connect(self._mark)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.WORKSHOP: self.edit}

    def edit(self) -> None:
        """Show all settings, and keep those that the person changes."""
        from micra_assistant.ui.workshop.workshop_dialog import WorkshopDialog  # noqa: PLC0415 - loaded when it is wanted

        look = self._appearance.look
        if values := WorkshopDialog.ask(self._settings.now, self._folder, look, self._window):
            self._settings.change_all(values)

    def _mark(self) -> None:
        self._numbers.show(self._settings.now.numbers)
