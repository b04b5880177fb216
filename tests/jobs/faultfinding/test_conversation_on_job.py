"""A conversation on a job whose checklist says what is done, with the lamp that is small enough to follow by hand."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.cli.fault_talk import FaultTalk
from micra_assistant.diagnosis.fault_model import Limits, Model
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome
from micra_assistant.guide.model import Complaint, Count, Reading, Tick, Words, Written
from micra_assistant.jobs.events import (
    AnyAct,
    Diagnosed,
    Entered,
    FaultSought,
    MoveChosen,
    StepShown,
    Ticked,
    Unticked,
    WaitBegun,
)
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.learned_model import LearnedModel
from micra_assistant.jobs.faultfinding.question import DONE
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, VOLTS, WIRE, lamp
from tests.jobs.faultfinding.talks import no_own_rate, talk_about, talk_on_job, tick
from tests.spaces import spaced

KEY_OUT, BATTERY_OFF = tick("key-out", "Key out"), tick("battery-off", "Battery off")
LEADS = Reading(id="leads", label=(Words("Leads"),), unit="V")
VOLTAGE = Reading(id="lamp-volts", label=(Words("Voltage"),), unit="V")


def acts_of(now: Conversation) -> list[AnyAct]:
    """Return what was done on the job after it was begun."""
    return [event.act for event in now.inquiry.open_job.history.events[1:]]


def measured() -> Model:
    """Return the lamp whose voltage is a reading of the guide."""
    limits = (Limits("there", Decimal(11)), Limits("none", None, Decimal(1)))
    tests = (replace(t, item="lamp-volts", limits=limits) if t.id == "volts" else t for t in lamp().tests)
    return replace(lamp(), tests=tuple(tests))


def gated_by(*gates: str) -> Model:
    """Return the lamp at whose filament nobody may look before these items are done."""
    return replace(lamp(), tests=(replace(lamp().tests[0], gates=gates), *lamp().tests[1:]))


def test_a_gate_stays_done_for_the_next_step(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, gated_by("key-out"), KEY_OUT, BATTERY_OFF)
    now.answer(DONE)
    assert (now.asked, acts_of(now)) == (LOOK, [FaultSought("faults.toml"), Ticked("key-out")])
    now.answer("whole")
    now.choose(WIRE)
    assert now.asked == Move(MoveKind.GATE, "battery-off")


def test_gates_of_a_page_come_in_their_order(nowhere: SqliteStore) -> None:
    first = Tick(id="propped", label=(Words("Propped"),), gate=True)
    now = talk_on_job(nowhere, gated_by("key-out"), first, KEY_OUT)
    assert now.question == "Propped"
    now.answer(DONE)
    assert now.question == "Key out"
    now.answer(DONE)
    assert now.asked == LOOK


def test_a_gate_that_is_a_reading_is_typed_after_what_is_taken_off_it(nowhere: SqliteStore) -> None:
    gate = Reading(id="no-power", label=(Words("No power"),), unit="V", high=Decimal(1), minus="leads", gate=True)
    now = talk_on_job(nowhere, gated_by("no-power"), LEADS, gate)
    assert (now.question, dict(now.answers), now.unit) == ("Leads", {}, "V")
    now.type("0.5")
    now.number(12)
    assert now.question == "No power (12 is not as it must be)"
    now.type("0.6")
    assert now.asked == LOOK
    assert acts_of(now)[1:] == [Entered("leads", "0.5"), Entered("no-power", "12"), Entered("no-power", "0.6")]


@pytest.mark.parametrize("typed", ["0.6", "12"])
def test_a_reading_outside_a_warning_is_a_look_and_met_once_it_is_measured(nowhere: SqliteStore, typed: str) -> None:
    look = Reading(id="wire", label=(Words("Wire"),), unit="V", high=Decimal(1))
    now = talk_on_job(nowhere, gated_by("wire"), look)
    assert now.question == "Wire"
    now.type(f"{typed} V")
    assert now.asked == LOOK


def test_what_brings_the_car_into_a_state_is_asked_before_what_confirms_it(nowhere: SqliteStore) -> None:
    off = replace(BATTERY_OFF, undo="Connect it", state="battery off")
    sure = replace(tick("sure", "Battery is off"), gate=True, confirms=("battery-off",))
    now = talk_on_job(nowhere, gated_by("sure"), off, sure)
    assert now.question == "Battery off"
    now.answer(DONE)
    assert now.question == "Battery is off"
    now.answer(DONE)
    assert now.asked == LOOK


def test_a_gate_that_is_a_count_is_typed(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, gated_by("clips"), Count(id="clips", label=(Words("Clips"),), noun="clip"))
    assert (now.question, now.unit) == ("Clips", "clip")
    now.number(11)
    assert (now.asked, acts_of(now)[1:]) == (LOOK, [Entered("clips", "11")])


def test_a_reading_from_which_another_is_taken_off_is_kept_in_words(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, measured(), LEADS, replace(VOLTAGE, minus="leads"))
    now.choose(VOLTS)
    with pytest.raises(AnswerError, match="alone does not tell"):
        now.type("5")
    now.type("12.4 V")
    assert acts_of(now)[2:] == [
        Diagnosed("faults.toml", Answered("volts", "there"), "Voltage at the lamp? 12 V (12.4 V)")
    ]


def test_a_reading_goes_on_its_line(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, measured(), VOLTAGE)
    now.choose(VOLTS)
    now.type("5")
    assert now.question == "Voltage at the lamp? (5 alone does not tell)"
    now.type("12.4")
    assert now.case.answers["volts"].answer == "there"
    assert acts_of(now)[2:] == [Entered("lamp-volts", "5"), Entered("lamp-volts", "12.4")]


def test_what_was_chosen_is_kept_with_the_job_until_it_is_answered(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, lamp())
    now.choose(VOLTS)
    assert acts_of(now)[1:] == [MoveChosen("faults.toml", VOLTS, "Voltage at the lamp?")]
    known = LearnedModel("faults.toml", lamp(), lamp())
    search = FaultSearch(now.inquiry.open_job, Complaint("Dark", "step"), no_own_rate, known)
    assert search.inquiry().goal == search.chosen == VOLTS
    chosen = [search.chosen]
    now.answer("there")
    chosen.append(search.chosen)
    for _back in range(2):
        now.back()
        chosen.append(search.chosen)
    assert chosen == [VOLTS, None, VOLTS, None]


def test_after_a_repair_that_changed_nothing_it_asks_for_the_reading_of_the_guide_once_more(
    nowhere: SqliteStore,
) -> None:
    again = Reading(id="volts-again", label=(Words("Voltage again"),), unit="V")
    tests = tuple(replace(t, again=("volts-again",)) if t.id == "volts" else t for t in measured().tests)
    bulb, fuse, wire = measured().repairs
    model = replace(measured(), tests=tests, repairs=(bulb, replace(fuse, again="volts"), wire))
    now = talk_on_job(nowhere, model, VOLTAGE, again)
    now.choose(VOLTS)
    now.type("0.2")
    now.choose(FUSE)
    now.answer(Outcome.NO_CHANGE)
    assert now.asked == VOLTS
    now.type("0.2")
    assert acts_of(now)[-1] == Entered("volts-again", "0.2")
    assert now.asked != VOLTS
    assert [given.words for given in now.inquiry.given if "Voltage" in given.words][-1] == "Voltage at the lamp? none"


def test_the_answer_on_which_a_dear_repair_hangs_is_looked_at_once_more(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, lamp(), KEY_OUT, BATTERY_OFF)
    now.choose(FLEX)
    now.answer("breaks")
    now.choose(WIRE)
    now.answer(DONE)
    now.answer(DONE)
    assert (now.asked, now.inquiry.hangs_on) == (WIRE, now.inquiry.given[-1])
    assert "This hangs on one answer: “Flex the loom: flickers”." in shown_in_words(now)
    now.look_again()
    assert (now.inquiry.given, now.case.answers) == ((), {})


def shown_in_words(now: Conversation) -> str:
    """Return what the terminal says of a moment."""
    said: list[str] = []
    FaultTalk(now, said.append).run([])
    return "".join(said)


def test_what_the_checklist_takes_back_is_asked_again(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, gated_by("key-out"), KEY_OUT)
    now.answer(DONE)
    now.inquiry.open_job.do(Unticked("key-out"))
    now.set_failing(failing=True)
    assert now.question == "Key out"


def test_on_a_job_the_question_stays_when_the_car_does_not_fail(nowhere: SqliteStore) -> None:
    kept, loose = talk_on_job(nowhere, lamp()), talk_about(nowhere, lamp())
    for now in (kept, loose):
        now.choose(VOLTS)
        now.set_failing(failing=False)
    assert (kept.asked, loose.asked) == (VOLTS, loose.inquiry.advice.goal)
    kept.set_failing(failing=True)
    assert kept.asked == VOLTS
    kept.choose(LOOK)
    assert kept.asked == kept.inquiry.advice.goal == LOOK


def test_only_on_a_job_answers_that_do_not_fit_together_are_asked_about(nowhere: SqliteStore) -> None:
    kept, loose = talk_on_job(nowhere, lamp()), talk_about(nowhere, lamp())
    for now in (kept, loose):
        for move, answer in ((LOOK, "broken"), (VOLTS, "none"), (FLEX, "breaks")):
            now.choose(move)
            now.answer(answer)
    assert (kept.contradicts, loose.contradicts) == (True, False)
    doubted, *_ = kept.answers
    kept.answer(doubted)
    assert not kept.contradicts
    kept.back()
    assert kept.contradicts


def test_of_a_test_done_again_the_first_answer_is_doubted_and_can_be_taken_back(nowhere: SqliteStore) -> None:
    new_bulb, *others = lamp().repairs
    model = replace(lamp(), repairs=(replace(new_bulb, again="look"), *others), doubt=3)
    now = talk_on_job(nowhere, model, KEY_OUT, BATTERY_OFF)
    for move, answer in ((LOOK, "broken"), (BULB, "no-change"), (LOOK, "whole"), (VOLTS, "none")):
        now.choose(move)
        now.answer(answer)
    now.choose(FUSE)
    assert now.contradicts
    first = now.inquiry.doubted[0]
    assert first.finding == Answered("look", "broken")
    now.answer(first.event)
    assert now.inquiry.case.outdated == ()
    assert now.inquiry.case.answers["look"] == Answered("look", "whole")


def test_a_search_that_the_guide_came_between_is_begun_anew(nowhere: SqliteStore) -> None:
    first = talk_on_job(nowhere, lamp())
    sought = FaultSought("faults.toml")
    for between, begun in ((Ticked("key-out"), 1), (StepShown("step"), 2)):
        first.inquiry.open_job.do(between)
        Conversation(first._search)
        assert acts_of(first).count(sought) == begun


def test_a_gate_that_waits_begins_its_wait_and_is_not_passed_before_the_end(nowhere: SqliteStore) -> None:
    now = talk_on_job(nowhere, gated_by("waited"), Tick(id="waited", label=(Words("Waited"),), wait=180))
    job = now.inquiry.open_job
    noon = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    job.clock = lambda: noon
    assert spaced(now.question) == "Waited (Wait 3 min: the first tap begins it)"
    now.answer(DONE)
    assert spaced(now.question) == "Waited (Wait: still 3 min)"
    with pytest.raises(AnswerError, match=r"still 3\smin"):
        now.answer(DONE)
    job.clock = lambda: noon + timedelta(minutes=3)
    now.answer(DONE)
    assert now.asked == LOOK
    assert acts_of(now)[1:] == [WaitBegun("waited"), Ticked("waited")]


def test_a_gate_for_words_is_typed(nowhere: SqliteStore) -> None:
    number = Written(id="number", label=(Words("Number"),), gate=True)
    now = talk_on_job(nowhere, gated_by("number"), number)
    assert (now.question, dict(now.answers), now.unit) == ("Number", {}, "words")
    now.type("12345 AB")
    assert (now.asked, acts_of(now)[-1]) == (LOOK, Entered("number", "12345 AB"))


def test_a_tick_that_waits_is_no_answer_given_in_one_act(nowhere: SqliteStore) -> None:
    item = Tick(id="bulb-whole", label=(Words("Whole"),), wait=60)
    tests = (replace(lamp().tests[0], item="bulb-whole", ticked="whole"), *lamp().tests[1:])
    now = talk_on_job(nowhere, replace(lamp(), tests=tests), item)
    now.answer("whole")
    assert isinstance(acts_of(now)[-1], Diagnosed)
