"""A field that the person types in: what becomes a value, and what stays as it is meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from micra_assistant.jobs.events import Described, Entered, Ticked
from micra_assistant.ui.jobs.details_form import DetailsForm
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.line_field import in_one_line
from micra_assistant.ui.widgets.tick_box import Mark
from micra_assistant.ui.widgets.typed_field import TypedField
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window() -> Iterator[QWidget]:
    """Return a window with a field and another widget."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in (TypedField(), QLineEdit()):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    settle()
    yield window
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


@pytest.fixture
def field(window: QWidget) -> TypedField:
    """Return a field that has the keys."""
    field = window.findChild(TypedField)
    assert field
    field.show_value("12.6")
    field.setFocus()
    return field


@pytest.mark.parametrize(("platform", "written"), [("linux", "12.6"), ("win32", "12.6"), ("darwin", "j")])
def test_a_letter_with_alt_is_written_on_a_mac_only(
    field: TypedField, monkeypatch: pytest.MonkeyPatch, platform: str, written: str
) -> None:
    monkeypatch.setattr("micra_assistant.ui.widgets.line_field.sys.platform", platform)
    field.selectAll()
    QTest.keyClick(field, "j", Qt.KeyboardModifier.AltModifier)  # type: ignore[call-overload]  # it does take letters
    assert (field.text(), field.isModified()) == (written, written == "j")


Elsewhere = Callable[[], AbstractContextManager[None]]


@contextmanager
def window_in_front() -> Iterator[None]:
    """Let another window be in front."""
    other = QWidget()
    other.show()
    other.activateWindow()
    settle()
    yield
    other.close()
    other.deleteLater()
    settle()


@contextmanager
def dialog_in_front() -> Iterator[None]:
    """Let a dialog be open."""
    dialog = QDialog(QApplication.activeWindow())
    dialog.open()
    settle()
    yield
    dialog.reject()
    dialog.deleteLater()
    settle()


@contextmanager
def menu_in_front() -> Iterator[None]:
    """Let a menu be open."""
    menu = QMenu(QApplication.activeWindow())
    menu.addAction("Nothing")
    menu.popup(QPoint(0, 0))
    settle()
    yield
    menu.close()
    menu.deleteLater()
    settle()


ELSEWHERE: list[Elsewhere] = [window_in_front, dialog_in_front, menu_in_front]


@pytest.fixture
def finished(field: TypedField) -> list[str]:
    """Return the words that were to be kept, as they come."""
    words: list[str] = []
    field.finished.connect(lambda: words.append(field.text()))
    return words


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_another_window_a_dialog_or_a_menu_ends_no_typing(
    window: QWidget, field: TypedField, finished: list[str], elsewhere: Elsewhere
) -> None:
    field.selectAll()
    QTest.keyClicks(field, "150")
    field.setCursorPosition(1)
    with elsewhere():
        field.show_value("7")
    window.activateWindow()
    settle()
    assert (field.text(), field.cursorPosition(), field.hasSelectedText(), finished) == ("150", 1, False, [])
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Key.Key_Return)
    assert finished == ["1250"]


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda field: QTest.keyClick(field, Key.Key_Return), id="enter"),
        pytest.param(lambda field: QTest.keyClick(field, Key.Key_Enter), id="enter of the keypad"),
        pytest.param(lambda field: QTest.keyClick(field, Key.Key_Tab), id="tab"),
        pytest.param(lambda field: QTest.keyClick(field, Key.Key_Backtab), id="back"),
        pytest.param(
            lambda field: QTest.mouseClick(field.window().findChildren(QLineEdit)[1], Qt.MouseButton.LeftButton),
            id="tap elsewhere",
        ),
        pytest.param(lambda field: field.clearFocus(), id="another act"),
    ],
)
def test_what_is_typed_is_to_be_kept_once_the_person_is_done(
    field: TypedField, finished: list[str], leave: Callable[[TypedField], object]
) -> None:
    leave(field)
    assert finished == []
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "9")
    leave(field)
    assert finished == ["9"]


def test_words_that_could_not_be_kept_stay_and_are_entered_again_only_by_enter(
    field: TypedField, finished: list[str]
) -> None:
    field.finished.connect(field.settle)
    field.finished.connect(lambda: field.keep_unkept("ten"))
    field.selectAll()
    QTest.keyClicks(field, "ten")
    QTest.keyClick(field, Key.Key_Tab)
    field.show_value("12.6")
    field.setFocus()
    QTest.keyClick(field, Key.Key_Tab)
    assert (field.text(), finished) == ("ten", ["ten"])
    field.setFocus()
    QTest.keyClick(field, Key.Key_Return)
    assert finished == ["ten", "ten"]


def test_a_value_that_is_shown_again_changes_nothing_and_another_keeps_the_selection(field: TypedField) -> None:
    field.setSelection(1, 2)
    field.show_value("12.6")
    assert field.selectedText() == "2."
    field.selectAll()
    field.show_value("12.71")
    assert field.selectedText() == "12.71"
    field.setCursorPosition(2)
    field.show_value("11.9")
    assert field.cursorPosition() == 2


def test_letters_that_are_being_composed_are_not_overwritten(field: TypedField) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("か", []))
    field.show_value("7")
    done = QInputMethodEvent("", [])
    done.setCommitString("蟹")
    QApplication.sendEvent(field, done)
    assert field.text() == "12.6蟹"


