"""The pages of a guide as chapters of a sheet: all that they say, or what a checklist keeps of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo

from micra_assistant.guide.model import Block, Callout, Count, Diagram, Guide, Reading, Step, Tick, Written
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.paper.printed_blocks import sheet_block
from micra_assistant.paper.sheet_pages import SheetPage, SheetStep
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.paper.without_pictures import without_pictures
from micra_assistant.time_words import estimate_words
from micra_assistant.words import _

_Keep = Callable[[Step], Iterable[Block]]


class PageMaker:
    """Makes the steps of a guide as a job stands, with or without pictures, times as a clock in ``zone`` tells them."""

    def __init__(self, guide: Guide, checklist: Checklist, zone: tzinfo | None, *, pictures: bool) -> None:
        self._guide = guide
        self._checklist = checklist
        self._zone = zone
        self._pictures = pictures
        self._numbers = step_numbers(guide)

    def guide(self) -> tuple[SheetPage, ...]:
        """Return every page with all that it says."""
        return tuple(self._every_page(lambda step: step.blocks))

    def checklist(self) -> tuple[SheetPage, ...]:
        """Return every page with its items and its safety messages, and its pictures if they are wanted."""
        return tuple(self._every_page(self.checklist_blocks))

    def step(self, step: Step, blocks: Iterable[Block]) -> SheetStep:
        """Return a step with these of its blocks."""
        made = (sheet_block(block, self._checklist, self._zone) for block in blocks)
        shown = tuple(made) if self._pictures else tuple(without_pictures(made))
        note = _("Not translated yet") if step.untranslated else ""
        return SheetStep(step.id, self._numbers[step.id], step.title, time_of(step.minutes), shown, note)

    def checklist_blocks(self, step: Step) -> Iterator[Block]:
        """Yield what a checklist keeps of a step.

        A step that is only looked at has no line to tick, so its pictures are left out with it.
        """
        kept = [block for block in step.blocks if _is_on_checklist(block)]
        has_pictures = self._pictures and bool(kept)
        yield from (block for block in step.blocks if block in kept or (has_pictures and isinstance(block, Diagram)))

    def _every_page(self, keep: _Keep) -> Iterator[SheetPage]:
        for number, page in enumerate(self._guide.pages, 1):
            steps = (self.step(step, keep(step)) for step in page.steps)
            yield SheetPage(number, page.title, tuple(step for step in steps if step.blocks))


def time_of(minutes: int) -> str:
    """Return an estimate in words, empty if there is none."""
    return estimate_words(minutes) if minutes else ""


def _is_on_checklist(block: Block) -> bool:
    is_safety = isinstance(block, Callout) and block.signal.is_safety
    return is_safety or isinstance(block, Tick | Reading | Count | Written)
