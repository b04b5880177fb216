"""The route of a job as it stands on a checklist: its stops in order, those of one chapter together."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import MoveKind
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.guide.model import Guide, Words
from micra_assistant.jobs.routing.route import Route
from micra_assistant.jobs.routing.stop import Stand, Stop
from micra_assistant.jobs.stop_words import READY
from micra_assistant.paper.page_maker import PageMaker
from micra_assistant.paper.printed_blocks import SheetBlock, SheetCallout, SheetItem, SheetQuestion
from micra_assistant.paper.sheet_pages import SheetPage, SheetStep
from micra_assistant.words import _


class PlannedWay(Struct, frozen=True):
    """The way that a search for a fault leads: its route, and the model whose answers are asked for on it."""

    route: Route
    model: Model


def route_pages(way: PlannedWay, guide: Guide, pages: PageMaker) -> tuple[SheetPage, ...]:
    """Return the route, a chapter for the stops that follow each other on the same page of the guide."""
    numbers = {step.id: number for number, page in enumerate(guide.pages, 1) for step in page.steps}
    stops = [stop for stop in way.route.stops if stop.lines or _is_asked(stop) or _has_things(stop) or _note(stop)]
    steps = _RouteSteps(way.model, pages)
    return tuple(
        SheetPage(number, guide.pages[number - 1].title if number else "", tuple(map(steps.step, group)))
        for number, group in groupby(stops, lambda stop: numbers[stop.step.id] if stop.step else 0)
    )


class _RouteSteps:
    """Makes stops into steps of a sheet; links lead to the first that stands for a step of the guide."""

    def __init__(self, model: Model, pages: PageMaker) -> None:
        self._model = model
        self._pages = pages
        self._linked: set[str] = set()

    def step(self, stop: Stop) -> SheetStep:
        """Return a stop as it is printed."""
        made = self._of_guide(stop)
        blocks = tuple(_on_the_way(made.blocks, stop))
        blocks = () if stop.stand is Stand.LEFT_OUT else (*_things(stop), *blocks, *self._question(stop))
        return replace(made, blocks=blocks, note=_note(stop) or made.note)

    def _of_guide(self, stop: Stop) -> SheetStep:
        if stop.step is None:
            return SheetStep("", "", stop.title, "", ())
        made = self._pages.step(stop.step, self._pages.checklist_blocks(stop.step))
        is_again = made.id in self._linked
        self._linked.add(made.id)
        return replace(made, id="") if is_again else made

    def _question(self, stop: Stop) -> Iterator[SheetQuestion]:
        """Yield what is asked at a stop, unless one of its lines answers it."""
        if not _is_asked(stop) or stop.move is None:
            return
        if stop.move.kind is MoveKind.REPAIR:
            answers = (words.answer for words in OUTCOME_WORDS.values())
            yield SheetQuestion(self._model.repair(stop.move.id).text, tuple(answers))
            return
        test = self._model.test(stop.move.id)
        if not any(line.item.id in (test.item, *test.again) for line in stop.lines):
            yield SheetQuestion(test.ask, tuple(test.answers.values()))


def _is_asked(stop: Stop) -> bool:
    return stop.is_ahead and stop.move is not None and stop.move.kind in (MoveKind.TEST, MoveKind.REPAIR)


def _has_things(stop: Stop) -> bool:
    return stop.is_ahead and bool(stop.things)


def _things(stop: Stop) -> Iterator[SheetItem]:
    """Yield the line for what is still to be laid ready."""
    if _has_things(stop):
        yield SheetItem(READY, (Words("; ".join(stop.things)),), done=False, gate=False)


def _on_the_way(blocks: Iterable[SheetBlock], stop: Stop) -> Iterator[SheetBlock]:
    """Yield the blocks of a step without the lines that are not on the way; what is to be taken back says so."""
    lines = {line.item.id: line.item for line in stop.lines}
    for block in blocks:
        match block:
            case SheetCallout():
                yield replace(block, blocks=tuple(_on_the_way(block.blocks, stop)))
            case SheetItem(id=name) if name in stop.take_back:
                words = (Words(lines[name].undo or _("Take back the tick of this line")),)
                yield SheetItem(name, words, done=False, gate=False)
            case SheetItem(id=name):
                if name in lines:
                    yield block
            case _:
                yield block


def _note(stop: Stop) -> str:
    """Return why nothing is done at a stop, if that is so."""
    if stop.stand is Stand.LEFT_OUT:
        return _("Left out: {reason}").format(reason=stop.reason)
    return _("Waits for: {part}").format(part=stop.reason) if stop.stand is Stand.WAITING else ""
