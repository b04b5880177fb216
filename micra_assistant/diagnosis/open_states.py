"""Which states that hinder a test the car is in, or will be in: by what was found and done on it."""

from collections.abc import Container, Iterable

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import AccessClosed, AccessOpened, Answered, AnyFinding, Repaired, move_of


def open_after(
    model: Model, findings: Iterable[AnyFinding], before: Iterable[str] = (), opened: Iterable[str] = ()
) -> frozenset[str]:
    """Return what is open after the work behind ``findings``, done on a car with that open and that access work done.

    What was told, and what was left out, has done nothing.
    """
    open_now, done = frozenset(before), set(opened)
    for finding in findings:
        match finding:
            case AccessOpened(access=name):
                open_now = open_with(model, name, done, open_now)
                done.add(name)
            case AccessClosed(access=name):
                work = model.find_access_work(name)
                open_now -= frozenset(work.on_car.opens if work else ())
                done.discard(name)
            case Answered(told=False) | Repaired(told=False):
                move = move_of(finding)
                if move and (step := model.find_step(move)):
                    open_now = step.on_car.after(open_with(model, step.access, done, open_now))
                    done.update(work.id for work in model.access_to(step.access, done))
    return open_now


def open_with(model: Model, access: str, done: Container[str], open_now: Iterable[str]) -> frozenset[str]:
    """Return what is open once access work is done, with what it needs, on a car with that open."""
    open_then = frozenset(open_now)
    for work in model.access_to(access, done):
        open_then = work.on_car.after(open_then)
    return open_then
