"""The route is worked out again only when it may be another one."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Entered, Ticked
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.jobs.routing.stop import Why
from micra_assistant.workshop.values import Workshop
from tests.builders import write_guide
from tests.jobs.routing.test_route import files
from tests.jobs.routing.walker import Walker
from tests.shipped import LIBRARY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a guide with a model."""
    return write_guide(tmp_path, files())


@pytest.fixture
def job(nowhere: SqliteStore, folder: Path) -> Walker:
    """Return a job that has just begun."""
    return Walker(nowhere, read_guide(folder))


def test_it_is_the_route_that_the_search_leads(job: Walker) -> None:
    reading = RouteReader().read(job.open_job)
    assert reading.route == job.route
    assert reading.inquiry
    assert reading.inquiry.title == job.inquiry.title


def test_another_step_changes_no_route(job: Walker) -> None:
    reader = RouteReader()
    reading = reader.read(job.open_job)
    job.open_job.go_to("bulb")
    assert reader.read(job.open_job) is reading


def test_an_act_another_text_and_another_job_do(job: Walker, nowhere: SqliteStore, folder: Path) -> None:
    reader = RouteReader()
    first = reader.read(job.open_job)
    job.open_job.do(Ticked("dark"))
    ticked = reader.read(job.open_job)
    assert (first.route.progress, ticked.route.progress) == ((0, 4), (1, 4))
    page = folder / "10-a.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Know it", "Know all"), encoding="utf-8")
    job.open_job.take_rewritten(read_guide(folder), None)
    assert reader.read(job.open_job).route.stop("complaint").title == "Know all"
    other = Walker(nowhere, read_guide(folder))
    assert reader.read(other.open_job).route.progress == (0, 4)


def test_another_labour_rate_may_lead_elsewhere(job: Walker) -> None:
    reader = RouteReader()
    reading = reader.read(job.open_job)
    assert reading.inquiry
    dear = Workshop(rates={reading.inquiry.model.currency: Decimal(60_000)})
    job.open_job.workshop = lambda: dear
    again = reader.read(job.open_job)
    assert again.inquiry
    assert again.inquiry.case.rate_per_hour == Decimal(60_000) != reading.inquiry.case.rate_per_hour


def test_a_model_that_cannot_be_used_leaves_the_guide_in_order(job: Walker, folder: Path) -> None:
    (folder / "faults.toml").write_text("format = 1\n", encoding="utf-8")
    reading = RouteReader().read(job.open_job)
    assert reading.inquiry is None
    assert {stop.why for stop in reading.route.stops} >= {Why.GUIDE}


def test_nobody_is_led_to_listen_at_a_car_without_power(nowhere: SqliteStore) -> None:
    guide = LIBRARY.guide("tailgate-button")
    job = Walker(nowhere, guide, guide.complaints[0].title)
    listen = Move(MoveKind.TEST, "latch-sound")
    assert job.inquiry.case.is_left(listen)
    job.open_job.do(Ticked("negative-off"))
    assert not job.inquiry.case.is_left(listen)
    assert listen not in {stop.move for stop in job.route.stops}
    job.open_job.do(Ticked("negative-on-live"))
    assert job.inquiry.case.is_left(listen)


def test_the_battery_of_the_key_goes_in_before_its_switches_are_pressed(nowhere: SqliteStore) -> None:
    guide = LIBRARY.guide("remote-key")
    job = Walker(nowhere, guide, complaint=next(c.title for c in guide.complaints if c.faults == "faults-one-key.toml"))
    job.search.begin()
    for line in ("cells-safe", "key-open", "cell-out"):
        job.open_job.do(Ticked(line))
    job.search.prefer(Move(MoveKind.TEST, "bare-switch"))
    assert job.inquiry.asked == Move(MoveKind.GATE, "cell-in")
    back, asked = job.route.stop("key-buttons"), job.route.stop("dead-board")
    assert ([line.item.id for line in back.open_lines], back.why) == (["cell-in"], Why.NEEDED)
    assert job.route.stops.index(back) < job.route.stops.index(asked)
    job.open_job.do(Ticked("cell-in"))
    assert job.inquiry.asked == Move(MoveKind.TEST, "bare-switch")


def test_the_way_says_at_once_what_will_have_to_go_back(nowhere: SqliteStore) -> None:
    guide = LIBRARY.guide("remote-key")
    job = Walker(nowhere, guide, complaint=next(c.title for c in guide.complaints if c.faults == "faults-one-key.toml"))
    job.search.begin()
    job.search.prefer(Move(MoveKind.TEST, "bare-switch"))
    ahead = [line.item.id for stop in job.route.stops for line in stop.open_lines]
    assert ahead.index("cell-out") < ahead.index("cell-in") < ahead.index("springs-good")


def test_a_dash_that_was_never_opened_is_not_closed(nowhere: SqliteStore) -> None:
    guide = LIBRARY.guide("remote-key")
    job = Walker(nowhere, guide, complaint=next(c.title for c in guide.complaints if c.faults == "faults-one-key.toml"))
    job.search.begin()
    stop = job.route.stop("close-dash")
    assert ([line.item.id for line in stop.lines], stop.title) == (
        ["pedals-free"],
        "Pedals free, tools out, or dash never opened",
    )
    job.open_job.do(Entered("covers-off", "2"))
    assert job.route.stop("close-dash").title == guide.step("close-dash").title
