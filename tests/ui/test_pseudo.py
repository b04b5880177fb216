"""Every word that is shown was looked up: a walk through all that the window shows, in a language of brackets."""

import shutil
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from micra_assistant.bugs.catcher import CaughtBug
from micra_assistant.diagnosis.findings import Answered
from micra_assistant.jobs.events import CalledAway, Closed, Described, Diagnosed, FaultSought, Held, Noted, PhotoAdded
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route import route_of
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers import practice_controller
from micra_assistant.ui.notes.photo_thumb import PhotoThumb
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.builders import HEAD, SOURCES, Files, write_guide
from tests.circuits import CIRCUIT, PICTURE
from tests.other_letters import copied_in_other_letters, files_in_other_letters, in_other_letters
from tests.ui.controllers.test_records_controller import back_up, break_records
from tests.ui.diagnosis.finder import FAULTY_GUIDE
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.photos import encoded, two_halves
from tests.ui.records.desk import desk_of
from tests.ui.speaking import Walk, dialog_kinds, walk

__all__ = ["walk"]

pytestmark = pytest.mark.thorough

SAID = in_other_letters("Anna said so")
GUIDE: Files = files_in_other_letters(
    {
        "guide.toml": HEAD,
        "../sources.toml": SOURCES,
        **FAULTY_GUIDE,
        **{name: text.replace("<text ", '<text font-size="12" ') for name, text in CIRCUIT.items()},
        "30-circuit.md": f"# Circuit {{: #circuits }}\n\n## Know it {{: #circuit }}\n\n{PICTURE}\n",
    }
)


@pytest.fixture
def foreign(workshop: Workshop, tmp_path: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """Return a workshop whose guides are in other letters, the one for practice too."""
    practice = copied_in_other_letters(practice_controller.guides_for_practice(), tmp_path / "practice")
    monkeypatch.setattr(practice_controller, "guides_for_practice", lambda: practice)
    write_guide(tmp_path, GUIDE).rename(tmp_path / "guides" / "9")
    return workshop


def two_guides(workshop: Workshop) -> Hands:
    """Return hands at the question what is wrong, as there are two guides."""
    shutil.copytree(workshop.guides / "9", workshop.guides / "key")
    return workshop.open()


def nothing(workshop: Workshop) -> Hands:
    """Return hands where there is no guide."""
    shutil.rmtree(workshop.guides / "9")
    return workshop.open()


def worked(workshop: Workshop) -> Hands:
    """Return hands at a job on which some of everything was done."""
    hands = workshop.open()
    hands.window.workbench.begin("9", Described(SAID, SAID, 128400, SAID))
    hands.window.workbench.attempt(work)
    return hands


def work(job: OpenJob) -> None:
    """Do some of everything on a job."""
    photo = encoded(two_halves(), "jpeg")
    digest = sha256(photo).hexdigest()
    for item in ("doors", "ignition", "negative-off", "panel"):
        job.toggle(item)
    for item, typed in (("clips", "11"), ("leads", "0.2"), ("pressed", "14"), ("battery", "12.5")):
        job.enter(item, typed)
    job.toggle("panel")
    job.undo()
    job.toggle_option("used")
    job.do(Noted("look", SAID))
    job.do(PhotoAdded("look", digest, SAID, 40, 30), {digest: photo})
    job.do(FaultSought("faults.toml"))
    job.do(Diagnosed("faults.toml", Answered("listen", "silent"), SAID))
    job.do(CalledAway("look"))
    job.go_to("look")


def closed(workshop: Workshop) -> Hands:
    """Return hands at a job that is closed although something is open on the car."""
    hands = worked(workshop)
    hands.window.workbench.attempt(close)
    return hands


def looked_up(workshop: Workshop) -> Hands:
    """Return hands at a guide that is only looked up."""
    hands = two_guides(workshop)
    hands.begin("9")
    hands.window.workbench.show_guide("key")
    return hands


def changed(workshop: Workshop) -> Hands:
    """Return hands at a job whose guide says something else since, and lacks a line that was done."""
    worked(workshop)
    workshop.close()
    page = workshop.guides / "9" / "10-get-ready.md"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if "#ignition" not in line), encoding="utf-8")
    return workshop.open()


@pytest.mark.walk
@pytest.mark.parametrize("state", [worked, nothing, two_guides, closed, looked_up, changed])
def test_whatever_is_asked_for_is_said_in_the_language(
    foreign: Workshop, walk: Walk, state: Callable[[Workshop], Hands]
) -> None:
    hands = state(foreign)
    walk.look("at first", hands)
    walk.every_action("asked for", hands, partial(restore, hands, hands.window.workbench.shown, state is closed))
    assert walk.found == {}


def restore(hands: Hands, at_first: OpenJob | None, is_closed: bool) -> None:
    """Let the job that was open at first be open again, or the guide, and closed if it was."""
    workbench = hands.window.workbench
    if at_first and at_first.job and workbench.job_id != at_first.job.id:
        workbench.resume(at_first.job)
    if at_first and not at_first.job and workbench.shown and workbench.shown.job:
        workbench.show_guide("key")
    if is_closed and workbench.shown and not workbench.shown.state.is_closed:
        workbench.attempt(close)


def leave_practice(hands: Hands) -> None:
    """Go back to the job from the practice."""
    if hands.window.workbench.is_practice:
        hands.window.workbench.leave_practice()


