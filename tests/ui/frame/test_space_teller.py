"""What is said when Space does something else."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.frame.space_teller import SpaceTeller
from micra_assistant.ui.three_keys import KeyAct
from tests.ui.hands import settle
from tests.ui.listening import Heard

TICK, KEEP = KeyAct("Tick", "Doors lock"), KeyAct("Keep 12 V", "Battery")


class Window(QWidget):
    """A window with a field and a button, whose focus a test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Back")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.teller = SpaceTeller(self)
        self.setFocus()


@pytest.fixture
def window(qtbot: QtBot, heard: Heard) -> Window:
    """Return a window in front, in which nothing has the focus."""
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.setFocus()
    settle()
    heard.take()
    return window


def test_another_act_is_said_once(window: Window, heard: Heard) -> None:
    window.teller.tell(TICK)
    window.teller.tell(TICK)
    window.teller.tell(KeyAct("Nothing"))
    assert heard.take() == ["Tick: Doors lock", "Nothing"]


def test_what_has_just_got_the_focus_says_it_itself(window: Window, heard: Heard) -> None:
    window.button.setFocus()
    window.teller.tell(TICK)
    window.field.setFocus()
    window.teller.tell(KEEP)
    assert heard.take() == []


def test_nothing_is_said_between_letters_that_are_typed(window: Window, heard: Heard) -> None:
    window.field.setFocus()
    window.teller.tell(TICK)
    window.field.setText("12")
    window.teller.tell(KEEP)
    assert heard.take() == []
    window.teller.tell(KeyAct("Type OL", "Battery"))
    assert heard.take() == ["Type OL: Battery"]


def test_the_passing_of_time_is_not_said(window: Window, heard: Heard) -> None:
    for left in ("3 s", "2 s"):
        window.teller.tell(KeyAct(f"Wait: still {left}", "Fumes gone", counts_down=True))
    window.teller.tell(TICK)
    assert heard.take() == ["Wait: still 3 s: Fumes gone", "Tick: Doors lock"]
