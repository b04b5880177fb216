"""What is on the screen first, and that nothing is missed by what comes after it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.app import show_first
from micra_assistant.assembly import make_window
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.library import Library
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.frame.mistakes_view import MistakesView
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from tests.builders import write_guide
from tests.ui.hands import Workshop, settle
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough


class Seen(QObject):
    """Notes what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - as Qt names it
        if event.type() is QEvent.Type.Paint:
            self.kinds.add(watched.metaObject().className())
        return False


@pytest.fixture
def left(workshop: Workshop) -> Workshop:
    """Return a workshop whose window was closed in the middle of a job."""
    hands = workshop.open(height=900)
    hands.begin("button", car="AB 123")
    hands.window.workbench.go_to("measure")
    hands.open_parts()
    workshop.close()
    return workshop


def test_header_step_and_checklist_of_the_job_are_painted_before_all_else_is_made(left: Workshop) -> None:
    seen = Seen()

    def look(window: MainWindow) -> None:
        QApplication.instance().installEventFilter(seen)  # type: ignore[union-attr]
        window.frame.resize(1366, 900)
        window.frame.show()
        show_first(window)
        assert {"Header", "StepView", "CheckRow"} <= seen.kinds
        assert not hasattr(window, "jobs")
        assert window.body.findChild(PartsPanel) is None

    hands = left.open(height=900, paint=look)
    assert (hands.step, hands.car) == ("measure", "AB 123")
    assert hands.window.body.parts.isVisible()


@pytest.fixture
def shown_before_it_is_active(left: Workshop) -> Iterator[MainWindow]:
    """Return a window that was on the screen, empty, before there was a job in it, and gets the keys after that."""
    frame = WindowFrame(WindowSettings(left.files.settings))
    frame.resize(1366, 768)
    frame.show()
    another = QWidget()
    another.show()
    another.activateWindow()
    settle()
    yield make_window(Library(left.guides), left.files, frame=frame, paint=show_first)
    for window in (frame, another):
        window.close()
        window.deleteLater()


@pytest.fixture
def left_at_a_picture(left: Workshop) -> None:
    """Have the job left at a step with a picture."""
    left.open().window.workbench.go_to("look")
    left.close()


@pytest.mark.usefixtures("left_at_a_picture")
def test_the_picture_stands_beside_the_step_from_the_start(shown_before_it_is_active: MainWindow) -> None:
    settle()
    step = shown_before_it_is_active.body.step
    pictures = shown_before_it_is_active.findChildren(DiagramView)
    assert [step.beside.isAncestorOf(picture) for picture in pictures if picture.isVisible()] == [True]


def test_the_keys_are_for_the_step_however_late_the_window_gets_them(shown_before_it_is_active: MainWindow) -> None:
    frame = shown_before_it_is_active.frame
    assert not frame.isActiveWindow()
    frame.activateWindow()
    QTest.qWaitForWindowActive(frame)
    assert QApplication.focusWidget() is shown_before_it_is_active.body.step


def test_nothing_moves_when_the_parts_come(left: Workshop) -> None:
    places: list[int] = []

    def look(window: MainWindow) -> None:
        window.frame.resize(1366, 900)
        window.frame.show()
        show_first(window)
        places.append(window.body.step.height())

    hands = left.open(height=900, paint=look)
    assert hands.window.body.parts.isVisible()
    assert places == [hands.window.body.step.height()]


def test_the_window_cannot_be_closed_before_it_answers(left: Workshop) -> None:
    closed: list[bool] = []
    hands = left.open(paint=lambda window: closed.append(window.frame.close()))
    assert closed == [False]
    assert hands.window.frame.isVisible()


def test_all_that_follows_the_job_is_told_of_the_one_that_was_painted_first(left: Workshop) -> None:
    hands = left.open(paint=show_first)
    assert left.files.settings.read_text().count(hands.window.workbench.job_id) == 1
    write_guide(left.guides.parent, {name: text.replace("Measure", "Gauge") for name, text in GUIDE.items()})
    hands.window.rereader._on_written()
    settle()
    assert hands.said.startswith("The guide was read anew.")


def test_that_the_job_has_the_text_of_then_is_said(left: Workshop) -> None:
    take_pages_away(left)
    hands = left.open(paint=show_first)
    assert hands.step == "measure"
    assert hands.said.startswith("The job is shown with the guide as it was then.")


