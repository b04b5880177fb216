"""How likely a fault is, in words: the shares come of an author's estimates, so no figure is shown for them."""

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.looking_at import is_against
from micra_assistant.words import N_, _

MOST_LIKELY, LIKELY, POSSIBLE, UNLIKELY = N_("most likely"), N_("likely"), N_("possible"), N_("unlikely")
ALL_BUT_RULED_OUT = N_("all but ruled out")

_FROM = ((0.5, MOST_LIKELY), (0.2, LIKELY), (0.05, POSSIBLE), (0.0, UNLIKELY))
"""From which share on which word is said."""
_RULED_OUT = 0.02
"""Below which share a fault is all but ruled out, if what was found about it speaks against it."""


class Suspect(Struct, frozen=True):
    """A fault with how likely it is: in a word, and as a share from 0 to 1 for the length of a bar.

    ``is_out`` says whether it is all but ruled out.
    """

    fault: Fault
    word: str
    share: float
    is_out: bool = False


def suspects(case: Case) -> tuple[Suspect, ...]:
    """Return all faults, the likeliest first."""
    found = [_suspect(case, fault) for fault in case.model.faults]
    return tuple(sorted(found, key=lambda suspect: suspect.share, reverse=True))


def likelihood(share: float) -> str:
    """Return how likely something is in a word."""
    return next(_(word) for least, word in _FROM if share >= least)


def _suspect(case: Case, fault: Fault) -> Suspect:
    share = case.shares[fault.id]
    is_out = share < _RULED_OUT and is_against(case, fault)
    return Suspect(fault, _(ALL_BUT_RULED_OUT) if is_out else likelihood(share), share, is_out)
