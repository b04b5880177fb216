"""From the advice to a plan: the access work still to do, what the goal needs besides, then the goal itself."""

from collections.abc import Iterable, Iterator

from micra_assistant.diagnosis.fault_model import Access, Repair, WayBack
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.routing.plan import Plan
from micra_assistant.jobs.routing.stop import Why


def plan_ahead(plan: Plan, inquiry: Inquiry) -> None:
    """Add to a plan what leads to the goal of an inquiry, the goal, and the tests that go together with it.

    To hand the car over is the end of the job: nothing leads to it.
    """
    if inquiry.case.cured_by or gives_up(inquiry):
        return
    _plan_goal(plan, inquiry, inquiry.goal, why_of(inquiry))
    for test in inquiry.advice.together if inquiry.is_advised else ():
        _plan_goal(plan, inquiry, test, Why.ADVISED)


def _plan_goal(plan: Plan, inquiry: Inquiry, move: Move, why: Why) -> None:
    part, title = inquiry.model.find_step(move), inquiry.name(move)
    if part is None:
        return
    steps = part.steps if isinstance(part, Repair) else (part.step,)
    for access in _access_to(inquiry, part.access, steps):
        _plan_access(plan, inquiry, access, title)
    for back in _put_back_for(plan, inquiry, move):
        plan.add_line(back.line, Why.NEEDED, title)
    for gate in inquiry.case.open_gates(move):
        plan.add_gate(gate, title)
    for step in steps[:-1]:
        plan.add_step(step, why, title)
    plan.add_step(steps[-1] if steps else "", why, title, move)


def _put_back_for(plan: Plan, inquiry: Inquiry, move: Move) -> Iterator[WayBack]:
    """Yield what is to be put back for a test once all that is planned so far is done."""
    test = inquiry.model.find_test(move.id) if move.kind is MoveKind.TEST else None
    for back in inquiry.case.put_back_first(test) if test else ():
        opener = inquiry.open_job.guide.find_item(back.opened)
        if opener and plan.is_open(opener):
            yield back


def _access_to(inquiry: Inquiry, access_id: str, steps: Iterable[str]) -> Iterator[Access]:
    """Yield the access work that the car does not show, unless these steps have put it back themselves."""
    guide, checklist = inquiry.open_job.guide, inquiry.open_job.checklist
    items = [item for name in steps if (step := guide.find_step(name)) for item in step.items]
    put_back = {name for item in items if checklist.line(item.id).done for name in item.undoes}
    seen = {access.id for access in inquiry.model.access if inquiry.case.is_seen_open(access)}
    for access in inquiry.model.access_to(access_id, seen):
        if put_back.isdisjoint(access.leaves):
            yield access


def _plan_access(plan: Plan, inquiry: Inquiry, access: Access, title: str) -> None:
    """Add the steps of access work, of a model of before the lines that show it.

    What was opened once and is closed again is opened by itself.
    """
    checklist, guide = inquiry.open_job.checklist, inquiry.open_job.guide
    leaves = [item for name in access.leaves if (item := guide.find_item(name))]
    if leaves and (not access.steps or all(checklist.line(item.id).done for item in leaves)):
        for item in leaves:
            plan.add_gate(item.id, title)
        return
    for step in map(guide.find_step, access.steps):
        if step and any(checklist.line(item.id).is_to_do for item in step.items):
            plan.add_step(step.id, Why.NEEDED, title)


def why_of(inquiry: Inquiry) -> Why:
    """Return why the goal of an inquiry is on the route."""
    return Why.ADVISED if inquiry.is_advised else Why.CHOSEN


def gives_up(inquiry: Inquiry) -> bool:
    """Whether the car is handed over without a cure."""
    return inquiry.goal == GIVING_UP and not inquiry.case.cured_by


def is_repair(move: Move) -> bool:
    """Whether a move is a repair."""
    return move.kind is MoveKind.REPAIR
