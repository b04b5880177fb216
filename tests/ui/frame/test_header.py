"""The bar: which of its buttons is that of what is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from tests.ui.hands import Hands, Workshop

pytestmark = pytest.mark.thorough

Key = Qt.Key


def marked(hands: Hands) -> list[str]:
    """Return the words of the buttons that are marked."""
    buttons = hands.window.body.header.findChildren(QToolButton)
    return [button.text() for button in buttons if button.property("here")]


def test_the_button_of_what_is_in_sight_is_marked(hands: Hands) -> None:
    seen = [marked(hands)]
    for keys, held in ((Key.Key_F7, False), (Key.Key_J, True), (Key.Key_F6, False), (Key.Key_F7, False)):
        hands.press(keys, held=Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier)
        seen.append(marked(hands))
    assert seen == [["Job"], ["Home"], ["Jobs"], ["Job"], ["Home"]]


def test_the_fault_finder_has_its_button(workshop: Workshop, guide_with_faults: object) -> None:
    hands = workshop.open()
    hands.press(Key.Key_F2)
    assert marked(hands) == ["Find fault"]
    hands.window.body.show_job_view()
    assert marked(hands) == ["Job"]
