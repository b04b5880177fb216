"""Guide, printed tree, finder and parts advice say the same: a test walks each of them on the same finding."""

import re
from decimal import Decimal

import pytest

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import Answered, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Reading
from micra_assistant.parts.options import read_parts
from tests.diagnosis.test_shipped_models import MODELS, steps_of
from tests.shipped import LIBRARY
from tests.test_coverage import words_of

pytestmark = pytest.mark.thorough

TAILGATE = LIBRARY.guide("tailgate-button")
TREE = (TAILGATE.folder / "diagrams/find-the-fault.svg").read_text(encoding="utf-8")
LOOKS = {
    "unlocked": "no",
    "feel": "normal",
    "latch-sound": "silent",
    "lamps": "work",
    "now-and-then": "sudden",
    "pad": "whole",
    "fuses": "good",
}
"""The free looks of a car whose button is silent."""


def car(model: Model, **answers: str) -> Case:
    """Return a car on which the free looks were taken and these answers found, all gates done."""
    gates = {gate for step in steps_of(model) for gate in step.gates}
    found = (Answered(test.replace("_", "-"), answer) for test, answer in {**LOOKS, **answers}.items())
    return Case(model, model.rate_per_hour, found, items=gates)


def first_repair(case: Case) -> str:
    """Return the repair that is advised once the plug was seen to be clean."""
    advice = advise(case)
    return advice.goal.id if advice.goal.kind is MoveKind.REPAIR else ""


def ohms(typed: str) -> str:
    """Return the answer of the finder to a reading of the button, the leads taken off."""
    item = TAILGATE.find_item("pressed")
    assert isinstance(item, Reading)
    return answer_typed(MODELS["tailgate-button"].test("button-ohms"), item, typed, Decimal(0))


NEW_BUTTONS = {"new-original", "new-analogue", "used-button"}


@pytest.mark.parametrize(("typed", "repairs"), [("8.2", {"clean-button"}), ("14", NEW_BUTTONS), ("OL", NEW_BUTTONS)])
def test_what_a_reading_of_the_button_leads_to(typed: str, repairs: set[str]) -> None:
    case = car(MODELS["tailgate-button"], plug_look="clean", button_ohms=ohms(typed))
    assert first_repair(case) in repairs


def test_the_guide_and_the_tree_say_the_same_of_that_reading() -> None:
    assert "Pressed 1 to 10 Ω or jumping, or released not OL: clean once." in words_of(TAILGATE.step("clean-once"))
    assert "Pressed above 10 Ω or OL: do not clean, replace it." in words_of(TAILGATE.step("clean-once"))
    assert re.search(r"1–10 Ω: clean once</text>.*?Over: <tspan[^>]*>replace it", TREE)
    results = words_of(TAILGATE.step("results"))
    assert "Over 10 Ω, or OL Button worn Take it out" in results


def test_a_button_that_still_reads_badly_once_cleaned_is_the_suspect_and_not_the_wire() -> None:
    case = car(MODELS["tailgate-button"], plug_look="clean", button_ohms="poor")
    case = case.found(Repaired("clean-button", Outcome.NO_CHANGE))
    assert max(case.shares, key=case.shares.__getitem__) in ("contacts", "dirty")
    assert advise(case).goal.id == "button-ohms"
    case = case.found(Answered("button-ohms", "poor"), Answered("signal", "stays"))
    assert max(case.shares, key=case.shares.__getitem__) in ("contacts", "dirty")
    assert first_repair(case) in NEW_BUTTONS


def test_a_button_that_was_measured_good_once_cleaned_is_no_suspect() -> None:
    case = car(MODELS["tailgate-button"], plug_look="clean", button_ohms="poor")
    case = case.found(Answered("button-ohms", "good"), Repaired("clean-button", Outcome.NO_CHANGE))
    assert max(case.shares, key=case.shares.__getitem__) not in ("contacts", "dirty", "press")
    assert "retest-pressed" in MODELS["tailgate-button"].test("button-ohms").again


def test_dead_lamps_lead_to_the_sleeve() -> None:
    assert advise(car(MODELS["tailgate-button"], lamps="dead")).goal.id == "sleeve"
    assert "Open it, trim off:" in TREE
    assert "then the sleeve" in words_of(TAILGATE.step("which-way"))


