"""The list of jobs: a row each, made of all its events, so that many are found and ordered at once."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from typing import Any

import msgspec

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.events import Event, Redone, Undone
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.database import Database
from micra_assistant.jobs.records.event_rows import act_in
from micra_assistant.jobs.records.job_query import JobQuery, order_by, pieces, where
from micra_assistant.jobs.records.listing import CHANGES_ROW, COLUMNS, JobRow, row_values
from micra_assistant.kind_reading import converted, from_json

_RowColumns = list[tuple[int, str, str, str, str, str, int | None, str, str, str, int, str, int, int, str, str]]


class JobRows:
    """The list of jobs in a database, with what is counted of all jobs: their causes, and what was fitted.

    ``explained`` turns its errors into StoreError; it is told what is being done. ``events`` gives those of a job.
    """

    def __init__(
        self,
        database: Database,
        explained: Callable[[str], AbstractContextManager[None]],
        events: Callable[[str], tuple[Event, ...]],
    ) -> None:
        self._database = database
        self._connection = database.connection
        self._explained = explained
        self._events = events

    def asked_for(self, query: JobQuery, start: int = 0, most: int = -1) -> tuple[JobRow, ...]:
        """Return the jobs that a query finds, from the one at ``start`` on, all or at ``most`` so many."""
        condition, values = where(query)
        with self._explained("read"):
            rows = self._connection.execute(
                f"SELECT {', '.join(COLUMNS)} FROM jobs {condition} {order_by(query)} LIMIT ? OFFSET ?",
                (*values, most, start),
            ).fetchall()
            return _job_rows(rows)

    def numbers(self, query: JobQuery) -> list[int]:
        """Return the numbers of all jobs in the order of a query; those that have nothing to order by come last."""
        with self._explained("read"):
            return list(chain.from_iterable(self._numbers(f"{piece} {order_by(query)}") for piece in pieces(query)))

    def found(self, query: JobQuery) -> set[int]:
        """Return the numbers of the jobs that a query finds."""
        with self._explained("read"):
            return set(self._numbers(*where(query)))

    def of_numbers(self, numbers: Sequence[int]) -> dict[int, JobRow]:
        """Return the jobs that have these numbers, by number."""
        with self._explained("read"):
            rows = self._connection.execute(
                f"SELECT {', '.join(COLUMNS)} FROM jobs WHERE number IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode(numbers).decode(),),
            ).fetchall()
            return {row.number: row for row in _job_rows(rows)}

    def of_job(self, job_id: str) -> JobRow | None:
        """Return the job of an id, None if there is none."""
        with self._explained("read"):
            row = self._connection.execute(f"SELECT {', '.join(COLUMNS)} FROM jobs WHERE id = ?", (job_id,)).fetchall()
            return next(iter(_job_rows(row)), None)

    def changes(self, event: Event) -> bool:
        """Whether more of the row of a job is different after an event than when it was worked on."""
        if not isinstance(event.act, Undone | Redone):
            return isinstance(event.act, CHANGES_ROW)
        target, is_closed = self._connection.execute(
            "SELECT (SELECT act FROM events WHERE id = ?), (SELECT closed FROM jobs WHERE id = ?)",
            (event.act.event, event.job),
        ).fetchone()
        return bool(is_closed) or (target is not None and isinstance(act_in(target), CHANGES_ROW))

    def make_missing(self) -> None:
        """Make the rows of jobs that were kept by a program that made none, or one that said less.

        How much is open on the car of an open job its events do not say: that stays.
        """
        with self._explained("write"):
            missing = self._connection.execute("SELECT id, left_open FROM jobs WHERE last = 0").fetchall()
            if not missing:
                return
            with self._database.transaction() as connection:
                for job, left_open in missing:
                    self._make_if_known(job)
                    connection.execute(
                        "UPDATE jobs SET last = coalesce((SELECT max(sequence) FROM events WHERE job = :id), 0),"
                        " left_open = iif(closed, left_open, :left_open) WHERE id = :id",
                        {"id": job, "left_open": left_open},
                    )

    def _make_if_known(self, job: str) -> None:
        """Make the row of a job, unless it holds acts that this program does not know."""
        try:
            self.make(job)
        except DamagedError:
            raise
        except StoreError:
            return

    def make(self, job: str) -> None:
        """Make the row of a job, and what is counted of it, from all its events; within a transaction of the caller."""
        if events := self._events(job):
            number = self._connection.execute("SELECT number FROM jobs WHERE id = ?", (job,)).fetchone()[0]
            values = row_values(number, events)
            settings = ", ".join(f"{column} = :{column}" for column in values)
            self._connection.execute(f"UPDATE jobs SET {settings} WHERE id = :id", {**values, "id": job})
            self._count(job, events)

    def _count(self, job: str, events: tuple[Event, ...]) -> None:
        from micra_assistant.jobs.records.causes import Causes, cause_of  # noqa: PLC0415 - the step is painted first
        from micra_assistant.jobs.records.fittings import Fittings, fitted_way  # noqa: PLC0415 - likewise

        Causes(self._database, self._explained).put(job, cause_of(events))
        state = History(events).state
        Fittings(self._database, self._explained).put(job, state.guide, fitted_way(state))

    def _numbers(self, rest: str, values: Sequence[object] = ()) -> list[int]:
        """Return the numbers of jobs as one JSON text: a row for each takes three times as long."""
        query = f"SELECT json_group_array(number) FROM (SELECT number FROM jobs {rest})"
        text: str = self._connection.execute(query, values).fetchone()[0]
        return from_json(text, list[int])


def _job_rows(rows: list[tuple[Any, ...]]) -> tuple[JobRow, ...]:
    checked = converted(rows, _RowColumns)
    return tuple(JobRow(*row[:10], bool(row[10]), *row[11:13], bool(row[13]), *row[14:]) for row in checked)
