"""What can hurt in a step, in words alone: what is to be done against it has its place among the lines."""

from collections.abc import Iterator

from micra_assistant.guide.model import Bullets, Callout, Paragraph, Step
from micra_assistant.paper.printed_blocks import SheetCallout


def step_warnings(step: Step) -> Iterator[SheetCallout]:
    """Yield the warnings of a step, as a sheet repeats them elsewhere."""
    for block in step.blocks:
        if isinstance(block, Callout) and block.signal.holds_gate:
            words = tuple(part for part in block.blocks if isinstance(part, Paragraph | Bullets))
            yield SheetCallout(block.signal, block.title, words)
