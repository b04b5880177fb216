"""How a route ends: what came off and will have come off goes back in safe order, and the work is proved."""

from collections.abc import Iterable

from micra_assistant.guide.closing_page import closing_page
from micra_assistant.guide.model import AnyItem, Count, Guide, Reading
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, new_event
from micra_assistant.jobs.put_back import PutBack, put_back_list
from micra_assistant.jobs.routing.plan import Plan
from micra_assistant.jobs.routing.planned import Planned
from micra_assistant.jobs.routing.stop import Why
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.state_changes import changed_by


def plan_ending(
    guide: Guide, state: JobState, checklist: Checklist, ahead: Iterable[str], *, proves: bool
) -> tuple[Planned, ...]:
    """Return what puts the car together once the items ``ahead`` are done, and what ``proves`` the work."""
    done = _once_done(guide, state, checklist, ahead)
    rows = [row for row in put_back_list(guide, done) if not row.done]
    page = closing_page(guide)
    closing = [step.id for step in page.steps] if page else []
    steps = [_step_of(guide, row) for row in rows]
    plan = Plan(guide, done, Checklist(guide, done), keeps_order=True)
    for place, row in enumerate(rows):
        _plan_row(plan, row)
        if steps[place] in closing and steps[place] not in steps[place + 1 :]:
            plan.add_step(steps[place], Why.PUT_BACK, "")
    if proves and closing:
        plan.add_step(closing[-1], Why.PROVE, "")
    return plan.parts


def _plan_row(plan: Plan, row: PutBack) -> None:
    if row.closer:
        plan.add_line(row.closer.item.id, Why.PUT_BACK, "")
    else:
        plan.take_back(row.item, Why.PUT_BACK, "")


def _step_of(guide: Guide, row: PutBack) -> str:
    item = row.closer.item if row.closer else row.item
    step = guide.find_step_of(item.id)
    return step.id if step else ""


def _once_done(guide: Guide, state: JobState, checklist: Checklist, items: Iterable[str]) -> JobState:
    """Return the state of the job once these items are done too, and right."""
    acts = [_done(guide.item(name)) for name in items if checklist.line(name).is_to_do]
    return changed_by(state, *(new_event("", state.turn + turn, act) for turn, act in enumerate(acts, 1)))


def _done(item: AnyItem) -> AnyAct:
    match item:
        case Count():
            return Entered(item.id, "1")
        case Reading():
            value = item.low if item.high is None else item.high
            return Entered(item.id, f"{value or 0}")
        case _:
            return Ticked(item.id)
