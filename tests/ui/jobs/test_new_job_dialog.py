"""Beginning a job."""

import shutil
from collections.abc import Sequence
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Complaint, Tick
from micra_assistant.guide.way_in import WayIn
from micra_assistant.jobs.checklist import Opening
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.jobs.new_job_dialog import NewJob, NewJobDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key as Place
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, Workshop, settle, tap
from tests.ui.in_sight import button_with
from tests.ui.three_keys import press_in, said_in, tap_key

pytestmark = pytest.mark.thorough

Key = Qt.Key
LOOK = Look(load_theme(ThemeName.LIGHT))
WAYS = [WayIn("button", Complaint("The button is dead", "")), WayIn("key", Complaint("The key is dead", "key-dead"))]
DEAD_BUTTON = Described(complaint="The button is dead")


@pytest.fixture
def dialog(qtbot: QtBot) -> NewJobDialog:
    """Return the dialog with two guides."""
    return shown(qtbot, NewJobDialog(WAYS, LOOK))


def shown(qtbot: QtBot, dialog: NewJobDialog) -> NewJobDialog:
    """Return the dialog in sight."""
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def name_field(dialog: NewJobDialog) -> QLineEdit:
    """Return the field for the person's name."""
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Your name")


def warning(dialog: NewJobDialog) -> str:
    """Return what is said of the car that is left, empty if nothing is."""
    label = dialog.findChild(QLabel, "left-behind")
    return label.text() if label else ""


def test_the_first_guide_is_chosen_until_another_is(dialog: NewJobDialog) -> None:
    guides = dialog.findChild(QListWidget)
    assert guides is not None
    assert [guides.item(row).text() for row in range(2)] == ["The button is dead", "The key is dead"]
    assert dialog.choice == NewJob("button", DEAD_BUTTON)
    QTest.keyClick(guides, Key.Key_Down)
    assert dialog.choice == NewJob("key", Described(complaint="The key is dead"), "key-dead")


def test_the_guide_being_read_is_chosen(qtbot: QtBot) -> None:
    ways = [WayIn("button", Complaint("One", "")), WayIn("key", Complaint("Two", "")), WayIn("key", Complaint("3", ""))]
    dialog = shown(qtbot, NewJobDialog(ways, LOOK, "key"))
    assert dialog.choice == NewJob("key", Described(complaint="Two"))


def test_all_that_is_typed_is_kept(dialog: NewJobDialog) -> None:
    QTest.keyClicks(dialog.form.car, " ab12 cde ")
    QTest.keyClicks(dialog.form.customer, "Smith")
    QTest.keyClicks(dialog.form.mileage, "84 000")
    QTest.keyClicks(dialog.form.complaint, "Shuts by itself")
    QTest.keyClicks(name_field(dialog), " Ivan ")
    kept = Described("AB12 CDE", "Smith", 84000, "Shuts by itself")
    assert dialog.choice == NewJob("button", kept, "", "Ivan")


def test_the_complaint_is_the_chosen_one_unless_another_is_typed(dialog: NewJobDialog) -> None:
    guides = dialog.findChild(QListWidget)
    assert guides is not None
    assert dialog.form.complaint.placeholderText() == "The button is dead"
    QTest.keyClick(guides, Key.Key_Down)
    assert (dialog.form.complaint.placeholderText(), dialog.form.complaint.text()) == ("The key is dead", "")


def test_a_name_is_typed_once(qtbot: QtBot) -> None:
    dialog = shown(qtbot, NewJobDialog(WAYS, LOOK, who="Ivan"))
    assert dialog.choice == NewJob("button", DEAD_BUTTON, who="Ivan")


def test_it_stays_open_until_the_mileage_is_a_number(dialog: NewJobDialog) -> None:
    dialog.form.mileage.setText("about ninety")
    tap_key(dialog)
    assert dialog.isVisible()
    assert dialog.choice is None
    assert "“about ninety” is not" in dialog.form.refusal
    dialog.form.mileage.clear()
    tap_key(dialog)
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("states", "car", "said"),
    [
        ([], "AB12 CDE", ""),
        (["negative off"], "AB12 CDE", "AB12 CDE is left with 1 thing open: negative off."),
        (
            ["negative off", "panel off"],
            "",
            "The car of the open job is left with 2 things open: negative off, panel off.",
        ),
    ],
)
def test_what_is_left_open_on_the_car_before_is_said(qtbot: QtBot, states: list[str], car: str, said: str) -> None:
    openings = [Opening(Tick(id=state, label=(), state=state)) for state in states]
    assert warning(shown(qtbot, NewJobDialog(WAYS, LOOK, openings=openings, car=car))) == said


def test_every_complaint_is_read_whole(qtbot: QtBot) -> None:
    long = Complaint("The remote key locks the car only when it is held right at the windscreen", "")
    dialog = shown(qtbot, NewJobDialog([WayIn("key", Complaint("Dead", "")), WayIn("key", long)], LOOK))
    QApplication.processEvents()
    guides = dialog.findChild(QListWidget)
    assert guides is not None
    short, wrapped = (guides.visualItemRect(guides.item(row)).height() for row in range(2))
    assert wrapped >= short + guides.fontMetrics().height()


