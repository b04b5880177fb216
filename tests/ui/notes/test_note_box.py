"""Writing a note: nothing that was typed is lost but by a tap on a button that says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.notes.note_box import LONGEST, NoteBox
from tests.ui.hands import settle, tap
from tests.ui.in_sight import button
from tests.ui.photos import two_halves

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk(QWidget):
    """A window with keys of its own, and a box for a note in it."""

    def __init__(self) -> None:
        super().__init__()
        self.box = NoteBox()
        self.elsewhere = QPushButton("elsewhere")
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.elsewhere)
        self.taken: list[str] = []
        for keys in ("Space", "PgDown", "PgUp", "Up", "Down", "Esc", "Ctrl+S", "Ctrl+Z", "Ctrl+V", "F4"):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, keys=keys: self.taken.append(keys))
            self.addAction(action)
        self.kept, self.cancelled = QSignalSpy(self.box.kept), QSignalSpy(self.box.cancelled)
        self.given = QSignalSpy(self.box.photos_given)

    def type(self, words: str) -> None:
        """Type words."""
        for letter in words:
            self.press(Key.Key_Space) if letter == " " else QTest.keyClicks(self.box.field, letter)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the window's own keys could take it."""
        QTest.keyClick(self.windowHandle(), key, held)
        settle()

    def button(self, words: str) -> QAbstractButton:
        """Return the button that says this."""
        return button(self.box, words)

    def tap(self, words: str) -> None:
        """Tap the button that says this."""
        tap(self.button(words))

    @property
    def events(self) -> tuple[list[str], int]:
        """What was announced so far: what to keep, and how often nothing."""
        return [self.kept.at(number)[0] for number in range(self.kept.count())], self.cancelled.count()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return a window in which a note has been begun."""
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    assert desk.box.begin()
    settle()
    return desk


@pytest.mark.parametrize("way", ["tap", "ctrl-enter", "ctrl-s"])
def test_what_was_typed_is_kept(desk: Desk, way: str) -> None:
    desk.type("Bolt sheared off ")
    if way == "tap":
        desk.tap("Save")
    else:
        desk.press(Key.Key_Return if way == "ctrl-enter" else Key.Key_S, CTRL)
    assert desk.events == (["Bolt sheared off"], 0)
    assert desk.taken == []


def test_enter_begins_a_line(desk: Desk) -> None:
    desk.type("one")
    desk.press(Key.Key_Return)
    desk.type("two")
    desk.tap("Save")
    assert desk.events == (["one\ntwo"], 0)


def test_the_words_stay_until_they_are_said_to_be_kept(desk: Desk) -> None:
    desk.type("words")
    desk.tap("Save")
    assert (desk.box.typed, desk.box.unsaved) == ("words", True)
    desk.box.done()
    assert (desk.box.typed, desk.box.unsaved) == ("", False)


@pytest.mark.parametrize("begun_with", ["", "as it was"])
@pytest.mark.parametrize("way", ["escape", "tap"])
def test_without_changes_it_is_left_at_once(desk: Desk, begun_with: str, way: str) -> None:
    desk.box.begin(begun_with)
    desk.press(Key.Key_Escape) if way == "escape" else desk.tap("Cancel")
    assert desk.events == ([], 1)


def test_white_space_is_no_note(desk: Desk) -> None:
    desk.type("   ")
    assert not desk.button("Save").isEnabled()
    desk.press(Key.Key_Return, CTRL)
    assert desk.events == ([], 1)


def test_escape_never_throws_words_away_however_often_it_comes(desk: Desk) -> None:
    desk.type("words")
    for _ in range(5):
        desk.press(Key.Key_Escape)
    assert (desk.box.typed, desk.events) == ("words", ([], 0))
    assert desk.box.hint == "This is not saved yet."
    desk.tap("Throw away")
    assert (desk.box.typed, desk.events) == ("", ([], 1))


def test_a_tap_on_cancel_only_asks(desk: Desk) -> None:
    desk.type("words")
    desk.tap("Cancel")
    assert (desk.box.typed, desk.events) == ("words", ([], 0))
    desk.tap("Throw away")
    assert (desk.box.typed, desk.events) == ("", ([], 1))


def test_a_double_tap_is_no_answer(desk: Desk) -> None:
    desk.type("words")
    button = desk.button("Cancel")
    place = button.mapTo(desk, button.rect().center())
    QTest.mouseDClick(desk.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert button.text() == "Throw away"
    assert (desk.box.typed, desk.events) == ("words", ([], 0))


def test_going_on_typing_takes_the_question_back(desk: Desk) -> None:
    desk.type("words")
    desk.press(Key.Key_Escape)
    desk.type("!")
    assert desk.button("Cancel").isVisible()
    assert desk.box.hint == "Ctrl+Enter saves"


def test_words_stay_when_the_focus_goes(desk: Desk) -> None:
    desk.type("words")
    desk.elsewhere.setFocus()
    settle()
    assert not desk.box.field.hasFocus()
    assert (desk.box.typed, desk.events) == ("words", ([], 0))


def test_another_note_is_not_begun_over_words_that_are_not_kept(desk: Desk) -> None:
    desk.type("words")
    desk.elsewhere.setFocus()
    assert not desk.box.begin("another note")
    assert (desk.box.typed, desk.box.hint) == ("words", "This is not saved yet.")
    assert desk.box.field.hasFocus()
    desk.box.done()
    assert desk.box.begin("another note")
    assert desk.box.typed == "another note"


def test_a_note_is_changed_at_its_end(desk: Desk) -> None:
    desk.box.begin("Two clips broken")
    desk.type("!")
    desk.tap("Save")
    assert desk.events == (["Two clips broken!"], 0)


def test_an_unchanged_note_is_not_kept_again(desk: Desk) -> None:
    desk.box.begin("Two clips broken")
    desk.tap("Save")
    assert desk.events == ([], 1)


def test_words_that_are_put_in_it_but_kept_nowhere_are_kept(desk: Desk) -> None:
    desk.box.begin("copied elsewhere", new=True)
    desk.press(Key.Key_Escape)
    assert (desk.box.unsaved, desk.events) == (True, ([], 0))
    desk.tap("Save")
    assert desk.events == (["copied elsewhere"], 0)


def test_an_emptied_note_is_not_kept_and_says_how_to_take_it_out(desk: Desk) -> None:
    desk.box.begin("Two clips broken")
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Delete)
    assert not desk.button("Save").isEnabled()
    assert desk.box.hint == "Nothing to save. To take a note out, use its Remove."
    desk.press(Key.Key_Escape)
    assert desk.events == ([], 0)


def test_too_many_words_are_left_to_be_shortened(desk: Desk) -> None:
    desk.box.field.setPlainText("a" * (LONGEST + 3))
    assert (desk.button("Save").isEnabled(), desk.box.hint) == (False, "Too long by 3 letters: shorten it.")
    for _ in range(3):
        desk.press(Key.Key_Backspace, CTRL) if not desk.box.typed else desk.press(Key.Key_Delete)
    assert desk.button("Save").isEnabled()


def test_one_letter_too_many_is_said_as_one(desk: Desk) -> None:
    desk.box.field.setPlainText("a" * (LONGEST + 1))
    assert desk.box.hint == "Too long by 1 letter: shorten it."


def test_the_keys_of_the_window_are_the_fields_while_one_types(desk: Desk) -> None:
    desk.type("one two")
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Up, Key.Key_Down):
        desk.press(key)
    desk.press(Key.Key_Z, CTRL)
    assert desk.taken == []
    desk.press(Key.Key_F4)
    assert desk.taken == ["F4"]
    desk.press(Key.Key_Tab)
    assert not desk.box.field.hasFocus()


def test_four_lines_are_in_sight_at_every_text_size(desk: Desk) -> None:
    for size in (16, 32):
        desk.box.field.setStyleSheet(f"font-size: {size}px")
        desk.box.field.setPlainText("1\n2\n3\n4")
        settle()
        assert desk.box.field.verticalScrollBar().maximum() == 0
        desk.box.field.setPlainText("1\n2\n3\n4\n5\n6")
        settle()
        assert desk.box.field.verticalScrollBar().maximum() > 0


def pasted(data: QMimeData, desk: Desk) -> None:
    """Paste this."""
    QGuiApplication.clipboard().setMimeData(data)
    desk.press(Key.Key_V, CTRL)


def test_hostile_words_are_only_words(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='x'>")
    data.setText("<b>bold</b>\0\x1b[31m red\x85")
    pasted(data, desk)
    desk.tap("Save")
    assert desk.events == (["<b>bold</b>[31m red"], 0)


def test_a_pasted_picture_is_handed_on(desk: Desk) -> None:
    data = QMimeData()
    data.setImageData(two_halves())
    pasted(data, desk)
    assert (desk.given.count(), desk.box.typed) == (1, "")
    assert desk.taken == []


def test_words_that_come_with_a_picture_are_words(desk: Desk) -> None:
    data = QMimeData()
    data.setImageData(two_halves())
    data.setText("a cell of a spreadsheet")
    pasted(data, desk)
    assert (desk.given.count(), desk.box.typed) == (0, "a cell of a spreadsheet")


def test_dropped_files_are_handed_on(desk: Desk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "clip.jpg"))])
    field, none = desk.box.field.viewport(), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(field, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(field, drop)
    assert (desk.given.count(), desk.box.typed) == (1, "")


def test_the_key_that_keeps_it_is_named_where_space_types_a_space(desk: Desk) -> None:
    desk.type("one two")
    keep = desk.box.field.key_act
    assert (keep.words, keep.cap) == ("Save the note", "Ctrl+Enter")
    assert keep.act
    keep.act()
    assert desk.events == (["one two"], 0)
