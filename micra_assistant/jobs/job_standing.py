"""How a job stands, in short: what those see who have not opened it."""

from msgspec import Struct

from micra_assistant.jobs.car_line import car_line
from micra_assistant.jobs.faultfinding.fault_search import search_on
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route import Route, route_of
from micra_assistant.jobs.waited_for import waits_words


class ShortStanding(Struct, frozen=True):
    """How a job stands.

    Attributes:
        done, of: how many lines of its route are done, and of how many.
        now: the part that the job waits for, else what is to be done now, in words; empty if nothing can be.
        open: what is open on the car, in the order in which a hand must know it.
    """

    done: int
    of: int
    now: str
    open: tuple[str, ...]


def standing_of(open_job: OpenJob) -> ShortStanding:
    """Return how a job stands; GuideError if its model has mistakes, StoreError if the records cannot be read."""
    search = search_on(open_job)
    route = route_of(open_job, search.inquiry() if search else None)
    done, of = route.progress
    return ShortStanding(
        done,
        of,
        _now_words(route, open_job.state.waits_since),
        tuple(opening.words for opening in car_line(open_job.guide, open_job.state).openings),
    )


def _now_words(route: Route, since: str) -> str:
    if route.waits_for:
        return waits_words(route.waits_for, since)
    return route.now.title if route.now else ""
