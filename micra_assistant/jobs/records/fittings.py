"""Which way to get a part each closed job was done with: a table made of the events."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from msgspec import Struct

from micra_assistant.jobs.events import Held
from micra_assistant.jobs.records.database import Database
from micra_assistant.jobs.state import JobState
from micra_assistant.kind_reading import converted
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.options import OptionKind

_NAMES = ("fitted.kind", "fitted.part", "fitted.option", "jobs.car", "jobs.begun", "jobs.worked")
_COLUMNS = ", ".join(_NAMES)
_Rows = list[tuple[str, str, str, str, str, str]]


class FittedWay(Struct, frozen=True):
    """What was fitted: an ``option`` of the guide, or if that is empty, a part of a quote.

    ``kind`` and ``part`` are those of the quote; the part is empty for that of the guide.
    """

    option: str = ""
    kind: str = ""
    part: str = ""


class Fitting(Struct, frozen=True):
    """A closed job on which a way to get a part was chosen.

    ``car`` is its registration, empty if nobody said; ``begun`` and ``worked`` are as in its row.
    """

    way: FittedWay
    car: str
    begun: str
    worked: str


def fitted_way(state: JobState) -> FittedWay | None:
    """Return what a job was closed with; None if it is open, nothing was chosen, or the repair did not help."""
    if state.outcome is None or state.outcome.held is Held.NO or not state.option:
        return None
    quotes = {quote_option_id(kept.id): kept.quote for kept in state.quotes}
    quote = quotes.get(state.option)
    return FittedWay(kind=quote.kind, part=quote.part) if quote else FittedWay(state.option)


class Fittings:
    """What was fitted, in a database. ``explained`` turns its errors into StoreError; it is told what is being done."""

    def __init__(self, database: Database, explained: Callable[[str], AbstractContextManager[None]]) -> None:
        self._database = database
        self._explained = explained

    def put(self, job: str, guide: str, way: FittedWay | None) -> None:
        """Keep what a job was closed with in the place of what was known; within a transaction of the caller."""
        connection = self._database.connection
        connection.execute("DELETE FROM fitted WHERE job = ?", (job,))
        if way:
            connection.execute(
                "INSERT INTO fitted (job, guide, option, kind, part) VALUES (?, ?, ?, ?, ?)",
                (job, guide, way.option, way.kind, way.part),
            )

    def of_guide(self, guide: str) -> tuple[Fitting, ...]:
        """Return what was fitted on the closed jobs of a guide, in the order in which they were begun."""
        query = (
            f"SELECT {_COLUMNS} FROM fitted JOIN jobs ON jobs.id = fitted.job WHERE fitted.guide = ?"
            " ORDER BY jobs.begun, jobs.number"
        )
        with self._explained("read"):
            rows = self._database.connection.execute(query, (guide,)).fetchall()
            return tuple(_fitting(*row) for row in converted(rows, _Rows))


def _fitting(kind: str, part: str, option: str, car: str, begun: str, worked: str) -> Fitting:
    known = kind if kind in list(OptionKind) else ""
    return Fitting(FittedWay(option, known, part), car, begun, worked)
