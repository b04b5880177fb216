"""What keeps events: the small interface that the rest of the program knows."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Protocol

from micra_assistant.jobs.events import Event
from micra_assistant.jobs.records.causes import Causes
from micra_assistant.jobs.records.fittings import Fittings
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.kept_drafts import KeptDrafts
from micra_assistant.jobs.records.listing import Job, JobRow

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Store(Protocol):
    """What keeps events. ``keeps`` is False if they are gone when the program ends."""

    @property
    def keeps(self) -> bool:
        """Whether what is appended is still there tomorrow."""

    @property
    def causes(self) -> Causes:
        """The causes that closed jobs have confirmed."""

    @property
    def fittings(self) -> Fittings:
        """What was fitted on closed jobs."""

    @property
    def drafts(self) -> KeptDrafts:
        """What was typed and not yet entered."""

    def append(
        self, events: Iterable[Event], attached: Mapping[str, bytes] = _NOTHING, left_open: int | None = None
    ) -> None:
        """Keep ``events`` and what they refer to by id, all or none; what is already kept is left as it is.

        ``left_open`` is how many things are open on the car after them, for the list. StoreError if it cannot.
        """

    def events(self, job: str, after: int = 0) -> tuple[Event, ...]:
        """Return the events of a job, in their order: all, or those kept since ``last`` gave ``after``."""

    def alone(self) -> AbstractContextManager[object]:
        """Let nobody else write until this is over; what is appended meanwhile is kept at its end, all or none.

        StoreError if it cannot be kept, or another program does not let go of the records for too long.
        """

    def jobs_of(self, events: Sequence[str]) -> set[str]:
        """Return the ids of the jobs that have events of these ids."""

    def attachment(self, name: str) -> bytes:
        """Return what is attached under an id; StoreError if nothing is, DamagedError if it is not what was."""

    def has_attachment(self, name: str) -> bool:
        """Whether something is attached under an id."""

    def rows(self, query: JobQuery, start: int = 0, most: int = -1) -> tuple[JobRow, ...]:
        """Return the jobs that a query finds, from the one at ``start`` on, all or at ``most`` so many."""

    def numbers(self, query: JobQuery) -> list[int]:
        """Return the numbers of all jobs in the order of a query; those that have nothing to order by come last."""

    def found(self, query: JobQuery) -> set[int]:
        """Return the numbers of the jobs that a query finds."""

    def rows_of(self, numbers: Sequence[int]) -> dict[int, JobRow]:
        """Return the jobs that have these numbers, by number."""

    def last_job(self) -> JobRow | None:
        """Return the job last worked on, None if there is none."""

    def job(self, job_id: str) -> Job:
        """Return the job that has this id; StoreError if none has."""

    def last(self) -> int:
        """Return a number that grows with every event that is kept, by whatever program."""

    def settle(self) -> None:
        """Do what makes the loss of the log harmless; to be called when nothing was kept for some seconds."""

    def close(self) -> None:
        """Let go of the file."""
