"""The route of a job: its stops in order, which of them is now and which is next, and how many lines are done."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.last_stops import plan_ending
from micra_assistant.jobs.routing.plan import Plan, all_items
from micra_assistant.jobs.routing.planned import Planned
from micra_assistant.jobs.routing.stop import Stand, Stop, Why, move_id, title_on_car
from micra_assistant.jobs.routing.way_ahead import gives_up, is_repair, plan_ahead, why_of
from micra_assistant.jobs.routing.worked import has_begun, worked_stops
from micra_assistant.jobs.stop_words import CLOSE, READY, stop_title


class Route(Struct, frozen=True):
    """What was done and is still to be done on a car, the same for the same events; it is kept nowhere.

    ``waits_for`` is the part that the job waits for, empty if for none.
    """

    stops: tuple[Stop, ...]
    waits_for: str = ""

    @property
    def now(self) -> Stop | None:
        """The stop to be at, None if nothing can be done now."""
        return self._first(Stand.NOW)

    @property
    def next(self) -> Stop | None:
        """The stop after that, None if there is none."""
        return self._first(Stand.NEXT)

    @property
    def then(self) -> tuple[Stop, ...]:
        """What comes after the next stop."""
        return tuple(stop for stop in self.stops if stop.stand is Stand.LATER)

    @property
    def progress(self) -> tuple[int, int]:
        """How many lines are done, and of how many; those of stops that were left out count for nothing."""
        stops = [stop for stop in self.stops if stop.stand is not Stand.LEFT_OUT]
        of = sum(len(stop.lines) for stop in stops)
        return of - sum(len(stop.open_lines) for stop in stops), of

    def stop(self, stop_id: str) -> Stop:
        """Return the stop of that id, the first that lies ahead if there are two; KeyError if there is none."""
        found = [stop for stop in self.stops if stop.id == stop_id]
        if not found:
            raise KeyError(f"the route has no stop “{stop_id}”")
        return next((stop for stop in found if stop.is_ahead), found[0])

    def _first(self, stand: Stand) -> Stop | None:
        return next((stop for stop in self.stops if stop.stand is stand), None)


def route_of(open_job: OpenJob, inquiry: Inquiry | None) -> Route:
    """Return the route of a job: with an inquiry about its fault as that leads, without one the guide in order."""
    ahead = {place: _stop(open_job, part) for place, part in enumerate(_planned(open_job, inquiry))}
    places = {stop.id: place for place, stop in ahead.items()}
    behind: list[Stop] = []
    for stop in worked_stops(open_job.guide, open_job.state, open_job.checklist, inquiry):
        if stop.id in places:
            ahead[places[stop.id]] = _with_lines_of(ahead[places[stop.id]], stop)
        else:
            behind.append(stop)
    stops = (*_ready(open_job, inquiry), *behind, *ahead.values(), _close(open_job, inquiry))
    return Route(tuple(_with_stands(open_job, stops)), open_job.state.waits_for)


def _with_lines_of(stop: Stop, worked: Stop) -> Stop:
    """Return a stop that lies ahead with the lines that were done there before."""
    lines = {line.item.id: line for line in (*worked.lines, *stop.lines)}
    order = stop.step.items if stop.step else ()
    return replace(stop, lines=tuple(lines[item.id] for item in order if item.id in lines))


def _planned(open_job: OpenJob, inquiry: Inquiry | None) -> tuple[Planned, ...]:
    guide, state = open_job.guide, open_job.state
    if state.is_closed:
        return ()
    if inquiry is None:
        return tuple(Planned(step.id, tuple(item.id for item in step.items), Why.GUIDE) for step in guide.steps)
    plan = Plan(guide, state, open_job.checklist)
    if not inquiry.case.findings and inquiry.complaint_step:
        plan.add_step(inquiry.complaint_step, Why.COMPLAINT, "")
    plan_ahead(plan, inquiry)
    ahead = all_items(plan.parts)
    return (*plan.parts, *plan_ending(guide, state, open_job.checklist, ahead, proves=not gives_up(inquiry)))


def _stop(open_job: OpenJob, part: Planned) -> Stop:
    """Return what is planned as a stop that lies ahead, or is done if nothing is left to do there."""
    step = open_job.guide.find_step(part.step)
    name = part.step or (move_id(part.move) if part.move else part.why.value)
    lines = tuple(open_job.checklist.line(item) for item in part.items)
    title = title_on_car(step, lines) if step else part.goal or stop_title(open_job.guide, name)
    stop = Stop(name, title, Stand.LATER, part.why, part.goal, step, lines, part.take_back, part.move)
    return stop if part.move or stop.open_lines else replace(stop, stand=Stand.DONE)


def _ready(open_job: OpenJob, inquiry: Inquiry | None) -> Iterator[Stop]:
    """Yield the stop where tools and parts are laid ready, if there are any; done once the work has begun."""
    things = (*(tool.name for tool in open_job.guide.tools), *_parts(open_job, inquiry))
    if things:
        is_done = open_job.state.is_ready or open_job.state.is_closed or has_begun(open_job, inquiry)
        stand = Stand.DONE if is_done else Stand.LATER
        yield Stop(READY, stop_title(open_job.guide, READY), stand, Why.READY, things=things)


def _parts(open_job: OpenJob, inquiry: Inquiry | None) -> Iterator[str]:
    """Yield the part that was chosen, else the one of the repair that is next."""
    repair = inquiry.repair if inquiry and not inquiry.case.cured_by else None
    option = open_job.state.option or (repair.option if repair else "")
    if option in open_job.option_names:
        yield open_job.option_names[option]


def _close(open_job: OpenJob, inquiry: Inquiry | None) -> Stop:
    """Return the last stop, which also hands the car over if that is advised."""
    title = stop_title(open_job.guide, CLOSE)
    if open_job.state.is_closed:
        return Stop(CLOSE, title, Stand.DONE, Why.CLOSE)
    if inquiry and gives_up(inquiry):
        return Stop(CLOSE, title, Stand.LATER, why_of(inquiry), goal=inquiry.title, move=inquiry.goal)
    return Stop(CLOSE, title, Stand.LATER, Why.CLOSE)


def _with_stands(open_job: OpenJob, stops: Iterable[Stop]) -> Iterator[Stop]:
    """Yield the stops with what was left out, what waits for a part, and which of the others is now and next.

    Nothing behind a stop that waits can be done now.
    """
    state = open_job.state
    stands = [Stand.NEXT, Stand.NOW]
    for stop in stops:
        if stop.id in state.left_out and stop.is_ahead:
            yield replace(stop, stand=Stand.LEFT_OUT, reason=state.left_out[stop.id])
        elif stop.is_ahead and state.waits_for and stop.move and is_repair(stop.move):
            stands.clear()
            yield replace(stop, stand=Stand.WAITING, reason=state.waits_for)
        else:
            yield replace(stop, stand=stands.pop()) if stop.is_ahead and stands else stop
