"""Labels for the bags of what came off, or will come off: how many of what, from where, and when they go back."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from micra_assistant.guide.model import AnyItem, Count, Guide
from micra_assistant.guide.value_words import things
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.put_back import PutBack, put_back_list
from micra_assistant.jobs.routing.route import Route
from micra_assistant.jobs.state import JobState
from micra_assistant.paper.label_grids import LabelGrid
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.words import _


class SheetLabel(Struct, frozen=True):
    """A label for a bag.

    Attributes:
        count: how many are in it, 0 if that is not known yet: then it is written in.
        things: what they are; with their number, if that is known.
        where: number and title of the step in which they come off.
        back: how they go back.
        place: when that is, among all that is to be put back; empty if it is not known yet.
    """

    count: int
    things: str
    where: str
    back: str
    place: str


class SheetLabels(Struct, frozen=True):
    """The labels, and the sheet that they are printed on; empty ones fill its last page."""

    grid: LabelGrid
    labels: tuple[SheetLabel, ...]


def labels_of(guide: Guide, state: JobState, route: Route | None, grid: LabelGrid) -> SheetLabels:
    """Return a label for each thing that is out and counted, and for each that will be counted on the way."""
    labels = _Labels(guide)
    checklist = Checklist(guide, state)
    ahead = (line.item for stop in route.stops for line in stop.open_lines) if route else guide.items
    coming = [item for item in _counted(ahead) if not checklist.line(item.id).done]
    return SheetLabels(grid, (*labels.out(put_back_list(guide, state)), *map(labels.coming, coming)))


def _counted(items: Iterable[AnyItem]) -> Iterator[Count]:
    return (item for item in items if isinstance(item, Count) and item.undo)


class _Labels:
    """Makes labels."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._numbers = step_numbers(guide)

    def out(self, rows: tuple[PutBack, ...]) -> Iterator[SheetLabel]:
        """Yield a label for each thing that was counted and is not back."""
        for place, row in enumerate(rows, 1):
            if isinstance(row.item, Count) and row.came_off and not row.done:
                back = _("goes back {place} of {all}").format(place=place, all=len(rows))
                yield SheetLabel(row.came_off, things(row.came_off, row.item), self._where(row.item), row.words, back)

    def coming(self, item: Count) -> SheetLabel:
        """Return the label for what is not counted yet."""
        return SheetLabel(0, item.nouns, self._where(item), item.undo, "")

    def _where(self, item: Count) -> str:
        step = self._guide.find_step_of(item.id)
        return f"{self._numbers[step.id]} {step.title}" if step else ""
