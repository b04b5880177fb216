"""What jobs teach of repairs: one that often fails is trusted less, and one that is alone is not praised for it."""

import pytest

from micra_assistant.diagnosis.fault_model import Cost, Repair
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.learned_repairs import learned_repairs

CLEAN = Repair("clean", "Clean it", Cost(5), {"dirt": 0.5})
NEW = Repair("new", "New part", Cost(50), {"dirt": 0.95})


def cleaned(cured: int, failed: int) -> tuple[Repair, ...]:
    """Return both repairs after jobs with dirt; where cleaning failed, a new part cured."""
    counts = {
        ("clean", "dirt", Outcome.CURED): cured,
        ("clean", "dirt", Outcome.NO_CHANGE): failed,
        ("new", "dirt", Outcome.CURED): failed,
    }
    return learned_repairs((CLEAN, NEW), counts)


def test_without_jobs_the_author_is_right() -> None:
    assert learned_repairs((CLEAN, NEW), {}) == (CLEAN, NEW)


@pytest.mark.parametrize(("cured", "failed", "least", "most"), [(10, 30, 0.35, 0.45), (30, 10, 0.60, 0.70)])
def test_what_cures_less_often_is_expected_to_do_so(cured: int, failed: int, least: float, most: float) -> None:
    clean, _ = cleaned(cured, failed)
    assert least < clean.fixes["dirt"] < most


def test_many_jobs_outweigh_the_author() -> None:
    clean, _ = cleaned(800, 3200)
    assert clean.fixes["dirt"] == pytest.approx(0.2, abs=0.02)


def test_of_the_only_repair_cures_alone_teach_nothing() -> None:
    (clean,) = learned_repairs((CLEAN,), {("clean", "dirt", Outcome.CURED): 500})
    assert clean.fixes["dirt"] == pytest.approx(0.5)


def test_a_bad_part_beside_another_fault_says_nothing() -> None:
    assert learned_repairs((CLEAN, NEW), {("clean", "dirt", Outcome.PART_WAS_BAD): 50}) == (CLEAN, NEW)


def test_nothing_is_learnt_of_a_fault_that_a_repair_is_not_for() -> None:
    assert learned_repairs((CLEAN, NEW), {("clean", "wire", Outcome.NO_CHANGE): 50}) == (CLEAN, NEW)


def test_no_repair_becomes_quite_sure() -> None:
    _, new = learned_repairs((CLEAN, NEW), {("new", "dirt", Outcome.CURED): 5000})
    assert new.fixes["dirt"] <= 0.98
