"""What a sheet says: a guide and a job's state, put together as the data that a template sets."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from micra_assistant.errors import UnknownNameError
from micra_assistant.guide import measure
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Circuit,
    Count,
    Diagram,
    Guide,
    Page,
    Paragraph,
    Reading,
    Signal,
    Source,
    Step,
    Table,
    Text,
    Tick,
    Tool,
    plain,
)
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.badges import badge_key, badges
from micra_assistant.paper.circuit_table import SheetCircuit, sheet_circuit
from micra_assistant.parts import money
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.options import PartsTable


class SheetKind(StrEnum):
    """Which sheet."""

    CHECKLIST = "checklist"
    GUIDE = "guide"


class PaperSize(StrEnum):
    """The papers there are."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


class SheetItem(Struct, frozen=True, tag="item"):
    """A line to tick, fill in or count.

    ``blank`` is what stands behind the ruled blank, such as ``Ω``; ``minus`` is the label of the reading to be
    taken off first. ``passes`` is whether a done item lets the work go on: it is neither wrong nor unjudged.
    """

    id: str
    label: Text
    done: bool
    gate: bool
    blank: str = ""
    limits: str = ""
    minus: str = ""
    value: str = ""
    verdict: str = ""
    wrong: bool = False
    passes: bool = False


class SheetCallout(Struct, frozen=True, tag="callout"):
    """A callout, its items as sheet items."""

    signal: Signal
    title: Text
    blocks: tuple[Paragraph | Bullets | SheetItem, ...]


SheetBlock = Paragraph | Bullets | Table | Diagram | SheetCircuit | SheetCallout | SheetItem


class SheetStep(Struct, frozen=True):
    """A step; it is never split over two pages of paper. Links lead to its ``id``."""

    id: str
    number: str
    title: str
    minutes: int
    blocks: tuple[SheetBlock, ...]


class SheetPage(Struct, frozen=True):
    """A page of the guide: a chapter on paper."""

    number: int
    title: str
    steps: tuple[SheetStep, ...]


class SheetOption(Struct, frozen=True):
    """A row of the parts table, amounts as words."""

    name: str
    price: str
    fitted: str
    benefits: str
    drawbacks: str
    note: str
    chosen: bool


class SheetParts(Struct, frozen=True):
    """The parts table and what its prices are worth."""

    part: str
    priced: str
    source: str
    rate: str
    options: tuple[SheetOption, ...]


