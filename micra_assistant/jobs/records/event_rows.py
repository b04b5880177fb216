"""Events as rows of the database, each with its checksum."""

import sqlite3
from contextlib import closing
from functools import partial
from itertools import chain
from typing import Any

import msgspec

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import AnyAct, Event, decode, decode_all, encode
from micra_assistant.jobs.records.sums import SumError, event_sum
from micra_assistant.kind_reading import converted
from micra_assistant.words import _

SELECT = "SELECT id, job, turn, at, act, by, sum FROM events"
"""Asks for rows as ``events_in`` takes them."""

_AT_ONCE = 500
"""How many rows are there at a time: many thousands would have the garbage collector look at all there is."""

_Columns = list[tuple[str, str, int, str, str, str, int | None]]


def insert(connection: sqlite3.Connection, event: Event) -> int:
    """Write an event as a row, and return its sequence."""
    columns = (event.id, event.job, event.turn, event.at, encode(event.act), event.by)
    written = connection.execute(
        "INSERT INTO events (id, job, turn, at, act, by, sum) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*columns, event_sum(*columns)),
    )
    return written.lastrowid or 0


def events_in(found: sqlite3.Cursor) -> tuple[Event, ...]:
    """Return the rows that were found as events.

    SumError or DecodeError if one is not as it was written, StoreError if this program does not know an act.
    """
    with closing(found):
        lots = iter(partial(found.fetchmany, _AT_ONCE), [])
        return tuple(chain.from_iterable(map(_events_of, lots)))


def _events_of(rows: list[tuple[Any, ...]]) -> list[Event]:
    checked = converted(rows, _Columns)
    if any(row[6] is not None and row[6] != event_sum(*row[:6]) for row in checked):
        raise SumError(_("an act in them is not as it was written"))
    acts = _acts_in([act for _id, _job, _turn, _at, act, _by, _sum in checked])
    rows_and_acts = zip(checked, acts, strict=True)
    return [Event(id_, job, turn, at, act, by) for (id_, job, turn, at, _, by, _sum), act in rows_and_acts]


def _acts_in(texts: list[str]) -> list[AnyAct]:
    """Return acts; errors as ``act_in``, which takes longer."""
    try:
        return decode_all(texts)
    except (msgspec.MsgspecError, UnicodeError):
        return [act_in(text) for text in texts]


def act_in(text: str) -> AnyAct:
    """Return an act; StoreError if this program does not know it, DecodeError if it was written by nobody."""
    try:
        return decode(text)
    except StoreError:
        msgspec.json.decode(text)
        raise
