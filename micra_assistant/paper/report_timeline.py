"""Everything that happened on a job, day by day."""

from collections.abc import Mapping
from datetime import tzinfo
from itertools import groupby

from msgspec import Struct

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Entry, timeline
from micra_assistant.paper.said import clock, name
from micra_assistant.paper.typed import one_line


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


def days(guide: Guide, history: History, options: Mapping[str, str], zone: tzinfo | None) -> tuple[SheetDay, ...]:
    """Return all that happened in its order; a day begins anew where the clock was put back over midnight."""
    by_day = groupby(timeline(guide, history, options), lambda entry: f"{clock(entry.at, zone):%Y-%m-%d}")
    return tuple(SheetDay(day, tuple(_entry(entry, zone) for entry in entries)) for day, entries in by_day)


def _entry(entry: Entry, zone: tzinfo | None) -> SheetEntry:
    time = f"{clock(entry.at, zone):%H:%M}"
    return SheetEntry(time, name(entry.by), one_line(entry.words), entry.undone, entry.is_step)