def test_the_parts_that_the_finder_advises_are_those_of_the_table() -> None:
    guides = {way.complaint.title: LIBRARY.guide(way.guide) for way in LIBRARY.ways_in()}
    for model in MODELS.values():
        parts = read_parts(guides[model.title].folder)
        assert parts is not None
        prices = {option.id: sum(option.amounts, Decimal(0)) / 2 for option in parts.options if option.amounts}
        for repair in model.repairs:
            if repair.option in prices:
                assert repair.cost.money == prices[repair.option], repair.id


KEY = LIBRARY.guide("remote-key")
KEY_TREE = (KEY.folder / "diagrams/which-way.svg").read_text(encoding="utf-8")
NOT_ITS_BATTERY = {
    "one_button": "none",
    "before": "nothing",
    "cell_volts": "good",
    "swap": "dead",
    "board_look": "whole",
}
BOARD_DEAD = {**NOT_ITS_BATTERY, "bare_switch": "dead"}
FINDINGS = (
    ("one", {"one_button": "one"}, "buttons", "worn button,", "one-key-dead", "the other button is worn"),
    ("one", {"one_button": "none", "swap": "works"}, "cell", "key battery", "swap-cells", "fit a new one"),
    (
        "one",
        {**NOT_ITS_BATTERY, "bare_switch": "works"},
        "buttons",
        "rubber or case",
        "dead-board",
        "The rubber or the case",
    ),
    ("one", {**BOARD_DEAD, "tester": "silent"}, "board", "right key", "dead-board", "It does not: the right key"),
    (
        "one",
        {**BOARD_DEAD, "tester": "sends"},
        "registration",
        "Have the remote",
        "dead-board",
        "It sends: registration",
    ),
    (
        "stopped",
        {"both_keys": "both", "elsewhere": "works"},
        "place",
        "switch, or place",
        "other-place",
        "The place is at fault",
    ),
    ("stopped", {"both_keys": "both", "cell_volts": "low"}, "cells", "batteries", "other-place", "key batteries"),
    (
        "new",
        {"older_key": "works", "market": "differ"},
        "frequency",
        "right key",
        "frequencies",
        "Only the right key helps",
    ),
)


@pytest.mark.parametrize(("model", "answers", "fault", "drawn", "step", "said"), FINDINGS)
def test_guide_tree_and_finder_say_the_same_of_a_key(
    model: str, answers: dict[str, str], fault: str, drawn: str, step: str, said: str
) -> None:
    known = MODELS[f"remote-key-{model}"]
    gates = {gate for move in steps_of(known) for gate in move.gates}
    found = (Answered(test.replace("_", "-"), answer) for test, answer in answers.items())
    case = Case(known, known.rate_per_hour, found, items=gates)
    assert max(case.shares, key=case.shares.__getitem__) == fault
    assert f">{drawn}</text>" in KEY_TREE
    assert said in words_of(KEY.step(step))


WAYS = {
    "both-keys-stopped": {
        "locks the doors?": "try-keys",
        "Hazards flash,": "hazards",
        "Works key out,": "remote-blocked",
        "or elsewhere?": "other-place",
        "Battery of each": "key-battery",
        "Car battery, fuses,": "fuses",
        "plugs good?": "loose-connector",
    },
    "one-key-dead": {
        "pressed twice?": "one-key-dead",
        "good battery?": "swap-cells",
        "bare board?": "dead-board",
    },
    "new-key": {
        "buttons good?": "new-key",
        "Frequency fits": "frequencies",
        "from one key?": "mixed-key",
        "there: works now?": "registration",
    },
}


def test_the_tree_has_a_way_for_each_complaint_in_the_order_of_the_pages() -> None:
    assert WAYS.keys() == {complaint.step for complaint in KEY.complaints}
    order = [step.id for step in KEY.steps]
    for asked in WAYS.values():
        drawn = [KEY_TREE.index(f">{words}</text>") for words in asked]
        assert drawn == sorted(drawn)
        pages = [order.index(step) for step in asked.values()]
        assert pages == sorted(pages)
