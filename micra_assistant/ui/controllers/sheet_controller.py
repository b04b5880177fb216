"""Print preview and PDF from the window."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from micra_assistant.errors import MicraError
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.sheets.printing import PreviewDialog, paint_pages, paper_of

if TYPE_CHECKING:
    from micra_assistant.paper.letters import Tell
    from micra_assistant.ui.main_window import MainWindow

_TITLES = {
    SheetKind.CHECKLIST: "Checklist",
    SheetKind.GUIDE: "Guide",
    SheetKind.PUT_BACK: "Put back",
    SheetKind.REPORT: "Job report",
    SheetKind.FAULT_RECORD: "Fault-finding record",
}
_FILE_NAMES = {SheetKind.PUT_BACK: "put-back"}
_LONGEST_CAR = 40
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")


def sheet_title(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    return QCoreApplication.translate("sheets", _TITLES[kind])


class SheetController:
    """Prints and saves the sheets of the open job; what goes wrong is said in the window.

    Attributes:
        sheets: what makes them.
    """

    def __init__(self, window: "MainWindow", open_job: OpenJob) -> None:
        self._window = window
        self._open_job = open_job
        self.sheets = JobSheets(open_job, open_job.workshop())

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet; changing the paper in it sets the sheet anew."""

        def paint(printer: QPrinter) -> None:
            try:
                paint_pages(self.sheets.pages(kind, paper_of(printer)), printer)
            except MicraError as error:
                self._window.say_problem(str(error))
                give_up()
            except Exception:
                give_up()
                raise

        def give_up() -> None:
            QTimer.singleShot(0, dialog, dialog.close)  # it may be just about to be shown

        try:
            self.sheets.pages(kind, self.sheets.paper, self._window.say_problem)
        except MicraError as error:
            self._window.say_problem(str(error))
            return
        dialog = PreviewDialog(self._window, sheet_title(kind), self.sheets.paper)
        dialog.paintRequested.connect(paint)
        dialog.open()

    def save(self, kind: SheetKind, output: Path) -> bool:
        """Save a sheet as PDF and say where it lies, or why it does not; return whether it does."""
        remarks: list[str] = []
        try:
            self.sheets.save_pdf(kind, output, remarks.append)
        except MicraError as error:
            self._window.say_problem(str(error))
            return False
        say_saved(self._window, output, remarks)
        return True

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        try:
            self.sheets.sheet(kind)
        except MicraError as error:
            self._window.say_problem(str(error))
            return
        filters = QCoreApplication.translate("sheets", "PDF (*.pdf)")
        suggested = str(Path.home() / self._file_name(kind))
        chosen, _filter = QFileDialog.getSaveFileName(self._window, sheet_title(kind), suggested, filters)
        if chosen:
            output = Path(chosen)
            self.save(kind, output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf"))

    def report_pdf(self, tell: "Tell", view: View = as_kept) -> bytes:
        """Return the report of the open job as ``view`` tells it; PaperError if it cannot be made.

        ``tell`` is told of letters that no font has.
        """
        return self.sheets.pdf(SheetKind.REPORT, tell, view)

    def _file_name(self, kind: SheetKind) -> str:
        """Return a name for a PDF that says which job it is of."""
        open_job = self._open_job
        job = ("Job", open_job.job.name, open_job.state.car[:_LONGEST_CAR]) if open_job.job else ()
        words = " ".join((*job, open_job.guide.id, _FILE_NAMES.get(kind, kind)))
        return _NOT_IN_A_FILE_NAME.sub("-", words.lower()) + ".pdf"


def say_saved(window: "MainWindow", output: Path, remarks: Sequence[str]) -> None:
    """Say where something was saved; with what there is to remark on it, it stays until it is closed."""
    saved = QCoreApplication.translate("sheets", "Saved: %1").replace("%1", str(output))
    if remarks:
        window.say_problem(" ".join((f"{saved}.", *remarks)))
    else:
        window.body.messages.say(saved)
