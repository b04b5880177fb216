"""A button that unfolds something says whether that is unfolded."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.fold_button import FoldButton
from tests.ui.listening import Heard


def test_it_says_whether_it_is_unfolded(qtbot: QtBot, heard: Heard) -> None:
    button = FoldButton("Why this?")
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert told is not None
    assert (told.role(), told.state().collapsed) == (QAccessible.Role.Button, 1)
    acts = told.actionInterface()
    assert acts is not None
    acts.doAction("Press")
    assert (told.state().expanded, heard.take()) == (1, ["Unfolded."])
    button.click()
    assert heard.take() == ["Folded."]
