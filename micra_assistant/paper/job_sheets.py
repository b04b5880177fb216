"""The sheets of a job in a workshop: the one way in which window and commands make them, so that they are the same."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from micra_assistant.errors import GuideError, JobFileError, StoreError
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.jobs.rate import rate_of
from micra_assistant.jobs.ways_of_job import ways_of
from micra_assistant.paper.letterhead import head_of
from micra_assistant.paper.letters import Tell, nobody
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.sheet_choices import SheetChoices, usual
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.wholefile import write_whole
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.diagnosis.case import Case
    from micra_assistant.jobs.routing.route_reader import RouteReader
    from micra_assistant.paper.decision_tree import Growing, Trees
    from micra_assistant.paper.route_pages import PlannedWay


class JobSheets:
    """Makes the sheets of an open job, or of a guide that is looked up, as it stands.

    Paper, labour rate, name, logo and units are those of ``workshop``; ``paper`` is another one that was asked for,
    ``printed`` the day that stands on the sheets. ``reader`` has read the route already, if there is one.

    Attributes:
        paper: what they are printed on.
    """

    def __init__(
        self,
        open_job: OpenJob,
        workshop: Workshop,
        printed: date | None = None,
        paper: PaperSize | None = None,
        reader: "RouteReader | None" = None,
    ) -> None:
        self._open_job = open_job
        self._workshop = workshop
        self._printed = printed or date.today()  # noqa: DTZ011 - the day on the wall
        self._reader = reader
        self.paper = paper or workshop.paper

    def sheet(
        self,
        kind: SheetKind,
        paper: PaperSize | None = None,
        view: View = as_kept,
        tell: Tell = nobody,
        choices: SheetChoices | None = None,
        trees: "Trees | None" = None,
    ) -> Sheet:
        """Return a sheet of the job, told as ``view`` does; ``tell`` is told if the logo is not to be had.

        It is a whole one on ``paper`` unless there are other ``choices``. ``trees`` are those that stand on it if they
        are grown already.

        PaperError if the sheet is about a job and there is none, StoreError if what others have confirmed cannot be
        read.
        """
        job = self._open_job
        history = job.history if view is as_kept else History(map(view, job.history.events))
        maker = SheetMaker(
            job.guide,
            history,
            job.job.name if job.job else "",
            causes=job.causes,
            distance=self._workshop.distance,
            exchange=self._workshop.exchange,
            tax=self._workshop.tax,
            own=lambda: job.own_failures,
            kept_years=self._workshop.kept_years,
            head=head_of(self._workshop, tell) if kind.goes_out else None,
            way=self._way() if kind in (SheetKind.CHECKLIST, SheetKind.LABELS) else None,
        )
        rate = rate_of(self._workshop, job.parts, history.state.outcome)
        choices = choices or usual(kind, paper or self.paper)
        ways = ways_of(job.parts, history.state, self._workshop)
        sheet = maker.sheet(kind, choices.paper, ways, rate, self._printed, choices)
        return self._with_trees(sheet, trees) if kind is SheetKind.DECISION_TREE else sheet

    def _way(self) -> "PlannedWay | None":
        """Return the way that the search for the fault leads, None if there is none."""
        from micra_assistant.jobs.routing.route_reader import RouteReader  # noqa: PLC0415 - all of diagnosis
        from micra_assistant.paper.route_pages import PlannedWay  # noqa: PLC0415 - as above

        if self._open_job.job is None:
            return None
        route, inquiry = (self._reader or RouteReader()).read(self._open_job)
        return PlannedWay(route, inquiry.model) if inquiry else None

    def grow_trees(self) -> "Growing[Trees]":
        """Grow the tree of the complaint of the job as it stands, or of each complaint of the guide.

        StoreError if what others have confirmed cannot be read.
        """
        from micra_assistant.jobs.faultfinding.fault_search import search_on  # noqa: PLC0415 - all of diagnosis
        from micra_assistant.paper.decision_tree import growing_tree  # noqa: PLC0415 - as above

        search = search_on(self._open_job) if self._open_job.job else None
        yield
        cases = ((search.complaint.title, search.inquiry().case),) if search else self._cases()
        trees = []
        for complaint, case in cases:
            trees.append((yield from growing_tree(self._open_job.guide, complaint, case)))
        return tuple(trees)

    def _with_trees(self, sheet: Sheet, trees: "Trees | None") -> Sheet:
        from micra_assistant.paper.decision_tree import last_of  # noqa: PLC0415 - with it comes all of diagnosis

        return replace(sheet, trees=last_of(self.grow_trees()) if trees is None else trees)

    def _cases(self) -> "Iterator[tuple[str, Case]]":
        """Yield each complaint of the guide with a car on which nothing was found yet; those of bad models not."""
        from micra_assistant.diagnosis.case import Case  # noqa: PLC0415 - all of diagnosis
        from micra_assistant.diagnosis.modelfile import model_for  # noqa: PLC0415 - as above

        for complaint in self._open_job.guide.complaints:
            with suppress(GuideError):
                if model := model_for(self._open_job.guide, complaint, self._open_job.parts):
                    yield complaint.title, Case(model, rate_of(self._workshop, model))

    def pdf(self, kind: SheetKind, tell: Tell = nobody, view: View = as_kept) -> bytes:
        """Return a sheet as PDF, with the photos of the job; PaperError if it cannot be set.

        ``tell`` is told of letters that no font has.
        """
        from micra_assistant.paper.setting import set_pdf  # noqa: PLC0415 - wanted where sheets are set

        return set_pdf(self.order(kind, tell, view), tell)

    def order(
        self,
        kind: SheetKind,
        tell: Tell = nobody,
        view: View = as_kept,
        choices: SheetChoices | None = None,
        trees: "Trees | None" = None,
    ) -> SheetOrder:
        """Return a sheet as it can be given to a setter, with the photos of the job; the rest as ``sheet``."""
        sheet, job = self.sheet(kind, None, view, tell, choices, trees), self._open_job
        return order_of(sheet, job.guide.folder, job.attachment, choices.text_size if choices else 100)

    def with_job(self, order: SheetOrder, tell: Tell = nobody) -> SheetOrder:
        """Return the same with the job in its PDF; if that cannot be, ``tell`` is told why and the sheet has none."""
        try:
            return replace(order, job_file=self._open_job.packed())
        except (JobFileError, StoreError) as error:
            tell(_("The job is not in the PDF: {reason}").format(reason=error))
            return order

    def save_pdf(
        self,
        kind: SheetKind,
        output: Path,
        tell: Tell = nobody,
        *,
        carries_job: bool | None = None,
        choices: SheetChoices | None = None,
    ) -> None:
        """Save a sheet as PDF, whole or not at all; NotSavedError if that cannot be, the rest as ``pdf``.

        The job rides in it as in any sheet of its kind, unless ``carries_job`` says whether it does.
        """
        from micra_assistant.paper.setting import set_pdf  # noqa: PLC0415 - wanted where sheets are set

        order = self.order(kind, tell, choices=choices)
        if kind.carries_job if carries_job is None else carries_job:
            order = self.with_job(order, tell)
        write_whole(output, set_pdf(order, tell))

    def save_layout(self, kind: SheetKind, output: Path, choices: SheetChoices | None = None) -> None:
        """Save where each box and blank of a sheet stands, as JSON; errors as ``save_pdf``."""
        from micra_assistant.paper.layout import save_layout  # noqa: PLC0415 - wanted where sheets are set
        from micra_assistant.paper.setting import set_layout  # noqa: PLC0415 - wanted where sheets are set

        save_layout(set_layout(self.order(kind, choices=choices)), output)
