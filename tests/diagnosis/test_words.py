"""Fault finding in the language of the person: what is decided does not hang on the words."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from micra_assistant.diagnosis.explain import ruled_out
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.words import install
from tests.diagnosis.complaints import lamp_case

SAID = {
    "all but ruled out": "почти исключено",
    "most likely": "вероятнее всего",
    "Cured": "Устранено",
    "it cured it": "это устранило её",
    "“{repair}” did not cure it": "не устранило её: «{repair}»",
}


class Russian(NullTranslations):
    """Has a few words in Russian."""

    def gettext(self, message: str) -> str:
        """Return the words, the English ones if there are no others."""
        return SAID.get(message, message)


@pytest.fixture(autouse=True)
def _in_russian() -> Iterator[None]:
    install(Russian())
    yield
    install(None)


def test_likelihoods_are_looked_up_when_they_are_said() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"))
    words = {suspect.fault.id: (suspect.word, suspect.is_out) for suspect in suspects(case)}
    assert (words["wire"], words["bulb"]) == (("вероятнее всего", False), ("почти исключено", True))
    assert [one.fault.id for one in ruled_out(case)] == ["bulb"]


def test_outcomes_are_looked_up_when_they_are_said() -> None:
    cured = OUTCOME_WORDS[Outcome.CURED]
    assert (cured.answer, cured.told) == ("Устранено", "это устранило её")


def test_a_reason_says_the_repair_where_the_language_has_it() -> None:
    case = lamp_case(Repaired("bulb", Outcome.NO_CHANGE))
    repair = case.model.repair("bulb").text
    assert [one.because for one in ruled_out(case)] == [f"не устранило её: «{repair}»"]
