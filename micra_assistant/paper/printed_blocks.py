"""The blocks of a step as they are printed: those of the guide, their items filled in as a job stands."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Count,
    Diagram,
    Paragraph,
    Reading,
    SignalWord,
    Table,
    Text,
    Tick,
    Written,
    plain,
)
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_value, line_verdict
from micra_assistant.paper.circuit_table import SheetCircuit, sheet_circuit
from micra_assistant.paper.typed import one_line
from micra_assistant.paper.wait_blank import wait_on_paper


class SheetItem(Struct, frozen=True, tag="item"):
    """A line to tick, to fill in, to count or to write on.

    ``blank`` is what stands behind the ruled blank until it is filled in, such as ``Ω``; ``minus`` is the label of the
    reading to be taken off first. ``value`` has its unit or noun. ``writes`` is whether words are written on a
    ruled line below it, ``wait`` what there is to say of its wait. ``passes`` is whether a done item lets the work go
    on: it is neither wrong nor unjudged. ``number`` is that of the line on a checklist, 0 if it has none.
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
    writes: bool = False
    wait: str = ""
    number: int = 0


class SheetQuestion(Struct, frozen=True, tag="question"):
    """What is asked at a stop of the route and no line answers, with a box for each of its answers."""

    ask: str
    answers: tuple[str, ...]


class SheetCallout(Struct, frozen=True, tag="callout"):
    """A callout, its items as sheet items."""

    signal: SignalWord
    title: Text
    blocks: tuple[Paragraph | Bullets | SheetItem, ...]


SheetBlock = Paragraph | Bullets | Table | Diagram | SheetCircuit | SheetCallout | SheetItem | SheetQuestion


def items_in(blocks: Iterable[SheetBlock]) -> Iterator[SheetItem]:
    """Yield the lines among blocks, those in callouts too, in order."""
    for block in blocks:
        if isinstance(block, SheetItem):
            yield block
        elif isinstance(block, SheetCallout):
            yield from (part for part in block.blocks if isinstance(part, SheetItem))


def sheet_block(block: Block, checklist: Checklist, zone: tzinfo | None = None) -> SheetBlock:
    """Return a block as it is printed, times as a clock in ``zone`` tells them, None for this computer's."""
    match block:
        case Callout():
            return sheet_callout(block, checklist, zone)
        case Table() | Diagram():
            return block
        case Circuit():
            return sheet_circuit(block)
        case _:
            return _part(block, checklist, zone)


def sheet_callout(callout: Callout, checklist: Checklist, zone: tzinfo | None = None) -> SheetCallout:
    """Return a callout as it is printed, times as a clock in ``zone`` tells them."""
    return SheetCallout(callout.signal, callout.title, tuple(_part(part, checklist, zone) for part in callout.blocks))


def _part(
    block: Paragraph | Bullets | AnyItem, checklist: Checklist, zone: tzinfo | None
) -> Paragraph | Bullets | SheetItem:
    if isinstance(block, Tick | Reading | Count | Written):
        return _item(checklist.line(block.id), checklist, zone)
    return block


def _item(line: Line, checklist: Checklist, zone: tzinfo | None) -> SheetItem:
    item = line.item
    minus = item.minus if isinstance(item, Reading) else ""
    return SheetItem(
        id=item.id,
        label=item.label,
        done=line.done,
        gate=item.gate,
        blank=_behind_blank(line),
        limits=_limits(item),
        minus=plain(checklist.line(minus).item.label) if minus else "",
        value=one_line(line_value(line)),
        verdict=line_verdict(line),
        wrong=line.is_wrong,
        passes=line.is_right and not line.asked_again,
        writes=isinstance(item, Written),
        wait=wait_on_paper(line, zone),
    )


def _limits(item: AnyItem) -> str:
    """Return what is right in words: the limits of a reading, what written words are like."""
    return item.like if isinstance(item, Written) else judging.limits(item) if isinstance(item, Reading) else ""


def _behind_blank(line: Line) -> str:
    """Return the unit of a reading or the noun of a count; nothing for a tick."""
    match line.item:
        case Reading(unit=unit):
            return unit
        case Count():
            return line.item.nouns
        case _:
            return ""
