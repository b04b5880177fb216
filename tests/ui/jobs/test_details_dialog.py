"""Changing the details of a job."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from tests.ui.hands import answer, tap
from tests.ui.in_sight import button

KEPT = Described("AB12 CDE", "Smith", 84000, "It rattles")


@pytest.fixture
def dialog(qtbot: QtBot) -> DetailsDialog:
    """Return the dialog with what is known."""
    dialog = DetailsDialog(KEPT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_changed_is_kept_with_the_rest(dialog: DetailsDialog) -> None:
    dialog.form.customer.setText("Jones")
    tap(button(dialog, "Keep"))
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.details == Described("AB12 CDE", "Jones", 84000, "It rattles")


def test_it_stays_open_until_the_mileage_is_a_number(dialog: DetailsDialog) -> None:
    dialog.form.mileage.setText("about ninety")
    tap(button(dialog, "Keep"))
    assert dialog.isVisible()
    assert dialog.details is None
    assert dialog.form.refusal
    dialog.form.mileage.setText("90 000")
    tap(button(dialog, "Keep"))
    assert dialog.isHidden()


def test_asking(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer(DetailsDialog, lambda dialog: tap(button(dialog, "Keep")))
    assert DetailsDialog.ask(KEPT, window) == KEPT
    answer(DetailsDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert DetailsDialog.ask(KEPT, window) is None
