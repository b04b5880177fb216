"""A customer's data is blanked only after a second, deliberate act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from micra_assistant.ui.jobs.blank_dialog import BlankChoice, BlankDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key as Place
from tests.ui.hands import settle
from tests.ui.in_sight import button_with, text
from tests.ui.three_keys import go_to, press_in, said_in, tap_key

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> BlankDialog:
    """Return the dialog of a job with notes and photos."""
    dialog = BlankDialog("0042", 3, 1, Look(load_theme(ThemeName.LIGHT)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def test_it_says_what_goes_and_what_stays(dialog: BlankDialog) -> None:
    words = text(dialog)
    assert "0042" in dialog.windowTitle()
    assert "Customer, registration and complaint are taken out of the records and of all their backups." in words
    assert "What was done to the car stays" in words
    assert "Notes: 3, photos: 1" in words


def test_nothing_can_be_blanked_before_the_tick(dialog: BlankDialog) -> None:
    assert said_in(dialog) == "Blank it · Tick first that this cannot be undone."
    tap_key(dialog)
    press_in(dialog, Key.Key_Space)
    assert dialog.isVisible()
    button_with(dialog, "I know").click()
    assert said_in(dialog) == "Blank it · notes and photos stay"
    tap_key(dialog)
    assert (dialog.result(), dialog.choice) == (QDialog.DialogCode.Accepted, BlankChoice(notes=False))


def test_notes_and_photos_go_if_they_are_ticked(dialog: BlankDialog) -> None:
    button_with(dialog, "Notes, photos").click()
    assert dialog.choice == BlankChoice(notes=True)


def test_enter_blanks_nothing(dialog: BlankDialog) -> None:
    button_with(dialog, "I know").click()
    press_in(dialog, Key.Key_Return)
    assert dialog.isVisible()


def test_ctrl_enter_blanks_nothing(dialog: BlankDialog) -> None:
    button_with(dialog, "I know").click()
    QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()


def test_the_three_keys_tick_and_blank(dialog: BlankDialog) -> None:
    go_to(dialog, "Notes, photos and the note of the outcome too")
    press_in(dialog, Key.Key_Space)
    go_to(dialog, "I know that this cannot be undone")
    press_in(dialog, Key.Key_Space)
    assert said_in(dialog, Place.ON) == "On · Blank it"
    go_to(dialog, "Blank it · with notes and photos")
    press_in(dialog, Key.Key_Space)
    assert (dialog.result(), dialog.choice) == (QDialog.DialogCode.Accepted, BlankChoice(notes=True))
