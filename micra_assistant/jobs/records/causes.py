"""Which cause each closed job has confirmed: a table made of the events, and one of what other workshops sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from msgspec import Struct, field

from micra_assistant.diagnosis.findings import Answered, AnyFinding, Outcome, Repaired
from micra_assistant.jobs.events import Closed, Diagnosed, Event, Held
from micra_assistant.jobs.history import History, replay
from micra_assistant.jobs.records.database import Database
from micra_assistant.jobs.state import JobState
from micra_assistant.kind_reading import converted, from_json

_NAMES = ("job", "guide", "model", "fault", "at")
_COLUMNS = ", ".join(_NAMES)
_OF_MODEL = (
    "WHERE guide = :guide AND model = :model AND at >="
    " coalesce((SELECT at FROM learns_from WHERE guide = :guide AND model = :model), '')"
)
_ELSEWHERE = "job NOT IN (SELECT id FROM jobs)"
_Columns = list[tuple[str, str, str, str, str]]


class Seen(Struct, frozen=True):
    """What a job had seen before anything was cured, and what came of it.

    Attributes:
        answers: by test, the answer that was given on the car while it failed.
        values: by item, what was typed.
        ticked: the items that were ticked.
        repairs: by repair that was done, what it led to.
        held: whether somebody has said that what was cured stayed so.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()
    repairs: Mapping[str, Outcome] = field(default_factory=dict)
    held: bool = False


class Cause(Struct, frozen=True):
    """The sure cause of a closed job.

    ``model`` is the name of the model's file, ``at`` when the job was closed, as Event.at. ``seen`` is empty for a job
    of another workshop.
    """

    job: str
    guide: str
    model: str
    fault: str
    at: str
    seen: Seen = Seen()


def cause_of(events: Sequence[Event]) -> Cause | None:
    """Return the sure cause of a job, None if it is open, or nobody was sure."""
    if not any(isinstance(event.act, Closed) and event.act.fault for event in events):
        return None
    history = History(events)
    outcome, guide = history.state.outcome, history.state.guide
    if outcome is None or not (outcome.sure and outcome.model and outcome.fault):
        return None
    closed = next(event for event in reversed(history.events) if isinstance(event.act, Closed))
    return Cause(closed.job, guide, outcome.model, outcome.fault, closed.at, _seen(history, outcome))


def _seen(history: History, outcome: Closed) -> Seen:
    """Return what was seen before a repair did anything: what was measured after it says nothing of the fault."""
    counted = [event for event in history.events if event.id not in history.out]
    ends = (place for place, event in enumerate(counted) if _changed_the_car(event))
    state = replay(counted[: next(ends, len(counted))])
    before, all_found = (_found(of, outcome.model) for of in (state, history.state))
    answers = {one.test: one.answer for one in before if isinstance(one, Answered) and one.failing}
    repairs = {one.repair: one.outcome for one in all_found if isinstance(one, Repaired)}
    return Seen(answers, dict(state.values), tuple(sorted(state.ticked)), repairs, outcome.held is Held.YES)


def _found(state: JobState, model: str) -> list[AnyFinding]:
    return [found.finding for found in state.found if found.model == model]


def _changed_the_car(event: Event) -> bool:
    finding = event.act.finding if isinstance(event.act, Diagnosed) else None
    return isinstance(finding, Repaired) and finding.outcome is not Outcome.NO_CHANGE


class Causes:
    """The causes in a database. ``explained`` turns its errors into StoreError; it is told what is being done."""

    def __init__(self, database: Database, explained: Callable[[str], AbstractContextManager[None]]) -> None:
        self._database = database
        self._explained = explained

    def put(self, job: str, cause: Cause | None) -> None:
        """Keep the cause of a job in the place of what was known of it; within a transaction of the caller."""
        connection = self._database.connection
        connection.execute("DELETE FROM causes WHERE job = ?", (job,))
        if cause:
            seen = msgspec.json.encode(cause.seen).decode()
            connection.execute(
                f"INSERT INTO causes ({_COLUMNS}, seen) VALUES (?, ?, ?, ?, ?, ?)",
                (*_values(cause), seen),
            )

    def counts(self, guide: str, model: str) -> dict[str, int]:
        """Return by fault how many jobs count for a model: of all workshops, each once, from when it learns."""
        with self._explained("read"):
            rows = self._rows(
                f"SELECT fault, count(*) FROM (SELECT fault FROM causes {_OF_MODEL} UNION ALL"
                f" SELECT fault FROM causes_elsewhere {_OF_MODEL} AND {_ELSEWHERE}) GROUP BY fault",
                guide=guide,
                model=model,
            )
            return dict(rows)

    def seen(self, guide: str, model: str, most: int) -> tuple[tuple[str, Seen], ...]:
        """Return the fault and what was seen of the jobs of this workshop that count for a model, the newest ones."""
        query = f"SELECT fault, seen FROM causes {_OF_MODEL} ORDER BY at DESC LIMIT {most}"
        with self._explained("read"):
            rows = self._rows(query, guide=guide, model=model)
            return tuple((fault, from_json(seen, Seen)) for fault, seen in rows)

    def all(self) -> tuple[Cause, ...]:
        """Return all causes, of all workshops, a job once, in the order of their times; without what was seen."""
        with self._explained("read"):
            rows = self._rows(
                f"SELECT {_COLUMNS} FROM causes UNION ALL"
                f" SELECT {_COLUMNS} FROM causes_elsewhere WHERE {_ELSEWHERE} ORDER BY at, job"
            )
            return _causes(rows)

    def take_in(self, causes: Iterable[Cause]) -> int:
        """Keep causes of other workshops, and return how many are new or were put right there since.

        Of a job that is known here they count for nothing.
        """
        with self._explained("write"), self._database.transaction() as connection:
            before = connection.total_changes
            connection.executemany(
                f"INSERT INTO causes_elsewhere ({_COLUMNS})"
                " SELECT :job, :guide, :model, :fault, :at WHERE :job NOT IN (SELECT id FROM jobs)"
                " ON CONFLICT (job) DO UPDATE"
                " SET guide = excluded.guide, model = excluded.model, fault = excluded.fault, at = excluded.at"
                " WHERE excluded.at >= at"
                " AND (excluded.guide, excluded.model, excluded.fault) <> (guide, model, fault)",
                (dict(zip(_NAMES, _values(cause), strict=True)) for cause in causes),
            )
            return connection.total_changes - before

    def learn_from(self, guide: str, model: str, at: str) -> None:
        """Let a model learn only from jobs that were closed at a time, as Event.at, or later; empty: from all."""
        with self._explained("write"), self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO learns_from (guide, model, at) VALUES (?, ?, ?)", (guide, model, at)
            )

    def learns_from(self, guide: str, model: str) -> str:
        """Return from when a model learns, as Event.at; empty if from all jobs."""
        with self._explained("read"):
            rows = self._rows(
                "SELECT at FROM learns_from WHERE guide = :guide AND model = :model", guide=guide, model=model
            )
        return str(rows[0][0]) if rows else ""

    def _rows(self, query: str, **values: str) -> list[tuple[Any, ...]]:
        return self._database.connection.execute(query, values).fetchall()


def _values(cause: Cause) -> tuple[str, ...]:
    return cause.job, cause.guide, cause.model, cause.fault, cause.at


def _causes(rows: list[tuple[Any, ...]]) -> tuple[Cause, ...]:
    return tuple(Cause(*row) for row in converted(rows, _Columns))
