"""Which sheet is meant by whoever prints what is in front of them."""

from typing import Protocol, runtime_checkable

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.paper.kinds import SheetKind


@runtime_checkable
class Printable(Protocol):
    """A view that is on paper what the sheet ``prints`` is."""

    prints: SheetKind


@runtime_checkable
class ListOfJobs(Protocol):
    """A view of many jobs: it knows which of them is meant."""

    def ask_to_print(self) -> None:
        """Have the chosen job printed."""


def list_of_jobs(aside: object) -> ListOfJobs | None:
    """Return what is shown ``aside`` if it is a list of jobs."""
    return aside if isinstance(aside, ListOfJobs) else None


def kind_in_front(aside: object, open_job: OpenJob) -> SheetKind:
    """Return the sheet for what is shown ``aside``, None if that is the job or the guide itself."""
    if isinstance(aside, Printable) and (open_job.job or not aside.prints.needs_job):
        return aside.prints
    if open_job.job is None:
        return SheetKind.GUIDE
    return SheetKind.REPORT if open_job.state.is_closed else SheetKind.CHECKLIST
