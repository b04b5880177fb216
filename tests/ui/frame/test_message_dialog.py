"""A question that one button says yes to: no key that was meant for something else answers it so."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.ui.frame.message_dialog import MessageDialog
from tests.ui.hands import Workshop, settle
from tests.ui.in_sight import button

WORDS = ["All is replaced.", "All is replaced, and much is to be said of that. " * 60]
"""As they are all seen, and as they roll."""


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_cancels_until_yes_is_marked(workshop: Workshop, key: Qt.Key, words: str) -> None:
    hands, said = workshop.open(), list[str]()
    dialog = MessageDialog("Restore?", words, hands.window.appearance.look.of_dialogs, hands.window)
    dialog.finished.connect(lambda result: said.append(f"closed {result}"))
    dialog.ask("Restore", lambda: said.append("yes"))
    settle()
    assert button(dialog, "Cancel").hasFocus()
    hands.press(key)
    assert said == ["closed 0"]


def test_yes_is_said_by_its_button(workshop: Workshop) -> None:
    hands, said = workshop.open(), list[str]()
    dialog = MessageDialog("Restore?", WORDS[0], hands.window.appearance.look.of_dialogs, hands.window)
    dialog.ask("Restore", lambda: said.append("yes"))
    settle()
    button(dialog, "Restore").click()
    assert said == ["yes"]
