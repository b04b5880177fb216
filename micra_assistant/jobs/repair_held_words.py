"""Whether a repair held, in words."""

from micra_assistant.jobs.events import Held
from micra_assistant.words import N_, _

WORDS = {Held.YES: N_("it held"), Held.NO: N_("it did not hold"), Held.UNKNOWN: N_("not known if it held")}


def repair_held_words(held: Held) -> str:
    """Return whether a repair held."""
    return _(WORDS[held])
