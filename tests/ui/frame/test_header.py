"""The bar: which of its buttons is that of what is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from tests.ui.hands import Hands, Workshop, settle

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


def test_of_a_title_that_would_be_cut_to_a_few_letters_nothing_is_shown(hands: Hands) -> None:
    hands.begin("button", "AB12 CDE")
    shown = hands.window.workbench.shown
    job = hands.window.body.header.findChild(QLabel, "job")
    assert shown and job  # noqa: PT018 - both are there
    titles = []
    for width in range(800, 1400, 20):
        hands.window.frame.resize(width, 768)
        settle()
        titles.append(job.text().partition("</b> · ")[2])
    assert {shown.guide.title, ""} <= set(titles)
    assert all(len(title) > 8 for title in titles if title.endswith("…"))
