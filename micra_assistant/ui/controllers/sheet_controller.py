"""Print preview and PDF from the window."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import N_, _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from micra_assistant.paper.job_sheets import JobSheets
    from micra_assistant.paper.letters import Tell
    from micra_assistant.ui.sheets.printing import PreviewDialog

_TITLES = {
    SheetKind.CHECKLIST: N_("Checklist"),
    SheetKind.GUIDE: N_("Guide"),
    SheetKind.PUT_BACK: N_("Put back"),
    SheetKind.REPORT: N_("Job report"),
    SheetKind.FAULT_RECORD: N_("Fault-finding record"),
}
_LONGEST_CAR = 40
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")


def sheet_title(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    return _(_TITLES[kind])


class SheetController(QObject):
    """Prints and saves the sheets of what is open; what goes wrong is said.

    Typst and Qt's printing are loaded once something is printed.
    """

    def __init__(self, workbench: Workbench, body: Body) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        previews = {Action(f"preview-{kind}"): partial(self.preview, kind) for kind in SheetKind}
        return {**previews, **{Action(f"save-{kind}"): partial(self.ask_and_save, kind) for kind in SheetKind}}

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet; changing the paper in it sets the sheet anew."""
        self._body.step.note.keep()
        if sheets := self._sheets():
            self._workbench.tried(partial(self._preview, sheets, kind))

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        self._body.step.note.keep()
        if sheets := self._sheets():
            self._workbench.tried(partial(self._ask_and_save, sheets, kind))

    def save(self, kind: SheetKind, output: Path) -> bool:
        """Save a sheet as PDF and say where it lies, or why it does not; return whether it does."""
        sheets = self._sheets()
        return sheets is not None and self._workbench.tried(partial(self._save, sheets, kind, output))

    def report_pdf(self, tell: "Tell", view: View = as_kept) -> bytes:
        """Return the report of the open job, as ``view`` tells it; PaperError if it cannot be made.

        ``tell`` is told of letters that no font has.
        """
        sheets = self._sheets()
        return sheets.pdf(SheetKind.REPORT, tell, view) if sheets else b""

    def _sheets(self) -> "JobSheets | None":
        """Return what makes the sheets of what is open, None if nothing is."""
        from micra_assistant.paper.job_sheets import JobSheets  # noqa: PLC0415 - loaded when it is wanted

        open_job = self._workbench.shown
        return JobSheets(open_job, open_job.workshop()) if open_job else None

    def _preview(self, sheets: "JobSheets", kind: SheetKind) -> None:
        from micra_assistant.ui.sheets.printing import PreviewDialog  # noqa: PLC0415 - loaded when it is wanted

        sheets.pages(kind, sheets.paper, self._body.messages.say_problem)
        dialog = PreviewDialog(self._body.window(), sheet_title(kind), sheets.paper)
        dialog.paintRequested.connect(partial(self._paint, sheets, kind, dialog))
        dialog.open()

    def _paint(self, sheets: "JobSheets", kind: SheetKind, dialog: "PreviewDialog", printer: "QPrinter") -> None:
        """Paint a sheet on the paper of a printer; if that fails, close the preview, which may be about to show."""
        from micra_assistant.ui.sheets.printing import paint_pages, paper_of  # noqa: PLC0415 - loaded already

        is_painted = False
        try:
            is_painted = self._workbench.tried(lambda: paint_pages(sheets.pages(kind, paper_of(printer)), printer))
        finally:
            if not is_painted:
                QTimer.singleShot(0, dialog, dialog.close)

    def _save(self, sheets: "JobSheets", kind: SheetKind, output: Path) -> None:
        remarks: list[str] = []
        sheets.save_pdf(kind, output, remarks.append)
        self._body.messages.say_saved(output, remarks)

    def _ask_and_save(self, sheets: "JobSheets", kind: SheetKind) -> None:
        sheets.sheet(kind)  # whether there is anything to print is said before it is asked where
        filters = _("PDF (*.pdf)")
        suggested = str(Path.home() / self._file_name(kind))
        chosen, _filter = QFileDialog.getSaveFileName(self._body.window(), sheet_title(kind), suggested, filters)
        if chosen:
            output = Path(chosen)
            self.save(kind, output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf"))

    def _file_name(self, kind: SheetKind) -> str:
        """Return a name for a PDF that says which job it is of."""
        open_job = self._workbench.shown
        job = ("job", open_job.job.name, open_job.state.car[:_LONGEST_CAR]) if open_job and open_job.job else ()
        words = " ".join((*job, self._workbench.guide_id, kind))
        return _NOT_IN_A_FILE_NAME.sub("-", words.lower()) + ".pdf"
