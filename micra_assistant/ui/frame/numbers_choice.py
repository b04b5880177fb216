"""The choice of how numbers are written, in the menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.settings import Settings

NUMBERS_ACTS = {
    Action.NUMBERS_POINT: Numbers.POINT,
    Action.NUMBERS_COMMA: Numbers.COMMA,
    Action.NUMBERS_SPACE: Numbers.SPACE,
}


class NumbersChoice(QObject):
    """Keeps in the settings how numbers are written; ``changed`` is called when the person has chosen otherwise."""

    def __init__(self, actions: Actions, settings: Settings, changed: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._changed = changed
        group = QActionGroup(self)
        for act, numbers in NUMBERS_ACTS.items():
            group.addAction(actions[act])
            actions[act].setChecked(numbers is settings.numbers)
            actions[act].triggered.connect(partial(self._on_chosen, numbers))

    def _on_chosen(self, numbers: Numbers, _checked: bool = True) -> None:
        self._settings.numbers = numbers
        self._changed()
