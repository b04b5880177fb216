"""The route of a job with a small guide and model: what is on it and why, what waits, what is left out."""

from pathlib import Path

import pytest

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import GuideTaken, Left, Ticked, Unticked
from micra_assistant.jobs.faultfinding.recording import Recorder
from micra_assistant.jobs.given_reasons import NoReasonError
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.routing.changing import (
    NoPartError,
    await_part,
    leave_out,
    part_came,
    take_up,
)
from micra_assistant.jobs.routing.stop import Stand, Why
from micra_assistant.jobs.stop_words import CLOSE, READY
from tests.builders import Files, write_guide
from tests.diagnosis.lamp import changed
from tests.jobs.routing.walker import Walker
from tests.shipped import LIBRARY

HEAD = """
    format = 1
    title = "Plate light"
    car = "Any"
    version = "1"

    [[complaints]]
    title = "It is dark"
    step = "complaint"
    faults = "faults.toml"

    [[tools]]
    name = "Meter"
    """
LOOK = """
    # Look {: #look-page }

    ## Know it {: #complaint }

    - [ ] Seen dark {: #dark }

    ## Measure the fuse {: #fuse-ohms }

    - [ ] Leads {: #leads unit="Ω" max="1" }
    - [ ] Fuse {: #fuse unit="Ω" max="5" minus="leads" }
    """
APART = """
    # Apart {: #apart }

    ## Chock the wheel {: #chock minutes=2 }

    - [ ] Wheel chocked {: #chocked undo="Take the chock away" state="wheel chocked" }

    ## Take the lens off {: #take-lens minutes=6 }

    !!! warning "Car rolling back"
        It can crush you. Chock a wheel.

        - [ ] Wheel is chocked {: #sure confirms="chocked" }

    - [ ] Screws out {: #screws count="screw" undo="Fit the screws" state="screws out" }
    - [ ] Lens off {: #lens-off undo="Fit the lens" state="lens off" }

    ## Change the bulb {: #bulb minutes=2 }

    - [ ] Bulb changed {: #changed }
    """
TOGETHER = """
    # Together {: #together }

    ## Put it together {: #put-together minutes=4 }

    - [ ] Lens on {: #lens-on undoes="lens-off" }
    - [ ] Screws in {: #screws-in count="screw" undoes="screws" }
    - [ ] Seal dry {: #seal }

    ## Prove it {: #prove minutes=1 }

    - [ ] Chock away {: #chock-away undoes="chocked" }
    - [ ] It lights {: #lights }
    """
ACCESS = """[[access]]
id = "lens"
text = "Take the lens off"
steps = ["take-lens"]
leaves = ["lens-off"]
"""
OLD = '[[access]]\nid = "lens"\ntext = "Take the lens off"\nminutes = 4\n'
OHMS = 'ask = "Ohms of the fuse?"\nminutes = 3'
MODEL = changed(OLD, ACCESS, changed("money = 3\n", 'money = 3\nstep = "bulb"\n')).replace('step = "close"\n', "")
FAULTS = changed(OHMS, f'{OHMS}\nstep = "fuse-ohms"', MODEL).replace(
    "minutes = 2\nmoney = 1", "minutes = 40\nmoney = 1"
)
BULB = Move(MoveKind.REPAIR, "change-bulb")


