"""Print preview and PDF from the window."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from micra_assistant.errors import MicraError
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
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
    """Prints and saves the sheets of the open job; what goes wrong is said in the window."""

    def __init__(self, window: "MainWindow", open_job: OpenJob, rate_per_hour: Decimal) -> None:
        self._window = window
        self._open_job = open_job
        self._rate_per_hour = rate_per_hour
        self._folder = open_job.guide.folder

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet; changing the paper in it sets the sheet anew."""
        from micra_assistant.paper.typeset import svg_pages  # noqa: PLC0415 - Typst is loaded for printing only

        photos = self._open_job.attachment

        def paint(printer: QPrinter) -> None:
            try:
                paint_pages(svg_pages(self.sheet(kind, paper_of(printer)), self._folder, photos), printer)
            except MicraError as error:
                self._window.say_problem(str(error))
                give_up()
            except Exception:
                give_up()
                raise

        def give_up() -> None:
            QTimer.singleShot(0, dialog, dialog.close)  # it may be just about to be shown

        try:
            svg_pages(self.sheet(kind, PaperSize.A4), self._folder, photos, self._window.say_problem)
        except MicraError as error:
            self._window.say_problem(str(error))
            return
        dialog = PreviewDialog(self._window, sheet_title(kind))
        dialog.paintRequested.connect(paint)
        dialog.open()

    def save(self, kind: SheetKind, output: Path) -> bool:
        """Save a sheet on A4 as PDF and say where it lies, or why it does not; return whether it does."""
        from micra_assistant.paper.typeset import save_pdf  # noqa: PLC0415 - Typst is loaded for printing only

        remarks: list[str] = []
        try:
            save_pdf(self.sheet(kind, PaperSize.A4), self._folder, output, self._open_job.attachment, remarks.append)
        except MicraError as error:
            self._window.say_problem(str(error))
            return False
        say_saved(self._window, output, remarks)
        return True

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        try:
            self.sheet(kind, PaperSize.A4)
        except MicraError as error:
            self._window.say_problem(str(error))
            return
        filters = QCoreApplication.translate("sheets", "PDF (*.pdf)")
        suggested = str(Path.home() / self._file_name(kind))
        chosen, _filter = QFileDialog.getSaveFileName(self._window, sheet_title(kind), suggested, filters)
        if chosen:
            output = Path(chosen)
            self.save(kind, output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf"))

    def sheet(self, kind: SheetKind, paper: PaperSize, printed: date | None = None, view: View = as_kept) -> Sheet:
        """Return a sheet of the job as it stands, printed today if not said otherwise."""
        open_job = self._open_job
        history = open_job.history if view is as_kept else History(map(view, open_job.history.events))
        maker = SheetMaker(open_job.guide, history, open_job.job.name if open_job.job else "", causes=open_job.causes)
        return maker.sheet(kind, paper, open_job.parts, self._rate_per_hour, printed or date.today())  # noqa: DTZ011

    def report_pdf(self, printed: date, tell: "Tell", view: View = as_kept) -> bytes:
        """Return the report of the open job, on A4, as ``view`` tells it; PaperError if it cannot be made.

        ``tell`` is told of letters that no font has.
        """
        from micra_assistant.paper.typeset import pdf  # noqa: PLC0415 - Typst is loaded for printing only

        sheet = self.sheet(SheetKind.REPORT, PaperSize.A4, printed, view)
        return pdf(sheet, self._folder, self._open_job.attachment, tell)

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
