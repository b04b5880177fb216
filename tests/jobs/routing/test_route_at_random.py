"""Whatever is answered, the route leads to a closed car, and is the same however the job was looked at."""

from random import Random

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import UNDOABLE, Closed, Redone, Undone
from micra_assistant.jobs.faultfinding.fault_search import search_on
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import open_now
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.route import Route, route_of
from micra_assistant.jobs.routing.stop import Stand
from micra_assistant.parts.options import parts_of
from tests.jobs.faultfinding.talks import SHIPPED
from tests.jobs.routing.walker import Walker, walk
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

COMPLAINTS = [(guide.id, complaint.title) for guide, complaint, _known in SHIPPED.values()]
SEEDS = range(3)


def route_again(store: SqliteStore, job: OpenJob, history: History | None = None) -> Route:
    """Return the route of a job as another window, or the next start, works it out."""
    assert job.job
    known = history or History(store.events(job.job.id))
    again = OpenJob(store, job.job, known, job.guide, parts_of(job.guide))
    search = search_on(again)
    return route_of(again, search.inquiry() if search else None)


@pytest.fixture(params=COMPLAINTS, ids=lambda one: one[1][:20])
def complaint(request: pytest.FixtureRequest) -> tuple[Guide, str]:
    """Return each complaint of the shipped guides."""
    name, title = request.param
    return LIBRARY.guide(name), title


@pytest.mark.walk
@pytest.mark.parametrize("seed", SEEDS)
def test_it_ends_with_all_lines_done_and_nothing_open(
    nowhere: SqliteStore, complaint: tuple[Guide, str], seed: int
) -> None:
    walker = Walker(nowhere, *complaint)
    walk(walker, Random(seed))  # noqa: S311 - it need only be the same each time
    assert open_now(walker.open_job.guide, walker.open_job.state) == ()
    done, of = walker.route.progress
    assert done == of > 0
    walker.open_job.do(Closed())
    assert all(stop.stand in (Stand.DONE, Stand.LEFT_OUT) for stop in walker.route.stops)


@pytest.mark.walk
@pytest.mark.parametrize("seed", SEEDS)
def test_undo_restart_and_merge_give_the_same_route(
    nowhere: SqliteStore, complaint: tuple[Guide, str], seed: int
) -> None:
    walker, random = Walker(nowhere, *complaint), Random(seed)  # noqa: S311
    walk(walker, random)
    job, last = walker.open_job, walker.route
    assert job.job
    events = list(nowhere.events(job.job.id))
    assert route_again(nowhere, job) == last
    random.shuffle(events)
    assert route_again(nowhere, job, History(events)) == last
    done = [event for event in job.history.events if isinstance(event.act, UNDOABLE)]
    for event in reversed(done[-6:]):
        job.do(Undone(event.id))
    before = History([event for event in events if event not in done[-6:]])
    assert _told(walker.route) == _told(route_again(nowhere, job, before))
    for event in done[-6:]:
        job.do(Redone(event.id))
    assert _told(walker.route) == _told(last)


@pytest.mark.walk
def test_nothing_is_taken_apart_before_a_look_that_needs_it_not(
    nowhere: SqliteStore, complaint: tuple[Guide, str]
) -> None:
    walker, looks = Walker(nowhere, *complaint), 0

    def check() -> None:
        nonlocal looks
        inquiry, stops = walker.inquiry, walker.route.stops
        if inquiry.test and not (inquiry.test.access or inquiry.test.gates):
            goal = next(place for place, stop in enumerate(stops) if stop.move == inquiry.goal)
            assert not [line for stop in stops[:goal] for line in stop.open_lines if line.item.undo]
            looks += 1

    walk(walker, Random(1), at_each=check)  # noqa: S311
    assert looks > 1


def _told(route: Route) -> list[object]:
    """Return a route without the turns in which things were done."""
    stops = [(stop.id, stop.stand, stop.why, stop.move) for stop in route.stops]
    return [stops, route.progress]
