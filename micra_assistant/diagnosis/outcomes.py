"""What a repair led to, in words: as an answer, when it is told later, and as a reason."""

from msgspec import Struct

from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.words import N_, _


class OutcomeWords(Struct, frozen=True):
    """One outcome in words, marked to be looked up."""

    as_answer: str
    as_told: str
    as_reason: str

    @property
    def answer(self) -> str:
        """What the person answers."""
        return _(self.as_answer)

    @property
    def told(self) -> str:
        """What is told of it, behind the repair and a colon."""
        return _(self.as_told)

    @property
    def reason(self) -> str:
        """What is said of the repair, with a place for it."""
        return _(self.as_reason)


OUTCOME_WORDS = {
    Outcome.CURED: OutcomeWords(N_("Cured"), N_("it cured it"), N_("“{repair}” cured it")),
    Outcome.NO_CHANGE: OutcomeWords(
        N_("Done, it changed nothing"), N_("it changed nothing"), N_("“{repair}” did not cure it")
    ),
    Outcome.PART_WAS_BAD: OutcomeWords(
        N_("The part was really bad, but the complaint stays"),
        N_("the part was really bad, but the complaint stays"),
        N_("“{repair}” is done"),
    ),
}
