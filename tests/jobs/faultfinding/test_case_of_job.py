"""What a job knows about its fault: by what was said, and by what stands on its checklist."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Diagnosed, Entered, FaultSought, Opened, Ticked, Undone, new_event
from micra_assistant.jobs.faultfinding.case_of_job import case_of, complaint_of
from micra_assistant.jobs.history import History
from tests.builders import HEAD, literal, state_after
from tests.diagnosis.lamp import LAMP, changed, guide_with, read_in
from tests.jobs.faultfinding.talks import SHIPPED

FILE, OTHER_FILE = "faults.toml", "faults-flicker.toml"
COMPLAINTS = """
    [[complaints]]
    title = "The plate light is dark"
    step = "measure"
    faults = "faults.toml"

    [[complaints]]
    title = "It flickers"
    step = "measure"
    faults = "faults-flicker.toml"
    """
PAGE = """
    # Page {: #page }

    ## Measure {: #measure }

    !!! warning "Short circuit"
        A spark burns you. Take the negative off.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }

    !!! warning "Power not gone"
        A charger may hold it. Measure first.

        - [ ] Power gone {: #gone unit="V" max="1" }

    - [ ] Leads {: #leads unit="Ω" }
    - [ ] Pressed {: #pressed unit="Ω" minus="leads" }

    ## Close {: #close }

    - [ ] Negative on {: #on undoes="off" }
    """
OHMS = Move(MoveKind.TEST, "ohms")
MODEL = changed(
    'answers = { good = "Good", blown = "Blown" }',
    'answers = { good = "Good", blown = "Blown" }\nitem = "pressed"\ngates = ["off", "gone"]\n'
    "limits = { good = { to = 1 }, blown = { from = 1 } }",
)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with two models; a test of the first is behind two gates, one of which is put back at the end."""
    files = {"10-page.md": PAGE, "guide.toml": literal(HEAD) + literal(COMPLAINTS), FILE: MODEL, OTHER_FILE: LAMP}
    return guide_with(tmp_path_factory.mktemp("finding"), files)


def case_after(guide: Guide, *acts: AnyAct) -> Case:
    """Return what a job knows in which this was done."""
    return case_of(read_in(guide), FILE, Decimal(60), guide, state_after(*acts))


def sought(guide: Guide, *acts: AnyAct) -> str:
    """Return the model that the fault of a job is sought with."""
    complaint = complaint_of(guide, state_after(*acts))
    return complaint.faults if complaint else ""


TAKEN_APART: tuple[AnyAct, ...] = (Ticked("negative-off"), Ticked("panel-off"), Entered("leads", "0.2"))
MEND_WIRE = Move(MoveKind.REPAIR, "mend-wire")


def tailgate_after(*acts: AnyAct) -> Case:
    """Return what a job with the shipped guide of the tailgate knows, in which this was done."""
    shipped, _complaint, known = SHIPPED["tailgate-button"]
    return case_of(known.model, "faults.toml", known.model.rate_per_hour, shipped, state_after(*acts))


@pytest.mark.parametrize("typed", ["OL", "14"])
def test_a_wire_that_was_measured_broken_is_mended(typed: str) -> None:
    case = tailgate_after(*TAKEN_APART, Entered("pressed", "0.4"), Entered("wire-ohms", typed))
    assert case.open_gates(MEND_WIRE) == ()
    assert advise(case).goal == MEND_WIRE


@pytest.mark.parametrize(("typed", "met"), [("", False), ("torn", False), ("0.1", False), ("0.4", True), ("OL", True)])
def test_a_look_is_met_by_what_says_something_of_the_car(typed: str, met: bool) -> None:
    """Less than the leads says nothing: both are measured again."""
    case = tailgate_after(*TAKEN_APART, Entered("wire-ohms", typed))
    assert (case.open_gates(MEND_WIRE) == ()) is met


def test_nobody_listens_to_a_car_without_power() -> None:
    """Every car is silent while its battery is off, or its button is unplugged."""
    listen = Move(MoveKind.TEST, "latch-sound")
    assert tailgate_after().is_left(listen)
    for opened, put_back in (("negative-off", "negative-on-live"), ("unplug", "plug-live")):
        assert not tailgate_after(Ticked(opened)).is_left(listen)
        assert tailgate_after(Ticked(opened), Ticked(put_back)).is_left(listen)
    assert not tailgate_after(Ticked("negative-off-again")).is_left(listen), "whatever took it off"


def test_what_is_bad_with_the_power_off_is_not_asked_after_by_listening() -> None:
    case = tailgate_after(*TAKEN_APART, Ticked("unplug"), Entered("pressed", "14"))
    assert advise(case).goal.id not in ("latch-sound", "unlocked", "lamps", "pad", "tool")


@pytest.mark.parametrize(("typed", "answer"), [("0.7", "good"), ("7.9", "poor")])
def test_what_is_measured_again_after_a_repair_is_the_answer(typed: str, answer: str) -> None:
    case = tailgate_after(*TAKEN_APART, Entered("pressed", "8.5"), Entered("retest-pressed", typed))
    assert case.answers["button-ohms"].answer == answer


def test_a_bad_reading_outlives_the_repair_that_did_not_cure_it() -> None:
    cleaned = Diagnosed("faults.toml", Repaired("clean-button", Outcome.NO_CHANGE), "Cleaned")
    case = tailgate_after(*TAKEN_APART, Entered("pressed", "8.5"), cleaned)
    assert case.answers["button-ohms"].answer == "poor"
    assert max(case.shares, key=case.shares.__getitem__) in ("contacts", "dirty")


CLEANED = Diagnosed("faults.toml", Repaired("clean-button", Outcome.NO_CHANGE), "Cleaned")


def test_a_repair_is_over_once_it_was_measured_again_before_or_after_it_was_said_to_have_changed_nothing() -> None:
    bad, again = Entered("pressed", "8.5"), Entered("retest-pressed", "0.7")
    assert tailgate_after(*TAKEN_APART, bad, CLEANED).again == {"button-ohms"}
    for acts in ((bad, CLEANED, again), (bad, again, CLEANED)):
        case = tailgate_after(*TAKEN_APART, *acts)
        assert case.again == frozenset()
        assert case.answers["button-ohms"].answer == "good"


def test_what_was_measured_again_after_one_repair_does_not_end_the_next() -> None:
    cleaned_twice = (Entered("pressed", "8.5"), Entered("retest-pressed", "7.9"), CLEANED, CLEANED)
    assert tailgate_after(*TAKEN_APART, *cleaned_twice).again == {"button-ohms"}


def test_a_state_is_met_whatever_brought_the_car_there() -> None:
    test = (Ticked("negative-on-live"), Ticked("negative-off-again"))
    assert "negative-off" in tailgate_after(*TAKEN_APART).items
    assert "negative-off" not in tailgate_after(*TAKEN_APART, test[0]).items
    assert "negative-off" in tailgate_after(*TAKEN_APART, *test).items


def test_what_confirms_a_state_is_asked_again_once_that_was_ended() -> None:
    sure = (Ticked("prop"), *TAKEN_APART, Ticked("dead-sure"))
    assert "dead-sure" in tailgate_after(*sure).items
    assert "dead-sure" not in tailgate_after(*sure, Ticked("negative-on-live"), Ticked("negative-off-again")).items


@pytest.mark.parametrize(("typed", "left"), [("0.5", ()), ("12", ("gone",))])
def test_a_reading_in_a_warning_protects_hands_and_must_be_right(
    guide: Guide, typed: str, left: tuple[str, ...]
) -> None:
    assert case_after(guide, Ticked("off"), Entered("gone", typed)).open_gates(OHMS) == left


def test_a_gate_that_was_put_back_is_to_be_passed_again(guide: Guide) -> None:
    passed = (Ticked("off"), Entered("gone", "0"))
    assert case_after(guide, *passed).open_gates(OHMS) == ()
    assert case_after(guide, *passed, Ticked("on")).open_gates(OHMS) == ("off",)


def test_a_gate_whose_reading_is_wrong_is_not_passed(guide: Guide) -> None:
    assert case_after(guide, Ticked("off"), Entered("gone", "12")).open_gates(OHMS) == ("gone",)


def test_a_reading_answers_once_the_leads_are_taken_off(guide: Guide) -> None:
    case = case_after(guide, Entered("leads", "0.5"), Entered("pressed", "1.2"))
    assert case.answers["ohms"].answer == "good"


def test_of_two_answers_to_a_test_the_later_holds_wherever_it_was_given(guide: Guide) -> None:
    said = Diagnosed(FILE, Answered("ohms", "blown"), "")
    measured = (Entered("leads", "0.2"), Entered("pressed", "0.6"))
    assert case_after(guide, said, *measured).answers["ohms"].answer == "good"
    assert case_after(guide, *measured, said).answers["ohms"].answer == "blown"


def test_what_was_found_with_another_model_does_not_count(guide: Guide) -> None:
    assert case_after(guide, Diagnosed(OTHER_FILE, Answered("look", "broken"), "")).answers == {}


def test_the_complaint_is_the_one_sought_with_last_else_that_of_the_job(guide: Guide) -> None:
    opened = Opened("button", "1", complaint="The plate light is dark")
    assert sought(guide, opened, FaultSought(OTHER_FILE)) == OTHER_FILE
    assert sought(guide, opened) == FILE
    assert sought(guide, Opened("button", "1", complaint="Smoke")) == "", "that has to be asked"


def test_a_job_begun_in_english_keeps_its_complaint_in_another_language(guide: Guide) -> None:
    last = guide.complaints[-1]
    here = replace(last, title="Лампа не горит")
    translated = replace(guide, complaints=(*guide.complaints[:-1], here), words={last.title: here.title})
    assert sought(translated, Opened("button", "1", complaint=last.title)) == last.faults
    assert sought(translated, Opened("button", "1", complaint=here.title)) == last.faults
    assert translated.complaint_titles >= {last.title, here.title}


def test_a_reading_that_is_typed_again_counts_from_then_on(guide: Guide) -> None:
    typed, said, again = Entered("pressed", "0.4"), Answered("ohms", "blown"), Entered("pressed", "0.3")
    leads = Entered("leads", "0.1")
    held = [case_after(guide, leads, *acts).answers["ohms"].answer for acts in _orders(typed, said, again)]
    assert held == ["blown", "good", "good"]


def _orders(typed: Entered, said: Answered, again: Entered) -> tuple[tuple[AnyAct, ...], ...]:
    answer = Diagnosed(FILE, said, "")
    return (typed, answer), (typed, answer, again), (answer, typed)


def test_a_second_typing_that_is_undone_counts_for_nothing() -> None:
    again = new_event("", 3, Entered("pressed", "0.3"))
    events = [new_event("", 1, Entered("pressed", "0.4")), new_event("", 2, Ticked("off")), again]
    before = History(tuple(events))
    assert before.state.counts_from("pressed") == 3
    undone = History((*events, new_event("", 4, Undone(again.id))))
    assert undone.state.counts_from("pressed") == 1


def test_what_is_taken_back_and_typed_anew_counts_from_then_on() -> None:
    acts = (Entered("pressed", "0.4"), Entered("pressed", "0.3"), Entered("pressed", ""), Entered("pressed", "0.5"))
    state = state_after(*acts)
    assert state.counts_from("pressed") == state.since["pressed"] == state.turn


BACK = '[[back]]\nopened = "off"\nline = "on"\nminutes = 1\n\n[[faults]]\nid = "bulb"'
SECOND = '- [ ] Off again {: #off-again undo="Connect the negative" state="negative off" }\n\n    ## Close'


@pytest.mark.parametrize(
    ("acts", "stays"),
    [
        ([], False),
        ([Ticked("off")], False),
        ([Ticked("off-again")], True),
        ([Ticked("off"), Ticked("on"), Ticked("off-again")], True),
    ],
    ids=["on", "off", "off by another line", "its line was done before"],
)
def test_a_line_puts_back_only_what_it_can(tmp_path: Path, acts: list[AnyAct], stays: bool) -> None:
    model = changed('[[faults]]\nid = "bulb"', BACK, MODEL)
    files = {"10-page.md": PAGE.replace("## Close", SECOND), "guide.toml": HEAD, FILE: model}
    guide = guide_with(tmp_path, files)
    case = case_of(read_in(guide), FILE, Decimal(60), guide, state_after(*acts))
    assert case.stays == ({"off"} if stays else set())
