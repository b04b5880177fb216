"""What a person reads of a guide, line by line, without how it looks."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from micra_assistant.guide import judging
from micra_assistant.guide.circuit_model import Circuit, CircuitCase
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Count,
    Diagram,
    Guide,
    Paragraph,
    Reading,
    Table,
    Text,
    Tick,
    Written,
    plain,
)
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.guide.value_words import how_many
from micra_assistant.time_words import wait_words
from micra_assistant.words import _


class ReadLine(Struct, frozen=True):
    """A line; ``picture`` is the path of the picture that it stands for, as seen from the guide's folder."""

    text: str
    picture: str = ""


def lines_of_head(guide: Guide) -> tuple[ReadLine, ...]:
    """Return what stands above all steps: title, car, summary, tools."""
    tools = (f"• {tool.name}: {tool.note}" if tool.note else f"• {tool.name}" for tool in guide.tools)
    lines = (_folded(line) for line in (guide.title, guide.car, guide.summary, *tools))
    return tuple(ReadLine(line) for line in lines if line)


def lines_of_steps(guide: Guide) -> dict[str, tuple[ReadLine, ...]]:
    """Return the lines of every step of ``guide`` below its title, by the id of the step."""
    items = {item.id: item for item in guide.items}
    return {step.id: tuple(line for block in step.blocks for line in _lines(block, items)) for step in guide.steps}


def _lines(block: Block, items: Mapping[str, AnyItem]) -> Iterator[ReadLine]:
    match block:
        case Paragraph(text=text):
            yield ReadLine(_words(text))
        case Bullets(lines=lines, signs=signs):
            yield from (ReadLine(f"{sign} {_words(line)}") for sign, line in zip(signs, lines, strict=True))
        case Table(header=header, rows=rows):
            yield from (ReadLine(" | ".join(map(_words, row))) for row in (header, *rows))
        case Diagram(path=path, alt=alt):
            yield ReadLine(_("Picture: {words}").format(words=_folded(alt)), path)
        case Circuit(path=path, alt=alt):
            yield ReadLine(_("Picture: {words}").format(words=_folded(alt)), path)
            yield from (ReadLine(_case_words(block, case)) for case in block.cases)
        case Callout(signal=signal, title=title, blocks=blocks):
            yield ReadLine(f"{signal_word(signal)}: {_words(title)}".removesuffix(": "))
            yield from (line for inner in blocks for line in _lines(inner, items))
        case _:
            yield ReadLine(_item_words(block, items))


def _item_words(item: AnyItem, items: Mapping[str, AnyItem]) -> str:
    """Return an item as a line: its box and words, what is right, how it is put back, how the car stands until then."""
    parts = [f"[ ] {_words(item.label)}"]
    if isinstance(item, Reading):
        parts.append(judging.limits(item) or _("in {unit}").format(unit=item.unit))
        parts += [_("less “{reading}”").format(reading=_words(items[item.minus].label))] if item.minus else []
    elif isinstance(item, Count):
        parts.append(how_many(item))
    elif isinstance(item, Written):
        parts.append(_("to be written down: {like}").format(like=item.like) if item.like else _("to be written down"))
    elif isinstance(item, Tick) and item.wait:
        parts.append(_("wait {time}").format(time=wait_words(item.wait)))
    if item.undo:
        parts.append(_("put back: {undo}; until then: {state}").format(undo=item.undo, state=item.state))
    states = dict.fromkeys(items[name].state for name in item.confirms)
    parts += [_("only while so: {states}").format(states=", ".join(states))] if states else []
    parts += [_("no way back: {sentence}").format(sentence=item.no_return)] if item.no_return else []
    return _folded(" · ".join(parts))


def _case_words(circuit: Circuit, case: CircuitCase) -> str:
    read = (
        _("{label} ({name}) {released}, pressed {pressed}").format(
            label=point.label, name=point.name, released=case.released[point.id], pressed=case.pressed[point.id]
        )
        for point in circuit.points
    )
    return _folded(f"{case.name}: {case.says} {'; '.join(read)}")


def _words(text: Text) -> str:
    return _folded(plain(text))


def _folded(text: str) -> str:
    """Return ``text`` with every white space as one blank: where a line breaks, nobody sees."""
    return " ".join(text.split())
