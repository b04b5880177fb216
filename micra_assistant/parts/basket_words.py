"""A thing in the basket in words."""

from micra_assistant.parts.basket_things import BasketThing
from micra_assistant.words import _


def thing_words(thing: BasketThing) -> str:
    """Return what it is, and how many if it is more than one: ``Trim clip, 3 pieces``."""
    words = thing.words or _("blanked")
    if thing.pieces == 1:
        return words
    return _("{thing}, {count} pieces").format(thing=words, count=thing.pieces)
