"""Signs that are on no number pad."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.sign_choices import SignChoices
from micra_assistant.ui.widgets.typed_field import TypedField
from tests.ui.hands import settle


class Reading(QWidget):
    """A field with its signs, and another field."""

    def __init__(self, unit: str) -> None:
        super().__init__()
        self.field, self.other = TypedField(takes_space=False), TypedField()
        self.signs = SignChoices(self.field, unit)
        column = QVBoxLayout(self)
        for widget in (self.field, self.signs, self.other):
            column.addWidget(widget)

    def type(self, words: str) -> None:
        """Type over what stands in the field."""
        self.field.setFocus()
        self.field.selectAll()
        QTest.keyClick(self.field, Qt.Key.Key_Delete)
        QTest.keyClicks(self.field, words)

    @property
    def usable(self) -> str:
        """The signs that can be typed now, as keys meet them."""
        met = []
        while letters := self.signs.neighbour(1):
            met.append(letters)
            self.signs.mark_next(1)
        for _sign in met:
            self.signs.mark_next(-1)
        return " ".join(met)


def shown(qtbot: QtBot, unit: str) -> Reading:
    """Return a field in sight, the cursor in it."""
    reading = Reading(unit)
    qtbot.addWidget(reading)
    reading.show()
    reading.activateWindow()
    reading.field.setFocus()
    settle()
    return reading


@pytest.mark.parametrize(
    ("unit", "typed", "usable"),
    [
        ("Ω", "", "OL"),
        ("Ω", "4", ". k M"),
        ("Ω", "0.4", "k M"),
        ("Ω", "4,7", "k M"),
        ("Ω", "4k", ""),
        ("Ω", "OL", ""),
        ("V", "", "-"),
        ("V", "12", ". m"),
        ("mm", "", ""),
        ("mm", "3", "."),
        ("°C", "", "-"),
    ],
)
def test_only_what_makes_a_number_can_be_typed(qtbot: QtBot, unit: str, typed: str, usable: str) -> None:
    reading = shown(qtbot, unit)
    reading.type(typed)
    assert reading.usable == usable


def test_a_sign_goes_where_the_cursor_is_and_digits_go_on(qtbot: QtBot) -> None:
    reading = shown(qtbot, "Ω")
    reading.type("0")
    reading.signs.mark_next(1)
    assert (reading.signs.marked, reading.field.hasFocus()) == (".", True)
    with qtbot.waitSignal(reading.field.typed) as typed:
        reading.signs.type_marked()
    assert (typed.args, reading.signs.marked) == (["0."], "")
    QTest.keyClicks(reading.field, "4")
    assert (reading.field.text(), reading.field.isModified()) == ("0.4", True)


def test_ol_takes_the_place_of_what_is_chosen(qtbot: QtBot) -> None:
    reading = shown(qtbot, "Ω")
    reading.field.show_value("0.4")
    reading.field.enter()
    assert reading.usable == "OL"
    reading.signs.mark_next(1)
    reading.signs.type_marked()
    assert reading.field.text() == "OL"


def test_a_digit_takes_the_mark_back_to_the_field(qtbot: QtBot) -> None:
    reading = shown(qtbot, "Ω")
    reading.type("4")
    reading.signs.mark_next(1)
    QTest.keyClicks(reading.field, "7")
    assert (reading.signs.marked, reading.field.text()) == ("", "47")


def test_a_tap_types_too_and_the_cursor_stays(qtbot: QtBot) -> None:
    reading = shown(qtbot, "V")
    reading.type("12")
    QTest.mouseClick(
        next(button for button in reading.signs.buttons if button.text() == "."), Qt.MouseButton.LeftButton
    )
    assert (reading.field.text(), reading.field.hasFocus()) == ("12.", True)


def test_the_decimal_mark_is_that_of_the_workshop(qtbot: QtBot) -> None:
    reading = shown(qtbot, "V")
    reading.signs.show_mark(",")
    reading.type("12")
    assert reading.usable == ", m"


def test_nothing_moves_when_the_signs_come_and_go(qtbot: QtBot) -> None:
    reading = shown(qtbot, "Ω")
    below, height = reading.other.geometry(), reading.height()
    assert reading.signs.isVisible()
    reading.other.setFocus()
    settle()
    assert not reading.signs.isVisible()
    assert (reading.other.geometry(), reading.height()) == (below, height)
