"""What jobs teach a model: few change little, many much, and the author's own model stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.diagnosis import fault_model as parts
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.learning import Experience, basis, jobs_counted, learned, trust_in
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.planner import advise
from tests.diagnosis.complaints import RATE, lamp
from tests.spaces import spaced

FAULTS = [fault.id for fault in lamp().faults]
CAUSES = st.dictionaries(st.sampled_from([*FAULTS, "gone"]), st.integers(0, 500))
ANSWERS = st.dictionaries(
    st.tuples(
        st.sampled_from(["look", "volts", "gone"]),
        st.sampled_from(["whole", "broken", "there", "none", "gone"]),
        st.sampled_from([*FAULTS, "gone"]),
    ),
    st.integers(0, 500),
)
REPAIRS = st.dictionaries(
    st.tuples(
        st.sampled_from(["bulb", "fuse", "gone"]),
        st.sampled_from([*FAULTS, "gone"]),
        st.sampled_from(Outcome),
    ),
    st.integers(0, 500),
)


def look() -> parts.Test:
    """Return a test of the lamp whose trust is .95."""
    return lamp().tests[0]


def with_bulb(**shares: float) -> parts.Test:
    """Return that test with other answers expected of the bulb."""
    return replace(
        look(), likely={answer: {**look().likely[answer], "bulb": share} for answer, share in shares.items()}
    )


def looked(agreed: int, disagreed: int) -> Experience:
    """Return what was counted where the bulb was the cause and the filament seen to be broken, or not."""
    return Experience({}, {("look", "broken", "bulb"): agreed, ("look", "whole", "bulb"): disagreed})


def test_without_jobs_the_model_is_the_authors() -> None:
    assert learned(lamp(), Experience()) == lamp()


def test_the_author_is_worth_a_hundred_jobs() -> None:
    shares = learned(lamp(), Experience({"wire": 3})).shares
    assert shares == pytest.approx({"bulb": 50 / 103, "fuse": 20 / 103, "wire": (27 + 3) / 103, "other": 3 / 103})


def test_a_hundred_jobs_weigh_as_much_as_the_author() -> None:
    shares = learned(lamp(), Experience({"wire": 100})).shares
    assert shares["wire"] == pytest.approx((0.27 + 1) / 2)


def test_the_model_says_what_it_rests_on() -> None:
    model = replace(lamp(), basis="author's estimate")
    assert learned(model, Experience({"wire": 3})).basis == "author's estimate and 3 jobs"
    assert learned(lamp(), Experience({"wire": 1})).basis == "1 job"
    assert learned(model, Experience({"gone": 1})).basis == "author's estimate"


def test_some_confirmed_jobs_reorder_the_list() -> None:
    model = replace(lamp(), faults=tuple(replace(f, weight=25 if f.id == "fuse" else f.weight) for f in lamp().faults))

    def order(of: Model) -> list[str]:
        return [suspect.fault.id for suspect in suspects(Case(of, RATE))]

    assert order(model) == ["bulb", "wire", "fuse", "other"]
    assert order(learned(model, Experience({"fuse": 6}))) == ["bulb", "fuse", "wire", "other"]


def test_a_fault_that_the_author_has_taken_out_counts_for_nothing() -> None:
    assert learned(lamp(), Experience({"gone": 50})) == lamp()
    assert jobs_counted(lamp(), Experience({"gone": 50, "wire": 2})) == 2


def test_what_a_weight_rests_on() -> None:
    assert basis(lamp(), Experience(), "bulb") == "author's estimate"
    assert basis(lamp(), Experience({"gone": 9}), "bulb") == "author's estimate"
    assert spaced(basis(lamp(), Experience({"bulb": 1}), "bulb")) == "author 50 %, yours 50 % (1 job)"
    assert spaced(basis(lamp(), Experience({"bulb": 4, "fuse": 8}), "fuse")) == "author 20 %, yours 25 % (12 jobs)"
    assert spaced(basis(lamp(), Experience({"bulb": 4, "fuse": 8}), "wire")) == "author 27 %, yours 24 % (12 jobs)"


@pytest.mark.parametrize(
    ("agreed", "disagreed", "trust"),
    [
        (0, 0, 0.95),
        (0, 1, (300 * 0.95) / 301),
        (50, 0, (300 * 0.95 + 50) / 350),
        (120, 80, (300 * 0.95 + 120) / 500),
        (0, 500, 0.60),
        (2000, 0, 0.99),
    ],
)
def test_the_authors_trust_is_worth_three_hundred_readings(agreed: int, disagreed: int, trust: float) -> None:
    assert trust_in(look(), looked(agreed, disagreed)) == pytest.approx(trust)


def test_what_is_expected_only_so_often_speaks_against_a_test_only_where_it_comes_less_often() -> None:
    test = with_bulb(whole=0.4, broken=0.6)
    assert trust_in(test, looked(600, 400)) == pytest.approx(0.95)
    assert trust_in(test, looked(450, 550)) == pytest.approx((285 + 450) / (300 + 600 / 0.95))


def test_an_answer_that_nobody_can_expect_says_nothing_of_the_test() -> None:
    test = with_bulb(whole=0.5, broken=0.5)
    assert trust_in(test, looked(0, 100)) == test.trust
    (known, *_) = learned(replace(lamp(), tests=(test,)), looked(0, 100)).tests
    assert known == test


def test_a_test_that_is_trusted_less_tells_less() -> None:
    test = learned(lamp(), looked(120, 80)).tests[0]
    trust = (285 + 120) / 500
    assert test.trust == pytest.approx(trust)
    others = dict.fromkeys(("fuse", "wire", "other"), 1 - trust)
    assert test.likely["broken"] == pytest.approx({"bulb": trust, **others})


def test_only_the_test_that_was_read_changes() -> None:
    assert learned(lamp(), looked(120, 80)).tests[1:] == lamp().tests[1:]
    assert learned(lamp(), looked(120, 80)).faults == lamp().faults


@given(CAUSES, ANSWERS, REPAIRS)
def test_whatever_was_counted_the_model_is_sound(
    causes: dict[str, int],
    answers: dict[tuple[str, str, str], int],
    repairs: dict[tuple[str, str, Outcome], int],
) -> None:
    model = learned(lamp(), Experience(causes, answers, repairs))
    assert all(0 < share <= 0.98 for repair in model.repairs for share in repair.fixes.values())
    assert sum(model.shares.values()) == pytest.approx(1)
    assert all(share > 0 for share in model.shares.values())
    for test in model.tests:
        assert 0.60 <= test.trust <= 0.99
        for fault in model.shares:
            column = [test.likely[answer][fault] for answer in test.answers]
            assert sum(column) == pytest.approx(1)
            assert all(0.01 - 1e-9 <= chance <= 0.99 + 1e-9 for chance in column)
    assert advise(Case(model, RATE)).goal
