"""How a route ends: what came off and will have come off goes back in safe order, and the work is proved."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from micra_assistant.guide.model import AnyItem, Count, Guide, Page, Reading, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, new_event
from micra_assistant.jobs.put_back import PutBack, put_back_list
from micra_assistant.jobs.routing.planned import Planned
from micra_assistant.jobs.routing.stop import Why
from micra_assistant.jobs.state import JobState


def closing_page(guide: Guide) -> Page | None:
    """Return the page on which the car is put together, None if the guide has none: the last that puts anything back.

    Its last step proves the work.
    """
    pages = (page for page in reversed(guide.pages) if any(item.undoes for item in page.items))
    return next(pages, None)


def plan_ending(
    guide: Guide, state: JobState, checklist: Checklist, ahead: Iterable[str], *, proves: bool
) -> tuple[Planned, ...]:
    """Return what puts the car together once the items ``ahead`` are done, and what ``proves`` the work."""
    done = _once_done(guide, state, checklist, ahead)
    rows = [row for row in put_back_list(guide, done) if not row.done]
    page = closing_page(guide)
    closing = page.steps if page else ()
    groups = [(step, tuple(of_step)) for step, of_step in groupby(rows, key=lambda row: _step_of(guide, row))]
    last = {step: place for place, (step, _rows) in enumerate(groups)}
    planned = [
        _put_back(guide, step, of_step, with_rest=last[step] == place and step in {one.id for one in closing})
        for place, (step, of_step) in enumerate(groups)
    ]
    if proves and closing:
        planned = [*_with_proof(planned, closing[-1])]
    return tuple(planned)


def _put_back(guide: Guide, step_id: str, rows: Iterable[PutBack], *, with_rest: bool) -> Planned:
    """Return the lines that put things back at one step, with what else is to be done there."""
    backs = [row.closer.item.id if row.closer else row.item.id for row in rows]
    take_back = tuple(row.item.id for row in rows if not row.closer)
    step = guide.find_step(step_id)
    rest = [item.id for item in step.items if not item.undoes] if step and with_rest else []
    return Planned(step_id, tuple(dict.fromkeys((*backs, *rest))), Why.PUT_BACK, take_back=take_back)


def _with_proof(planned: list[Planned], step: Step) -> Iterator[Planned]:
    """Yield what is planned with the step that proves the work at its end."""
    proof = tuple(item.id for item in step.items if not item.undoes)
    own = planned[-1] if planned and planned[-1].step == step.id else None
    for part in planned if own is None else planned[:-1]:
        rest = part.step == step.id
        yield Planned(part.step, tuple(i for i in part.items if not rest or i not in proof), part.why) if rest else part
    items = dict.fromkeys((*(own.items if own else ()), *proof))
    yield Planned(step.id, tuple(items), Why.PROVE, take_back=own.take_back if own else ())


def _step_of(guide: Guide, row: PutBack) -> str:
    item = row.closer.item if row.closer else row.item
    step = guide.find_step_of(item.id)
    return step.id if step else ""


def _once_done(guide: Guide, state: JobState, checklist: Checklist, items: Iterable[str]) -> JobState:
    """Return the state of the job once these items are done too."""
    left = [guide.item(name) for name in items if not checklist.line(name).done]
    acts = [_done(item) for item in left if item.undo or item.undoes]
    return state.after(*(new_event("", state.turn + turn, act) for turn, act in enumerate(acts, 1)))


def _done(item: AnyItem) -> AnyAct:
    return Entered(item.id, "1") if isinstance(item, Count | Reading) else Ticked(item.id)
