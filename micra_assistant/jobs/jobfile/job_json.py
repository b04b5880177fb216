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
    events_in_words,
    excess,
    letters_in_words,
)
from micra_assistant.jobs.events import Event, GuideTaken, Opened, PhotoAdded
from micra_assistant.jobs.jobfile.acts import malformed, read_act
from micra_assistant.jobs.jobfile.archive import JOB
from micra_assistant.jobs.jobfile.json_words import decoded, known, newer
from micra_assistant.jobs.jobfile.refusal import UnusableError, shown_number, unusable
from micra_assistant.words import N_, _, ngettext

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
    where = _("“{file}” in it").format(file=JOB)
    found: int = decoded(content, _Format, where).format
    if found > FORMAT:
        raise newer(
            _("{where} is of format {number}, and this program knows format {format}").format(
                where=where, number=shown_number(found), format=FORMAT
            )
        )
    if found < FORMAT:
        raise UnusableError(
            _("{where} is of format {number}, which there is not").format(where=where, number=shown_number(found))
        )
    filed = known(content, _JobJson, where)
    if not _ID.fullmatch(filed.job.id):
        raise malformed(where, N_("{value} is no job id"), filed.job.id)
    _check_count(len(filed.events))
    events = [_event(raw, filed.job.id, _place(number)) for number, raw in enumerate(filed.events, 1)]
    check_together(events)
    return tuple(sorted(events, key=lambda event: event.place))


def _place(number: int) -> str:
    return _("event {number} in “{file}”").format(number=number, file=JOB)


def check_together(events: Iterable[Event]) -> None:
    """Check that events can be those of one job; UnusableError if they cannot."""
    events = tuple(events)
    acts = [event.act for event in events]
    if most := excess(acts):
        raise _too_much(most)
    if sum(len(event.by) for event in events if len(event.by) > LETTERS_OF_A_LINE) > MOST_LETTERS_TOGETHER:
        raise _too_much(letters_in_words())
    if len({event.id for event in events}) < len(events):
        raise UnusableError(_("two events in “{file}” have the same id").format(file=JOB))
    if sum(isinstance(act, Opened) for act in acts) != 1:
        raise UnusableError(_("it does not begin one job, but none or several"))
    if max(event.turn for event in events) > len(events) + MOST_TURNS_AHEAD:
        raise UnusableError(_("an event in “{file}” has a turn that no job comes to").format(file=JOB))


def photos_of(events: Iterable[Event]) -> set[str]:
    """Return the ids of all photos that events name; one that was blanked has none."""
    return {event.act.photo for event in events if isinstance(event.act, PhotoAdded)} - {""}


def texts_of(events: Iterable[Event]) -> set[str]:
    """Return the fingerprints of all guide texts that events name."""
    return {event.act.guide_fingerprint for event in events if isinstance(event.act, Opened | GuideTaken)} - {""}


def _event(content: Raw, job: str, where: str) -> Event:
    filed = known(content, _FiledEvent, where)
    if not _ID.fullmatch(filed.id):
        raise malformed(where, N_("{value} is no event id"), filed.id)
    if filed.turn < 0:
        raise UnusableError(_("{where}: the turn is below 0").format(where=where))
    if not _is_time(filed.at):
        raise malformed(where, N_("{value} is no time"), filed.at)
    if len(filed.by) > MOST_LETTERS:
        raise unusable(where, _by_too_long())
    return Event(filed.id, job, filed.turn, filed.at, read_act(filed.act, where), filed.by)


def _check_count(events: int) -> None:
    if events > MOST_EVENTS:
        raise _too_much(events_in_words())


def _is_time(text: str) -> bool:
    try:
        return bool(_TIME.fullmatch(text)) and datetime.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def _by_too_long() -> str:
    words = ngettext("by is longer than {count} letter", "by is longer than {count} letters", MOST_LETTERS)
    return words.format(count=MOST_LETTERS)


def _too_much(most: str) -> UnusableError:
    return UnusableError(
        _("it has more than {most}").format(most=most), _("no job is as large as that, choose another file")
    )
