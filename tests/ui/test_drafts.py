"""What was half typed when the program ended is there again, in its field, and is no value yet."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from micra_assistant.ui.jobs.new_job_dialog import NewJobDialog
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import open_dialog

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from micra_assistant.app import make_application
from micra_assistant.ui.ending import Ending
from tests.ui.test_drafts import type_a_little
from tests.ui.hands import Workshop

application = make_application()
hands = Workshop(Path(sys.argv[1])).open()
ending = Ending(hands.window.end, hands.window.drafts.write, application)
type_a_little(hands, sys.argv[2])
def tell():
    if hands.window.drafts._words and not hands.window.drafts._unwritten:
        print("written", flush=True)
        timer.stop()
timer = QTimer(interval=50)
timer.timeout.connect(tell)
timer.start()
if sys.argv[2] == "new job":
    QTimer.singleShot(0, hands.window.jobs.new_job)
application.exec()
"""


def type_a_little(hands: Hands, what: str) -> None:
    """Half type something."""
    if what == "reading":
        hands.tap(hands.field("battery"))
        hands.type("12.", then=Key.Key_Shift)
    elif what == "note":
        hands.press(Key.Key_M, held=CONTROL)
        hands.type("Loom cut", then=Key.Key_Shift)
    else:
        QTimer.singleShot(200, lambda: open_dialog(NewJobDialog).form.customer.setText("Smith"))