class Sheet(Struct, frozen=True):
    """Everything a template needs.

    ``job`` and ``registration`` are empty on a blank sheet; ``car_now`` is what is open on the car. ``sources`` are
    those to be listed; ``badges`` are what stands for a source, by its id, and ``badge_key`` what their signs mean.
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
    minutes: int
    car_now: tuple[str, ...]
    tools: tuple[Tool, ...]
    pages: tuple[SheetPage, ...]
    sources: dict[str, Source]
    badges: dict[str, str]
    badge_key: tuple[tuple[str, str], ...]
    parts: SheetParts | None


VERDICT_WORDS = {
    measure.Verdict.OK: "OK",
    measure.Verdict.LOW: "TOO LOW",
    measure.Verdict.HIGH: "TOO HIGH",
    measure.Verdict.KEPT: "",
    measure.Verdict.WAITING: "NOT JUDGED",
    measure.Verdict.DOUBTFUL: "MEASURE AGAIN",
    measure.Verdict.UNREADABLE: "NOT A VALUE",
}


def sheet_kind(name: str) -> SheetKind:
    """Return the sheet of that name; UnknownNameError if there is none."""
    try:
        return SheetKind(name)
    except ValueError:
        raise UnknownNameError("sheet", name, SheetKind) from None


def paper_size(name: str) -> PaperSize:
    """Return the paper of that name; UnknownNameError if there is none."""
    try:
        return PaperSize(name.lower())
    except ValueError:
        raise UnknownNameError("paper size", name, PaperSize) from None


class SheetMaker:
    """Makes the sheets of one guide for one state of a job."""

    def __init__(self, guide: Guide, state: JobState | None = None, job_name: str = "") -> None:
        self._guide = guide
        self._state = state or JobState()
        self._job = f"Job {job_name}" + (f" · {self._state.car}" if self._state.car else "") if job_name else ""
        self._checklist = Checklist(guide, self._state)

    def sheet(
        self, kind: SheetKind, paper: PaperSize, parts: PartsTable | None, rate_per_hour: Decimal, printed: date
    ) -> Sheet:
        """Return the sheet; the parts table, with labour at ``rate_per_hour``, goes on the guide only."""
        guide = self._guide
        whole = kind is SheetKind.GUIDE
        return Sheet(
            kind=kind,
            paper=paper,
            title=guide.title,
            car=guide.car,
            summary=guide.summary,
            version=guide.version,
            printed=printed.isoformat(),
            job=self._job,
            registration=self._state.car,
            minutes=guide.minutes,
            car_now=tuple(opening.words for opening in self._checklist.car_now()),
            tools=guide.tools,
            pages=tuple(self._page(number, page, whole) for number, page in enumerate(guide.pages, 1)),
            sources=guide.sources if whole else {},
            badges=badges(guide.sources, numbered=whole),
            badge_key=badge_key(guide.sources),
            parts=self._parts(parts, rate_per_hour) if parts and whole else None,
        )

    def _page(self, number: int, page: Page, whole: bool) -> SheetPage:
        steps = tuple(self._step(f"{number}.{place}", step, whole) for place, step in enumerate(page.steps, 1))
        return SheetPage(number, page.title, tuple(step for step in steps if step.blocks))

    def _step(self, number: str, step: Step, whole: bool) -> SheetStep:
        blocks = step.blocks if whole else _checklist_blocks(step)
        return SheetStep(step.id, number, step.title, step.minutes, tuple(self._block(block) for block in blocks))

    def _block(self, block: Block) -> SheetBlock:
        match block:
            case Callout(signal=signal, title=title, blocks=blocks):
                return SheetCallout(signal, title, tuple(self._part(part) for part in blocks))
            case Table() | Diagram():
                return block
            case Circuit():
                return sheet_circuit(block)
            case _:
                return self._part(block)

    def _part(self, block: Paragraph | Bullets | AnyItem) -> Paragraph | Bullets | SheetItem:
        if isinstance(block, Tick | Reading | Count):
            return self._item(self._checklist.line(block.id))
        return block

    def _item(self, line: Line) -> SheetItem:
        item = line.item
        return SheetItem(
            id=item.id,
            label=item.label,
            done=line.done,
            gate=item.gate,
            blank=_behind_blank(line),
            limits=measure.limits(item) if isinstance(item, Reading) else "",
            minus=self._label(item.minus) if isinstance(item, Reading) else "",
            value=line.value,
            verdict=_verdict_words(line),
            wrong=line.is_wrong,
            passes=line.passes,
        )

    def _label(self, item_id: str) -> str:
        return plain(self._checklist.line(item_id).item.label) if item_id else ""

    def _parts(self, table: PartsTable, rate_per_hour: Decimal) -> SheetParts:
        rows = (
            SheetOption(
                name=fitted.option.name,
                price=money.show_range(*fitted.option.price, table.currency),
                fitted=money.show_range(fitted.low, fitted.high, table.currency),
                benefits="; ".join(fitted.option.benefits),
                drawbacks="; ".join(fitted.option.drawbacks),
                note=fitted.option.note,
                chosen=fitted.option.id == self._state.option,
            )
            for fitted in compare(table, rate_per_hour)
        )
        rate = money.show(rate_per_hour, table.currency)
        return SheetParts(table.part, f"{table.market}, {table.priced}", table.source, rate, tuple(rows))


def _checklist_blocks(step: Step) -> Iterator[Block]:
    """Yield what a checklist keeps of a step: its items and its safety messages."""
    for block in step.blocks:
        is_safety = isinstance(block, Callout) and block.signal.is_safety
        if is_safety or isinstance(block, Tick | Reading | Count):
            yield block


def _verdict_words(line: Line) -> str:
    if isinstance(line.item, Count) and line.is_wrong:
        return f"{'TOO FEW' if line.verdict is measure.Verdict.LOW else 'TOO MANY'}: {line.expected} CAME OFF"
    return VERDICT_WORDS[line.verdict] if line.verdict else ""


def _behind_blank(line: Line) -> str:
    """Return the unit of a reading or the noun of a count; nothing for a tick."""
    match line.item:
        case Reading(unit=unit):
            return unit
        case Count(noun=noun):
            return noun if line.number == 1 else f"{noun}s"
        case _:
            return ""
