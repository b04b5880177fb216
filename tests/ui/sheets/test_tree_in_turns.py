"""The fault-finding tree takes long to work out: the window goes on meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.sheets.to_paper import ToPaper
from tests.paper.printed import words_of
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import button_with, open_dialog
from tests.ui.sheets.late import LateSetter
from tests.ui.sheets.print_window import TestPrinters, let_load

pytestmark = pytest.mark.thorough
TURNS = 40
"""More than a tree has parts."""


@pytest.fixture
def hands(workshop: Workshop, guide_with_faults: Path) -> Hands:
    """Return hands at the window, in a new job whose guide has a list of faults."""
    return workshop.open()


@pytest.fixture
def late(hands: Hands) -> LateSetter:
    """Return what sets the sheets of the window, when it is let."""
    late = LateSetter()
    hands.window.sheets._to_paper = ToPaper(lambda: late, lambda: TestPrinters("Workshop"))
    return late


@pytest.fixture
def dialog(hands: Hands, late: LateSetter, monkeypatch: pytest.MonkeyPatch) -> PrintDialog:
    """Return the print window, in sight before the first part of its tree is worked out; none of it is done at once."""
    monkeypatch.setattr(JobSheets, "_with_trees", given_only)
    hands.choose(Action.PREVIEW_CHECKLIST)
    let_load()
    dialog = open_dialog(PrintDialog)
    late.answer()
    dialog.sheets.choose(SheetKind.DECISION_TREE)
    return dialog


def given_only(_sheets: JobSheets, sheet: object, trees: object) -> object:
    """Let no tree be worked out in one go."""
    assert trees is not None, "it was worked out while the window waited"
    return REAL(_sheets, sheet, trees)  # type: ignore[arg-type]


REAL = JobSheets._with_trees


def let_grow() -> None:
    """Let the tree be worked out, a part in each turn of the loop."""
    for _turn in range(TURNS):
        settle()


def test_the_window_goes_on_while_it_is_worked_out(dialog: PrintDialog, late: LateSetter) -> None:
    assert late.asked == []
    let_grow()
    assert [request.order.kind for request in late.asked] == ["decision-tree"]
    late.answer()
    assert dialog.preview.is_current


def test_another_sheet_does_not_wait_for_it(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    dialog.sheets.choose(SheetKind.REPORT)
    settle()
    assert [request.order.kind for request in late.asked] == ["report"]


def test_it_can_be_stopped_and_wished_for_again(dialog: PrintDialog, late: LateSetter) -> None:
    dialog.paper.resized.emit()  # the view has just got its size
    dialog.preview._soon.timeout.emit()
    button_with(dialog, "Stop").click()
    let_grow()
    assert (late.asked, dialog.status.words) == ([], "The sheet is not set.")
    assert not dialog.preview._settled.isActive(), "it is not asked for again by itself"
    dialog.print()
    let_grow()
    assert [request.order.kind for request in late.asked] == ["decision-tree"], "it is set for the view first"


def test_it_is_not_printed_before_it_is_there(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    hands.press(Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    assert (late.asked, dialog.run.is_running) == ([], False)
    let_grow()
    late.answer()
    hands.press(Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    assert dialog.run.is_running


def test_the_window_can_be_closed_meanwhile(hands: Hands, dialog: PrintDialog, late: LateSetter) -> None:
    hands.press(Qt.Key.Key_Escape)
    let_grow()
    assert late.asked == []
    assert hands.window.frame.findChild(PrintDialog) is None


def test_from_the_menu_it_is_saved_once_it_is_there(
    hands: Hands, late: LateSetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "tree.pdf"
    monkeypatch.setattr(JobSheets, "_with_trees", given_only)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), ""))
    hands.choose(Action("save-decision-tree"))
    let_grow()
    late.answer()
    assert "Begin at card 1" in words_of(output.read_bytes())[0]
