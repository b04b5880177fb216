"""What is done, open on the car and to be put back is the same in every view, on every sheet and in the commands."""

import json
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from micra_assistant.cli import main
from micra_assistant.jobs.events import Described, StopLeftOut
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import PutBack, open_now, put_back_list
from micra_assistant.jobs.put_back_bands import in_bands
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.put_back_sheet import put_back_sheet, still_to_put_back
from micra_assistant.ui.car.car_view import CarView
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.home.home_view import HomeView
from tests.paper.printed import sheet_of
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
DOORS = "Do the doors lock and unlock?"
LISTEN = "What do you hear at the latch?"
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_job(hands: Hands) -> OpenJob:
    """Return the open job."""
    assert hands.window.workbench.shown
    return hands.window.workbench.shown


def lines_counted(hands: Hands, workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> set[tuple[int, int]]:
    """Return what each place says is done, and of how many: one pair if all agree."""
    capsys.readouterr()
    where = ("--data-dir", str(workshop.files.records.parent), "--guides", str(workshop.guides))
    assert main([*where, "route", "--job", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    route = hands.window.body.route
    done, of = route.count.split(" of ")
    folded = next((words for words in hands.stops if words.endswith((" line done", " lines done"))), "0")
    in_stops = [line["done"] for stop in told["stops"] if stop["state"] != "left-out" for line in stop["lines"]]
    return {
        (int(done), int(of)),
        (int(folded.split()[0]), int(of)),
        route.rail.progress,
        (told["done"], told["of"]),
        (sum(in_stops), len(in_stops)),
        at_home(hands)[0],
    }


def at_home(hands: Hands) -> tuple[tuple[int, int], int]:
    """Return what the line of the open job at home says is done, of how many, and how many things are open."""
    was_finding = isinstance(hands.window.body.aside, QuestionView)
    hands.choose("home")
    (line,) = hands.aside(HomeView).jobs.lines
    while not line.is_told:
        settle()
    told, _rest = line.accessibleDescription().split(" · ", 1)
    done, of = told.split(" of ")
    hands.choose("show-job")
    if was_finding:
        hands.press(Key.Key_F2)
    standing = hands.window.home._standings
    assert standing
    return (int(done), int(of)), len(standing._known[line.row].open)


def things_counted(hands: Hands, workshop: Workshop) -> set[int]:
    """Return how many things each place says are open, and to be put back: one number if all agree."""
    job, strip = open_job(hands), hands.window.body.strip
    in_strip = strip.to_put_back.split(" ")[0] or "0"
    hands.press(Key.Key_F6)
    view = hands.aside(PutBackView)
    not_back = sum(not row.property("back") for row in view.rows)
    hands.choose("show-job")
    store = SqliteStore(workshop.files.records)
    (listed,) = store.rows(JobQuery())
    store.close()
    return {
        int(in_strip),
        len(strip.words.split(", ")) if strip.words else 0,
        not_back,
        listed.left_open,
        len(job.checklist.car_now()),
        len(open_now(job.guide, job.state)),
        len(still_to_put_back(put_back_sheet(job.guide, job.state)).rows),
        sum(len(band.rows) for band in in_bands(job.guide, not_back_rows(job))),
        at_home(hands)[1],
        on_car_page(hands),
        *on_sheets(job),
    }


def not_back_rows(job: OpenJob) -> list[PutBack]:
    """Return what is still to be put back."""
    return [row for row in put_back_list(job.guide, job.state) if not row.done]


def on_car_page(hands: Hands) -> int:
    """Return how many things the page of the car says are open on its job."""
    hands.window.cars.show(hands.car)
    (button,) = hands.aside(CarView).jobs
    counted = re.findall(r"open, (\d+) things? to put back", button.text())
    hands.choose("show-job")
    return int(counted[0]) if counted else 0


def on_sheets(job: OpenJob) -> list[int]:
    """Return how many things each sheet of the job says are open on the car."""
    sheets = [sheet_of(job.guide, kind, job.history) for kind in (SheetKind.CHECKLIST, SheetKind.REPORT)]
    report = sheets[1].report
    assert report
    return [*(len(sheet.car_now) for sheet in sheets), len(report.outcome.left_open)]


def take_apart(hands: Hands) -> None:
    """Take power and panel off, and count the clips."""
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.tap(hands.row("panel"))


def put_some_back(hands: Hands) -> None:
    """Put the panel back, and most of the clips."""
    take_apart(hands)
    hands.tap(hands.row("panel-on"))
    hands.fill_in("clips-home", "9")


def undo_and_redo(hands: Hands) -> None:
    """Undo three acts, and do one of them again."""
    put_some_back(hands)
    hands.press(*[Key.Key_Z] * 3, held=CONTROL)
    hands.press(Key.Key_Y, held=CONTROL)


def leave_a_stop_out(hands: Hands) -> None:
    """Leave a whole step out."""
    take_apart(hands)
    hands.window.workbench.attempt(lambda job: job.do(StopLeftOut("measure", "no meter")))


def in_another_window(hands: Hands) -> None:
    """Take things apart here, and put the panel back in another window of the same records."""
    take_apart(hands)
    here = open_job(hands)
    store = here._store
    assert here.job
    there = OpenJob(store, here.job, History(store.events(here.job.id)), here.guide, seen=store.last())
    there.toggle("panel-on")
    there.toggle("ignition")
    hands.window.workbench.catch_up()


@pytest.mark.walk(first=4)
@pytest.mark.parametrize(
    ("work", "done", "is_open"),
    [
        pytest.param(lambda _hands: None, (0, 12), 0, id="nothing"),
        pytest.param(take_apart, (3, 12), 3, id="taken apart"),
        pytest.param(put_some_back, (4, 12), 2, id="put back"),
        pytest.param(in_another_window, (5, 12), 2, id="in another window"),
        pytest.param(undo_and_redo, (3, 12), 3, id="undone"),
        pytest.param(leave_a_stop_out, (3, 9), 3, id="left out"),
    ],
)
def test_all_counts_of_a_job_agree(
    workshop: Workshop,
    hands: Hands,
    work: Callable[[Hands], None],
    done: tuple[int, int],
    is_open: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    open_job(hands).do(Described("AB12"))
    work(hands)
    assert lines_counted(hands, workshop, capsys) == {done}
    assert things_counted(hands, workshop) == {is_open}


def test_counts_agree_while_the_branch_changes(
    workshop: Workshop, finder: Finder, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = finder.hands
    open_job(hands).do(Described("AB12"))
    hands.press(Key.Key_F2)
    seen = [lines_counted(hands, workshop, capsys)]
    finder.play(f"{DOORS} → Yes", f"{LISTEN} → Nothing")
    seen.append(lines_counted(hands, workshop, capsys))
    finder.say("Go there")
    hands.pass_gate("negative-off")
    assert things_counted(hands, workshop) == {1}
    seen.append(lines_counted(hands, workshop, capsys))
    hands.press(Key.Key_Z, held=CONTROL)
    seen.append(lines_counted(hands, workshop, capsys))
    assert [len(counted) for counted in seen] == [1] * 4
    assert len({of for counted in seen for _done, of in counted}) > 1
    assert things_counted(hands, workshop) == {0}
