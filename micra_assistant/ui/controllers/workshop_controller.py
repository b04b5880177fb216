"""What holds for the whole workshop: shown and changed by the person, and looked at when others change it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from micra_assistant.errors import MicraError
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.numbers_choice import NumbersChoice
from micra_assistant.ui.style.look import Look
from micra_assistant.workshop.values import Workshop
from micra_assistant.workshop.workshopfile import WorkshopFile

_LOOKED_EVERY = 1000
"""Milliseconds between two looks at whether another window has changed it."""


class WorkshopController(QObject):
    """Lets the person change the settings of the workshop; what goes wrong is said by ``say_problem``.

    Signals:
        changed: something else holds now, so that everything is to be shown anew; not what ``change`` has changed.
    """

    changed = Signal()

    def __init__(
        self,
        workshop: WorkshopFile,
        actions: dict[Action, QAction],
        look: Callable[[], Look],
        say_problem: Callable[[str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workshop = workshop
        self._window = window
        self._look = look
        self._say_problem = say_problem
        self._seen = workshop.now
        self._said = ""
        self._numbers = NumbersChoice(actions, lambda numbers: self.change_all({"numbers": numbers}), self)
        self._numbers.show(self.now.numbers)
        self._watch = QTimer(self, interval=_LOOKED_EVERY)
        self._watch.timeout.connect(self.look)
        self._watch.start()

    @property
    def now(self) -> Workshop:
        """What holds now."""
        return self._workshop.now

    @property
    def handlers(self) -> dict[Action, Callable[[], object]]:
        """What the actions of this controller do."""
        return {Action.WORKSHOP: self.edit}

    def complaints(self) -> str:
        """Return what is wrong with the file, line by line, that was not said yet; nothing if nothing is."""
        words = "\n".join(map(str, self._workshop.complaints))
        new = words if words != self._said else ""
        self._said = words
        return new

    def look(self) -> None:
        """See whether the file was changed, here or elsewhere, and say what is wrong with it by now."""
        if self._workshop.now is not self._seen:
            self._seen = self._workshop.now
            self._tell()
            if complaints := self.complaints():
                self._say_problem(complaints)

    def change(self, values: Mapping[str, Any]) -> bool:
        """Give settings, by their names, other values, and return whether that could be kept; say it if not.

        Who calls this shows what it changes.
        """
        try:
            self._workshop.change(values)
        except MicraError as error:
            self._say_problem(str(error))
            return False
        self._seen = self._workshop.now
        return True

    def change_all(self, values: Mapping[str, Any]) -> None:
        """Do as ``change`` does, and have everything shown anew."""
        self.change(values)
        self._tell()

    def edit(self) -> None:
        """Show all settings, and keep those that the person changes."""
        from micra_assistant.ui.workshop_settings.workshop_dialog import WorkshopDialog  # noqa: PLC0415 - loaded when it is wanted

        values = WorkshopDialog.ask(self.now, self._workshop.file.parent, self._look(), self._window)
        if values:
            self.change_all(values)

    def _tell(self) -> None:
        self._numbers.show(self.now.numbers)
        self.changed.emit()
