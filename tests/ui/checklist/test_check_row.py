"""A line of the checklist: what is typed, and what the line says to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from micra_assistant.jobs.events import Unticked
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.step.source_line import SourceLine
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.mark.walk(first=5)
@pytest.mark.parametrize(
    ("words", "mark", "caption"),
    [
        ("12.6", Mark.DONE, "OK · 12.4 to 13\u00a0V"),
        ("12,6", Mark.DONE, "OK · 12.4 to 13\u00a0V"),
        ("12600mV", Mark.DONE, "OK · 12.4 to 13\u00a0V"),
        ("12.3", Mark.WRONG, "TOO LOW · 12.4 to 13\u00a0V"),
        ("-12.6", Mark.WRONG, "TOO LOW · 12.4 to 13\u00a0V"),
        ("13.1", Mark.WRONG, "TOO HIGH · 12.4 to 13\u00a0V"),
        ("OL", Mark.WRONG, "OL means more than the meter can show. Choose a higher range and type the V."),
        ("good", Mark.WRONG, "Type a number in V, such as 0.4."),
        ("12.6A", Mark.WRONG, "“A” is not V. Type the value in V."),
        ("1,260", Mark.WRONG, "Type 1260 or 1.260: a comma can mean either."),
    ],
)
def test_a_reading_is_judged_and_stays_as_typed(hands: Hands, words: str, mark: Mark, caption: str) -> None:
    hands.fill_in("battery", words)
    assert (hands.row("battery").mark, hands.row("battery").caption) == (mark, caption)
    hands.turn(2)
    hands.turn(-1)
    assert (hands.row("battery").mark, hands.typed("battery")) == (mark, words)


def test_a_reading_out_of_its_limits_goes_right_when_it_is_measured_again(hands: Hands) -> None:
    hands.fill_in("battery", "11")
    hands.fill_in("battery", "12.5")
    assert (hands.row("battery").mark, hands.row("battery").caption) == (Mark.DONE, "OK · 12.4 to 13\u00a0V")


def test_an_emptied_field_takes_the_reading_back(hands: Hands) -> None:
    hands.fill_in("battery", "12.5")
    hands.fill_in("battery", "")
    assert (hands.row("battery").mark, hands.row("battery").caption) == (Mark.EMPTY, "12.4 to 13\u00a0V")


def test_an_open_circuit_is_a_reading(hands: Hands) -> None:
    hands.turn(2)
    hands.fill_in("released", "OL")
    assert (hands.row("released").mark, hands.row("released").caption) == (Mark.DONE, "OK · 1\u00a0MΩ or more")


def test_a_reading_waits_for_the_one_that_is_taken_off_it(hands: Hands) -> None:
    hands.turn(2)
    hands.fill_in("pressed", "1.2")
    seen = [hands.row("pressed").mark]
    for leads in ("0.3", "0.1", "0.9", "nothing", ""):
        hands.fill_in("leads", leads)
        seen.append(hands.row("pressed").mark)
    assert seen == [Mark.WAITING, Mark.DONE, Mark.WRONG, Mark.WAITING, Mark.WAITING, Mark.WAITING]


@pytest.mark.parametrize("kept", ["", "12.6"])
def test_escape_takes_typing_back(hands: Hands, kept: str) -> None:
    hands.fill_in("battery", kept)
    mark = hands.row("battery").mark
    hands.fill_in("battery", "99", then=Key.Key_Escape)
    assert (hands.typed("battery"), hands.row("battery").mark) == (kept, mark)
    assert not hands.field("battery").hasFocus()


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    ("words", "mark", "caption"),
    [
        ("11", Mark.DONE, ""),
        ("0", Mark.DONE, ""),
        ("ten", Mark.WRONG, "Type how many: a whole number, such as 11."),
        ("1.5", Mark.WRONG, "Type how many: a whole number, such as 11."),
    ],
)
def test_a_count_is_a_whole_number(hands: Hands, words: str, mark: Mark, caption: str) -> None:
    hands.pass_gate("negative-off")
    assert hands.row("clips").caption == "how many clips"
    hands.fill_in("clips", words)
    assert (hands.row("clips").mark, hands.row("clips").caption) == (mark, caption)
    assert hands.typed("clips") == words


def words_of(row: CheckRow) -> QLabel:
    """Return the words of a line."""
    return next(label for label in row.findChildren(QLabel) if label.property("kind") == "item")


def test_a_tap_on_the_words_of_a_reading_goes_into_its_field(hands: Hands) -> None:
    hands.tap(words_of(hands.row("battery")), at=QPoint(10, 8))
    assert hands.field("battery").hasFocus()
    assert hands.marked == "battery"


def test_the_sources_of_the_lines_stand_in_one_line_below_them(hands: Hands) -> None:
    words = map(words_of, hands.window.body.checklist.rows)
    assert {label.textFormat() for label in words} == {Qt.TextFormat.PlainText}
    line = hands.window.body.step.findChild(SourceLine)
    assert line is not None
    assert "How meters read" in line.text()
    last = hands.window.body.checklist.rows[-1]
    assert line.y() >= last.geometry().bottom()
    hands.tap_link("source:meters", inside=line.parentWidget())
    assert hands.said == "How meters read (workshop practice, cars in general, sure)."


def test_a_link_in_words_with_a_badge_leads_to_its_step(tmp_path: Path, workshop: Workshop) -> None:
    page = GUIDE["20-measure.md"].replace("Leads[^meters]", "Leads, [as before](#look)[^meters]")
    write_guide(tmp_path, {"20-measure.md": page})
    hands = workshop.open()
    hands.turn(2)
    hands.tap_link("step:look", inside=hands.row("leads"))
    assert hands.step == "look"


def test_a_reading_is_judged_while_it_is_typed(hands: Hands) -> None:
    hands.fill_in("battery", "12.6")
    assert hands.row("battery").mark is Mark.DONE
    hands.tap(hands.field("battery"))
    hands.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Key.Key_3)
    assert (hands.row("battery").mark, hands.row("battery").caption) == (Mark.WRONG, "TOO LOW · 12.4 to 13\u00a0V")
    hands.press(Key.Key_Escape)
    assert (hands.typed("battery"), hands.row("battery").mark) == ("12.6", Mark.DONE)


def test_a_reading_says_what_it_comes_to_without_the_leads(hands: Hands) -> None:
    hands.turn(2)
    hands.fill_in("leads", "0.4")
    hands.fill_in("pressed", "1.2")
    assert hands.row("pressed").caption == "OK · 0.8\u00a0Ω less “Leads” · 1\u00a0Ω or less"


@pytest.mark.parametrize(
    ("back", "mark", "caption"),
    [("10", Mark.WRONG, "TOO FEW: 11 came off"), ("11", Mark.DONE, ""), ("12", Mark.WRONG, "TOO MANY: 11 came off")],
)
def test_as_many_go_back_as_came_off(hands: Hands, back: str, mark: Mark, caption: str) -> None:
    hands.turn(1)
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.turn(2)
    hands.fill_in("clips-home", back)
    assert (hands.row("clips-home").mark, hands.row("clips-home").caption) == (mark, caption)


def test_another_button_or_a_drag_is_no_tap(hands: Hands) -> None:
    row = hands.row("doors")
    QTest.mouseClick(row, Qt.MouseButton.RightButton)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 300))
    assert row.mark is Mark.EMPTY


# what a meter shows that may be over range


def asked(hands: Hands, item: str) -> list[str]:
    """Return the buttons in sight that ask what a reading means."""
    question = hands.row(item).question
    return [button.text() for button in question.buttons if button.isVisible()] if question else []


def at_the_leads(hands: Hands) -> None:
    """Go to the step where the leads are measured."""
    hands.turn(2)


@pytest.mark.parametrize("typed", ["1", "1.", "I", "1k"])
def test_a_lone_one_is_asked_about_and_is_neither_right_nor_wrong(hands: Hands, typed: str) -> None:
    at_the_leads(hands)
    hands.fill_in("released", typed)
    row = hands.row("released")
    assert row.mark is Mark.WAITING
    assert row.caption.startswith(
        "A 1 alone at the left of the display means over range: more than the meter can show."
    )
    assert asked(hands, "released") == ["Over range (OL)", f"Really 1 {'k' if 'k' in typed else ''}Ω"]
    assert row.question is not None
    assert row.question.buttons[0].accessibleDescription() == row.caption


def test_the_question_is_answered_by_a_tap(hands: Hands) -> None:
    at_the_leads(hands)
    hands.fill_in("released", "1")
    hands.row("released")
    settle()
    hands.tap(hands.button("Over range (OL)"))
    assert (hands.row("released").mark, hands.typed("released"), asked(hands, "released")) == (Mark.DONE, "OL", [])
    hands.fill_in("leads", "1")
    hands.tap(hands.button("Really 1 Ω"))
    assert (hands.row("leads").mark, hands.typed("leads")) == (Mark.WRONG, "1.0")
    assert hands.row("leads").caption == "TOO HIGH · 0.5\u00a0Ω or less"


def test_the_question_is_answered_by_keys(hands: Hands) -> None:
    at_the_leads(hands)
    hands.fill_in("leads", "1")
    hands.press(Key.Key_Space)
    assert hands.field("leads").hasFocus()
    hands.press(Key.Key_Tab)
    assert hands.button("Over range (OL)").hasFocus()
    hands.press(Key.Key_Tab)
    assert hands.button("Really 1 Ω").hasFocus()
    hands.press(Key.Key_Space)
    assert hands.typed("leads") == "1.0"


def test_no_question_is_in_the_way_while_a_number_is_typed(hands: Hands) -> None:
    at_the_leads(hands)
    hands.tap(hands.field("leads"))
    QTest.keyClicks(hands.field("leads"), "1")
    assert (hands.row("leads").mark, asked(hands, "leads")) == (Mark.WAITING, [])
    QTest.keyClicks(hands.field("leads"), "50")
    hands.press(Key.Key_Return)
    assert (hands.typed("leads"), hands.row("leads").mark) == ("150", Mark.WRONG)


def test_an_open_question_is_there_when_the_window_is_opened_again(workshop: Workshop, hands: Hands) -> None:
    at_the_leads(hands)
    hands.fill_in("released", "1")
    workshop.close()
    hands = workshop.open()
    assert (hands.row("released").mark, hands.typed("released")) == (Mark.WAITING, "1 ?")
    assert asked(hands, "released") == ["Over range (OL)", "Really 1 Ω"]
    hands.fill_in("released", "OL")
    assert (hands.row("released").mark, asked(hands, "released")) == (Mark.DONE, [])


def test_two_numbers_are_asked_about_as_they_are_written_here(hands: Hands) -> None:
    at_the_leads(hands)
    hands.fill_in("leads", "1,200")
    assert asked(hands, "leads") == ["1200", "1.200"]
    hands.tap(hands.button("1.200"))
    assert (hands.typed("leads"), hands.row("leads").mark) == ("1.2000", Mark.WRONG)
    hands.choose("numbers-comma")
    hands.fill_in("leads", "0,2")
    hands.fill_in("leads", "1.200")
    assert (hands.typed("leads"), hands.row("leads").mark, asked(hands, "leads")) == (
        "1.200 ?",
        Mark.WAITING,
        ["1200", "1,200"],
    )
    hands.fill_in("leads", "1,200")
    assert (hands.typed("leads"), hands.row("leads").mark) == ("1,2", Mark.WRONG)


def test_what_is_too_long_is_not_cut_into_another_number(hands: Hands) -> None:
    for item, words in (("battery", "12.6"), ("clips", "110")):
        hands.pass_gate("negative-off") if item == "clips" else None
        hands.fill_in(item, "", then=Key.Key_Shift)
        QApplication.clipboard().setText(f"{' ' * 59}{words}")
        hands.press(Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
        hands.press(Key.Key_Return)
        assert (hands.row(item).mark, hands.row(item).caption[:5]) == (Mark.WRONG, "Type ")


# a line behind a gate


def at_the_clips(hands: Hands) -> None:
    """Go to the step whose gate holds the clips."""
    hands.turn(1)
    assert hands.row("clips").mark is Mark.HELD


@pytest.mark.parametrize(
    "go",
    [
        pytest.param(lambda hands: hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Space), id="space"),
        pytest.param(lambda hands: hands.tap(words_of(hands.row("clips"))), id="tap"),
        pytest.param(lambda hands: hands.tap(hands.field("clips")), id="tap on the field"),
    ],
)
def test_a_locked_line_leads_to_its_gate(hands: Hands, go: Callable[[Hands], None]) -> None:
    at_the_clips(hands)
    go(hands)
    assert (hands.marked, hands.said) == ("negative-off", "First: Negative off")
    hands.window.body.step.setFocus()
    settle()
    hands.press(Key.Key_Space)
    hands.confirm()
    assert hands.row("clips").mark is Mark.EMPTY


def test_what_was_typed_into_a_line_that_was_locked_meanwhile_is_kept_after_the_gate(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.tap(hands.field("clips"))
    hands.type("5", then=Key.Key_Shift)
    open_job = hands.window.workbench.shown
    assert open_job
    open_job.do(Unticked("negative-off"))
    hands.window.workbench.changed.emit()
    assert (hands.typed("clips"), hands.row("clips").property("held")) == ("5", True)
    hands.press(Key.Key_Return)
    assert (hands.said, hands.marked, open_job.state.values.get("clips")) == (
        "First: Negative off",
        "negative-off",
        None,
    )
    hands.press(Key.Key_Space)
    hands.confirm()
    assert (hands.typed("clips"), hands.row("clips").property("held")) == ("5", False)
    hands.tap(hands.field("clips"))
    hands.press(Key.Key_Return)
    assert (open_job.state.values["clips"], hands.row("clips").mark) == ("5", Mark.DONE)


def test_one_row_is_marked_while_another_holds_words_that_are_not_kept(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.tap(hands.field("clips"))
    hands.type("5", then=Key.Key_Shift)
    hands.press(Key.Key_Up)
    rows = hands.window.body.checklist.rows
    assert [row.item.id for row in rows if row.property("current")] == [hands.marked]
    assert hands.marked != "clips"


def test_a_row_keeps_its_place_whatever_is_said_of_it(hands: Hands) -> None:
    hands.turn(2)
    before = [row.geometry() for row in hands.window.body.checklist.rows]
    hands.fill_in("leads", "0.2")
    hands.fill_in("pressed", "14")
    hands.press(Key.Key_Down)
    assert "TOO HIGH" in hands.row("pressed").caption
    assert [row.geometry() for row in hands.window.body.checklist.rows] == before


def test_what_is_expected_stands_beside_the_field_before_anything_is_typed(hands: Hands) -> None:
    row = hands.row("battery")
    said = next(label for label in row.findChildren(QLabel) if label.property("kind") == "expected")
    assert (said.isVisible(), said.text()) == (True, "expected 12.4 to 13\u00a0V")
    assert said.mapTo(row, QPoint()).x() > hands.field("battery").mapTo(row, QPoint()).x()
