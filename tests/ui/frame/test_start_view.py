"""The first thing a new user sees."""

import shutil

from PySide6.QtCore import Qt

from micra_assistant import assets
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Workshop

Key = Qt.Key
COMPLAINTS = """
[[complaints]]
title = "It stays shut"
step = "power-off"

[[complaints]]
title = "It opens by itself"
step = "measure"
"""


def complain(workshop: Workshop) -> None:
    """Give the guide two complaints."""
    head = workshop.guides / "button" / "guide.toml"
    head.write_text(head.read_text(encoding="utf-8") + COMPLAINTS, encoding="utf-8")


def test_a_tap_on_a_complaint_begins_the_job(workshop: Workshop) -> None:
    complain(workshop)
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands = workshop.open()
    assert "What is wrong with the car?" in hands.text
    assert hands.window.workbench.shown is None
    hands.tap(hands.button("It opens by itself"))
    assert (hands.step, "Job 0001" in hands.text) == ("measure", True)
    assert "What is wrong with the car?" not in hands.text
    workshop.close()
    assert workshop.open().step == "measure"


def test_keys_reach_every_complaint(workshop: Workshop) -> None:
    complain(workshop)
    hands = workshop.open()
    hands.press(Key.Key_PageDown, Key.Key_Down)
    hands.button("It stays shut").setFocus()
    hands.press(Key.Key_Tab, Key.Key_Space)
    assert hands.step == "measure"


def test_one_complaint_needs_no_question(workshop: Workshop) -> None:
    assert workshop.open().step == "look"


def test_the_complaint_chosen_is_not_asked_for_again(workshop: Workshop) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.tap(hands.button("The tailgate opens by itself or will not stay locked"))
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    workshop.close()
    finder = Finder(workshop.open())
    finder.open()
    assert finder.open_job.state.model == "faults-opens.toml"
    assert "Which of these is it?" not in finder.text