def close(job: OpenJob) -> None:
    """Close a job although something is open on the car."""
    job.do(Closed(SAID, SAID, Held.NO, SAID, (SAID,), SAID))


# what is met in front of the window


def damaged(workshop: Workshop) -> Hands:
    """Return hands at records that are damaged, of which there is a backup."""
    worked(workshop)
    workshop.close()
    back_up(workshop)
    break_records(workshop)
    return workshop.open()


def of_step(hands: Hands, step: str) -> StepView:
    """Return the view of a step that is gone to."""
    hands.window.body.show_job_view()
    hands.window.workbench.go_to(step)
    settle()
    return hands.window.body.step


def tap_first(hands: Hands, step: str, kind: type[QWidget]) -> None:
    """Tap the first widget of a kind at a step."""
    shown = of_step(hands, step)
    views = [view for part in (shown, shown.beside) for view in part.findChildren(kind) if view.isVisible()]
    hands.window.body.step._area.ensureWidgetVisible(views[0])
    QTest.mouseClick(views[0], Qt.MouseButton.LeftButton)


def leave_out(hands: Hands) -> None:
    """Ask why a step is left out that is still to be done."""
    shown = hands.window.workbench.shown
    assert shown
    stops = route_of(shown, None).stops
    last = [stop.step for stop in stops if stop.step and stop.is_ahead][-1]
    hands.window.workbench.jump(last.id)
    hands.choose(Action.LEAVE_OUT)


def test_every_kind_of_dialog_says_all_in_the_language(foreign: Workshop, walk: Walk, tmp_path: Path) -> None:
    hands = damaged(foreign)
    walk.look("damaged", hands)
    desk_of(hands).ask_to_restore(desk_of(hands)._listed()[0])
    walk.look("restoring", hands)
    desk_of(hands)._tell("")
    walk.look("restored", hands)
    foreign.close()
    for file in foreign.files.folder.glob("jobs*"):
        file.unlink()
    shutil.rmtree(foreign.files.backups)
    hands = changed(foreign)
    walk.look("changed", hands)
    walk.act("a picture", hands, lambda: tap_first(hands, "look", DiagramView))
    walk.act("a circuit", hands, lambda: tap_first(hands, "circuit", DiagramView))
    walk.act("a photo", hands, lambda: tap_first(hands, "look", PhotoThumb))
    walk.act("a quote", hands, hands.window.quotes.add)
    walk.act("leaving out", hands, lambda: leave_out(hands))
    walk.act("a basket", hands, lambda: hands.choose(Action.BASKET))
    walk.act("a scan", hands, lambda: hands.window.scans.ask(SAID))
    walk.every_action("changed", hands, partial(leave_practice, hands))
    hands.window.workbench.attempt(close)
    walk.act("blank", hands, lambda: hands.choose(Action.BLANK))
    assert walk.found == {}
    assert dialog_kinds() - walk.kinds == set()


# what is said of acts


def test_what_is_said_of_acts_is_in_the_language(foreign: Workshop, walk: Walk) -> None:
    hands = worked(foreign)
    hands.window.workbench.begin("9", Described(SAID))
    acts: dict[str, Callable[[], object]] = {
        "a doubt": lambda: hands.fill_in("battery", "1"),
        "no number": lambda: hands.fill_in("battery", "?"),
        "an amount amiss": lambda: hands.fill_in("battery", "99"),
        "a source": lambda: hands.window.work.say_source("meters"),
        "the next step": lambda: hands.turn(1),
        "held by a gate": lambda: hands.tap(hands.row("panel")),
        "a gate": lambda: hands.tap(hands.row("negative-off")),
        "passed": hands.confirm,
        "a count": lambda: hands.fill_in("clips", "1.5"),
        "a search": lambda: hands.window.search.search_for(SAID.split()[0]),
        "away from it": lambda: hands.press(Qt.Key.Key_Escape),
        "a rate": lambda: hands.window.body.parts.rate.setText("?"),
        "a note": lambda: hands.window.notes.add_to_note(SAID),
        "a bug": lambda: hands.window.teller._on_noted(CaughtBug("1", "1", times=3)),
        "a full job": lambda: hands.window.workbench.attempt(lambda job: job.do(Noted("look", "1" * 200_000))),
        "the finder": lambda: hands.press(Qt.Key.Key_F2),
        "no guide": lambda: shutil.rmtree(foreign.guides / "9"),
        "jobs": lambda: hands.choose(Action.JOBS),
        "a new job": lambda: hands.begin("9"),
    }
    for name, act in acts.items():
        walk.act(name, hands, act)
    assert walk.found == {}


def test_a_file_that_is_saved_or_refused_is_told_in_the_language(foreign: Workshop, walk: Walk, tmp_path: Path) -> None:
    hands = worked(foreign)
    photo = tmp_path / "1.jpg"
    photo.write_bytes(encoded(two_halves(), "jpeg"))
    for file, action in (
        (tmp_path / "1.pdf", Action.SAVE_CHECKLIST),
        (tmp_path / "9" / "1.pdf", Action.SAVE_CHECKLIST),
        (photo, Action.PHOTO),
        (tmp_path / "1.zip", Action.EXPORT),
        (tmp_path / "1.zip", Action.IMPORT),
        (photo, Action.IMPORT),
        (tmp_path / "1.pdf", Action.PHOTO),
        (tmp_path / "9.jpg", Action.PHOTO),
    ):
        walk.file = str(file)
        walk.act(f"{action} {file.name}", hands, partial(hands.choose, action))
    assert walk.found == {}
