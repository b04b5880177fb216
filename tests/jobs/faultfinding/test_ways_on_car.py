"""What the readings of a car say of the ways to get a part, with the shipped guides: typed, ticked, or answered."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Diagnosed, Entered, StepShown, Ticked, Unticked
from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import add_quote
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.comparison import Fitted, by_part
from micra_assistant.parts.cost_words import advice_words
from micra_assistant.parts.options import OptionKind, parts_of
from micra_assistant.parts.quotes import Quote
from micra_assistant.parts.recommending import recommend
from tests.parts.ways import plain
from tests.shipped import LIBRARY
from tests.spaces import spaced

BUTTON, KEY = "tailgate-button", "remote-key"
LEADS, OL = Entered("leads", "0.2"), Entered("released", "OL")


def told(test: str, answer: str, model: str = "faults.toml") -> Diagnosed:
    """Return an answer that was given to the finder without a reading."""
    return Diagnosed(model, Answered(test, answer), answer)


CLEANED = Diagnosed("faults.toml", Repaired("clean-button", Outcome.NO_CHANGE), "cleaned")
GOOD = (LEADS, OL, Entered("pressed", "0.4"), Ticked("ten-presses"))


def job_with(store: SqliteStore, guide: str, acts: Iterable[AnyAct]) -> OpenJob:
    """Return a job with a shipped guide, on which this was done."""
    found = LIBRARY.guide(guide)
    job = begin_job(store, found, parts_of(found))
    for act in acts:
        job.do(act)
    return job


def ways_of(job: OpenJob) -> tuple[Fitted, ...]:
    """Return the ways as they stand on the car of a job."""
    assert job.ways
    return WaysOnCar(job.guide, job.parts).compared(job.ways, job.rate_per_hour, job.state, {}, ())


def group(job: OpenJob, part: str = "") -> tuple[Fitted, ...]:
    """Return the ways to get a part, that of the guide if none is named."""
    assert job.ways
    return by_part(job.ways, ways_of(job))[part or job.ways.part]


def out(ways: Iterable[Fitted]) -> list[str]:
    """Return the ways that are ruled out."""
    return [way.option.id for way in ways if way.is_ruled_out]


@pytest.mark.parametrize(
    ("acts", "cheapest", "ruled_out", "says"),
    [
        ((), "clean", [], ""),
        ((LEADS, Entered("pressed", "13.8")), "analogue", ["clean", "pad"], "reads 13.6 Ω: over 10 Ω"),
        ((Entered("pressed", "OL"),), "analogue", ["clean", "pad"], "reads OL: over 10 Ω"),
        ((LEADS, Entered("pressed", "5.2")), "clean", ["pad"], "reads 5 Ω: clean once and measure again"),
        ((LEADS, Entered("pressed", "10.2")), "clean", ["pad"], "reads 10 Ω: clean once and measure again"),
        ((Entered("pressed", "13.8"),), "clean", [], ""),
        ((LEADS, Entered("pressed", "0.1")), "clean", [], ""),
        ((Entered("released", "3k"),), "clean", [], ""),
        ((LEADS, Entered("released", "3k"), Entered("pressed", "0.5")), "clean", ["pad"], "reads 3000 Ω instead of OL"),
        ((told("button-ohms", "dead"),), "analogue", ["clean", "pad"], "reads “Over 10 Ω, or OL”: over 10 Ω"),
        ((told("button-ohms", "poor"),), "clean", ["pad"], "clean once and measure again"),
        (
            (LEADS, Entered("pressed", "5.2"), Entered("retest-pressed", "4")),
            *("analogue", ["clean", "pad"], "Cleaned, the button still reads 3.8 Ω"),
        ),
        (
            (told("button-ohms", "poor"), CLEANED, told("button-ohms", "poor")),
            *("analogue", ["clean", "pad"], "Cleaned, the button still reads “1 to 10 Ω, or it jumps”"),
        ),
        ((LEADS, Entered("pressed", "13.8"), Entered("pressed", "")), "clean", [], ""),
    ],
)
def test_the_button_is_advised_by_what_was_measured(
    store: SqliteStore, acts: tuple[AnyAct, ...], cheapest: str, ruled_out: list[str], says: str
) -> None:
    ways = group(job_with(store, BUTTON, acts))
    found = recommend(ways, 3)
    assert found
    assert (found.cheapest.option.id, out(ways)) == (cheapest, ruled_out)
    assert says in plain(advice_words(ways, 3, "RUB"))
    assert bool(says) is any(way.heard for way in ways)


def test_of_a_good_button_none_is_bought(store: SqliteStore) -> None:
    job = job_with(store, BUTTON, GOOD)
    ways = group(job)
    assert out(ways) == ["original", "analogue", "used", "clean", "micro-switch", "dealer-fitted"]
    assert plain(advice_words(ways, 3, "RUB")) == (
        "The button is good: released OL, pressed 0.2 Ω, steady over ten presses. "
        "Look at plug, wires and latch before anything is bought."
    )
    job.do(Unticked("ten-presses"))
    assert out(group(job)) == []


def test_a_torn_pad_through_which_a_good_switch_opens_is_at_fault(store: SqliteStore) -> None:
    ways = {way.option.id: way for way in group(job_with(store, BUTTON, (*GOOD, Ticked("opened-by-pad"))))}
    assert [heard.effect for name in ("pad", "finisher") for heard in ways[name].heard] == ["for", "for"]
    assert ways["original"].is_ruled_out
    assert "the pad is at fault, not the switch." in advice_words(ways.values(), 3, "RUB")


def test_once_cleaned_and_good_only_cleaning_is_left(store: SqliteStore) -> None:
    acts = (LEADS, Entered("pressed", "5"), Entered("retest-pressed", "0.4"), Ticked("retest-steady"))
    ways = group(job_with(store, BUTTON, acts))
    assert [way.option.id for way in ways if not way.is_ruled_out] == ["clean"]
    assert "“Clean the old button” is what this car’s readings leave" in advice_words(ways, 3, "RUB")


def test_a_quote_stands_as_the_way_like_it(store: SqliteStore) -> None:
    job = job_with(store, BUTTON, GOOD)
    add_quote(job, Quote("Ivanov", Decimal(900), "RUB", OptionKind.USED))
    assert next(way for way in group(job) if way.option.name == "Ivanov").is_ruled_out


@pytest.mark.parametrize(
    ("acts", "ruled_out", "supported"),
    [
        ((LEADS, Entered("wire-ohms", "0.4"), Entered("wire-to-body", "OL")), 3, 0),
        ((LEADS, Entered("wire-ohms", "OL")), 0, 3),
        ((LEADS, Entered("wire-ohms", "0.4")), 0, 0),
    ],
)
def test_the_loom_is_judged_by_its_wires(
    store: SqliteStore, acts: tuple[AnyAct, ...], ruled_out: int, supported: int
) -> None:
    ways = group(job_with(store, BUTTON, acts), "Loom in the sleeve")
    assert len(out(ways)) == ruled_out
    assert sum(heard.effect == "for" for way in ways for heard in way.heard) == supported


def test_the_number_on_the_old_button_is_told_to_whoever_orders(store: SqliteStore) -> None:
    ways = group(job_with(store, BUTTON, [Entered("number-noted", "25570 AX600")]))
    assert "On the old button stands 25570 AX600: compare it before you order." in advice_words(ways, 3, "RUB")


@pytest.mark.parametrize(
    ("acts", "part", "ruled_out", "says"),
    [
        ((Entered("key-volts", "2.4"),), "Parts of the key", [], "reads 2.4 V, under 2.5 V"),
        ((Entered("key-volts", "2.5"),), "Parts of the key", [], ""),
        (
            (told("swap", "works", "faults-one-key.toml"),),
            *("Remote key", ["register", "locksmith", "dealer", "auto-electrician", "breaker-set"], "all it needs"),
        ),
        ((told("market", "differ", "faults-new-key.toml"),), "Remote key", ["register"], "only the right key helps"),
        ((told("tester", "wrong", "faults-new-key.toml"),), "Remote key", ["register"], "only the right key helps"),
        ((told("tester", "silent", "faults-one-key.toml"),), "Remote key", ["register"], "does not send"),
        ((told("key-heard", "stranger", "faults-stopped.toml"),), "Remote key", [], "have it registered"),
        ((told("bare-switch", "works", "faults-one-key.toml"),), "Parts of the key", [], "the case is worn"),
        (
            (told("receiver-signs", "good", "faults-stopped.toml"),),
            "Receiver in the car",
            ["receiver"],
            "not the receiver",
        ),
        ((Entered("board-marking", "5WK4 876"),), "Remote key", [], "On the board stands “5WK4 876”"),
    ],
)
def test_the_key_is_advised_by_what_was_found(
    store: SqliteStore, acts: tuple[AnyAct, ...], part: str, ruled_out: list[str], says: str
) -> None:
    ways = group(job_with(store, KEY, acts), part)
    assert out(ways) == ruled_out
    assert says in spaced(advice_words(ways, 3, "GBP"))
    assert bool(says) is any(way.heard for way in ways)


def test_the_car_is_read_anew_only_when_something_was_done_on_it(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[JobState] = []

    class Noted(Checklist):
        def __init__(self, guide: Guide, state: JobState) -> None:
            super().__init__(guide, state)
            read.append(state)

    job = job_with(store, "tailgate-button", ())
    assert job.ways
    on_car = WaysOnCar(job.guide, job.parts)
    for module in ("case_of_job", "ways_on_car"):
        monkeypatch.setattr(f"micra_assistant.jobs.faultfinding.{module}.Checklist", Noted)
    acts: tuple[AnyAct, ...] = (StepShown(job.guide.steps[1].id), LEADS, StepShown(job.guide.steps[2].id))
    for act in acts:
        job.do(act)
        on_car.compared(job.ways, job.rate_per_hour, job.state, {}, ())
    assert [LEADS.item in state.values for state in read] == [False, True]
