"""The choice of how numbers are written, in the menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action, Actions

NUMBERS_ACTS = {
    Action.NUMBERS_POINT: Numbers.POINT,
    Action.NUMBERS_COMMA: Numbers.COMMA,
    Action.NUMBERS_SPACE: Numbers.SPACE,
}


class NumbersChoice(QObject):
    """Marks how numbers are written; ``choose`` is called when the person has chosen otherwise."""

    def __init__(self, actions: Actions, choose: Callable[[Numbers], object], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        group = QActionGroup(self)
        for action, numbers in NUMBERS_ACTS.items():
            group.addAction(actions[action])
            actions[action].triggered.connect(partial(_chosen, choose, numbers))

    def show(self, numbers: Numbers) -> None:
        """Show how numbers are written."""
        for action, known in NUMBERS_ACTS.items():
            self._actions[action].setChecked(known is numbers)


def _chosen(choose: Callable[[Numbers], object], numbers: Numbers, _checked: bool = True) -> None:
    choose(numbers)