def test_mistakes_of_the_guide_of_the_job_are_seen(left: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JobOpener, "open", refuse)
    hands = left.open(paint=show_first)
    assert hands.step == ""
    assert hands.aside(MistakesView)


def refuse(*_: object) -> None:
    """Find a mistake in a guide."""
    raise GuideError((Mistake(Path("pages.md"), 1, "nothing is there"),))


def take_pages_away(workshop: Workshop) -> None:
    """Spoil the guide of the job."""
    for page in workshop.guides.rglob("*.md"):
        page.unlink()


STARTED = """
import sys
from pathlib import Path
from micra_assistant.ui import qt_loading
from micra_assistant import app, cli

def look(_window):
    print(*sys.modules)
    sys.stdout.flush()
    import os
    os._exit(0)

app.show_first = look
cli.main(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that are loaded when the step is painted, in a start with nothing to resume."""
    command = [sys.executable, "-c", STARTED, "--data-dir", str(tmp_path_factory.mktemp("data"))]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return set(subprocess.check_output(command, env=environment, text=True).split())


@pytest.mark.parametrize(
    "module",
    [
        *("after_first_paint", "parts.parts_panel", "records_watch", "controllers.jobs_controller", "qt_language"),
        *("controllers.search_controller", "controllers.records_controller", "scans", "diagnosis", "sheets"),
        *("route.unfolded_route", "beside.reading_pane", "widgets.finger"),
    ],
)
def test_what_the_first_paint_does_not_need_is_loaded_after_it(loaded: set[str], module: str) -> None:
    assert "micra_assistant.ui.main_window" in loaded
    assert f"micra_assistant.ui.{module}" not in loaded


@pytest.mark.parametrize(
    "module",
    [
        "argparse",
        "markdown",
        "micra_assistant.ui.home.forecast_reader",
        "micra_assistant.jobs.faultfinding",
        "micra_assistant.cli.parser",
        "micra_assistant.workshop.setting_lines",
    ],
)
def test_a_plain_start_loads_nothing_that_it_does_not_need(loaded: set[str], module: str) -> None:
    assert module not in loaded


NOT_FOR_A_JOB = [
    *("tomllib", "statistics", "micra_assistant.completion", "micra_assistant.jobs.faultfinding.inquiry"),
    *("micra_assistant.ui.controllers.home_controller", "micra_assistant.ui.checklist.wait_row"),
    *("micra_assistant.jobs.routing", "micra_assistant.ui.widgets.over_range_question"),
    *("micra_assistant.guide.complaintcache", "micra_assistant.guide.head", "micra_assistant.guide.pattern"),
    *("micra_assistant.jobs.closing", "micra_assistant.jobs.failed_here", "micra_assistant.jobs.rate"),
    *("micra_assistant.jobs.records.causes", "micra_assistant.jobs.records.fittings", "micra_assistant.jobs.room"),
    *("micra_assistant.jobs.waiting", "micra_assistant.jobs.ways_to_open", "micra_assistant.parts.asked_prices"),
    *("micra_assistant.wholefile", "micra_assistant.workshop.settings"),
]


def test_a_job_is_painted_without_what_it_does_not_show(left: Workshop) -> None:
    command = [sys.executable, "-c", STARTED, "--data-dir", str(left.files.folder), "--guides", str(left.guides)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for _start in ("that keeps what it reads", "that finds it"):
        loaded = set(subprocess.check_output(command, env=environment, text=True).split())
        for mark in left.files.opening.iterdir():  # it was ended in the middle of opening
            mark.unlink()
    SqliteStore(left.files.records).close()  # takes in what the end has left
    assert "micra_assistant.ui.step.step_body" in loaded
    assert not loaded.intersection(NOT_FOR_A_JOB)


def test_home_is_painted_before_all_else_is_made(workshop: Workshop) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    seen = Seen()

    def look(window: MainWindow) -> None:
        QApplication.instance().installEventFilter(seen)  # type: ignore[union-attr]
        window.frame.show()
        show_first(window)
        assert {"Header", "HomeView", "ComplaintCard", "WhichCar", "OpenJobs"} <= seen.kinds
        assert not hasattr(window, "jobs")

    hands = workshop.open(paint=look)
    hands.press(Qt.Key.Key_PageDown, Qt.Key.Key_Space)
    assert hands.window.workbench.guide_id == "key"
