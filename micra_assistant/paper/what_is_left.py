"""What is left of a checklist once the lines that are done are left out.

A chapter in which nothing is to be done any more goes as a whole. In one that goes on, no safety message goes: what
its warnings tell holds to the end of the chapter, as its running heads say.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from micra_assistant.guide.model import Diagram
from micra_assistant.paper.printed_blocks import SheetBlock, SheetCallout, SheetItem, SheetQuestion, items_in
from micra_assistant.paper.sheet_pages import SheetPage, SheetStep


def what_is_left(pages: Iterable[SheetPage]) -> tuple[SheetPage, ...]:
    """Return the chapters in which something is to be done, without the lines that are."""
    pages = tuple(pages)
    going_on = {page.number for page in pages if any(map(_has_open, page.steps))}
    left = (replace(page, steps=tuple(_steps(page))) for page in pages if page.number in going_on)
    return tuple(page for page in left if page.steps)


def _steps(page: SheetPage) -> Iterator[SheetStep]:
    for step in page.steps:
        blocks = tuple(_left(step.blocks, is_open=_has_open(step)))
        if blocks:
            yield replace(step, blocks=blocks)


def _left(blocks: Iterable[SheetBlock], *, is_open: bool) -> Iterator[SheetBlock]:
    for block in blocks:
        match block:
            case SheetCallout():
                yield replace(block, blocks=tuple(part for part in block.blocks if not _is_done(part)))
            case SheetItem():
                if not _is_done(block):
                    yield block
            case Diagram():
                if is_open:
                    yield block
            case _:
                yield block


def _has_open(step: SheetStep) -> bool:
    """Whether a step has a line that is still to be done, or a question."""
    asks = any(isinstance(block, SheetQuestion) for block in step.blocks)
    return asks or not all(map(_is_done, items_in(step.blocks)))


def _is_done(part: object) -> bool:
    """Whether it is a line that is done and lets the work go on."""
    return isinstance(part, SheetItem) and part.done and part.passes
