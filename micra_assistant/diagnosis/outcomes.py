"""What a repair led to, in words: as an answer, when it is told later, and as a reason."""

from msgspec import Struct

from micra_assistant.diagnosis.findings import Outcome


class OutcomeWords(Struct, frozen=True):
    """One outcome in words.

    Attributes:
        answer: what the person answers.
        told: what is told of it, behind the repair and a colon.
        reason: what is said of the repair in a sentence of which it is the subject.
    """

    answer: str
    told: str
    reason: str


OUTCOME_WORDS = {
    Outcome.CURED: OutcomeWords("Cured", "it cured it", "cured it"),
    Outcome.NO_CHANGE: OutcomeWords("Done, it changed nothing", "it changed nothing", "did not cure it"),
    Outcome.PART_WAS_BAD: OutcomeWords(
        "The part was really bad, but the complaint stays",
        "the part was really bad, but the complaint stays",
        "is done",
    ),
}