def files(faults: str = FAULTS) -> Files:
    return {"guide.toml": HEAD, "10-a.md": LOOK, "20-b.md": APART, "30-c.md": TOGETHER, "faults.toml": faults}


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return the guide of a plate light, with its model."""
    return read_guide(write_guide(tmp_path_factory.mktemp("guide"), files()))


@pytest.fixture
def job(nowhere: SqliteStore, guide: Guide) -> Walker:
    """Return a job that has just begun."""
    return Walker(nowhere, guide)


def ids(job: Walker, *stands: Stand) -> list[str]:
    return [stop.id for stop in job.route.stops if not stands or stop.stand in stands]


def test_at_first_tools_are_laid_ready_then_what_is_asked_then_the_end(job: Walker) -> None:
    route = job.route
    assert ids(job) == [READY, "complaint", "fuse-ohms", "prove", CLOSE]
    assert (route.now, route.next) == (route.stops[0], route.stops[1])
    assert [stop.id for stop in route.then] == ["fuse-ohms", "prove", CLOSE]
    assert (route.stops[0].things, route.progress) == (("Meter",), (0, 4))


def test_access_work_what_it_needs_and_putting_back_come_with_a_repair(job: Walker) -> None:
    job.search.prefer(BULB)
    assert ids(job) == [READY, "complaint", "chock", "take-lens", "bulb", "put-together", "prove", CLOSE]
    why = {stop.id: stop.why for stop in job.route.stops}
    assert [why[stop] for stop in ("chock", "take-lens", "bulb")] == [Why.NEEDED, Why.NEEDED, Why.CHOSEN]
    assert [why[stop] for stop in ("put-together", "prove")] == [Why.PUT_BACK, Why.PROVE]
    assert job.route.stop("chock").why_words == "needed for: Change the bulb"


def test_the_whole_way(job: Walker) -> None:
    job.go(READY, "complaint", "fuse-ohms")
    job.answer("fuse-ohms", "good")
    job.go("chock", "take-lens", "bulb")
    job.answer("bulb", "cured")
    job.go("put-together", "prove")
    assert job.now.id == CLOSE
    assert job.route.progress == (13, 13)
    job.close()
    assert (job.route.now, job.route.next) == (None, None)


def test_what_came_off_but_for_the_route_is_put_back_too(job: Walker) -> None:
    job.open_job.do(Ticked("chocked"))
    assert ids(job, Stand.DONE) == [READY, "chock"]
    assert "chock-away" in [line.item.id for line in job.route.stop("prove").lines]


def test_a_branch_that_is_gone_no_more_is_absent(job: Walker) -> None:
    job.search.prefer(BULB)
    job.search.prefer(None)
    assert ids(job) == [READY, "complaint", "fuse-ohms", "prove", CLOSE]


def test_what_was_done_at_a_step_still_counts_when_it_is_ahead_again(job: Walker) -> None:
    job.open_job.do(Ticked("changed"))
    job.open_job.do(Ticked("lights"))
    assert job.route.progress == (2, 5)
    job.search.prefer(BULB)
    bulb, prove = job.route.stop("bulb"), job.route.stop("prove")
    assert [line.item.id for line in (*bulb.lines, *prove.lines)] == ["changed", "chock-away", "lights"]
    assert (bulb.open_lines, [line.item.id for line in prove.open_lines]) == ((), ["chock-away"])


def test_a_condition_that_has_ended_is_made_so_once_more(job: Walker) -> None:
    job.search.prefer(BULB)
    job.go(READY, "complaint", "chock")
    job.open_job.do(Ticked("chock-away"))
    assert job.now.id == "prove"
    assert [line.item.id for line in job.now.open_lines][:1] == ["chock-away"]
    job.open_job.do(Unticked("chock-away"))
    assert job.now.id == "take-lens"


def test_undo_gives_the_route_of_before(job: Walker) -> None:
    before = job.route
    job.open_job.do(Ticked("dark"))
    job.open_job.undo()
    assert job.route == before


def test_a_stop_is_left_out_with_a_reason_and_done_after_all(job: Walker) -> None:
    complaint = job.route.stop("complaint")
    with pytest.raises(NoReasonError, match="Say why “Know it” is left out"):
        leave_out(job.open_job, job.inquiry, complaint, " . ")
    leave_out(job.open_job, job.inquiry, complaint, "seen by the owner")
    left = job.route.stop("complaint")
    assert (left.stand, left.reason, job.route.progress) == (Stand.LEFT_OUT, "seen by the owner", (0, 3))
    take_up(job.open_job, left)
    assert job.route.stop("complaint").stand is Stand.NEXT


def test_a_test_that_is_left_out_is_advised_no_more_until_it_is_taken_up(job: Walker) -> None:
    job.go(READY, "complaint")
    leave_out(job.open_job, job.inquiry, job.now, "no meter here")
    left = job.route.stop("test:ohms")
    assert (left.stand, left.reason) == (Stand.LEFT_OUT, "no meter here")
    assert job.now.id != "fuse-ohms"
    take_up(job.open_job, left)
    assert job.now.id == "fuse-ohms"


def test_nothing_behind_a_repair_that_waits_for_its_part_is_now(job: Walker) -> None:
    job.search.prefer(BULB)
    job.go(READY, "complaint", "chock", "take-lens")
    with pytest.raises(NoPartError):
        await_part(job.open_job, " ")
    await_part(job.open_job, " Bulb W5W ")
    route = job.route
    assert (route.waits_for, route.now, route.stop("bulb").stand) == ("Bulb W5W", None, Stand.WAITING)
    part_came(job.open_job)
    assert job.now.id == "bulb"


def test_the_list_of_jobs_says_what_a_job_waits_for(job: Walker, nowhere: SqliteStore) -> None:
    await_part(job.open_job, "Bulb W5W")
    assert [row.waits_for for row in nowhere.rows(JobQuery())] == ["Bulb W5W"]
    job.open_job.undo()
    assert [row.waits_for for row in nowhere.rows(JobQuery())] == [""]


def test_handing_over_comes_when_the_car_is_together(job: Walker) -> None:
    job.go(READY, "complaint")
    job.search.prefer(BULB)
    job.go("chock", "take-lens")
    job.search.prefer(Move(MoveKind.GIVE_UP))
    assert ids(job, Stand.NOW, Stand.NEXT, Stand.LATER) == ["put-together", "prove", CLOSE]
    assert job.route.stop(CLOSE).why_words == "chosen: Send it to an electrician"


def test_a_model_of_before_has_a_route_by_the_lines_that_show_its_access(nowhere: SqliteStore, tmp_path: Path) -> None:
    old = changed(ACCESS, f'{OLD}items = ["lens-off"]\n', FAULTS)
    job = Walker(nowhere, read_guide(write_guide(tmp_path, files(old))))
    job.search.prefer(BULB)
    assert ids(job) == [READY, "complaint", "chock", "take-lens", "bulb", "put-together", "prove", CLOSE]
    assert [line.item.id for line in job.route.stop("take-lens").lines] == ["sure", "lens-off"]


def test_without_a_model_it_is_the_guide_in_order(nowhere: SqliteStore, tmp_path: Path) -> None:
    head = HEAD.replace('    faults = "faults.toml"\n', "")
    job = Walker(nowhere, read_guide(write_guide(tmp_path, {**files(), "guide.toml": head})))
    assert ids(job) == [READY, *(step.id for step in job.open_job.guide.steps), CLOSE]
    job.go(READY, "complaint", "fuse-ohms", "chock")
    assert (job.now.id, job.now.why, job.route.progress) == ("take-lens", Why.GUIDE, (4, 13))


def test_what_the_guide_has_no_line_for_any_more_is_to_be_taken_back(job: Walker) -> None:
    job.open_job.do(Ticked("hood"))
    job.open_job.do(GuideTaken("2", "", (Left("hood", "hood open", "Shut the hood"),)))
    left = job.route.stop("put-back")
    assert (left.take_back, left.why, [line.item.undo for line in left.open_lines]) == (
        ("hood",),
        Why.PUT_BACK,
        ["Shut the hood"],
    )
    job.open_job.do(Unticked("hood"))
    assert "put-back" not in ids(job)


@pytest.mark.parametrize("act", [Ticked("chocked"), Ticked("changed")], ids=["taken apart", "only ticked"])
def test_whoever_works_has_tools_and_parts(job: Walker, act: Ticked) -> None:
    job.open_job.do(Ticked("dark"))
    assert job.now.id == READY, "to know the complaint takes no tools"
    job.open_job.do(act)
    assert job.route.stop(READY).stand is Stand.DONE
    job.open_job.do(Unticked(act.item))
    assert job.now.id == (READY if act.item == "changed" else job.now.id)


def test_whoever_has_looked_is_not_sent_for_tools(job: Walker) -> None:
    assert job.now.id == READY
    job.open_job.do(Ticked("dark"))
    recorder = Recorder(job.inquiry, job.inquiry.model_name)
    recorder.answer(job.open_job, next(iter(job.inquiry.model.test(job.inquiry.goal.id).answers)))
    assert job.route.stop(READY).stand is Stand.DONE
    assert job.now.id != READY


def test_of_several_ways_to_open_something_only_one_is_on_the_route_once_it_has_worked(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("tailgate-button"), "The tailgate no longer opens from its button")
    job.open_job.do(Ticked("open-clear"))
    job.open_job.do(Ticked("pad-looked-at"))
    job.open_job.do(Ticked("opened-by-pad"))
    on_route = {line.item.id for stop in job.route.stops for line in stop.lines}
    assert on_route.isdisjoint({"opened-by-tool", "tailgate-open"})
    assert "tailgate-shut" in on_route


def test_what_puts_both_poles_on_stands_once_on_the_route(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("tailgate-button"), "The tailgate no longer opens from its button")
    for item in ("tailgate-open", "prop", "negative-off", "panel-off", "positive-off"):
        job.open_job.do(Ticked(item))
    stops = [stop.id for stop in job.route.stops if stop.is_ahead and stop.why is Why.PUT_BACK]
    assert stops.count("battery-on") == 1
