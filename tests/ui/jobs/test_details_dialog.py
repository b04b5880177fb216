"""Changing the details of a job."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key as Place
from tests.ui.hands import answer, settle
from tests.ui.in_sight import button_with
from tests.ui.three_keys import go_to, press_in, said_in, tap_key

LOOK = Look(load_theme(ThemeName.LIGHT))
KEPT = Described("AB12 CDE", "Smith", 84000, "It rattles")


@pytest.fixture
def dialog(qtbot: QtBot) -> DetailsDialog:
    """Return the dialog with what is known."""
    dialog = DetailsDialog(KEPT, LOOK)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def test_what_is_changed_is_kept_with_the_rest(dialog: DetailsDialog) -> None:
    dialog.form.customer.setText("Jones")
    tap_key(dialog)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.details == Described("AB12 CDE", "Jones", 84000, "It rattles")


def test_it_stays_open_until_the_mileage_is_a_number(dialog: DetailsDialog) -> None:
    dialog.form.mileage.setText("about ninety")
    tap_key(dialog)
    assert dialog.isVisible()
    assert dialog.details is None
    assert dialog.form.refusal
    dialog.form.mileage.setText("90 000")
    tap_key(dialog)
    assert dialog.isHidden()


def test_asking(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer(DetailsDialog, tap_key)
    assert DetailsDialog.ask(KEPT, LOOK, window) == KEPT
    answer(DetailsDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert DetailsDialog.ask(KEPT, LOOK, window) is None


def test_the_keys_go_from_field_to_field_and_space_keeps_where_none_is_marked(dialog: DetailsDialog) -> None:
    assert said_in(dialog, Place.ON) == "On · VIN"
    assert said_in(dialog, Place.BACK) == "Back · Keep"
    names = []
    for _field in dialog.form.fields:
        names.append(dialog.focusWidget().accessibleName())
        press_in(dialog, Qt.Key.Key_PageDown)
    assert names == ["Registration", "VIN", "Customer", "Mileage", "Complaint"]
    assert said_in(dialog) == "Keep · AB12 CDE · Smith"
    press_in(dialog, Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_in_a_field_space_writes_a_space_and_the_foot_names_the_key_that_keeps(dialog: DetailsDialog) -> None:
    press_in(dialog, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert dialog.form.complaint.hasFocus()
    press_in(dialog, Qt.Key.Key_End, Qt.Key.Key_Space)
    QTest.keyClicks(dialog.form.complaint, "again")
    assert dialog.form.complaint.text() == "It rattles again"
    assert "Ctrl+Enter" in button_with(dialog, "Keep").accessibleDescription()
    QTest.keyClick(dialog.form.complaint, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_keeps_nothing(dialog: DetailsDialog) -> None:
    dialog.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_vin_that_may_be_meant_is_taken_by_the_keys(dialog: DetailsDialog) -> None:
    dialog.form.vin.setText("SJNFAAKI2U1234567")
    tap_key(dialog)
    assert dialog.isVisible()
    go_to(dialog, "Take SJNFAAK12U1234567")
    press_in(dialog, Qt.Key.Key_Space)
    assert dialog.form.vin.text() == "SJNFAAK12U1234567"