def ended_by(number: int, folder: Path, what: str) -> int:
    """Half type something in a program of its own, end that by a signal once it is written; return its exit code."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", TYPING, str(folder), what]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "written\n"
        process.send_signal(number)
        return process.wait(timeout=60)


ENDS = [getattr(signal, name) for name in ("SIGKILL", "SIGTERM") if os.name != "nt"]
if os.name != "nt":
    ENDS.append(pytest.param(signal.SIGHUP, marks=pytest.mark.slow))  # as SIGTERM


@pytest.mark.parametrize("number", ENDS)
def test_half_a_reading_is_there_after_the_program_was_ended(workshop: Workshop, tmp_path: Path, number: int) -> None:
    code = ended_by(number, tmp_path, "reading")
    assert code == (-number if number == signal.SIGKILL else 0)
    hands = workshop.open()
    assert (hands.typed("battery"), hands.field("battery").isModified()) == ("12.", True)
    assert hands.window.workbench.shown
    assert "battery" not in hands.window.workbench.shown.state.values
    hands.press(Key.Key_Down)
    hands.type("6")
    assert (hands.typed("battery"), hands.row("battery").mark) == ("12.6", Mark.DONE)
    workshop.close()
    assert kept(workshop) == {}


@pytest.mark.parametrize("number", ENDS)
def test_half_a_note_is_not_lost(workshop: Workshop, tmp_path: Path, number: int) -> None:
    ended_by(number, tmp_path, "note")
    hands = workshop.open()
    assert hands.window.workbench.shown
    saved = [note.text for note in hands.window.workbench.shown.state.notes]
    if number == signal.SIGKILL:
        assert (saved, hands.window.body.step.note.typed) == ([], "Loom cut")
        assert not hands.window.body.step.note.isAncestorOf(hands.window.focusWidget() or hands.window)
        hands.tap(hands.button("Save"))
        saved = [note.text for note in hands.window.workbench.shown.state.notes]
    assert saved == ["Loom cut"]
    workshop.close()
    assert kept(workshop) == {}


@pytest.mark.parametrize("number", ENDS)
def test_a_job_that_was_being_begun_can_be_gone_on_with(workshop: Workshop, tmp_path: Path, number: int) -> None:
    ended_by(number, tmp_path, "new job")
    hands = workshop.open()
    assert hands.said == "You were beginning a job: go on?"
    seen: list[str] = []

    def look() -> None:
        seen.append(open_dialog(NewJobDialog).form.customer.text())
        open_dialog(NewJobDialog).reject()

    QTimer.singleShot(200, look)
    hands.tap(hands.button("Go on"))
    assert seen == ["Smith"]
    workshop.close()
    assert kept(workshop) == {}


def kept(workshop: Workshop) -> dict[tuple[str, str], str]:
    """Return the drafts in the records."""
    store = SqliteStore(workshop.files.records)
    drafts = store.drafts.all()
    store.close()
    return drafts


def test_a_draft_is_written_within_two_seconds_and_not_at_each_key(hands: Hands, qtbot: QtBot) -> None:
    drafts = hands.window.drafts
    written: list[bool] = []
    drafts._timer.timeout.connect(lambda: written.append(True))
    hands.tap(hands.field("battery"))
    hands.type("12.65", then=Key.Key_Shift)
    assert drafts._timer.isActive()
    assert drafts._timer.interval() < 2000
    qtbot.waitUntil(lambda: not drafts._unwritten)
    assert written == [True]


def test_a_tick_writes_no_draft(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    assert not hands.window.drafts._unwritten
    assert not hands.window.drafts._timer.isActive()


@pytest.mark.parametrize(
    "end", [lambda hands: hands.press(Key.Key_Return), lambda hands: hands.press(Key.Key_Escape)], ids=["enter", "esc"]
)
def test_words_that_are_entered_or_taken_back_leave_no_draft(
    workshop: Workshop, hands: Hands, end: Callable[[Hands], None]
) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_Shift)
    hands.window.drafts.write()
    end(hands)
    settle()
    assert kept(workshop) == {}, "a power cut now would bring them back in place of what was entered"
    workshop.close()
    assert kept(workshop) == {}


def test_words_of_an_earlier_run_are_entered_only_on_purpose(workshop: Workshop, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("1", then=Key.Key_Shift)
    hands.window.end()
    workshop.close()
    hands = workshop.open()
    hands.tap(hands.field("battery"))
    hands.press(Key.Key_Tab)
    assert hands.window.workbench.shown
    assert (hands.typed("battery"), hands.window.workbench.shown.state.values) == ("1", {})
    hands.tap(hands.field("battery"))
    hands.press(Key.Key_Return)
    assert hands.window.workbench.shown.state.values == {"battery": "1"}


@pytest.mark.usefixtures("workshop")
def test_records_that_cannot_be_written_to_stop_nobody_from_typing(hands: Hands) -> None:
    hands.window.records_watch._store.connection.execute("DROP TABLE drafts")  # type: ignore[attr-defined]  # it is SQLite
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    hands.window.drafts.write()
    hands.type(".6")
    assert hands.row("battery").mark is Mark.DONE
    assert hands.said == ""


@pytest.mark.parametrize("kind", [DetailsDialog, CloseDialog])
def test_a_dialog_of_a_job_is_offered_again(
    workshop: Workshop, hands: Hands, kind: type[DetailsDialog] | type[CloseDialog]
) -> None:
    def fill_in() -> None:
        dialog = open_dialog(kind)
        list(dialog.fields.values() if isinstance(dialog, CloseDialog) else dialog.form.fields.values())[-1].setText(
            "A"
        )
        hands.window.end()

    QTimer.singleShot(200, fill_in)
    hands.press(Key.Key_D if kind is DetailsDialog else Key.Key_E, held=CONTROL)
    settle()
    workshop.close()
    hands = workshop.open()
    assert hands.said.endswith("this job: go on?")
    seen: list[str] = []

    def look() -> None:
        dialog = open_dialog(kind)
        fields = dialog.fields if isinstance(dialog, CloseDialog) else dialog.form.fields
        seen.extend(field.text() for field in fields.values() if field.text())
        dialog.done(0)

    QTimer.singleShot(200, look)
    hands.tap(hands.button("Go on"))
    assert seen == ["A"]


def test_half_a_labour_rate_is_there_again(workshop: Workshop, hands: Hands) -> None:
    hands.open_parts()
    bring_into_sight(hands.window.body.parts.rate)
    settle()
    hands.tap(hands.window.body.parts.rate)
    hands.press(Key.Key_A, held=CONTROL)
    hands.type("14", then=Key.Key_Shift)
    hands.window.end()
    workshop.close()
    rate = workshop.open().window.body.parts.rate
    assert (rate.text(), rate.isModified()) == ("14", True)
    assert rate.window().isVisible()


def test_what_is_typed_at_a_guide_that_is_only_looked_up_is_not_written(workshop: Workshop, hands: Hands) -> None:
    copytree(workshop.guides / "button", workshop.guides / "other")
    hands.window.workbench.show_guide("other")
    settle()
    hands.tap(hands.field("battery"))
    hands.type("12")
    assert (hands.typed("battery"), hands.window.drafts._unwritten) == ("12", {})
