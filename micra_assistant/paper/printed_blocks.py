"""The blocks of a step as they are printed: those of the guide, their items filled in as a job stands."""

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Circuit,
    Count,
    Diagram,
    Paragraph,
    Reading,
    SignalWord,
    Table,
    Text,
    Tick,
    plain,
)
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.line_words import line_value, line_verdict
from micra_assistant.paper.circuit_table import SheetCircuit, sheet_circuit
from micra_assistant.paper.typed import one_line


class SheetItem(Struct, frozen=True, tag="item"):
    """A line to tick, fill in or count.

    ``blank`` is what stands behind the ruled blank until it is filled in, such as ``Ω``; ``minus`` is the label of the
    reading to be taken off first. ``value`` has its unit or noun. ``passes`` is whether a done item lets the work go
    on: it is neither wrong nor unjudged.
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

    signal: SignalWord
    title: Text
    blocks: tuple[Paragraph | Bullets | SheetItem, ...]


SheetBlock = Paragraph | Bullets | Table | Diagram | SheetCircuit | SheetCallout | SheetItem


def sheet_block(block: Block, checklist: Checklist) -> SheetBlock:
    """Return a block as it is printed."""
    match block:
        case Callout():
            return sheet_callout(block, checklist)
        case Table() | Diagram():
            return block
        case Circuit():
            return sheet_circuit(block)
        case _:
            return _part(block, checklist)


def sheet_callout(callout: Callout, checklist: Checklist) -> SheetCallout:
    """Return a callout as it is printed."""
    return SheetCallout(callout.signal, callout.title, tuple(_part(part, checklist) for part in callout.blocks))


def _part(block: Paragraph | Bullets | AnyItem, checklist: Checklist) -> Paragraph | Bullets | SheetItem:
    if isinstance(block, Tick | Reading | Count):
        return _item(checklist.line(block.id), checklist)
    return block


def _item(line: Line, checklist: Checklist) -> SheetItem:
    item = line.item
    minus = item.minus if isinstance(item, Reading) else ""
    return SheetItem(
        id=item.id,
        label=item.label,
        done=line.done,
        gate=item.gate,
        blank=_behind_blank(line),
        limits=judging.limits(item) if isinstance(item, Reading) else "",
        minus=plain(checklist.line(minus).item.label) if minus else "",
        value=one_line(line_value(line)),
        verdict=line_verdict(line),
        wrong=line.is_wrong,
        passes=line.is_right and not line.asked_again,
    )


def _behind_blank(line: Line) -> str:
    """Return the unit of a reading or the noun of a count; nothing for a tick."""
    match line.item:
        case Reading(unit=unit):
            return unit
        case Count():
            return line.item.nouns
        case _:
            return ""
