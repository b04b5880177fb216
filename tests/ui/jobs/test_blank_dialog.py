"""A customer's data is blanked only after a second, deliberate act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from micra_assistant.ui.jobs.blank_dialog import BlankChoice, BlankDialog
from tests.ui.in_sight import button_with, text


@pytest.fixture
def dialog(qtbot: QtBot) -> BlankDialog:
    """Return the dialog of a job with notes and photos."""
    dialog = BlankDialog("0042", 3, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_says_what_goes_and_what_stays(dialog: BlankDialog) -> None:
    words = text(dialog)
    assert "0042" in dialog.windowTitle()
    assert "Customer, registration and complaint are taken out of the records and of all their backups." in words
    assert "What was done to the car stays" in words
    assert button_with(dialog, "Notes, photos").text().endswith("too (notes: 3, photos: 1)")


def test_nothing_can_be_blanked_before_the_tick(dialog: BlankDialog) -> None:
    assert not button_with(dialog, "Blank it for good").isEnabled()
    button_with(dialog, "I know").click()
    assert button_with(dialog, "Blank it for good").isEnabled()
    button_with(dialog, "Blank it for good").click()
    assert (dialog.result(), dialog.choice) == (QDialog.DialogCode.Accepted, BlankChoice(notes=False))


def test_notes_and_photos_go_if_they_are_ticked(dialog: BlankDialog) -> None:
    button_with(dialog, "Notes, photos").click()
    assert dialog.choice == BlankChoice(notes=True)


def test_enter_blanks_nothing(dialog: BlankDialog) -> None:
    button_with(dialog, "I know").click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
