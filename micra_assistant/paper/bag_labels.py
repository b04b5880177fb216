"""Labels for the bags of what came off, or will come off: how many of what, from where, and when they go back."""

from collections.abc import Collection, Iterable, Iterator

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

DRAWINGS = ("screw", "clip", "nut", "bolt", "washer")
"""What ``things.typ`` can draw."""
_NOT_NAMES = ("off", "out", "open", "on", "in", "back", "home")
"""What the name of a line says of the things, not what they are."""


class SheetLabel(Struct, frozen=True):
    """A label for a bag.

    Attributes:
        count: how many are in it, 0 if that is not known yet: then it is written in.
        things: what they are; with their number, if that is known.
        where: number and title of the step in which they come off.
        back: how they go back.
        place: when that is, among all that is to be put back; empty if it is not known yet.
        drawing: of what they are, empty if there is none.
        is_broken: whether it is for those that broke.
    """

    count: int
    things: str
    where: str
    back: str
    place: str = ""
    drawing: str = ""
    is_broken: bool = False


class SheetLabels(Struct, frozen=True):
    """The labels, and the sheet that they are printed on; empty ones fill its last page."""

    grid: LabelGrid
    labels: tuple[SheetLabel, ...]


def labels_of(
    guide: Guide, state: JobState, route: Route | None, grid: LabelGrid, spares: Collection[str] = ()
) -> SheetLabels:
    """Return a label for each thing that is out and counted, and for each that will be counted on the way.

    Those of the lines ``spares`` tend to break: there is one more, for the broken ones.
    """
    labels = _Labels(guide, spares)
    checklist = Checklist(guide, state)
    ahead = (line.item for stop in route.stops for line in stop.open_lines) if route else guide.items
    coming = [item for item in _counted(ahead) if not checklist.line(item.id).done]
    return SheetLabels(grid, (*labels.out(put_back_list(guide, state)), *labels.coming(coming)))


def drawing_of(item: Count) -> str:
    """Return the drawing of what is counted, empty if there is none.

    Its line goes by an English name in every language of a guide.
    """
    names = [part for part in item.id.split("-") if part not in _NOT_NAMES]
    words = {word.removesuffix("s") for word in (*item.noun.split()[-1:], *names[-1:])}
    return next((drawing for drawing in DRAWINGS if drawing in words), "")


def _counted(items: Iterable[AnyItem]) -> Iterator[Count]:
    return (item for item in items if isinstance(item, Count) and item.undo)


class _Labels:
    """Makes labels."""

    def __init__(self, guide: Guide, spares: Collection[str]) -> None:
        self._guide = guide
        self._spares = spares
        self._numbers = step_numbers(guide)

    def out(self, rows: tuple[PutBack, ...]) -> Iterator[SheetLabel]:
        """Yield a label for each thing that was counted and is not back."""
        for place, row in enumerate(rows, 1):
            item = row.item
            if isinstance(item, Count) and row.came_off and not row.done:
                back = _("goes back {place} of {all}").format(place=place, all=len(rows))
                what = things(row.came_off, item)
                yield SheetLabel(row.came_off, what, self._where(item), row.words, back, drawing_of(item))
                yield from self._broken(item)

    def coming(self, items: Iterable[Count]) -> Iterator[SheetLabel]:
        """Yield the labels for what is not counted yet."""
        for item in items:
            yield SheetLabel(0, item.nouns, self._where(item), item.undo, drawing=drawing_of(item))
            yield from self._broken(item)

    def _broken(self, item: Count) -> Iterator[SheetLabel]:
        """Yield the label for those that broke, if they tend to."""
        if item.id in self._spares:
            words, back = _("broken {things}").format(things=item.nouns), _("Do not fit them again: fit new ones")
            drawing = f"broken-{drawing_of(item)}"
            yield SheetLabel(0, words, self._where(item), back, drawing=drawing, is_broken=True)

    def _where(self, item: Count) -> str:
        step = self._guide.find_step_of(item.id)
        return f"{self._numbers[step.id]} {step.title}" if step else ""
