"""From the advice to a plan: the access work still to do, what the goal needs besides, then the goal itself."""

from micra_assistant.diagnosis.fault_model import Access, Repair
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.routing.plan import Plan
from micra_assistant.jobs.routing.stop import Why


def plan_ahead(plan: Plan, inquiry: Inquiry) -> None:
    """Add to a plan what leads to the goal of an inquiry, the goal, and the tests that go together with it."""
    if inquiry.case.cured_by:
        return
    _plan_goal(plan, inquiry, inquiry.goal, Why.ADVISED if inquiry.is_advised else Why.CHOSEN)
    for test in inquiry.advice.together if inquiry.is_advised else ():
        _plan_goal(plan, inquiry, test, Why.ADVISED)


def _plan_goal(plan: Plan, inquiry: Inquiry, move: Move, why: Why) -> None:
    part, title = inquiry.model.find_step(move), inquiry.name(move)
    if part is None:
        plan.add_step("", why, title, move)
        return
    for access in inquiry.model.access_to(part.access, inquiry.case.opened):
        _plan_access(plan, inquiry, access, title)
    for gate in inquiry.case.open_gates(move):
        plan.add_line(gate, Why.NEEDED, title)
    steps = part.steps if isinstance(part, Repair) else (part.step,)
    for step in steps[:-1]:
        plan.add_step(step, why, title)
    plan.add_step(steps[-1] if steps else "", why, title, move)


def _plan_access(plan: Plan, inquiry: Inquiry, access: Access, title: str) -> None:
    """Add the steps of access work; what was opened once and is closed again is opened by itself."""
    checklist, guide = inquiry.open_job.checklist, inquiry.open_job.guide
    leaves = [item for name in access.leaves if (item := guide.find_item(name))]
    if leaves and all(checklist.line(item.id).done for item in leaves):
        for item in leaves:
            plan.add_state(item, title)
        return
    for step in access.steps:
        if any(not checklist.line(item.id).stands for item in guide.step(step).items):
            plan.add_step(step, Why.NEEDED, title)


def gives_up(inquiry: Inquiry) -> bool:
    """Whether the car is handed over without a cure."""
    return inquiry.goal == GIVING_UP and not inquiry.case.cured_by


def is_repair(move: Move) -> bool:
    """Whether a move is a repair."""
    return move.kind is MoveKind.REPAIR
