"""The job rides in the PDF that the window saves, as is chosen, and is taken in from there."""

from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.jobfile import import_job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action
from tests.ui.hands import Hands
from tests.ui.sheets.print_window import TestPrinters, print_window, printers

__all__ = ["printers"]
pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("printers")]


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the person saves what there is to be saved."""
    chosen = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    return chosen


def has_job(pdf: Path) -> bool:
    with PdfReader(pdf) as reader:
        return "job.micra.zip" in reader.attachments


@pytest.mark.walk(first=3)
@pytest.mark.parametrize("kind", SheetKind)
def test_a_saved_sheet_has_the_job_unless_it_is_made_for_others(hands: Hands, output: Path, kind: SheetKind) -> None:
    hands.choose(Action(f"save-{kind}"))
    assert has_job(output) is kind.carries_job


@pytest.mark.usefixtures("workshop")
def test_the_window_takes_the_job_in_from_a_pdf(hands: Hands, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = hands.window.workbench.shown
    assert job
    hands.choose(Action.SAVE_CHECKLIST)
    with closing(SqliteStore(None)) as there:
        assert there.events(import_job(there, output).job.id) == job.history.events
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(output)], ""))
    hands.window.job_files.take_in()
    assert hands.said == "Job 0001 is taken in: 0 acts and 0 photos are new."


def test_in_the_print_window_it_is_asked_by_sheet_and_kept(hands: Hands, printers: TestPrinters, output: Path) -> None:
    hands.choose(Action.PREVIEW_REPORT)
    dialog = print_window()
    assert not dialog.choices.carries_job.isChecked()
    dialog.choices.carries_job.click()
    dialog.save()
    assert has_job(output)
    hands.choose(Action.PREVIEW_CHECKLIST)
    dialog = print_window()
    assert dialog.choices.carries_job.isChecked()
    dialog.choices.carries_job.click()
    dialog.save()
    assert not has_job(output)
    hands.choose(Action.PREVIEW_REPORT)
    assert print_window().choices.carries_job.isChecked(), "it is kept"
