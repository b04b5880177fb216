"""How often a repair cures, as closed jobs have taught.

Only jobs that ended with a cure that held are counted. Those in which nothing cured are not seen, so by themselves
counts would praise each repair too much: of a fault with one repair, all that is ever seen is that it cured. As many
such jobs as the author's estimates lead to are therefore taken to stand behind the counted ones, and in each of them
all repairs for the fault to have failed.
"""

from collections.abc import Iterable, Mapping
from math import prod

from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.trust import CAP

TRIES_WORTH = 20
"""The author's word on how often a repair cures is worth so many cures that are to be expected of it."""

Counts = Mapping[tuple[str, str, Outcome], int]
"""By repair, fault that was the cause and outcome, how often it came to that."""


def learned_repairs(repairs: tuple[Repair, ...], counts: Counts) -> tuple[Repair, ...]:
    """Return repairs as the counts of jobs that ended with a cure make them."""
    return tuple(_learned(repair, _unseen(repair, repairs, counts), counts) for repair in repairs)


def _learned(repair: Repair, unseen: Mapping[str, float], counts: Counts) -> Repair:
    cured = {fault: counts.get((repair.id, fault, Outcome.CURED), 0) for fault in repair.fixes}
    failed = {fault: counts.get((repair.id, fault, Outcome.NO_CHANGE), 0) + unseen[fault] for fault in repair.fixes}
    hoped = sum((cured[fault] + failed[fault]) * share for fault, share in repair.fixes.items())
    times = (TRIES_WORTH + sum(cured.values())) / (TRIES_WORTH + hoped)
    return replace(repair, fixes={fault: min(share * times, CAP) for fault, share in repair.fixes.items()})


def _unseen(repair: Repair, repairs: Iterable[Repair], counts: Counts) -> dict[str, float]:
    """Return by fault in how many jobs that are not seen the repair failed, as did all others for the fault."""
    return {fault: _cured(fault, counts) * _odds_of_no_cure(fault, repairs) for fault in repair.fixes}


def _cured(fault: str, counts: Counts) -> int:
    return sum(times for (_, cause, outcome), times in counts.items() if (cause, outcome) == (fault, Outcome.CURED))


def _odds_of_no_cure(fault: str, repairs: Iterable[Repair]) -> float:
    """Return how many jobs with a fault end without a cure for each that ends with one, by the author's estimates."""
    none = prod(1 - repair.fixes.get(fault, 0.0) for repair in repairs)
    return none / (1 - none) if none < 1 else 0.0
