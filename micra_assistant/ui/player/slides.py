"""A step in parts that are shown one at a time: a few lines, with the words and the picture that belong to them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Diagram,
    Item,
    Paragraph,
    SignalWord,
    Step,
    Table,
)

_GRAVE = (SignalWord.DANGER, SignalWord.WARNING, SignalWord.CAUTION)


class Slide(Struct, frozen=True):
    """Lines that stand together, none in a part that only tells something.

    Attributes:
        warnings: the callouts to be seen with them; of those that came earlier only what they warn of.
        words: what else is said of them.
        picture: the one that they are seen with, None if the step has none.
    """

    items: tuple[AnyItem, ...] = ()
    warnings: tuple[Callout, ...] = ()
    words: tuple[Paragraph | Bullets | Table, ...] = ()
    picture: Diagram | Circuit | None = None


def slides_of(step: Step) -> tuple[Slide, ...]:
    """Return the slides of a step, in order; the last has no lines.

    Lines that stand together have the words before them in common.
    """
    slides: list[Slide] = []
    earlier: list[Callout] = []
    pictures = [block for block in step.blocks if isinstance(block, Diagram | Circuit)]
    picture = pictures[0] if pictures else None
    for part in _parts(step.blocks):
        own = [block for block in part if isinstance(block, Callout)]
        picture = next((block for block in reversed(part) if isinstance(block, Diagram | Circuit)), picture)
        words = tuple(block for block in part if isinstance(block, Paragraph | Bullets | Table))
        told = (*(_headline(callout) for callout in earlier), *(_without_items(callout) for callout in own))
        slides.append(Slide(tuple(_items(part)), told, words, picture))
        earlier += [callout for callout in own if callout.signal in _GRAVE]
    return tuple(_ended(slides))


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield blocks up to and with each line, or lines that stand together; at the end what comes after the last."""
    part: list[Block] = []
    for block in blocks:
        if part and _has_items(part[-1]) and not _goes_on(part[-1], block):
            yield part
            part = []
        part.append(block)
    if part or not blocks:
        yield part


def _goes_on(last: Block, block: Block) -> bool:
    """Whether a line stands together with the one before it: no words come between, nor another warning."""
    return isinstance(block, Item) and isinstance(last, Item)


def _has_items(block: Block) -> bool:
    return isinstance(block, Item) or (isinstance(block, Callout) and any(_items([block])))


def _items(blocks: Sequence[Block]) -> Iterator[AnyItem]:
    for block in blocks:
        if isinstance(block, Callout):
            yield from _items(block.blocks)
        elif isinstance(block, Item):
            yield block


def _ended(slides: list[Slide]) -> list[Slide]:
    """Return slides with one at the end that has no lines; what is said there belongs to the last line, too."""
    *others, last = slides
    if last.items:
        return [*slides, Slide(picture=last.picture)]
    if others:
        others[-1] = replace(others[-1], words=others[-1].words + last.words)
    return [*others, last]


def _without_items(callout: Callout) -> Callout:
    return replace(callout, blocks=tuple(block for block in callout.blocks if not isinstance(block, Item)))


def _headline(callout: Callout) -> Callout:
    return replace(callout, blocks=())
