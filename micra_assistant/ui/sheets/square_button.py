"""A small button with a sign on it, large enough for gloves."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def square_button(sign: str, words: str, act: Callable[[], object]) -> QPushButton:
    """Return a button that does something; ``words`` are for the tooltip and for those who do not see the sign."""
    button = QPushButton(sign)
    button.setProperty("kind", "square")
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that after a tap Space still prints
    button.clicked.connect(partial(_called, act))
    return button


def _called(act: Callable[[], object], _checked: bool = False) -> None:
    act()
