"""A preview whose sheets are there later than they are chosen."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.paper.request import SheetAnswer, SheetForm
from micra_assistant.ui.actions import Action
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.sheets.to_paper import ToPaper
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import button_with, open_dialog
from tests.ui.sheets.late import LateSetter
from tests.ui.sheets.print_window import TestPrinters, let_load

pytestmark = pytest.mark.thorough


@pytest.fixture
def late(workshop: Workshop, hands: Hands) -> LateSetter:
    """Return what sets the sheets of the window, when it is let."""
    late = LateSetter()
    printers = TestPrinters("Workshop")
    hands.window.sheets._to_paper = ToPaper(lambda: late, lambda: printers)
    return late


@pytest.fixture
def dialog(hands: Hands, late: LateSetter) -> PrintDialog:
    """Return the print window; its sheet is being set."""
    hands.choose(Action.PREVIEW_CHECKLIST)
    let_load()
    return open_dialog(PrintDialog)


def kinds(late: LateSetter) -> list[str]:
    """Return which sheets are to be set."""
    return [request.order.kind for request in late.asked]


def test_the_window_is_there_before_its_sheet(dialog: PrintDialog, late: LateSetter) -> None:
    assert (kinds(late), dialog.preview.pages) == (["checklist"], 0)
    assert late.asked[0].form is SheetForm.PICTURES
    late.answer()
    assert dialog.preview.pages == 1


def test_of_several_choices_only_the_last_one_is_set(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    hands.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert kinds(late) == ["checklist"], "one at a time"
    late.answer()
    assert kinds(late) == ["report"]
    assert dialog.preview.pages == 0
    late.answer()
    assert dialog.preview.is_current


def test_a_sheet_that_was_in_sight_is_not_set_again(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    late.answer()
    hands.press(Qt.Key.Key_PageDown)
    late.answer()
    hands.press(Qt.Key.Key_PageUp)
    assert late.asked == []
    assert dialog.preview.is_current


def test_one_that_takes_a_while_is_said_and_can_be_stopped(dialog: PrintDialog, late: LateSetter) -> None:
    dialog.preview._soon.timeout.emit()
    assert dialog.status.words == "Setting the sheet “Checklist” …"
    button_with(dialog, "Stop").click()
    assert (late.asked, dialog.status.words) == ([], "The sheet is not set.")
    button_with(dialog, "Paper: A5").click()
    late.answer()
    assert (dialog.preview.is_current, dialog.status.words) == (True, "")


def test_why_a_sheet_is_not_there_is_said(dialog: PrintDialog, late: LateSetter) -> None:
    late.answer(SheetAnswer(refusal="It has ended."))
    assert dialog.status.words == "It has ended."


def test_a_window_that_was_closed_takes_no_notice_of_what_is_there_too_late(
    hands: Hands, dialog: PrintDialog, late: LateSetter
) -> None:
    hands.press(Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    assert len(late.asked) == 2
    hands.press(Qt.Key.Key_Escape)
    late.answer()
    settle()
    assert hands.window.frame.findChild(PrintDialog) is not None, "Escape has only stopped the printing"
    button_with(dialog, "Paper: A5").click()
    hands.press(Qt.Key.Key_Escape)
    settle()
    late.answer()
    settle()
    assert hands.window.frame.findChild(PrintDialog) is None


def test_the_main_window_closes_at_once_over_it(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    dialog.print()
    hands.window.end()
    late.answer()
    settle()
    assert not hands.window.frame.isVisible()
