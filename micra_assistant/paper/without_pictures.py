"""Sheets without their pictures: what the pictures show in numbers stays."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from micra_assistant.guide.model import Diagram
from micra_assistant.paper.circuit_table import SheetCircuit
from micra_assistant.paper.printed_blocks import SheetBlock
from micra_assistant.paper.report import SheetReport
from micra_assistant.paper.report_steps import SheetDonePage


def without_pictures(blocks: Iterable[SheetBlock]) -> Iterator[SheetBlock]:
    """Yield the blocks of a step; of a circuit the table alone."""
    for block in blocks:
        if isinstance(block, SheetCircuit):
            yield replace(block, path="")
        elif not isinstance(block, Diagram):
            yield block


def without_photos(report: SheetReport) -> SheetReport:
    """Return a report without its photos."""
    return replace(report, pages=tuple(map(_page, report.pages)))


def _page(page: SheetDonePage) -> SheetDonePage:
    return replace(page, steps=tuple(replace(step, photos=()) for step in page.steps))
