"""What has changed in the guide, and the choice between its two texts."""

import re
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.guide.changes import ChangeKind, ChangeSign, LineChange, StepChange
from micra_assistant.ui.frame.key_button import KeyButton
from micra_assistant.ui.jobs.changes_dialog import ChangesDialog, StepCard
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme, style_sheet
from micra_assistant.ui.three_keys import Key as Place
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from tests.ui.hands import settle, tap
from tests.ui.in_sight import button
from tests.ui.three_keys import go_to, press_in, said_in

Key = Qt.Key
LOOK = Look(load_theme(ThemeName.LIGHT))
LINES = (
    LineChange(ChangeSign.SAME, "Press the button."),
    LineChange(ChangeSign.GONE, "[ ] Pressed · 1 Ω or less"),
    LineChange(ChangeSign.NEW, "[ ] Pressed · under <b>2</b> Ω"),
)
CHANGES = (
    StepChange("", "Tailgate button", ChangeKind.CHANGED, (LineChange(ChangeSign.NEW, "• Torch"),)),
    StepChange("test", "Test it", ChangeKind.CHANGED, LINES),
    StepChange("meter", "Meter & leads", ChangeKind.NEW, (LineChange(ChangeSign.NEW, "Leads together."),)),
    StepChange("look", "Look", ChangeKind.MOVED),
    StepChange("close", "Close", ChangeKind.MOVED, LINES),
    StepChange("clean", "Clean", ChangeKind.GONE, (LineChange(ChangeSign.GONE, "Clean it."),)),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ChangesDialog:
    """Return the dialog with a change of each kind."""
    return shown(qtbot, CHANGES, ["Clips out"])


def shown(qtbot: QtBot, changes: Sequence[StepChange], lost: Sequence[str]) -> ChangesDialog:
    """Return the dialog, open."""
    dialog = ChangesDialog(changes, lost, LOOK)
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(LOOK.theme, LOOK.scale))
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def read(inside: QWidget) -> list[str]:
    """Return the words of all labels as they are read, a line each, white space folded."""
    lines = []
    for label in inside.findChildren(QLabel):
        document = QTextDocument()
        document.setHtml(label.text())
        lines += [" ".join(line.split()) for line in document.toPlainText().splitlines()]
    return lines


def test_each_step_says_what_became_of_it(dialog: ChangesDialog) -> None:
    headings = [read(card)[0] for card in dialog.findChildren(StepCard)]
    assert headings == [
        "Title, car and tools · changed",
        "Test it · changed",
        "Meter & leads · new step",
        "Look · moved to here",
        "Close · moved and changed",
        "Clean · step is gone",
    ]


def test_a_line_has_its_sign_before_it(dialog: ChangesDialog) -> None:
    words = [word for word in read(dialog.findChildren(StepCard)[1])[1:] if word]
    assert words == ["Press the button.", "−", "[ ] Pressed · 1 Ω or less", "+", "[ ] Pressed · under <b>2</b> Ω"]


def test_lines_that_are_gone_are_struck_through_and_only_they(dialog: ChangesDialog) -> None:
    struck = [re.findall("<s>(.*?)</s>", label.text()) for label in dialog.findChildren(QLabel)]
    assert [words for found in struck for words in found] == [
        "[ ] Pressed · 1 Ω or less",
        "[ ] Pressed · 1 Ω or less",
        "Clean it.",
    ]


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ([], []),
        (
            ["Clips <out>"],
            ["1 line you ticked is no longer in the guide; it stays in the history of the job:", "• Clips <out>"],
        ),
        (
            ["Clips out", "Panel off"],
            [
                "2 lines you ticked are no longer in the guide; they stay in the history of the job:",
                "• Clips out",
                "• Panel off",
            ],
        ),
    ],
)
def test_ticks_that_find_no_line_are_said_first(qtbot: QtBot, lost: list[str], said: list[str]) -> None:
    dialog = shown(qtbot, CHANGES, lost)
    notes = dialog.findChildren(QFrame, "lost")
    assert [line for note in notes for line in read(note)] == said
    assert all(note.geometry().bottom() < dialog.findChildren(StepCard)[0].y() for note in notes)


@pytest.mark.parametrize(("words", "takes_new"), [("Take the new text", True), ("Stay with the old text", False)])
def test_its_buttons(dialog: ChangesDialog, words: str, takes_new: bool) -> None:
    tap(button(dialog, words))
    assert dialog.isHidden()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is takes_new


@pytest.mark.parametrize(("key", "hidden"), [(Key.Key_Escape, True), (Key.Key_Space, False), (Key.Key_PageDown, False)])
def test_no_key_of_the_pedal_takes_the_new_text(dialog: ChangesDialog, key: Key, hidden: bool) -> None:
    QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.isHidden() is hidden
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_pedal_reads_on(qtbot: QtBot) -> None:
    dialog = shown(qtbot, 5 * CHANGES, [])
    scroll = dialog.findChild(ScrollColumn)
    assert scroll is not None
    QTest.keyClick(dialog.focusWidget(), Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 100


def test_its_buttons_can_be_hit_with_gloves(dialog: ChangesDialog) -> None:
    buttons: list[QWidget] = [button(dialog, words) for words in ("Take the new text", "Stay with the old text")]
    assert all(button.height() >= 44 for button in (*buttons, *dialog.findChildren(KeyButton)))
    left, right = sorted(buttons, key=QWidget.x)
    assert right.x() - left.geometry().right() >= 12


def test_it_is_no_larger_than_the_window_behind(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    assert ChangesDialog(CHANGES, [], LOOK, window).size() == QSize(752, 470)


@pytest.mark.parametrize("takes_new", [True, False])
def test_asking_returns_the_choice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, takes_new: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(ChangesDialog, "exec", lambda _: QDialog.DialogCode(takes_new))
    assert ChangesDialog.ask(CHANGES, [], LOOK, window) is takes_new


def test_space_reads_on_and_decides_nothing_however_often_it_is_pressed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, 5 * CHANGES, [])
    scroll = dialog.findChild(ScrollColumn)
    assert scroll
    bar = scroll.verticalScrollBar()
    assert said_in(dialog) == "Read on · what is further down"
    while bar.value() < bar.maximum():
        press_in(dialog, Key.Key_Space)
    assert said_in(dialog) == "Choose an answer · Page Down marks one."
    press_in(dialog, Key.Key_Space, Key.Key_Space, Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize(("words", "takes_new"), [("Take the new text", True), ("Stay with the old text", False)])
def test_the_three_keys_read_to_the_end_and_choose(qtbot: QtBot, words: str, takes_new: bool) -> None:
    dialog = shown(qtbot, 5 * CHANGES, [])
    go_to(dialog, words)
    press_in(dialog, Key.Key_Space)
    assert dialog.isHidden()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is takes_new


def test_what_is_read_is_scrolled_by_arrows_when_no_answer_is_marked_any_more(qtbot: QtBot) -> None:
    dialog = shown(qtbot, 5 * CHANGES, [])
    go_to(dialog, "Take the new text")
    assert said_in(dialog, Place.BACK) == "Back · Choose an answer"
    press_in(dialog, Key.Key_PageUp)
    scroll = dialog.findChild(ScrollColumn)
    assert scroll
    before = scroll.verticalScrollBar().value()
    press_in(dialog, Key.Key_Up)
    assert scroll.verticalScrollBar().value() < before
