"""What a sheet says: a guide and a job's state, put together as the data that a template sets."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from micra_assistant.errors import PaperError
from micra_assistant.guide.model import (
    Guide,
    Source,
    Tool,
)
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.history import History
from micra_assistant.jobs.mileage import show_mileage
from micra_assistant.jobs.quoting import number_checks
from micra_assistant.jobs.records.causes import Causes
from micra_assistant.paper.badges import badge_key, badges
from micra_assistant.paper.checklist_route import ChecklistRoute, checklist_route, numbered
from micra_assistant.paper.forms import SheetForms, forms_of
from micra_assistant.paper.kinds import PaperSize, SheetKind, paper_size, sheet_kind
from micra_assistant.paper.label_grids import grid_for
from micra_assistant.paper.letterhead import SheetHead
from micra_assistant.paper.page_maker import PageMaker, time_of
from micra_assistant.paper.parts_table import SheetComparison, SheetParts, sheet_comparison, sheet_parts
from micra_assistant.paper.put_back_sheet import SheetPutBackList, put_back_sheet, still_to_put_back
from micra_assistant.paper.quotation import SheetQuotation, quotation
from micra_assistant.paper.report import SheetReport, in_short, job_report
from micra_assistant.paper.sheet_choices import SheetChoices, usual
from micra_assistant.paper.sheet_pages import SheetPage
from micra_assistant.paper.sheet_sources import SheetSource, sheet_sources
from micra_assistant.paper.shopping_list import SheetShoppingList, shopping_list
from micra_assistant.paper.typed import one_line
from micra_assistant.paper.what_is_left import what_is_left
from micra_assistant.paper.without_pictures import without_photos
from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.own_failures import OwnFailures
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

if TYPE_CHECKING:
    from micra_assistant.paper.bag_labels import SheetLabels
    from micra_assistant.paper.decision_tree import DecisionTree
    from micra_assistant.paper.fault_record import SheetFaultRecord
    from micra_assistant.paper.route_pages import PlannedWay

__all__ = ["PaperSize", "Sheet", "SheetKind", "SheetMaker", "paper_size", "sheet_kind"]

_WITH_PARTS = (SheetKind.GUIDE, SheetKind.REPORT)
_WITH_WAYS = (*_WITH_PARTS, SheetKind.PARTS, SheetKind.QUOTATION)
_LONGEST_CAR = 20
"""How much of a registration has room in a line."""


class Sheet(Struct, frozen=True):
    """Everything a template needs.

    ``job`` and ``registration`` are empty on a blank sheet; ``car_now`` is what is open on the car. ``sources`` are
    those to be listed; ``badges`` are what stands for a source, by its id, and ``badge_key`` what their signs mean.
    ``time`` is the author's estimate in words, empty if there is none.
    ``put_back``, ``report``, ``faults``, ``comparison``, ``shopping`` and ``quotation`` are there on the sheet of that
    kind only; ``quoted_for`` says whose car a quotation is for. ``head`` is the workshop's, on those that go to others.
    """

    kind: SheetKind
    paper: PaperSize
    title: str
    car: str
    summary: str
    version: str
    printed: str
    job: str
    registration: str
    time: str
    car_now: tuple[str, ...]
    tools: tuple[Tool, ...]
    pages: tuple[SheetPage, ...]
    sources: dict[str, SheetSource]
    badges: dict[str, str]
    badge_key: tuple[tuple[str, str], ...]
    parts: SheetParts | None
    put_back: SheetPutBackList | None
    report: SheetReport | None
    faults: "SheetFaultRecord | None"
    head: SheetHead | None = None
    comparison: SheetComparison | None = None
    shopping: SheetShoppingList | None = None
    quotation: SheetQuotation | None = None
    quoted_for: tuple[tuple[str, str], ...] = ()
    route: ChecklistRoute | None = None
    trees: "tuple[DecisionTree, ...]" = ()
    labels: "SheetLabels | None" = None
    forms: SheetForms | None = None


class SheetMaker:
    """Makes the sheets of one guide for one job; blank ones without a history.

    ``zone`` is where the clock hangs by which a report tells the time, None for this computer's. ``causes`` are those
    that jobs have confirmed, which a fault-finding record learns from. A mileage is told in ``distance``; ``head`` is
    that of the workshop. By the rates of ``exchange`` prices in other
    currencies are compared too; ``tax`` is that on prices, in per cent. ``own`` tells how often ways to get a part have
    failed in this workshop, by id, ``kept_years`` how long the car is kept. A checklist follows ``way``, else the
    guide.
    """

    def __init__(
        self,
        guide: Guide,
        history: History | None = None,
        job_name: str = "",
        zone: tzinfo | None = None,
        causes: Causes | None = None,
        distance: Distance = Distance.KM,
        head: SheetHead | None = None,
        exchange: Sequence[ExchangeRate] = (),
        tax: Decimal | None = None,
        own: Callable[[], Mapping[str, OwnFailures]] = dict,
        kept_years: int = 3,
        way: "PlannedWay | None" = None,
    ) -> None:
        self._guide = guide
        self._history = history or History()
        self._state = self._history.state
        self._job_name = job_name
        self._zone = zone
        self._causes = causes
        self._distance = distance
        self._head = head
        self._exchange = exchange
        self._tax = tax
        self._own = own
        self._kept_years = kept_years
        self._way = way
        self._checklist = Checklist(guide, self._state)

    def sheet(
        self,
        kind: SheetKind,
        paper: PaperSize,
        parts: PartsTable | None,
        rate_per_hour: Decimal,
        printed: date,
        choices: SheetChoices | None = None,
    ) -> Sheet:
        """Return the sheet; the parts table, with labour at ``rate_per_hour``, goes on guide and report only.

        It is a whole one unless there are other ``choices``, of which the paper is not looked at.

        PaperError if the sheet is about a job and there is none.
        """
        if kind.needs_job and not self._job_name:
            raise PaperError(
                _("This sheet is about a job, and this guide is only looked up: begin or open a job first.")
            )
        guide, choices, option = self._guide, choices or usual(kind, paper), self._state.option
        whole = kind is SheetKind.GUIDE
        ways = self._ways(parts, rate_per_hour) if parts and kind in _WITH_WAYS else ()
        checks = number_checks(parts, self._state) if parts else {}
        told = rate_per_hour, option, self._kept_years, checks
        table = sheet_parts(parts, ways, *told) if parts and kind in _WITH_PARTS else None
        pages = self._pages(whole, choices) if kind.has_steps else ()
        shown = what_is_left(pages) if choices.only_left and not whole else pages
        return Sheet(
            kind=kind,
            paper=paper,
            title=guide.title,
            car=guide.car,
            summary=guide.summary,
            version=guide.version,
            printed=printed.isoformat(),
            job=self._job(),
            registration=one_line(self._state.car, _LONGEST_CAR),
            time=time_of(guide.minutes),
            car_now=tuple(opening.words for opening in self._checklist.car_now()),
            tools=guide.tools,
            pages=shown,
            sources=sheet_sources(guide.sources) if whole else {},
            badges=badges(guide.sources, numbered=whole),
            badge_key=badge_key(_sources_shown(guide, kind)),
            parts=table if whole else None,
            put_back=self._put_back(choices) if kind is SheetKind.PUT_BACK else None,
            report=self._report(table, choices) if kind is SheetKind.REPORT else None,
            faults=self._fault_record(parts) if kind is SheetKind.FAULT_RECORD else None,
            head=self._head,
            comparison=sheet_comparison(parts, ways, *told) if parts and kind is SheetKind.PARTS else None,
            shopping=shopping_list(self._state, parts, self._exchange) if kind is SheetKind.SHOPPING_LIST else None,
            quotation=quotation(parts, ways, option, self._tax, printed) if kind is SheetKind.QUOTATION else None,
            quoted_for=self._quoted_for(printed) if kind is SheetKind.QUOTATION else (),
            route=checklist_route(guide, self._state, pages, shown) if kind is SheetKind.CHECKLIST else None,
            labels=self._labels(choices) if kind is SheetKind.LABELS else None,
            forms=forms_of(guide, parts) if kind is SheetKind.FORMS else None,
        )

    def _quoted_for(self, printed: date) -> tuple[tuple[str, str], ...]:
        state = self._state
        return (
            (_("Customer"), one_line(state.customer)),
            (_("Registration"), one_line(state.car)),
            (_("Car"), self._guide.car),
            (_("Mileage"), "" if state.mileage is None else show_mileage(state.mileage, self._distance)),
            (_("Date"), printed.isoformat()),
        )

    def _ways(self, parts: PartsTable, rate_per_hour: Decimal) -> tuple[Fitted, ...]:
        from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar  # noqa: PLC0415 - with it comes all of diagnosis

        on_car = WaysOnCar(self._guide, parts)
        return on_car.compared(parts, rate_per_hour, self._state, self._own(), self._exchange)

    def _fault_record(self, parts: PartsTable | None) -> "SheetFaultRecord":
        from micra_assistant.paper.fault_record import fault_record  # noqa: PLC0415 - with it comes all of diagnosis

        return fault_record(self._guide, self._history, parts, self._zone, self._causes, self._distance)

    def _put_back(self, choices: SheetChoices) -> SheetPutBackList:
        made = put_back_sheet(self._guide, self._state)
        return still_to_put_back(made) if choices.only_left else made

    def _labels(self, choices: SheetChoices) -> "SheetLabels":
        from micra_assistant.paper.bag_labels import labels_of  # noqa: PLC0415 - with it comes all of diagnosis

        route = self._way.route if self._way else None
        return labels_of(self._guide, self._state, route, grid_for(choices.paper, choices.labels))

    def _report(self, parts: SheetParts | None, choices: SheetChoices) -> SheetReport:
        report = job_report(self._guide, self._history, parts, self._zone, self._distance)
        told = in_short(report) if choices.short else report
        return told if choices.pictures else without_photos(told)

    def _job(self) -> str:
        if not self._job_name:
            return ""
        car = one_line(self._state.car, _LONGEST_CAR)
        job = _("Job {name}").format(name=self._job_name)
        return f"{job} · {car}" if car else job

    def _pages(self, whole: bool, choices: SheetChoices) -> tuple[SheetPage, ...]:
        pages = PageMaker(self._guide, self._checklist, self._zone, pictures=choices.pictures)
        if whole:
            return pages.guide()
        if self._way is None:
            return numbered(pages.checklist())
        from micra_assistant.paper.route_pages import route_pages  # noqa: PLC0415 - with it comes all of diagnosis

        return numbered(route_pages(self._way, self._guide, pages))


def _sources_shown(guide: Guide, kind: SheetKind) -> dict[str, Source]:
    """Return the sources that a sheet may name; those of prices stand where the prices do."""
    if kind is SheetKind.PARTS:
        return {name: source for name, source in guide.sources.items() if name in guide.price_sources}
    if kind.has_prices:
        return guide.sources
    return {name: source for name, source in guide.sources.items() if name not in guide.price_sources}
