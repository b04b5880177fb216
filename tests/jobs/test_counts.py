"""Whatever is done on a job, in one window or in two, every place counts alike what is done and what is open."""

from collections.abc import Callable
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.findings import Answered, MoveKind, Outcome, Repaired
from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Guide, Tick
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.car_line import car_line
from micra_assistant.jobs.events import Closed, Described, Diagnosed, FaultSought, Reopened, StopLeftOut, StopTakenUp
from micra_assistant.jobs.faultfinding.fault_search import search_on
from micra_assistant.jobs.history import History
from micra_assistant.jobs.job_standing import standing_of
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import open_now, put_back_list
from micra_assistant.jobs.put_back_bands import in_bands
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.route import route_of
from micra_assistant.jobs.routing.stop import Stand
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.put_back_sheet import put_back_sheet, still_to_put_back
from tests.builders import write_guide
from tests.examples import fewer_examples
from tests.paper.printed import sheet_of
from tests.ui.diagnosis.finder import FAULTY_GUIDE

FAULTS = "faults.toml"
VALUES = ("0", "2", "11", "0.3", "OL", "")
Deed = Callable[[OpenJob], object]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return the small guide of the workshop, which has a list of faults."""
    return read_guide(write_guide(tmp_path_factory.mktemp("counts"), FAULTY_GUIDE))


def line(item: str, value: str) -> Deed:
    """Return what ticks a line, or takes its tick back, or types a value there."""

    def done(job: OpenJob) -> object:
        return job.toggle(item) if isinstance(job.guide.item(item), Tick) else job.enter(item, value)

    return done


def seek(job: OpenJob) -> None:
    """Seek the fault from now on."""
    job.do(FaultSought(FAULTS))


def answer(place: int) -> Deed:
    """Return what answers the question that is asked, so that the branch changes."""

    def done(job: OpenJob) -> None:
        search = search_on(job)
        inquiry = search.inquiry() if search else None
        if inquiry and inquiry.test:
            answers = list(inquiry.test.answers)
            job.do(Diagnosed(FAULTS, Answered(inquiry.test.id, answers[place % len(answers)]), "said"))
        elif inquiry and inquiry.goal and inquiry.goal.kind is MoveKind.REPAIR:
            job.do(Diagnosed(FAULTS, Repaired(inquiry.goal.id, list(Outcome)[place]), "said"))

    return done


def items_of_the_small_guide() -> list[str]:
    """Return the lines, those that open or put back something twice as often."""
    opening = ["negative-off", "clips", "panel", "panel-on", "clips-home", "negative-on"]
    return [*opening, *opening, "doors", "battery", "ignition", "leads", "pressed", "released"]


DEEDS = st.one_of(
    st.builds(line, st.sampled_from(items_of_the_small_guide()), st.sampled_from(VALUES)),
    st.builds(answer, st.integers(0, 2)),
    st.sampled_from(["look", "power-off", "measure", "close"]).map(
        lambda step: lambda job: job.do(StopLeftOut(step, "no meter"))
    ),
    st.sampled_from(["look", "power-off", "measure", "close"]).map(lambda step: lambda job: job.do(StopTakenUp(step))),
    st.sampled_from([seek, OpenJob.undo, OpenJob.undo, OpenJob.redo]),
    st.sampled_from([lambda job: job.do(Closed("worn")), lambda job: job.do(Reopened())]),
)
"""Deeds; what cannot be done is refused, and that must change no count either."""
SITTINGS = st.lists(st.tuples(st.booleans(), DEEDS), max_size=25)
"""Deeds, each with whether it is done in the other window."""


@fewer_examples(0.6)
@given(deeds=SITTINGS)
def test_every_place_counts_alike(guide: Guide, deeds: list[tuple[bool, Deed]]) -> None:
    with closing(SqliteStore(None)) as store:
        here = begin_job(store, guide, details=Described("AB12 CDE"))
        assert here.job
        there = OpenJob(store, here.job, History(store.events(here.job.id)), guide, seen=store.last())
        for is_there, deed in deeds:
            with suppress(MicraError):
                deed(there if is_there else here)
        for job in (here, there):
            job.catch_up()
            assert len(done_everywhere(job)) == 1
            assert len(open_everywhere(job, store)) == 1
        assert done_everywhere(here) | open_everywhere(here, store) == (
            done_everywhere(there) | open_everywhere(there, store)
        )


def done_everywhere(job: OpenJob) -> set[tuple[int, int]]:
    """Return what each place says is done, and of how many."""
    search = search_on(job)
    route = route_of(job, search.inquiry() if search else None)
    standing = standing_of(job)
    stops = [stop for stop in route.stops if stop.stand is not Stand.LEFT_OUT]
    lines = {line.item.id for stop in stops for line in stop.lines}
    left = {line.item.id for stop in stops for line in stop.open_lines}
    return {route.progress, (standing.done, standing.of), (len(lines) - len(left), len(lines))}


def open_everywhere(job: OpenJob, store: SqliteStore) -> set[int]:
    """Return how many things each place says are open on the car, and to be put back."""
    not_back = [row for row in put_back_list(job.guide, job.state) if not row.done]
    sheets = [sheet_of(job.guide, kind, job.history) for kind in (SheetKind.CHECKLIST, SheetKind.REPORT)]
    report = sheets[1].report
    assert report
    return {
        len(job.checklist.car_now()),
        len(open_now(job.guide, job.state)),
        len(car_line(job.guide, job.state).openings),
        len(standing_of(job).open),
        len(not_back),
        sum(len(band.rows) for band in in_bands(job.guide, not_back)),
        len(still_to_put_back(put_back_sheet(job.guide, job.state)).rows),
        *(len(sheet.car_now) for sheet in sheets),
        len(report.outcome.left_open),
        *(row.left_open for row in store.rows(JobQuery())),
    }
