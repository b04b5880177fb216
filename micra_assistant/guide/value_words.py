"""What was read off a meter or counted, in words: with its unit or with the name of the things."""

import re

from micra_assistant.guide.measure import ReadingError, parse_count
from micra_assistant.guide.model import Count, Reading, Written
from micra_assistant.number_words import in_one
from micra_assistant.words import _

_SHORT = 20
"""Letters of a name that stays in the line of its number; a longer one needs a line of its own."""
_BARE = r"(?P<number>[-+−]?[0-9.,]+)\s*(?P<prefix>[kKMm]?)"


def things(number: int, count: Count) -> str:
    """Return what ``number`` things are called that are counted: ``clip`` for one, else ``clips``."""
    return count.noun if number == 1 else count.nouns


def counted(number: int, count: Count) -> str:
    """Return ``number`` with its noun: ``1 clip``, ``11 clips``."""
    name = things(number, count)
    return in_one(number, name) if len(name) <= _SHORT else f"{number} {name}"


def how_many(count: Count) -> str:
    """Return what is to be counted: ``how many clips``."""
    return _("how many {things}").format(things=count.nouns)


def reading_words(reading: Reading, typed: str) -> str:
    """Return what was typed with its unit: ``0.3 Ω``, ``1.2 kΩ``; as it is if it has a unit or is no number."""
    value = typed.strip()
    bare = re.fullmatch(_BARE, value)
    if not bare:
        return value
    prefix = "k" if bare["prefix"] == "K" else bare["prefix"]
    return in_one(bare["number"], f"{prefix}{reading.unit}")


def count_words(count: Count, typed: str) -> str:
    """Return what was typed with its noun, as it is if it is no number."""
    try:
        return counted(parse_count(typed), count)
    except ReadingError:
        return typed.strip()


def value_words(item: Reading | Count | Written, typed: str) -> str:
    """Return what was typed for an item with its unit or noun, words as they are; empty if nothing was."""
    if not typed.strip() or isinstance(item, Written):
        return typed.strip()
    return reading_words(item, typed) if isinstance(item, Reading) else count_words(item, typed)
