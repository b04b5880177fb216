"""What jobs teach: from a closed job to the order of the suspects, and back when it is reopened."""

import pytest

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Outcome, Repaired
from micra_assistant.diagnosis.learning import Experience, basis, learned
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Closed, Diagnosed, Entered, Event, Held, Opened, Reopened, Ticked
from micra_assistant.jobs.faultfinding.experience import experience_of
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import AT, log_of
from tests.diagnosis.lamp import changed, guide_with, read_in
from tests.spaces import spaced

FILE = "faults.toml"
MODEL = changed(
    'answers = { good = "Good", blown = "Blown" }',
    'answers = { good = "Good", blown = "Blown" }\nitem = "pressed"\n'
    "limits = { good = { to = 1 }, blown = { from = 1 } }",
    changed('expect = { others = "whole"', 'item = "clean"\nticked = "whole"\nexpect = { others = "whole"'),
)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide whose readings and ticks answer the tests of its model."""
    return guide_with(tmp_path_factory.mktemp("experience"), {FILE: MODEL})


LOOKED = Answered("look", "broken")
CURE = {"bulb": "change-bulb", "fuse": "change-fuse"}


def close(store: SqliteStore, job: str, fault: str, *acts: AnyAct) -> None:
    """Do a job, cure the fault, and close it with that as the sure cause; the cure holds."""
    close_as_it_is(store, job, fault, *acts, found(Repaired(CURE[fault], Outcome.CURED)))


def close_as_it_is(store: SqliteStore, job: str, fault: str, *acts: AnyAct, held: Held = Held.YES) -> None:
    """Do a job and close it with a sure cause."""
    closed = Closed(model=FILE, fault=fault, sure=True, held=held)
    store.append(log_of(Opened("button", "1"), *acts, closed, job=job))


def found(finding: AnyFinding) -> Diagnosed:
    """Return an act in which something was found."""
    return Diagnosed(FILE, finding, "")


def answers_of(store: SqliteStore, guide: Guide) -> dict[tuple[str, str, str], int]:
    """Return the answers that are counted."""
    return dict(experience_of(store.causes, guide, FILE, read_in(guide)).answers)


def test_confirmed_jobs_reorder_the_suspects_and_reopening_takes_it_back(store: SqliteStore, guide: Guide) -> None:
    model = read_in(guide)

    def likeliest() -> str:
        known = learned(model, experience_of(store.causes, guide, FILE, model))
        return suspects(Case(known, known.rate_per_hour))[0].fault.id

    assert likeliest() == "bulb"
    for number in range(24):
        close(store, f"job-{number}", "fuse")
    assert likeliest() == "fuse"
    known = experience_of(store.causes, guide, FILE, model)
    assert spaced(basis(model, known, "fuse")) == "author 37 %, yours 49 % (24 jobs)"
    for number in range(2):
        store.append([Event(f"again-{number}", f"job-{number}", 9, AT, Reopened())])
    assert experience_of(store.causes, guide, FILE, model).causes == {"fuse": 22}
    assert likeliest() == "bulb"


def test_answers_count_that_were_given_by_themselves(store: SqliteStore, guide: Guide) -> None:
    close(store, "a", "bulb", found(LOOKED))
    close(store, "b", "bulb", found(LOOKED))
    close(store, "c", "bulb", Ticked("clean"), found(LOOKED))
    assert answers_of(store, guide) == {("look", "broken", "bulb"): 3}


@pytest.mark.parametrize(
    ("acts", "answer"),
    [
        ((Entered("leads", "0.2"), Entered("pressed", "1.1")), ("ohms", "good", "fuse")),
        ((Entered("leads", "0.2"), Entered("pressed", "OL")), ("ohms", "blown", "fuse")),
        ((Ticked("clean"),), ("look", "whole", "fuse")),
    ],
)
def test_readings_and_ticks_on_the_checklist_count_too(
    store: SqliteStore, guide: Guide, acts: tuple[AnyAct, ...], answer: tuple[str, str, str]
) -> None:
    close(store, "a", "fuse", *acts)
    close(store, "b", "fuse", *acts)
    assert answers_of(store, guide) == {answer: 2}


@pytest.mark.parametrize(
    "acts",
    [
        (Entered("pressed", "1.1"),),
        (Entered("leads", "much"), Entered("pressed", "1.1")),
        (Entered("leads", "0.2"), Entered("pressed", "blue")),
        (Entered("clips", "3"),),
    ],
)
def test_what_is_no_answer_does_not_count(store: SqliteStore, guide: Guide, acts: tuple[AnyAct, ...]) -> None:
    close(store, "a", "fuse", *acts)
    assert answers_of(store, guide) == {}


def test_a_test_that_lied_is_trusted_less(store: SqliteStore, guide: Guide) -> None:
    model = read_in(guide)
    for number in range(10):
        close(store, f"{number}", "bulb", Ticked("clean"))
    known = learned(model, experience_of(store.causes, guide, FILE, model))
    assert known.tests[0].trust == pytest.approx(300 * 0.95 / 310)
    assert known.tests[1] == model.tests[1]


def test_what_repairs_led_to_counts(store: SqliteStore, guide: Guide) -> None:
    close(store, "a", "fuse", found(Repaired("change-bulb", Outcome.NO_CHANGE)))
    counted = experience_of(store.causes, guide, FILE, read_in(guide)).repairs
    assert counted == {("change-bulb", "fuse", Outcome.NO_CHANGE): 1, ("change-fuse", "fuse", Outcome.CURED): 1}


@pytest.mark.parametrize(
    ("cures", "held"),
    [
        ((), Held.YES),
        (("change-bulb",), Held.UNKNOWN),
        (("change-bulb",), Held.NO),
        (("change-fuse",), Held.YES),
        (("change-bulb", "change-fuse"), Held.YES),
        (("gone",), Held.YES),
    ],
    ids=["no cure", "nobody said", "came back", "cures another fault", "two cures", "no longer in the model"],
)
def test_a_cause_that_no_cure_bears_out_teaches_how_frequent_it_is_and_no_more(
    store: SqliteStore, guide: Guide, cures: tuple[str, ...], held: Held
) -> None:
    repaired = (found(Repaired(repair, Outcome.CURED)) for repair in cures)
    close_as_it_is(store, "a", "bulb", found(LOOKED), *repaired, held=held)
    assert experience_of(store.causes, guide, FILE, read_in(guide)) == Experience({"bulb": 1}, {}, {})
