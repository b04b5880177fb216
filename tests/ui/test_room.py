"""Everything has its room at every size of window and text: in the corners of the matrix here, all of it if slow."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant import assets
from micra_assistant.jobs.events import Closed, Described, Held
from micra_assistant.ui.actions import Action
from micra_assistant.ui.widgets.cut_label import CutLabel
from tests.builders import HEAD, SOURCES, Files, write_guide
from tests.screenshots import OTHERS, do_the_job
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.room_checks import without_room
from tests.ui.room_walk import ALL, CORNERS, Case, RoomWalk, one_screen
from tests.ui.speaking import longer_words

__all__ = ["longer_words", "one_screen"]

pytestmark = pytest.mark.thorough

GUIDES = ("tailgate-button", "remote-key")
SAME_DIALOG = tuple(action for action in Action if action.startswith("preview-"))
NARROW = Case(800, 600, 2.5)


def shipped(workshop: Workshop) -> Hands:
    """Return hands at a job of the shipped guide that is half done, beside others."""
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    begin = hands.window.workbench.begin
    for details in OTHERS:
        begin("remote-key", details)
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(Closed("Key battery flat", "New key battery", Held.YES))
    begin("tailgate-button", Described("AB12 CDE", "J. Smith", 84000, "Boot button dead"))
    do_the_job(hands.window)
    settle()
    return hands


@pytest.fixture
def room_walk(workshop: Workshop, one_screen: Callable[[RoomWalk], None]) -> RoomWalk:
    """Return a walk through the shipped guides."""
    walk = RoomWalk(shipped(workshop))
    one_screen(walk)
    return walk


def at_the_job(hands: Hands, job: object) -> None:
    """Let the job be in front, and nothing before it."""
    workbench, body = hands.window.workbench, hands.window.body
    if workbench.is_practice:
        workbench.leave_practice()
    if workbench.shown and workbench.shown.job != job:
        workbench.resume(job)  # type: ignore[arg-type]  # it is the job that was open
    hands.window.route.fold()
    body.step.note.done()
    body.messages.drop()
    body.show_job_view()
    settle()


def walk_actions(walk: RoomWalk, actions: tuple[Action, ...]) -> None:
    """Choose actions with the job in front."""
    shown = walk.hands.window.workbench.shown
    assert shown
    at_first = partial(at_the_job, walk.hands, shown.job)
    walk.actions(at_first, actions)
    at_first()
    walk.act("a quote", walk.hands.window.quotes.add)


def walk_guides(walk: RoomWalk, every: int, begin: int, guides: Sequence[str] = GUIDES) -> None:
    """Look at the steps of guides."""
    for guide in guides:
        walk.hands.begin(guide, "AB12 CDE")
        walk.steps(every, begin)


@pytest.mark.walk
@pytest.mark.parametrize("guide", GUIDES)
def test_every_step_has_its_room_in_the_corners(longer_words: None, room_walk: RoomWalk, guide: str) -> None:
    for begin, case in enumerate(CORNERS):
        room_walk.take(case)
        walk_guides(room_walk, len(CORNERS), begin, [guide])
    assert room_walk.found == {}
    assert room_walk.seen > 40


def test_every_view_and_dialog_has_its_room_where_there_is_least(longer_words: None, room_walk: RoomWalk) -> None:
    room_walk.take(NARROW)
    walk_actions(room_walk, tuple(action for action in Action if action not in SAME_DIALOG))
    assert room_walk.found == {}


@pytest.mark.walk
@pytest.mark.parametrize("case", [NARROW, Case(1920, 1080, 1.0)], ids=str)
def test_what_is_seen_from_afar_has_its_room(longer_words: None, room_walk: RoomWalk, case: Case) -> None:
    room_walk.take(case)
    room_walk.hands.choose(Action.PLAYER)
    room_walk.steps(every=9)
    assert room_walk.found == {}
    assert room_walk.seen > 3


@pytest.mark.slow
@pytest.mark.parametrize("case", ALL, ids=str)
def test_everything_has_its_room(longer_words: None, room_walk: RoomWalk, case: Case) -> None:
    room_walk.take(case)
    walk_actions(room_walk, tuple(Action))
    walk_guides(room_walk, every=1, begin=0)
    assert room_walk.found == {}


@pytest.mark.slow
@pytest.mark.parametrize("case", CORNERS, ids=str)
def test_everything_has_its_room_in_english(room_walk: RoomWalk, case: Case) -> None:
    room_walk.take(case)
    walk_actions(room_walk, tuple(Action))
    walk_guides(room_walk, every=1, begin=0)
    assert room_walk.found == {}


# guides of other people

LONG = "Take the whole of the inner trim of the tailgate away without a single clip being broken"
BARE: Files = {
    "guide.toml": HEAD.replace("Tailgate button", LONG),
    "../sources.toml": SOURCES,
    "10-long.md": f"""
        # {LONG} {{: #long }}

        ## {LONG} {{: #long-step }}

        - [ ] {LONG} {{: #long-tick }}
        - [ ] {LONG} {{: #long-count count="clip that may not be broken" undo="{LONG}" state="{LONG}" }}
        - [ ] {LONG} {{: #long-reading unit="Ω" min="0.000001" max="1000000" }}

        !!! danger "{LONG}"
            {LONG}: 后备箱 ท้ายรถ 🚗. {LONG}.

            - [ ] {LONG} {{: #long-gate undo="{LONG}" state="{LONG}" }}

        | {LONG} | {LONG} | 3 | 4 | 5 |
        |---|---|---|---|---|
        | {LONG} | 2 | 3 | 4 | 5 |
        """,
    "20-many.md": "# Many {: #many }\n"
    + "".join(f"\n## Step {number} {{: #s{number} }}\n\n- [ ] Done {{: #t{number} }}\n" for number in range(300)),
}


@pytest.fixture
def bare_walk(workshop: Workshop, tmp_path: Path, one_screen: Callable[[RoomWalk], None]) -> RoomWalk:
    """Return a walk through that guide."""
    write_guide(tmp_path, BARE).rename(tmp_path / "guides" / "bare")
    walk = RoomWalk(workshop.open())
    one_screen(walk)
    return walk


@pytest.mark.walk
@pytest.mark.parametrize("case", [NARROW, Case(1366, 768, 1.0)], ids=str)
def test_a_guide_of_other_people_has_its_room(bare_walk: RoomWalk, case: Case) -> None:
    bare_walk.take(case)
    bare_walk.hands.begin("bare", "AB12 CDE")
    workbench = bare_walk.hands.window.workbench
    workbench.attempt(lambda job: [job.toggle(item) for item in ("long-tick", "long-gate")])
    workbench.attempt(lambda job: job.enter("long-count", "11"))
    bare_walk.steps(every=100)
    walk_actions(
        bare_walk, (Action.HOME, Action.ALL_LINES, Action.TIMELINE, Action.AWAY, Action.CLOSE_JOB, Action.JOBS)
    )
    assert bare_walk.found == {}


@pytest.mark.walk
@pytest.mark.parametrize("case", [Case(800, 600, 1.0), Case(1366, 768, 1.0)], ids=str)
def test_a_guide_of_other_people_has_its_room_from_afar(bare_walk: RoomWalk, case: Case) -> None:
    bare_walk.take(case)
    bare_walk.hands.begin("bare", "AB12 CDE")
    bare_walk.hands.choose(Action.PLAYER)
    bare_walk.steps(every=100)
    assert bare_walk.found == {}
    assert bare_walk.seen > 3


# what the walk would find


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    """Return an empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    return window


def shown(window: QWidget) -> list[str]:
    """Return what the checks find in a window, once it is shown."""
    window.show()
    settle()
    return without_room(window)


def test_words_that_are_cut_off_are_found(box: QWidget) -> None:
    label = QLabel("Battery negative off", box)
    label.setGeometry(10, 10, 60, 30)
    assert shown(box) == ["QLabel “Battery negative off”: “Battery negative off” is cut off at the right"]


def test_a_field_that_is_too_low_is_found(box: QWidget) -> None:
    QLineEdit("AB12 CDE", box).setGeometry(10, 10, 200, 9)
    assert any("pixels high" in fault for fault in shown(box))


def test_a_button_that_is_too_low_is_found(box: QWidget) -> None:
    QPushButton("Print", box).setGeometry(10, 10, 90, 24)
    assert any("pixels high" in fault for fault in shown(box))


def test_a_line_that_has_no_height_is_found(box: QWidget) -> None:
    label = QLabel("Battery negative off and kept away", box)
    label.setWordWrap(True)
    label.setGeometry(10, 10, 90, 18)
    assert any("pixels high" in fault for fault in shown(box))


def test_a_button_that_sticks_out_is_found(box: QWidget) -> None:
    QPushButton("Print", box).setGeometry(250, 20, 90, 44)
    assert shown(box) == ["QPushButton “Print” sticks out of QWidget"]


def test_an_end_that_can_be_read_nowhere_is_found(box: QWidget) -> None:
    label = CutLabel(box)
    label.setGeometry(10, 10, 90, 30)
    label.show_words("Battery negative off")
    assert shown(box) == []
    label.setToolTip("")
    assert any("can be read nowhere" in fault for fault in without_room(box))


def test_what_lies_under_something_is_found(box: QWidget) -> None:
    layout = QVBoxLayout(box)
    under, over = QLabel("Battery"), QLabel("Negative")
    layout.addWidget(under)
    layout.addWidget(over)
    box.show()
    settle()
    over.setGeometry(under.geometry())
    over.raise_()
    assert without_room(box) == ["QLabel “Battery” lies under QLabel “Negative”"]
