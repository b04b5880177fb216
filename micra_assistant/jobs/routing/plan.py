"""A plan that grows: whatever is added, what it needs first is added before it.

What a line needs is that which holds it on this car: a gate of its page, a state of the car that it confirms, and the
reading that is taken off it.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from micra_assistant.diagnosis.findings import Move
from micra_assistant.guide.model import AnyItem, Guide, Reading, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.conditions import Conditions
from micra_assistant.jobs.routing.planned import Planned
from micra_assistant.jobs.routing.stop import Why
from micra_assistant.jobs.state import JobState


class Plan:
    """What is planned on a job, in order.

    What is added to a step that is planned already joins it; if the order in which things are added is to be kept,
    only while it is the last.
    """

    def __init__(self, guide: Guide, state: JobState, checklist: Checklist, *, keeps_order: bool = False) -> None:
        openings = [opening.item for opening in checklist.openings()]
        self._guide = guide
        self._checklist = checklist
        self._conditions = Conditions(guide, state, openings)
        self._keeps_order = keeps_order
        self._open = {item.state for item in openings}
        self._parts: list[Planned] = []
        self._items: set[str] = set()

    @property
    def parts(self) -> tuple[Planned, ...]:
        """All that is planned, in order."""
        return tuple(self._parts)

    def is_open(self, opener: AnyItem) -> bool:
        """Whether the car is in a state once all that is planned is done."""
        return opener.state in self._open

    def add_step(self, step_id: str, why: Why, goal: str, move: Move | None = None) -> None:
        """Add all lines of a step that this car needs; a move that has no step stands by itself."""
        step = self._guide.find_step(step_id)
        items = [item.id for item in step.items if self._is_of_use(item, step)] if step else []
        self._add(step_id if step else "", items, why, goal, move)

    def add_line(self, item_id: str, why: Why, goal: str) -> None:
        """Add one line, with its step if that is not planned."""
        if item_id not in self._items and self._guide.find_item(item_id):
            self._add(self._guide.step_of(item_id).id, [item_id], why, goal)

    def add_gate(self, item_id: str, goal: str) -> None:
        """Add a line that is to be done first; of one that opens something, what brings the car into that state."""
        item = self._guide.find_item(item_id)
        if item and item.state:
            self.add_state(item, goal)
        else:
            self.add_line(item_id, Why.NEEDED, goal)

    def add_state(self, opener: AnyItem, goal: str) -> None:
        """Add what brings the car into a state, unless it is in it then."""
        if self.is_open(opener):
            return
        way = self._conditions.way_to(opener)
        if way.take_back:
            self.take_back(way.item, Why.NEEDED, goal)
            self._open.add(opener.state)
        else:
            self.add_line(way.item.id, Why.NEEDED, goal)

    def take_back(self, item: AnyItem, why: Why, goal: str) -> None:
        """Add that the tick of a line is taken back, also of one that the guide has no more."""
        step = self._guide.find_step_of(item.id)
        known = Planned(step.id if step else "", (item.id,), why, goal, take_back=(item.id,))
        self._items.add(item.id)
        self._put(known)

    def _add(self, step: str, items: Sequence[str], why: Why, goal: str, move: Move | None = None) -> None:
        fresh = [name for name in items if name not in self._items]
        self._items.update(fresh)
        found = self._guide.find_step(step)
        for name in fresh:
            self._add_before(self._guide.item(name), goal or (found.title if found else ""))
        self._put(Planned(step, tuple(fresh), why, goal, move))
        for name in fresh:
            self._do(self._guide.item(name))

    def _put(self, part: Planned) -> None:
        """Put a part to the one of its step, or at the end."""
        places = [place for place, known in enumerate(self._parts) if known.step == part.step and part.step]
        if self._keeps_order:
            places = [place for place in places if place == len(self._parts) - 1]
        if places:
            self._parts[places[-1]] = self._joined(self._parts[places[-1]], part)
        elif part.items or part.move:
            self._parts.append(part)

    def _joined(self, known: Planned, part: Planned) -> Planned:
        in_order = [item.id for item in self._guide.step(known.step).items]
        items = tuple(sorted({*known.items, *part.items}, key=in_order.index))
        both = replace(known, items=items, take_back=(*known.take_back, *part.take_back))
        if part.why is Why.PROVE or (part.move and not known.move):
            return replace(both, why=part.why, goal=part.goal, move=part.move)
        return both

    def _add_before(self, item: AnyItem, goal: str) -> None:
        """Add what a line needs first."""
        if self._checklist.line(item.id).passes:
            return
        for gate in self._gates_before(item):
            self.add_line(gate.id, Why.NEEDED, goal)
        for opener in self._guide.items:
            if opener.id in item.confirms:
                self.add_state(opener, goal)
        if isinstance(item, Reading) and item.minus and self._checklist.taken_off(item) is None:
            self.add_line(item.minus, Why.NEEDED, goal)

    def _gates_before(self, item: AnyItem) -> Iterator[AnyItem]:
        """Yield the gates of the page that are to pass before a line."""
        for other in self._guide.page_of(self._guide.step_of(item.id).id).items:
            if other.id == item.id:
                return
            if other.gate and not self._checklist.line(other.id).passes:
                yield other

    def _is_of_use(self, item: AnyItem, step: Step) -> bool:
        """Whether a line has something to do on this car: what it puts back came off, or will have come off.

        What it opens is not open by another line.
        """
        line = self._checklist.line(item.id)
        if not item.undoes or line.done:
            return not line.is_already_so
        here = {other.id for other in step.items}
        undone = (opener for name in item.undoes if (opener := self._guide.find_item(name)))
        return any(opener.id in here or self.is_open(opener) for opener in undone)

    def _do(self, item: AnyItem) -> None:
        """Take an item as done; one that is done already has done to the car what it does."""
        if self._checklist.line(item.id).done:
            return
        self._open -= {opener.state for name in item.undoes if (opener := self._guide.find_item(name))}
        if item.undo:
            self._open.add(item.state)


def all_items(planned: Iterable[Planned]) -> tuple[str, ...]:
    """Return the items of all that is planned, in order."""
    return tuple(name for part in planned for name in part.items)
