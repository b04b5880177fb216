"""Beginning a job."""

import shutil
from collections.abc import Sequence
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.state import replay
from micra_assistant.jobs.store import SqliteStore
from micra_assistant.ui.new_job_dialog import NewJob, NewJobDialog
from micra_assistant.ui.tick_box import Mark
from tests.ui.workshop import Hands, Workshop

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> NewJobDialog:
    """Return the dialog with two guides."""
    dialog = NewJobDialog(
        [("button", Complaint("The button is dead", "")), ("key", Complaint("The key is dead", "key-dead"))]
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_first_guide_is_chosen_until_another_is(dialog: NewJobDialog) -> None:
    guides = dialog.findChild(QListWidget)
    assert guides is not None
    assert [guides.item(row).text() for row in range(2)] == ["The button is dead", "The key is dead"]
    assert dialog.choice == NewJob("button")
    QTest.keyClick(guides, Key.Key_Down)
    assert dialog.choice == NewJob("key", step="key-dead")


def test_the_guide_being_read_is_chosen(qtbot: QtBot) -> None:
    dialog = NewJobDialog(
        [("button", Complaint("One", "")), ("key", Complaint("Two", "")), ("key", Complaint("3", ""))], "key"
    )
    qtbot.addWidget(dialog)
    assert dialog.choice == NewJob("key")


def test_a_registration_is_taken_in_capitals(dialog: NewJobDialog) -> None:
    car = dialog.findChild(QLineEdit)
    assert car is not None
    QTest.keyClicks(car, " ab12 cde ")
    assert dialog.choice == NewJob("button", "AB12 CDE")


@pytest.mark.parametrize(("words", "accepted"), [("Begin", True), ("Cancel", False)])
def test_its_buttons(dialog: NewJobDialog, words: str, accepted: bool) -> None:
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is accepted


def test_without_guides_there_is_nothing_to_begin(qtbot: QtBot) -> None:
    dialog = NewJobDialog([])
    qtbot.addWidget(dialog)
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isEnabled()] == ["Cancel"]


def begin(hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: NewJob | None) -> list[str]:
    """Ask for a new job, give this answer, and return the complaints that were offered."""
    offered: list[str] = []

    def ask(complaints: Sequence[tuple[str, Complaint]], guide: str, parent: object) -> NewJob | None:
        offered.extend(f"{guide}: {complaint.title}" for guide, complaint in complaints)
        return answer

    monkeypatch.setattr(NewJobDialog, "ask", ask)
    hands.press(Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)
    return offered


def test_a_new_job_is_empty_and_the_one_before_is_kept(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.press(Key.Key_Space, Key.Key_PageDown)
    assert begin(hands, monkeypatch, NewJob("button", "AB12 CDE")) == ["button: Tailgate button"]
    assert "Job 0002 · <b>AB12 CDE</b> · Tailgate button" in hands.text
    assert (hands.step, hands.row("doors").mark) == ("look", Mark.EMPTY)
    workshop.close()
    with closing(SqliteStore(workshop.files.records)) as store:
        states = {job.name: replay(store.events(job.id)) for job in store.jobs()}
    assert list(states) == ["0002", "0001"]
    assert (states["0001"].step, states["0001"].ticked) == ("power-off", frozenset({"doors"}))


def test_with_another_guide(workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    (workshop.guides / "key" / "parts.toml").unlink()
    begin(hands, monkeypatch, NewJob("key"))
    assert "Job 0002 · Tailgate button" in hands.text
    assert hands.window.body.parts.isHidden()


def test_a_complaint_leads_to_its_step(workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    head = workshop.guides / "button" / "guide.toml"
    head.write_text(head.read_text() + '[[complaints]]\ntitle = "It stays open"\nstep = "close"\n', encoding="utf-8")
    assert begin(hands, monkeypatch, NewJob("button", "", "close")) == ["button: It stays open"]
    assert hands.step == "close"


def test_the_job_stays_if_the_person_would_rather_not(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press(Key.Key_Space)
    begin(hands, monkeypatch, None)
    assert "Job 0001" in hands.text
    assert hands.row("doors").mark is Mark.DONE
