"""Closing a job."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Reading, Step, Tick
from micra_assistant.jobs.checklist import Line, Opening
from micra_assistant.jobs.closing import Unfinished, settled
from micra_assistant.jobs.events import Closed, Described, Held
from micra_assistant.ui.frame.key_button import KeyButton
from micra_assistant.ui.jobs.car_question import AskedCar
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.open_card import OpenCard
from tests.builders import words
from tests.spaces import spaced
from tests.ui.hands import answer, settle
from tests.ui.in_sight import text
from tests.ui.listening import Heard

Key = Qt.Key
LOOK = Look(load_theme(ThemeName.LIGHT))
OFF = Opening(Tick(id="off", label=words("Off"), undo="On", state="battery off"))
AGAIN = Opening(Tick(id="again", label=words("Again"), undo="On", state="battery off"))
PANEL = Opening(Tick(id="panel", label=words("Panel"), undo="Fit it", state="panel off"))
HIGH = Line(Reading(id="r", label=words("Pressed"), unit="Ω"), True, "14", verdict=Verdict.HIGH)
CAUSES, REPAIRS = ["Button worn", "Loom broken"], ["Used part", "Cleaned"]


class Paper:
    """The dialog as a person sees it."""

    def __init__(self, dialog: CloseDialog) -> None:
        self.dialog = dialog
        self.cause, self.repair = dialog.findChildren(QComboBox)

    def button(self, words: str) -> QAbstractButton:
        """Return what has these words, or is read out as them: a button, else a key of the foot; no tick."""
        settle()
        buttons = [*self.dialog.findChildren(QPushButton), *self.dialog.findChildren(QToolButton)]
        named = (button for button in buttons if words in (button.text() or button.accessibleName()))
        return min(named, key=lambda button: isinstance(button, KeyButton))

    def tap(self, words: str) -> None:
        """Tap a button, past the list of suggestions that may hang open."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def type(self, into: QWidget, words: str) -> None:
        """Type into a field."""
        into.setFocus()
        QTest.keyClicks(into, words)

    @property
    def override(self) -> QCheckBox:
        """The tick that lets the job be closed all the same."""
        ticks = self.dialog.findChildren(QCheckBox)
        tick = next((tick for tick in ticks if "all the same" in tick.text()), None)
        assert tick is not None
        return tick

    @property
    def reason(self) -> QLineEdit:
        """The field for the reason."""
        return next(one for one in self.dialog.findChildren(QLineEdit) if one.placeholderText().startswith("Why?"))

    @property
    def note(self) -> QLineEdit:
        """The field for the note."""
        return next(one for one in self.dialog.findChildren(QLineEdit) if one.accessibleName() == "Note")

    @property
    def said(self) -> str:
        """All labels, a line each."""
        return text(self.dialog)


def with_car(qtbot: QtBot, details: Described, who: str = "") -> Paper:
    """Return the dialog of a car of which this is known, shown."""
    asked = AskedCar(details, who, lambda *_said: None)
    dialog = CloseDialog((), (), None, CAUSES, REPAIRS, LOOK, car=asked)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return Paper(dialog)


