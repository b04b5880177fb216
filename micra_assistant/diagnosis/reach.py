"""Which steps of a guide a route can lead to, whatever is found on the car."""

from collections.abc import Iterable, Iterator

from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.guide.closing_page import closing_page
from micra_assistant.guide.links import links_of
from micra_assistant.guide.model import AnyItem, Guide, Reading, Step, Tick


def unreached(guide: Guide, models: Iterable[Model]) -> tuple[Step, ...]:
    """Return the steps with work on the car that no route leads to and no step on a route links to.

    Work is what opens, puts back, measures, counts or protects; what is only to be read or ticked may stand aside.
    """
    waiting = [*(complaint.step for complaint in guide.complaints), *_closing(guide)]
    for model in models:
        waiting += _named(guide, model)
    reached: set[str] = set()
    while waiting:
        step = guide.find_step(waiting.pop())
        if step and step.id not in reached:
            reached.add(step.id)
            waiting += [*links_of(step), *_needed(guide, step)]
    return tuple(step for step in guide.steps if step.id not in reached and any(map(_is_work, step.items)))


def _is_work(item: AnyItem) -> bool:
    return bool(item.undo or item.undoes or item.gate) or not isinstance(item, Tick)


def _closing(guide: Guide) -> Iterator[str]:
    page = closing_page(guide)
    yield from (step.id for step in page.steps) if page else ()


def _named(guide: Guide, model: Model) -> Iterator[str]:
    """Yield the steps that a model names, and those of the items that it names."""
    yield from (step for access in model.access for step in access.steps)
    yield from (fault.step for fault in model.faults)
    parts: tuple[Test | Repair, ...] = (*model.tests, *model.repairs)
    for part in parts:
        yield from (part.step, *(part.steps if isinstance(part, Repair) else ()))
        yield from (guide.step_of(gate).id for gate in part.gates if guide.find_item(gate))


def _needed(guide: Guide, step: Step) -> Iterator[str]:
    """Yield the steps that the lines of a step need, or that put back what they open."""
    items = guide.page_of(step.id).items
    gates = [item for item in items if item.gate]
    for item in (*step.items, *gates):
        yield from (guide.step_of(name).id for name in _names(item) if guide.find_item(name))
    opened = {item.id for item in step.items if item.undo}
    yield from (guide.step_of(item.id).id for item in guide.items if opened.intersection(item.undoes))


def _names(item: AnyItem) -> tuple[str, ...]:
    return (item.id, *item.confirms, *((item.minus,) if isinstance(item, Reading) else ()))
