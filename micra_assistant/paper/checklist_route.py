"""What a checklist says of the job besides its lines: how far it is, what was found, which warnings are in force."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.printed_blocks import SheetBlock, SheetCallout, SheetItem, items_in
from micra_assistant.paper.sheet_pages import SheetPage, SheetStep
from micra_assistant.paper.step_warnings import step_warnings
from micra_assistant.paper.typed import one_line

_MOST_FOUND = 8


class CarriedWarning(Struct, frozen=True):
    """A warning of a chapter on the sheet whose own step is not on it; ``chapter`` is the number of the chapter."""

    chapter: int
    callout: SheetCallout


class ChecklistRoute(Struct, frozen=True):
    """How far a job is on the lines of its checklist.

    Attributes:
        done, of: how many lines are done, and of how many.
        next: the number of the line that is next, 0 if none is left.
        found: what was found last, in words.
        warnings: those that no step on the sheet says.
    """

    done: int
    of: int
    next: int
    found: tuple[str, ...]
    warnings: tuple[CarriedWarning, ...]


def checklist_route(
    guide: Guide, state: JobState, pages: Sequence[SheetPage], shown: Sequence[SheetPage]
) -> ChecklistRoute:
    """Return how far a job is on ``pages``, of which those ``shown`` are printed."""
    lines = [item for page in pages for step in page.steps for item in items_in(step.blocks) if item.number]
    left = [item for item in lines if not item.done]
    found = (one_line(one.words) for one in state.found[-_MOST_FOUND:])
    return ChecklistRoute(
        done=len(lines) - len(left),
        of=len(lines),
        next=left[0].number if left else 0,
        found=tuple(dict.fromkeys(found)),
        warnings=tuple(_carried(guide, shown)),
    )


def numbered(pages: Iterable[SheetPage]) -> tuple[SheetPage, ...]:
    """Return the same, each line of the guide with its number on the sheet."""
    numbers = _Numbers()
    return tuple(replace(page, steps=tuple(map(numbers.step, page.steps))) if page.number else page for page in pages)


class _Numbers:
    """Counts lines."""

    def __init__(self) -> None:
        self._last = 0

    def step(self, step: SheetStep) -> SheetStep:
        """Return a step with the numbers of its lines."""
        return replace(step, blocks=tuple(map(self._block, step.blocks)))

    def _block(self, block: SheetBlock) -> SheetBlock:
        match block:
            case SheetItem():
                self._last += 1
                return replace(block, number=self._last)
            case SheetCallout():
                return replace(block, blocks=tuple(map(self._block, block.blocks)))
            case _:
                return block


def _carried(guide: Guide, pages: Sequence[SheetPage]) -> Iterator[CarriedWarning]:
    """Yield the warnings before the last step of each chapter on a sheet that the sheet does not say there."""
    for number in dict.fromkeys(page.number for page in pages if page.number):
        steps = [step for page in pages if page.number == number for step in page.steps]
        said = {plain(block.title) for step in steps for block in step.blocks if isinstance(block, SheetCallout)}
        for callout in _warnings_before(guide, number, {step.number for step in steps}):
            if (title := plain(callout.title)) not in said:
                said.add(title)
                yield CarriedWarning(number, callout)


def _warnings_before(guide: Guide, number: int, steps: set[str]) -> Iterator[SheetCallout]:
    """Yield the warnings of a chapter up to the last of these steps."""
    page = guide.pages[number - 1]
    places = [place for place in range(len(page.steps)) if f"{number}.{place + 1}" in steps]
    for step in page.steps[: max(places, default=-1) + 1]:
        yield from step_warnings(step)