def line(shown: Paper, name: str) -> QLineEdit:
    """Return a field in sight by what it is called."""
    return next(one for one in shown.dialog.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def paper(qtbot: QtBot, openings: tuple[Opening, ...] = (), former: Closed | None = None, **more: object) -> Paper:
    """Return the dialog, shown."""
    unfinished = more.get("unfinished", ())
    amiss = more.get("amiss", ())
    assert isinstance(unfinished, tuple)
    assert isinstance(amiss, tuple)
    dialog = CloseDialog(openings, amiss, former, CAUSES, REPAIRS, LOOK, unfinished=unfinished)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return Paper(dialog)


def test_with_nothing_open_only_the_words_are_asked_for(qtbot: QtBot) -> None:
    shown = paper(qtbot)
    assert shown.dialog.findChild(OpenCard) is None
    assert shown.dialog.outcome == Closed()
    shown.cause.setCurrentIndex(1)
    shown.type(shown.repair, " Soldered ")
    shown.tap("Yes, tested")
    shown.type(shown.note, "Quick one")
    shown.tap("Close as finished")
    assert shown.dialog.result() == QDialog.DialogCode.Accepted
    assert shown.dialog.outcome == Closed("Loom broken", "Soldered", Held.YES, "Quick one")


def test_suggestions_are_offered_and_none_is_taken_for_granted(qtbot: QtBot) -> None:
    shown = paper(qtbot)
    assert [shown.cause.itemText(row) for row in range(shown.cause.count())] == CAUSES
    assert [shown.repair.itemText(row) for row in range(shown.repair.count())] == REPAIRS
    assert (shown.cause.currentText(), shown.repair.currentText()) == ("", "")


def test_while_something_is_open_it_cannot_be_closed_as_finished(qtbot: QtBot) -> None:
    shown = paper(qtbot, (OFF, PANEL, AGAIN))
    card = shown.dialog.findChild(OpenCard)
    assert card is not None
    assert card.words.endswith(": battery off, panel off")
    assert not shown.button("Close").isEnabled()
    assert not shown.reason.isVisible()


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(("reason", "enough"), [("", False), ("..", False), ("ok", False), ("car is towed", True)])
def test_closing_all_the_same_takes_a_tick_and_a_reason(qtbot: QtBot, reason: str, enough: bool) -> None:
    shown = paper(qtbot, (OFF, PANEL))
    shown.override.click()
    shown.type(shown.reason, reason)
    assert shown.button("Close").isEnabled() is enough
    assert (shown.button("Close").accessibleName() == "Close, not finished") is enough
    if enough:
        shown.tap("Close, not finished")
        kept = settled(shown.dialog.outcome, (OFF, PANEL))
        assert (kept.left_open, kept.override) == (("battery off", "panel off"), "car is towed")


def test_a_reason_does_not_count_once_the_tick_is_taken_back(qtbot: QtBot) -> None:
    shown = paper(qtbot, (OFF,))
    shown.override.click()
    shown.type(shown.reason, "car is towed")
    shown.override.click()
    assert not shown.button("Close").isEnabled()
    assert shown.dialog.outcome.override == ""
    shown.override.click()
    assert shown.dialog.outcome.override == "car is towed"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_closes_nothing(qtbot: QtBot, key: Key) -> None:
    shown = paper(qtbot)
    for field in (shown.cause, shown.repair, shown.note):
        shown.type(field, "word")
        QTest.keyClick(field, key)
    assert shown.dialog.isVisible()
    assert shown.dialog.outcome == Closed("word", "word", note="word")


def test_esc_leaves_what_nothing_was_typed_into(qtbot: QtBot) -> None:
    shown = paper(qtbot)
    QTest.keyClick(shown.dialog, Key.Key_Escape)
    assert (shown.dialog.isVisible(), shown.dialog.result()) == (False, QDialog.DialogCode.Rejected)


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("field", ["cause", "repair", "note", "held", "override"])
def test_a_stray_esc_loses_nothing_and_cancel_leaves(qtbot: QtBot, heard: Heard, field: str) -> None:
    shown = paper(qtbot, (OFF,))
    if field == "held":
        shown.tap("No")
    elif field == "override":
        shown.override.click()
    else:
        shown.type(getattr(shown, field), "word")
    before = shown.dialog.outcome
    QTest.keyClick(shown.dialog, Key.Key_Escape)
    shown.dialog.close()
    assert shown.dialog.isVisible()
    assert shown.dialog.hint == "Nothing is kept yet. Cancel leaves without keeping what you typed."
    assert shown.dialog.hint in heard.take()
    assert shown.dialog.outcome == before
    shown.tap("Cancel")
    assert (shown.dialog.isVisible(), shown.dialog.result()) == (False, QDialog.DialogCode.Rejected)


def test_the_outcome_of_a_closed_job_is_put_right(qtbot: QtBot) -> None:
    former = Closed("Button worn", "Used part", Held.UNKNOWN, "Quick one")
    shown = paper(qtbot, former=former)
    assert shown.dialog.outcome == former
    shown.tap("Yes, tested")
    shown.tap("Keep")
    assert shown.dialog.outcome == Closed("Button worn", "Used part", Held.YES, "Quick one")


def test_the_reason_of_a_closed_job_stays(qtbot: QtBot) -> None:
    former = Closed("Button worn", left_open=("battery off",), override="car is towed")
    shown = paper(qtbot, (OFF,), former)
    assert shown.reason.isVisible()
    assert shown.button("Keep").isEnabled()
    assert settled(shown.dialog.outcome, (OFF,)) == former


def test_what_is_amiss_and_not_done_is_said_and_holds_nothing_up(qtbot: QtBot) -> None:
    step, gate = Step("a", "Clean up", ()), Step("b", "Power off", ())
    unfinished = (Unfinished(step, 1, 3, 0), Unfinished(gate, 2, 4, 1))
    shown = paper(qtbot, amiss=(HIGH,), unfinished=unfinished)
    assert (
        "For your information:\n•  Pressed: 14 · TOO HIGH\n"
        "•  Power off: 2 of 4 done, not the line of a warning\n•  Clean up: 1 of 3 done"
    ) in shown.said
    assert shown.button("Close").isEnabled()


def test_a_long_list_is_cut_short(qtbot: QtBot) -> None:
    shown = paper(qtbot, unfinished=tuple(Unfinished(Step(f"{n}", f"Step {n}", ()), 1, 2, 0) for n in range(9)))
    assert shown.said.count("•") == 5
    assert "and 5 more" in shown.said


@pytest.mark.parametrize(("words", "expected"), [("Close as finished", Closed("Worn")), ("Cancel", None)])
def test_asking(qtbot: QtBot, words: str, expected: Closed | None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def close(dialog: CloseDialog) -> None:
        shown = Paper(dialog)
        shown.type(shown.cause, "Worn")
        shown.tap(words)

    answer(CloseDialog, close)
    assert CloseDialog.ask((), (), None, CAUSES, REPAIRS, LOOK, parent) == expected


def test_enter_goes_to_the_next_field_and_ctrl_enter_closes(qtbot: QtBot) -> None:
    dialog = CloseDialog((), (), None, CAUSES, REPAIRS, LOOK)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    cause = dialog.fields["cause"]
    cause.setFocus()
    QTest.keyClick(cause, Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.focusWidget() is cause) == (True, False)
    QTest.keyClick(dialog.fields["note"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == CloseDialog.DialogCode.Accepted


def press_in(dialog: CloseDialog, *keys: Qt.Key) -> None:
    """Press keys in a dialog, as the keyboard does."""
    surface = dialog.windowHandle()
    assert surface
    for key in keys:
        QTest.keyClick(surface, key)
        settle()


def shown_alone(qtbot: QtBot) -> Paper:
    """Return a dialog in front."""
    dialog = CloseDialog((), (), None, CAUSES, REPAIRS, LOOK)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return Paper(dialog)


def test_space_closes_at_once(qtbot: QtBot) -> None:
    shown = shown_alone(qtbot)
    press_in(shown.dialog, Qt.Key.Key_Space)
    assert shown.dialog.result() == CloseDialog.DialogCode.Accepted


def test_three_keys_choose_whether_it_held(qtbot: QtBot) -> None:
    shown = shown_alone(qtbot)
    while not shown.button("Yes, tested").hasFocus():
        press_in(shown.dialog, Qt.Key.Key_PageDown)
    press_in(shown.dialog, Qt.Key.Key_Space)
    assert (shown.dialog.isVisible(), shown.dialog.outcome.held) == (True, Held.YES)


def test_in_a_field_space_writes_a_space_and_the_foot_names_the_key_that_closes(qtbot: QtBot) -> None:
    shown = shown_alone(qtbot)
    press_in(shown.dialog, Qt.Key.Key_PageDown)
    QTest.keyClicks(shown.dialog.focusWidget(), "Worn")
    press_in(shown.dialog, Qt.Key.Key_Space)
    QTest.keyClicks(shown.dialog.focusWidget(), "out")
    assert (shown.dialog.isVisible(), shown.dialog.outcome.cause) == (True, "Worn out")
    assert "Ctrl+Enter" in shown.button("Close as finished").accessibleDescription()


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    shown = shown_alone(qtbot)
    shown.button("No").setFocus()
    press_in(shown.dialog, Qt.Key.Key_Return)
    assert (shown.dialog.isVisible(), shown.dialog.outcome.held) == (True, Held.NO)


def test_what_nobody_has_said_of_the_car_is_asked(qtbot: QtBot) -> None:
    shown = with_car(qtbot, Described(customer="Smith", complaint="Dead"))
    assert "Which car was it?" in shown.said
    assert not any(button.isVisible() for button in shown.dialog.findChildren(QPushButton) if "right" in button.text())
    shown.type(line(shown, "Registration"), "ab12 cde")
    shown.type(line(shown, "Mileage"), "84000")
    shown.type(line(shown, "Who works on it"), "Ann")
    shown.tap("Close as finished")
    assert shown.dialog.details == (Described("AB12 CDE", "Smith", 84000, "Dead"), "Ann")


def test_what_is_known_of_the_car_is_not_asked_again(qtbot: QtBot) -> None:
    shown = with_car(qtbot, Described("AB12 CDE", mileage=84000), "Ann")
    visible = {one.accessibleName() for one in shown.dialog.findChildren(QLineEdit) if one.isVisible()}
    assert visible.isdisjoint({"Registration", "Mileage", "Who works on it", "Customer", "Complaint"})
    assert shown.dialog.details is None


def test_a_mileage_that_is_none_does_not_close(qtbot: QtBot) -> None:
    shown = with_car(qtbot, Described())
    shown.type(line(shown, "Mileage"), "much")
    shown.tap("Close as finished")
    assert shown.dialog.isVisible()
    assert line(shown, "Mileage").hasFocus()


@pytest.mark.parametrize(("words", "told"), [("Close as finished", 1), ("Cancel", 0)])
def test_the_car_is_told_when_the_job_is_closed(qtbot: QtBot, words: str, told: int) -> None:
    parent, cars = QWidget(), list[object]()
    qtbot.addWidget(parent)

    def close(dialog: CloseDialog) -> None:
        shown = Paper(dialog)
        shown.type(line(shown, "Registration"), "AB12")
        shown.tap(words)

    answer(CloseDialog, close)
    asked = AskedCar(Described(), "", lambda *said: cars.append(said))
    CloseDialog.ask((), (), None, CAUSES, REPAIRS, LOOK, parent, car=asked)
    assert cars == [(Described("AB12"), "")] * told


def test_all_that_is_asked_is_in_sight_where_the_screen_has_room(qtbot: QtBot) -> None:
    shown = with_car(qtbot, Described())
    bar = next(bar for bar in shown.dialog.findChildren(QScrollBar) if bar.orientation() is Qt.Orientation.Vertical)
    assert bar.maximum() == 0
    assert shown.dialog.frameSize().height() <= screen_of(shown.dialog).availableSize().height()


def test_what_the_work_came_to_is_said(qtbot: QtBot) -> None:
    dialog = CloseDialog((), (), None, CAUSES, REPAIRS, LOOK, price="5 830 ₽")
    qtbot.addWidget(dialog)
    assert "Work and parts came to 5 830 ₽, as the finder reckons. It is kept with the job." in [
        spaced(said.text()) for said in dialog.findChildren(QLabel)
    ]
