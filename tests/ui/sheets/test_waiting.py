"""Sheets that are there later than they are wished for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from micra_assistant.paper.request import SheetAnswer
from micra_assistant.ui.actions import Action
from micra_assistant.ui.sheets.to_paper import ToPaper
from tests.paper.printed import words_of
from tests.ui.hands import Hands, Workshop
from tests.ui.sheets.late import LateSetter

pytestmark = pytest.mark.thorough

SETTING = "Setting the sheet “Checklist” …"


@pytest.fixture
def late(workshop: Workshop, hands: Hands) -> LateSetter:
    """Return what sets the sheets of the window, when it is let."""
    late = LateSetter()
    sheets = hands.window.sheets
    sheets._to_paper = ToPaper(lambda: late, sheets._to_paper.make_printing)
    return late


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where whatever is saved is to be saved."""
    output = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), ""))
    return output


def say_now(hands: Hands) -> None:
    """Let it be said at once that a sheet is being set."""
    wishes = hands.window.sheets._made
    assert wishes
    wishes._soon.timeout.emit()


def test_two_wishes_for_the_same_are_one(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    hands.choose(Action.SAVE_CHECKLIST)
    assert hands.said == SETTING, "the second one is told at once that it is on its way"
    assert [request.order.kind for request in late.asked] == ["checklist"]


def test_the_sheet_shows_how_the_job_was_when_it_was_wished_for(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_REPORT)
    hands.press(Qt.Key.Key_Space)
    assert "1 of 12" in hands.text
    late.answer()
    assert "Pressed" not in " ".join(words_of(output.read_bytes()))
    hands.choose(Action.SAVE_REPORT)
    late.answer()
    assert hands.said == f"Saved: {output}"


def test_stop_leaves_off(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    say_now(hands)
    hands.tap(hands.button("Stop"))
    assert (late.asked, hands.said, output.exists()) == ([], "", False)
    hands.choose(Action.SAVE_CHECKLIST)
    assert len(late.asked) == 1, "it can be wished for again"


def test_why_a_sheet_is_not_there_is_said(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    late.answer(SheetAnswer(refusal="It has ended."))
    assert hands.said == "It has ended."


def test_what_is_to_be_saved_is_set_ahead_while_the_person_chooses_where(
    hands: Hands, late: LateSetter, output: Path
) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    (ahead,), (asked,) = late.ahead, late.asked
    assert ahead
    assert (ahead.order, ahead.output, asked.output) == (asked.order, "", str(output))


def test_the_setter_gets_ready_when_the_menu_of_what_can_be_printed_opens(hands: Hands, late: LateSetter) -> None:
    hands.window.body.header.printing_near.emit()
    assert late.ahead == [None]


def test_a_job_is_exported_once_its_report_is_set(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.EXPORT)
    assert not output.with_name("sheet.pdf.zip").exists()
    late.answer()
    assert hands.said == f"Saved: {output}.zip"


def test_the_window_closes_once_a_sheet_is_saved(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    hands.window.frame.close()
    assert hands.window.frame.isVisible()
    assert hands.said == "A sheet is still being saved. The window closes once that is done."
    late.answer()
    assert output.exists()
    assert not hands.window.frame.isVisible()


def test_it_stays_if_the_sheet_could_not_be_saved(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    hands.window.frame.close()
    late.answer(SheetAnswer(refusal="The disk is full."))
    assert (hands.window.frame.isVisible(), hands.said) == (True, "The disk is full.")


def test_it_closes_at_once_if_that_is_wished_for_again(hands: Hands, late: LateSetter, output: Path) -> None:
    hands.choose(Action.SAVE_CHECKLIST)
    hands.window.frame.close()
    hands.tap(hands.button("Close now"))
    assert (hands.window.frame.isVisible(), late.asked, output.exists()) == (False, [], False)


def test_it_does_not_wait_for_what_is_only_looked_at(hands: Hands, late: LateSetter) -> None:
    hands.choose(Action.PREVIEW_CHECKLIST)
    hands.window.frame.close()
    assert (hands.window.frame.isVisible(), late.asked) == (False, [])