@pytest.mark.parametrize(("words", "accepted"), [("Begin", True), ("Cancel", False)])
def test_its_buttons(dialog: NewJobDialog, words: str, accepted: bool) -> None:
    tap(button_with(dialog, words))
    assert dialog.isHidden()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is accepted


def test_without_guides_there_is_nothing_to_begin(qtbot: QtBot) -> None:
    dialog = shown(qtbot, NewJobDialog([], LOOK))
    assert said_in(dialog) == "Begin · There is no guide."
    press_in(dialog, Key.Key_PageUp, Key.Key_PageUp, Key.Key_Space)
    assert dialog.isVisible()
    assert dialog.choice is None


def begin(hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: NewJob | None) -> list[str]:
    """Ask for a new job, give this answer, and return the complaints that were offered."""
    offered: list[str] = []

    def ask(ways: Sequence[WayIn], *_: object, **__: object) -> NewJob | None:
        offered.extend(f"{way.guide}: {way.complaint.title}" for way in ways)
        return answer

    monkeypatch.setattr(NewJobDialog, "ask", ask)
    hands.press(Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)
    return offered


def test_a_new_job_is_empty_and_the_one_before_is_kept(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.press(Key.Key_Space)
    hands.turn(1)
    assert begin(hands, monkeypatch, NewJob("button", Described("AB12 CDE"))) == ["button: Tailgate button"]
    assert "Job 0002 · <b>AB12 CDE</b> · Tailgate button" in hands.text
    assert (hands.step, hands.row("doors").mark) == ("look", Mark.EMPTY)
    workshop.close()
    with closing(SqliteStore(workshop.files.records)) as store:
        states = {job.name: replay(store.events(job.id)) for job in store.rows(JobQuery())}
    assert list(states) == ["0002", "0001"]
    assert (states["0001"].step, states["0001"].ticked) == ("power-off", frozenset({"doors"}))


def test_with_another_guide(workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    (workshop.guides / "key" / "parts.toml").unlink()
    begin(hands, monkeypatch, NewJob("key"))
    assert "Job 0002 · Tailgate button" in hands.text
    assert not hands.window.body.parts.isVisible()


def test_a_complaint_leads_to_its_step(workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    head = workshop.guides / "button" / "guide.toml"
    head.write_text(head.read_text() + '[[complaints]]\ntitle = "It stays open"\nstep = "close"\n', encoding="utf-8")
    assert begin(hands, monkeypatch, NewJob("button", step="close")) == ["button: It stays open"]
    assert hands.step == "close"


@pytest.mark.usefixtures("workshop")
def test_the_job_stays_if_the_person_would_rather_not(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press(Key.Key_Space)
    begin(hands, monkeypatch, None)
    assert "Job 0001" in hands.text
    assert hands.row("doors").mark is Mark.DONE


def test_enter_goes_to_the_next_field_and_ctrl_enter_begins(qtbot: QtBot) -> None:
    dialog = NewJobDialog(WAYS, LOOK)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    fields = list(dialog.form.fields.values())
    fields[0].setFocus()
    for field in fields:
        assert dialog.focusWidget() is field
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert dialog.focusWidget() not in fields
    QTest.keyClick(fields[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_three_keys_choose_a_complaint_and_begin(dialog: NewJobDialog) -> None:
    assert (said_in(dialog, Place.BACK), said_in(dialog, Place.ON)) == (
        "Back · What is wrong with the car?",
        "On · VIN",
    )
    press_in(dialog, Key.Key_PageUp)
    assert said_in(dialog) == "Next one · The key is dead"
    press_in(dialog, Key.Key_Space)
    assert said_in(dialog) == "Next one · The button is dead"
    assert said_in(dialog, Place.BACK) == "Back · Begin"
    press_in(dialog, Key.Key_PageUp)
    assert said_in(dialog) == "Begin · The key is dead"
    press_in(dialog, Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice == NewJob("key", Described(complaint="The key is dead"), "key-dead")


def test_the_foot_says_what_is_typed(dialog: NewJobDialog) -> None:
    QTest.keyClicks(dialog.form.car, "AB12")
    press_in(dialog, Key.Key_Space)
    QTest.keyClicks(dialog.form.car, "CDE")
    assert said_in(dialog) == "Begin · AB12 CDE · The button is dead"
    assert dialog.isVisible()


def test_a_field_is_in_sight_when_the_keys_come_to_it(dialog: NewJobDialog) -> None:
    dialog.resize(dialog.minimumSizeHint())
    settle()
    assert not is_in_sight(name_field(dialog))
    for _field in range(5):
        press_in(dialog, Key.Key_PageDown)
    assert name_field(dialog).hasFocus()
    assert is_in_sight(name_field(dialog))
