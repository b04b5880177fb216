"""``job.json`` of a job file: the events of one job, believed only as far as they make sense.

What this program does not know was meant by a newer one. To leave it out would change what was recorded, so such a
file is refused.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Raw, Struct

from micra_assistant.jobs.act_limits import (
    LETTERS_OF_A_LINE,
    MOST_EVENTS,
    MOST_LETTERS,
    MOST_LETTERS_TOGETHER,
    excess,
)
from micra_assistant.jobs.events import Event, GuideTaken, Opened, PhotoAdded
from micra_assistant.jobs.jobfile.acts import malformed, read_act
from micra_assistant.jobs.jobfile.archive import JOB
from micra_assistant.jobs.jobfile.json_words import decoded, known, newer
from micra_assistant.jobs.jobfile.refusal import UnusableError, shown_number

FORMAT = 1

MOST_TURNS_AHEAD = 10_000
"""How far the turns may be ahead of the number of events: not at all, were it not that records get lost."""

_YEARS = range(1970, 3000)
"""Those that every system can show in its own time zone."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6})?\+00:00", re.ASCII)
_ID = re.compile(r"[0-9a-f]{32}")


class _Format(Struct):
    format: int


class _Head(Struct):
    id: str


class _JobJson(Struct):
    format: int
    program: str
    job: _Head
    summary: Raw
    events: list[Raw]


class _FiledEvent(Struct):
    id: str
    turn: int
    at: str
    by: str
    act: Raw


def read_events(content: bytes) -> tuple[Event, ...]:
    """Return the events that ``job.json`` holds, in their order: one job's, all of which this program knows.

    UnusableError if it holds anything else.
    """
    where = f"“{JOB}” in it"
    found: int = decoded(content, _Format, where).format
    if found > FORMAT:
        raise newer(f"{where} is of format {shown_number(found)}, and this program knows format {FORMAT}")
    if found < FORMAT:
        raise UnusableError(f"{where} is of format {shown_number(found)}, which there is not")
    filed = known(content, _JobJson, where)
    if not _ID.fullmatch(filed.job.id):
        raise malformed(where, "job id", filed.job.id)
    _check_count(len(filed.events))
    events = [_event(raw, filed.job.id, f"event {number} in “{JOB}”") for number, raw in enumerate(filed.events, 1)]
    check_together(events)
    return tuple(sorted(events, key=lambda event: event.place))


def check_together(events: Iterable[Event]) -> None:
    """Check that events can be those of one job; UnusableError if they cannot."""
    events = tuple(events)
    acts = [event.act for event in events]
    if most := excess(acts):
        raise _too_much(most)
    if sum(len(event.by) for event in events if len(event.by) > LETTERS_OF_A_LINE) > MOST_LETTERS_TOGETHER:
        raise _too_much(f"{MOST_LETTERS_TOGETHER} letters")
    if len({event.id for event in events}) < len(events):
        raise UnusableError(f"two events in “{JOB}” have the same id")
    if sum(isinstance(act, Opened) for act in acts) != 1:
        raise UnusableError("it does not begin one job, but none or several")
    if max(event.turn for event in events) > len(events) + MOST_TURNS_AHEAD:
        raise UnusableError(f"an event in “{JOB}” has a turn that no job comes to")


def photos_of(events: Iterable[Event]) -> set[str]:
    """Return the ids of all photos that events name; one that was blanked has none."""
    return {event.act.photo for event in events if isinstance(event.act, PhotoAdded)} - {""}


def texts_of(events: Iterable[Event]) -> set[str]:
    """Return the fingerprints of all guide texts that events name."""
    return {event.act.guide_fingerprint for event in events if isinstance(event.act, Opened | GuideTaken)} - {""}


def _event(content: Raw, job: str, where: str) -> Event:
    filed = known(content, _FiledEvent, where)
    if not _ID.fullmatch(filed.id):
        raise malformed(where, "event id", filed.id)
    if filed.turn < 0:
        raise UnusableError(f"{where}: the turn is below 0")
    if not _is_time(filed.at):
        raise malformed(where, "time", filed.at)
    if len(filed.by) > MOST_LETTERS:
        raise UnusableError(f"{where}: by is longer than {MOST_LETTERS} letters")
    return Event(filed.id, job, filed.turn, filed.at, read_act(filed.act, where), filed.by)


def _check_count(events: int) -> None:
    if events > MOST_EVENTS:
        raise _too_much(f"{MOST_EVENTS} events")


def _is_time(text: str) -> bool:
    try:
        return bool(_TIME.fullmatch(text)) and datetime.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def _too_much(most: str) -> UnusableError:
    return UnusableError(f"it has more than {most}", "no job is as large as that, choose another file")
