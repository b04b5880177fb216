"""Everything that happened on a job, day by day."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from itertools import groupby

from msgspec import Struct

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Entry, timeline
from micra_assistant.paper.said import name
from micra_assistant.paper.typed import one_line
from micra_assistant.time_words import clock_words, day_words
from micra_assistant.workshop.values import Distance

MOST_ENTRIES = 5_000
"""Hundreds of pages; setting more takes the memory of a small computer."""
LONGEST_ENTRY = 400
"""In letters. A note that counts stands whole at its step."""


class SheetEntry(Struct, frozen=True):
    """A line of the timeline; ``undone`` ones no longer count, a ``step`` is one that was gone to."""

    time: str
    by: str
    words: str
    undone: bool
    step: bool


class SheetDay(Struct, frozen=True):
    """What happened on a day."""

    day: str
    entries: tuple[SheetEntry, ...]


def days(
    guide: Guide,
    history: History,
    options: Mapping[str, str],
    zone: tzinfo | None,
    distance: Distance = Distance.KM,
) -> tuple[int, tuple[SheetDay, ...]]:
    """Return what happened in its order, and before that how many acts are left out for being the earliest of many.

    A day begins anew where the clock was put back over midnight.
    """
    entries = timeline(guide, history, options, distance)
    shown = entries[-MOST_ENTRIES:]
    by_day = groupby(shown, lambda entry: day_words(datetime.fromisoformat(entry.at), zone))
    told = tuple(SheetDay(day, tuple(_entry(entry, zone) for entry in entries)) for day, entries in by_day)
    return len(entries) - len(shown), told


def _entry(entry: Entry, zone: tzinfo | None) -> SheetEntry:
    time = clock_words(datetime.fromisoformat(entry.at), zone)
    words = one_line(entry.words, LONGEST_ENTRY)
    return SheetEntry(time, name(entry.by), words, entry.undone, entry.is_step)
