"""Print preview and PDF from the window."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from micra_assistant.paper.letters import Tell
    from micra_assistant.paper.sheets import PaperSize, Sheet
    from micra_assistant.ui.sheets.printing import PreviewDialog

_TITLES = {
    SheetKind.CHECKLIST: "Checklist",
    SheetKind.GUIDE: "Guide",
    SheetKind.PUT_BACK: "Put back",
    SheetKind.REPORT: "Job report",
    SheetKind.FAULT_RECORD: "Fault-finding record",
}
_LONGEST_CAR = 40
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")


def sheet_title(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    return QCoreApplication.translate("sheets", _TITLES[kind])


class SheetController(QObject):
    """Prints and saves the sheets of what is open; what goes wrong is said.

    ``rate_per_hour`` returns the labour rate of a job. Typst and Qt's printing are loaded once something is printed.
    """

    def __init__(self, workbench: Workbench, body: Body, rate_per_hour: Callable[[OpenJob], Decimal]) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._rate_per_hour = rate_per_hour

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        previews = {Action(f"preview-{kind}"): partial(self.preview, kind) for kind in SheetKind}
        return {**previews, **{Action(f"save-{kind}"): partial(self.ask_and_save, kind) for kind in SheetKind}}

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet; changing the paper in it sets the sheet anew."""
        self._body.step.note.keep()
        if open_job := self._workbench.open_job:
            self._workbench.tried(partial(self._preview, open_job, kind))

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        self._body.step.note.keep()
        if open_job := self._workbench.open_job:
            self._workbench.tried(partial(self._ask_and_save, open_job, kind))

    def save(self, kind: SheetKind, output: Path) -> bool:
        """Save a sheet on A4 as PDF and say where it lies, or why it does not; return whether it does."""
        open_job = self._workbench.open_job
        return open_job is not None and self._workbench.tried(partial(self._save, open_job, kind, output))

    def report_pdf(self, printed: date, tell: "Tell", view: View = as_kept) -> bytes:
        """Return the report of the open job, on A4, as ``view`` tells it; PaperError if it cannot be made.

        ``tell`` is told of letters that no font has.
        """
        from micra_assistant.paper.sheets import PaperSize  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.typeset import pdf  # noqa: PLC0415 - loaded when it is wanted

        if (open_job := self._workbench.open_job) is None:
            return b""
        sheet = self.sheet(open_job, SheetKind.REPORT, PaperSize.A4, printed, view)
        return pdf(sheet, open_job.guide.folder, open_job.attachment, tell)

    def sheet(
        self, open_job: OpenJob, kind: SheetKind, paper: "PaperSize", printed: date | None = None, view: View = as_kept
    ) -> "Sheet":
        """Return a sheet of a job as it stands, printed today if not said otherwise."""
        from micra_assistant.paper.sheets import SheetMaker  # noqa: PLC0415 - loaded when it is wanted

        history = open_job.history if view is as_kept else History(map(view, open_job.history.events))
        maker = SheetMaker(open_job.guide, history, open_job.job.name if open_job.job else "", causes=open_job.causes)
        rate = self._rate_per_hour(open_job)
        return maker.sheet(kind, paper, open_job.parts, rate, printed or date.today())  # noqa: DTZ011

    def _preview(self, open_job: OpenJob, kind: SheetKind) -> None:
        from micra_assistant.paper.sheets import PaperSize  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.typeset import svg_pages  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.sheets.printing import PreviewDialog  # noqa: PLC0415 - loaded when it is wanted

        sheet = self.sheet(open_job, kind, PaperSize.A4)
        svg_pages(sheet, open_job.guide.folder, open_job.attachment, self._body.messages.say_problem)
        dialog = PreviewDialog(self._body.window(), sheet_title(kind))
        dialog.paintRequested.connect(partial(self._paint, open_job, kind, dialog))
        dialog.open()

    def _paint(self, open_job: OpenJob, kind: SheetKind, dialog: "PreviewDialog", printer: "QPrinter") -> None:
        """Paint a sheet on the paper of a printer; if that fails, close the preview, which may be about to show."""
        from micra_assistant.paper.typeset import svg_pages  # noqa: PLC0415 - loaded already
        from micra_assistant.ui.sheets.printing import paint_pages, paper_of  # noqa: PLC0415 - loaded already

        def paint() -> None:
            sheet = self.sheet(open_job, kind, paper_of(printer))
            paint_pages(svg_pages(sheet, open_job.guide.folder, open_job.attachment), printer)

        is_painted = False
        try:
            is_painted = self._workbench.tried(paint)
        finally:
            if not is_painted:
                QTimer.singleShot(0, dialog, dialog.close)

    def _save(self, open_job: OpenJob, kind: SheetKind, output: Path) -> None:
        from micra_assistant.paper.sheets import PaperSize  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.typeset import save_pdf  # noqa: PLC0415 - loaded when it is wanted

        remarks: list[str] = []
        sheet = self.sheet(open_job, kind, PaperSize.A4)
        save_pdf(sheet, open_job.guide.folder, output, open_job.attachment, remarks.append)
        self._body.messages.say_saved(output, remarks)

    def _ask_and_save(self, open_job: OpenJob, kind: SheetKind) -> None:
        from micra_assistant.paper.sheets import PaperSize  # noqa: PLC0415 - loaded when it is wanted

        self.sheet(open_job, kind, PaperSize.A4)  # whether there is anything to print is said before it is asked where
        filters = QCoreApplication.translate("sheets", "PDF (*.pdf)")
        suggested = str(Path.home() / _file_name(open_job, kind))
        chosen, _filter = QFileDialog.getSaveFileName(self._body.window(), sheet_title(kind), suggested, filters)
        if chosen:
            output = Path(chosen)
            self.save(kind, output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf"))


def _file_name(open_job: OpenJob, kind: SheetKind) -> str:
    """Return a name for a PDF that says which job it is of."""
    job = ("Job", open_job.job.name, open_job.state.car[:_LONGEST_CAR]) if open_job.job else ()
    words = " ".join((*job, open_job.guide.id, kind))
    return _NOT_IN_A_FILE_NAME.sub("-", words.lower()) + ".pdf"