def test_escape_takes_back_and_is_not_the_fields_while_nothing_is_typed(field: TypedField) -> None:
    taken_back: list[bool] = []
    field.taken_back.connect(lambda: taken_back.append(field.isModified()))
    QTest.keyClick(field, Key.Key_Escape)
    assert taken_back == []
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Key.Key_Escape)
    assert taken_back == [False]


def test_half_a_number_goes_on_and_a_whole_one_is_chosen(field: TypedField) -> None:
    field.enter()
    assert field.selectedText() == "12.6"
    field.clearFocus()
    field.go_on("14")
    field.enter()
    QTest.keyClicks(field, "7")
    assert field.text() == "147"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("12.6\nV", "12.6 V"),
        ("12.6\r\n", "12.6"),
        ("\n\n12.6", "12.6"),
        ("12\x00.\x1b6", "12.6"),
        ("a\tb\u2028c\x85d", "a b c d"),
        ("é ü", "é ü"),
        ("a  b ", "a  b "),
    ],
)
def test_dropped_and_pasted_words_are_one_line_of_letters(field: TypedField, given: str, kept: str) -> None:
    typed: list[str] = []
    field.typed.connect(typed.append)
    for put_in in (_drop, _paste):
        field.clear()
        put_in(field, given)
        assert (field.text(), field.isModified()) == (kept, True)
    assert typed == [kept, kept]
    assert in_one_line(kept) == kept


def _drop(field: QLineEdit, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, held))


def _paste(field: QLineEdit, words: str) -> None:
    QApplication.clipboard().setText(words)
    QTest.keyClick(field, Key.Key_V, CONTROL)


# in the window


def test_a_correction_is_not_put_behind_the_old_count(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "4")
    hands.press(Key.Key_Up)
    assert hands.marked == "clips"
    assert hands.field("clips").selectedText() == "4"
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(Ticked("doors"))
    hands.window.workbench.changed.emit()
    hands.type("6")
    assert hands.typed("clips") == "6"


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_half_a_reading_is_no_value_when_something_comes_to_the_front(hands: Hands, elsewhere: Elsewhere) -> None:
    assert hands.window.workbench.shown
    hands.tap(hands.field("battery"))
    hands.type("1", then=Key.Key_Shift)
    with elsewhere():
        hands.window.workbench.shown.do(Ticked("doors"))
        hands.window.workbench.changed.emit()
    hands.type("2.6")
    assert [event.act for event in hands.window.workbench.shown.history.events[-2:]] == [
        Ticked("doors"),
        Entered("battery", "12.6"),
    ]
    assert hands.row("battery").mark is Mark.DONE


def test_typing_goes_on_when_the_author_writes_at_the_guide(workshop: Workshop, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    page = workshop.guides / "button" / "10-get-ready.md"
    rewrite(page, "No click?", "No sound?")
    hands.window.rereader._on_written()
    settle()
    assert "No sound?" in hands.text
    assert (hands.typed("battery"), hands.field("battery").hasFocus()) == ("12", True)
    hands.type(".6")
    assert (hands.typed("battery"), hands.row("battery").mark) == ("12.6", Mark.DONE)


def test_a_count_that_goes_back_is_typed_on_after_another_window_was_in_front(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.press(Key.Key_F6, Key.Key_Space)
    hands.type("1", then=Key.Key_Shift)
    with window_in_front():
        assert hands.window.workbench.shown
        hands.window.workbench.shown.do(Ticked("doors"))
        hands.window.workbench.changed.emit()
    hands.type("1")
    assert hands.window.workbench.shown.state.values["clips-home"] == "11"


def test_what_is_typed_here_stays_when_a_second_window_enters_a_value(workshop: Workshop, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    second = Workshop(workshop.guides.parent)
    theirs = second.open()
    theirs.fill_in("battery", "11")
    second.close()
    hands.window.activateWindow()
    hands.window.records_watch.check()
    assert hands.typed("battery") == "12"
    hands.type(".7")
    assert hands.typed("battery") == "12.7"


def test_a_value_is_typed_on_in_another_look_after_another_window_was_in_front(hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    with window_in_front():
        hands.window.look.set_theme(ThemeName.DARK)
    assert hands.typed("battery") == "12"
    hands.type(".7")
    assert hands.typed("battery") == "12.7"


def test_half_a_labour_rate_is_no_rate_when_another_window_comes_to_the_front(hands: Hands) -> None:
    hands.open_parts()
    rate = hands.window.body.parts.rate
    bring_into_sight(rate)
    settle()
    hands.tap(rate)
    hands.press(Key.Key_A, held=CONTROL)
    hands.type("1", then=Key.Key_Shift)
    with window_in_front():
        hands.window.look.set_theme(ThemeName.LIGHT)
    assert (rate.text(), rate.isModified()) == ("1", True)
    hands.press(Key.Key_Escape)
    assert rate.text() == "1200"


def test_half_a_mileage_is_not_judged_when_another_window_comes_to_the_front(window: QWidget) -> None:
    form = DetailsForm(Described(), window)
    form.show()
    form.mileage.setFocus()
    QTest.keyClicks(form.mileage, "about")
    with window_in_front():
        assert form.refusal == ""
    window.activateWindow()
    settle()
    QTest.keyClick(form.mileage, Key.Key_Tab)
    assert form.refusal
