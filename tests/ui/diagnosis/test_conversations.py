"""A whole conversation for each complaint of the shipped guides, from the first question to the verdict."""

import pytest

from tests.ui.conftest import Begin
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import settle

pytestmark = [pytest.mark.usefixtures("guide_with_faults"), pytest.mark.thorough]


def pass_gate(finder: Finder, gate: str) -> None:
    """Go from the finder to an item that comes first, tick it there and what it waits for, and come back."""
    assert finder.question.startswith("First: ")
    finder.say("Go there")
    checklist = finder.open_job.checklist
    while (first := checklist.first_before(checklist.line(gate).item)).id != gate:
        tick(finder, first.id)
        checklist = finder.open_job.checklist
    tick(finder, gate)
    finder.open()


def tick(finder: Finder, item: str) -> None:
    """Tick an item in the guide, with the second act if it needs one."""
    hands = finder.hands
    hands.window.workbench.show_line(finder.open_job.guide.step_of(item).id, item)
    settle()
    hands.tap(hands.row(item))
    if hands.question:
        hands.confirm()


def test_the_tailgate_no_longer_opens_from_its_button(begin: Begin) -> None:
    finder = begin("tailgate-button")
    finder.play(
        "Which of these is it? → The tailgate no longer opens",
        "you listen at the latch → Nothing",
        "Car standing, all doors unlocked → No, it stays shut",
        "Press the button. How does it feel? → As it always did",
        "the rear wiper and the high brake light → All of them work",
        "Check the car battery and the locking fuses → Battery and fuses are good",
        "how did it stop? → From one day to the next",
    )
    pass_gate(finder, "open-clear")
    finder.play("Feel the rubber pad → The pad is whole")
    pass_gate(finder, "live-clear")
    finder.play("volts on the signal wire → About 12 V, and it stays there; ground at 0 V")
    pass_gate(finder, "dead-sure")
    pass_gate(finder, "unplug")
    assert finder.question == "Measure the button in ohms, pressed, the leads taken off"
    finder.hands.type("0.3")
    finder.hands.type("OL")
    pass_gate(finder, "replace-sure")
    assert "button" in finder.question
    finder.say("Cured")
    assert finder.question.startswith("The fault was most likely: Button contacts worn out")


def test_both_keys_used_to_lock_the_car_and_stopped(begin: Begin) -> None:
    finder = begin("remote-key")
    finder.play(
        "Which of these is it? → Both keys",
        "Press the switch inside → Yes, all doors",
        "first key, then the spare key → Both are dead",
        "What was done just before it stopped? → A key was made or programmed",
        "you listen at each door → All of them",
        "Key out, doors and tailgate shut hard → Lamps out, no chime",
        "press lock twice in a row → Done, it changed nothing",
        "Press lock and unlock. What do hazards and door knobs do? → No flash",
    )
    pass_gate(finder, "cells-safe")
    finder.hands.type("3")
    pass_gate(finder, "all-keys")
    finder.play("Have all keys registered → Cured")
    assert finder.question.startswith("The fault was most likely: The car no longer knows the keys")


def test_a_new_key_never_worked(begin: Begin) -> None:
    finder = begin("remote-key")
    finder.play("Which of these is it? → A new or replacement key")
    finder.play(
        "Does an older key of this car still lock it? → Yes",
        "Is the board, or the whole key, from another car? → Yes",
        "Ask whoever made the key → Nobody knows",
    )
    pass_gate(finder, "cells-safe")
    finder.play("Where is the chip → Loose in the case")
    assert finder.question == "Volts of the key battery, out of the key?"
    finder.hands.type("3")
    pass_gate(finder, "all-keys")
    finder.play("Have the right remote key made → Cured")
    assert finder.question == "The fault was most likely: Mixed key: the board still belongs to another car"


def test_the_tailgate_opens_by_itself_or_will_not_stay_locked(begin: Begin) -> None:
    finder = begin("tailgate-button")
    finder.play(
        "Which of these is it? → The tailgate opens by itself",
        "how does it open? → The latch clicks",
        "when does it happen? → In rain",
        "does it click and come back by itself? → Yes",
        "Look at the rubber pad of the button → Torn or holed",
        "do all handles hold, is the driver's knob down? → All locked",
    )
    pass_gate(finder, "claw-clear")
    finder.play("Push the claw shut → It holds")
    pass_gate(finder, "dead-sure")
    pass_gate(finder, "unplug")
    assert finder.question == "Measure the button in ohms, released, unplugged"
    finder.hands.type("0.5")
    finder.play("Dry and clean the button → Cured")
    assert finder.question == "The fault was most likely: Water in the button: it acts like a press"


def test_one_key_is_dead_the_other_works(begin: Begin) -> None:
    finder = begin("remote-key")
    finder.play(
        "Which of these is it? → One key is dead",
        "does one of its buttons still work? → None of them",
        "What came before? → The range got shorter",
    )
    pass_gate(finder, "cells-safe")
    assert finder.question == "Volts of the key battery, out of the key?"
    finder.hands.type("2.1")
    finder.play("New battery of the type read off the old one → Cured")
    assert finder.question == "The fault was most likely: Its battery is empty or badly seated"
