"""What is to be expected: “if it is X you see Y”, as likelihoods of the answers of a test."""

from collections.abc import Collection, Mapping
from typing import Any

from micra_assistant.diagnosis.entries import TestEntry
from micra_assistant.diagnosis.fault_model import OTHER
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.diagnosis.trust import TRUST, floored, percentage
from micra_assistant.words import _

ANY = "any"
"""In the place of an answer: each is as likely as the next."""
OTHERS = "others"
"""In the place of a fault: every fault that is not named, but for “something else”, of which nothing is known."""

_ALL = 100
_NEAR = 0.01


def likelihoods(test: TestEntry, faults: Collection[str]) -> dict[str, dict[str, float]]:
    """Return how likely each answer of a checked test is for each fault, by answer and then fault."""
    columns = {fault: _column(test, _expected(test.expect, fault)) for fault in faults}
    return {answer: {fault: column[answer] for fault, column in columns.items()} for answer in test.answers}


def check_expectations(number: int, test: TestEntry, faults: Collection[str], mistakes: Mistakes) -> None:
    """Check what test ``number`` expects: of every fault something, of answers it has, 100 in all."""
    here = ("tests", number, "expect")
    for fault, expected in test.expect.items():
        mistakes.check_known("fault", fault, (*faults, OTHERS), *here, fault)
        if isinstance(expected, Mapping):
            _check_percentages(fault, expected, test, mistakes, *here, fault)
        elif isinstance(expected, str):
            mistakes.check_known("answer", expected, (*test.answers, ANY), *here, fault)
        else:
            words = _("“{fault}”: write an answer, “{any}”, or {{ answer = per cent }}")
            mistakes.add(words.format(fault=fault, any=ANY), *here, fault)
    unnamed = [fault for fault in faults if fault != OTHER and fault not in test.expect]
    if unnamed and OTHERS not in test.expect:
        words = _("nothing is expected of “{fault}”: name it, or add “{others}”")
        mistakes.add(words.format(fault=unnamed[0], others=OTHERS), *here)


def _check_percentages(
    fault: str, expected: Mapping[str, Any], test: TestEntry, mistakes: Mistakes, *place: str | int
) -> None:
    shares = [percentage(said) for said in expected.values()]
    names_known = [mistakes.check_known("answer", answer, test.answers, *place) for answer in expected]
    total = sum(share for share in shares if share is not None) * _ALL
    if None in shares:
        mistakes.add(_("“{fault}”: per cent are numbers from 0 to {all}").format(fault=fault, all=_ALL), *place)
    elif all(names_known) and abs(total - _ALL) > _NEAR:
        words = _("“{fault}”: the answers add to {sum:g}, not to {all}")
        mistakes.add(words.format(fault=fault, sum=total, all=_ALL), *place)


def _expected(expect: Mapping[str, Any], fault: str) -> Any:
    if fault in expect:
        return expect[fault]
    return ANY if fault == OTHER else expect[OTHERS]


def _column(test: TestEntry, expected: Any) -> dict[str, float]:
    """Return how likely each answer is where ``expected`` was written."""
    shares = dict.fromkeys(test.answers, 1 / len(test.answers))
    if isinstance(expected, Mapping):
        shares = {answer: float(expected.get(answer, 0)) / _ALL for answer in test.answers}
    elif expected != ANY:
        truth = TRUST[test.trust]
        shares = dict.fromkeys(test.answers, (1 - truth) / (len(test.answers) - 1)) | {expected: truth}
    return dict(zip(shares, floored(list(shares.values())), strict=True))
