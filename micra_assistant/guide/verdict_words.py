"""What a verdict on a reading says, in a word or two: in capitals what is wrong."""

from micra_assistant.guide.judging import Verdict
from micra_assistant.words import N_, _

WORDS = {
    Verdict.OK: N_("OK"),
    Verdict.LOW: N_("TOO LOW"),
    Verdict.HIGH: N_("TOO HIGH"),
    Verdict.KEPT: N_("noted"),
    Verdict.WAITING: N_("needs the reading before"),
    Verdict.DOUBTFUL: N_("MEASURE BOTH AGAIN: less than what is taken off"),
    Verdict.UNREADABLE: N_("NOT A VALUE"),
    Verdict.UNLIKE: N_("look again: not as expected"),
    Verdict.ASKED: N_("not answered"),
}


def verdict_word(verdict: Verdict) -> str:
    """Return what a verdict says."""
    return _(WORDS[verdict])
