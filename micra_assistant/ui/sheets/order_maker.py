"""The sheets of what is open, as it is when the print window opens, as each is wanted."""

from typing import TYPE_CHECKING

from micra_assistant.errors import MicraError
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.sheet_choices import SheetChoices

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route_reader import RouteReader
    from micra_assistant.paper.decision_tree import Trees


class OrderMaker:
    """Makes each order once.

    Attributes:
        has_job: whether there is a job, which some sheets are about.
        can_carry: whether that may travel in a PDF; one for practice would come into the records so.
        is_begun: whether anything is done in it.
        paper: what the workshop prints on.
    """

    def __init__(self, open_job: OpenJob, reader: "RouteReader") -> None:
        workshop = open_job.workshop()
        self._sheets = JobSheets(open_job, workshop, reader=reader)
        self._trees: Trees | None = None
        self._growing = self._sheets.grow_trees()
        self._orders: dict[tuple[SheetKind, SheetChoices], tuple[SheetOrder, list[str]]] = {}
        self.has_job = open_job.job is not None
        self.can_carry = self.has_job and not open_job.is_practice
        self.is_begun = open_job.checklist.progress()[0] > 0
        self.paper: PaperSize = workshop.paper

    def with_job(self, order: SheetOrder, told: list[str]) -> tuple[SheetOrder, list[str]]:
        """Return the same with the job in its PDF, and what could not be had for it."""
        more: list[str] = []
        return self._sheets.with_job(order, more.append), [*told, *more]

    def can_print(self, kind: SheetKind) -> bool:
        """Whether there is such a sheet."""
        return self.has_job or not kind.needs_job

    def is_ready(self, kind: SheetKind) -> bool:
        """Whether the order of a sheet takes no time to make."""
        return kind is not SheetKind.DECISION_TREE or self._trees is not None

    def work_ahead(self) -> None:
        """Do a short part of what takes long of a sheet that is not ready; MicraError if it cannot be done."""
        try:
            next(self._growing)
        except StopIteration as end:
            self._trees = end.value
        except MicraError:
            self._growing = self._sheets.grow_trees()
            raise

    def order(self, kind: SheetKind, choices: SheetChoices) -> tuple[SheetOrder, list[str]]:
        """Return what is to be set, and what could not be had for it; MicraError if the sheet cannot be made."""
        key = kind, choices
        if key not in self._orders:
            told: list[str] = []
            self._orders[key] = self._sheets.order(kind, told.append, choices=choices, trees=self._trees), told
        return self._orders[key]
