"""What a sheet says: a guide and a job's state, put together as the data that a template sets."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Guide, Tool
from micra_assistant.guide.source import Source
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
    badges: dict[str, str]
    badge_key: tuple[tuple[str, str], ...]
    head: SheetHead | None = None
    pages: tuple[SheetPage, ...] = ()
    sources: dict[str, SheetSource] = {}
    parts: SheetParts | None = None
    put_back: SheetPutBackList | None = None
    report: SheetReport | None = None
    faults: "SheetFaultRecord | None" = None
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
        wish = _Wish(kind, parts, rate_per_hour, printed, choices or usual(kind, paper))
        sheet, fill = self._with_head(wish, paper), self._fills.get(kind)
        return fill(sheet, wish) if fill else sheet

    @property
    def _fills(self) -> "Mapping[SheetKind, Callable[[Sheet, _Wish], Sheet]]":
        """What puts on a sheet that which is on no other kind; the decision tree is grown elsewhere."""
        return {
            SheetKind.GUIDE: self._fill_guide,
            SheetKind.CHECKLIST: self._fill_checklist,
            SheetKind.PUT_BACK: self._fill_put_back,
            SheetKind.REPORT: self._fill_report,
            SheetKind.FAULT_RECORD: self._fill_fault_record,
            SheetKind.PARTS: self._fill_parts,
            SheetKind.SHOPPING_LIST: self._fill_shopping_list,
            SheetKind.QUOTATION: self._fill_quotation,
            SheetKind.LABELS: self._fill_labels,
            SheetKind.FORMS: self._fill_forms,
        }

    def _with_head(self, wish: "_Wish", paper: PaperSize) -> Sheet:
        """Return a sheet with what stands on each kind of them."""
        guide = self._guide
        return Sheet(
            kind=wish.kind,
            paper=paper,
            title=guide.title,
            car=guide.car,
            summary=guide.summary,
            version=guide.version,
            printed=wish.printed.isoformat(),
            job=self._job(),
            registration=one_line(self._state.car, _LONGEST_CAR),
            time=time_of(guide.minutes),
            car_now=tuple(opening.words for opening in self._checklist.car_now()),
            tools=guide.tools,
            badges=badges(guide.sources, numbered=wish.kind is SheetKind.GUIDE),
            badge_key=badge_key(_sources_shown(guide, wish.kind)),
            head=self._head,
        )

    def _fill_guide(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        pages = self._page_maker(wish).guide()
        return replace(sheet, pages=pages, sources=sheet_sources(self._guide.sources), parts=self._table(wish))

    def _fill_checklist(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        pages = numbered(self._route_pages(self._page_maker(wish)))
        shown = what_is_left(pages) if wish.choices.only_left else pages
        return replace(sheet, pages=shown, route=checklist_route(self._guide, self._state, pages, shown))

    def _fill_put_back(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        made = put_back_sheet(self._guide, self._state)
        return replace(sheet, put_back=still_to_put_back(made) if wish.choices.only_left else made)

    def _fill_report(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        report = job_report(self._guide, self._history, self._table(wish), self._zone, self._distance)
        told = in_short(report) if wish.choices.short else report
        return replace(sheet, report=told if wish.choices.pictures else without_photos(told))

    def _fill_fault_record(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        from micra_assistant.paper.fault_record import fault_record  # noqa: PLC0415 - with it comes all of diagnosis

        made = fault_record(self._guide, self._history, wish.parts, self._zone, self._causes, self._distance)
        return replace(sheet, faults=made)

    def _fill_parts(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        if wish.parts is None:
            return sheet
        return replace(sheet, comparison=sheet_comparison(wish.parts, self._ways(wish), *self._told(wish)))

    def _fill_shopping_list(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        return replace(sheet, shopping=shopping_list(self._state, wish.parts, self._exchange))

    def _fill_quotation(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        made = quotation(wish.parts, self._ways(wish), self._state.option, self._tax, wish.printed)
        return replace(sheet, quotation=made, quoted_for=self._quoted_for(wish.printed))

    def _fill_labels(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        from micra_assistant.paper.bag_labels import labels_of  # noqa: PLC0415 - with it comes all of diagnosis

        route = self._way.route if self._way else None
        grid = grid_for(wish.choices.paper, wish.choices.labels)
        spares = wish.parts.spares if wish.parts else ()
        return replace(sheet, labels=labels_of(self._guide, self._state, route, grid, spares))

    def _fill_forms(self, sheet: Sheet, wish: "_Wish") -> Sheet:
        return replace(sheet, forms=forms_of(self._guide, wish.parts, wish.choices.form))

    def _quoted_for(self, printed: date) -> tuple[tuple[str, str], ...]:
        state = self._state
        return (
            (_("Customer"), one_line(state.customer)),
            (_("Registration"), one_line(state.car)),
            (_("Car"), self._guide.car),
            (_("Mileage"), "" if state.mileage is None else show_mileage(state.mileage, self._distance)),
            (_("Date"), printed.isoformat()),
        )

    def _table(self, wish: "_Wish") -> SheetParts | None:
        """Return the ways to get the part in short."""
        return sheet_parts(wish.parts, self._ways(wish), *self._told(wish)) if wish.parts else None

    def _told(self, wish: "_Wish") -> tuple[Decimal, str, int, Mapping[str, str]]:
        checks = number_checks(wish.parts, self._state) if wish.parts else {}
        return wish.rate_per_hour, self._state.option, self._kept_years, checks

    def _ways(self, wish: "_Wish") -> tuple[Fitted, ...]:
        from micra_assistant.jobs.faultfinding.ways_on_car import WaysOnCar  # noqa: PLC0415 - with it comes all of diagnosis

        if wish.parts is None:
            return ()
        on_car = WaysOnCar(self._guide, wish.parts)
        return on_car.compared(wish.parts, wish.rate_per_hour, self._state, self._own(), self._exchange)

    def _page_maker(self, wish: "_Wish") -> PageMaker:
        return PageMaker(self._guide, self._checklist, self._zone, pictures=wish.choices.pictures)

    def _route_pages(self, pages: PageMaker) -> tuple[SheetPage, ...]:
        if self._way is None:
            return pages.checklist()
        from micra_assistant.paper.route_pages import route_pages  # noqa: PLC0415 - with it comes all of diagnosis

        return route_pages(self._way, self._guide, pages)

    def _job(self) -> str:
        if not self._job_name:
            return ""
        car = one_line(self._state.car, _LONGEST_CAR)
        job = _("Job {name}").format(name=self._job_name)
        return f"{job} · {car}" if car else job


class _Wish(NamedTuple):
    """What was asked for."""

    kind: SheetKind
    parts: PartsTable | None
    rate_per_hour: Decimal
    printed: date
    choices: SheetChoices


def _sources_shown(guide: Guide, kind: SheetKind) -> dict[str, Source]:
    """Return the sources that a sheet may name; those of prices stand where the prices do."""
    if kind is SheetKind.PARTS:
        return {name: source for name, source in guide.sources.items() if name in guide.price_sources}
    if kind.has_prices:
        return guide.sources
    return {name: source for name, source in guide.sources.items() if name not in guide.price_sources}
