"""Print preview and PDF from the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QWidget

from micra_assistant.errors import MicraError
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind
from micra_assistant.ui.printing import PreviewDialog, paint_pages, paper_of

SheetSource = Callable[[SheetKind, PaperSize], Sheet]
"""What makes a sheet of the job as it stands."""


def sheet_title(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    words = {SheetKind.CHECKLIST: "Checklist", SheetKind.GUIDE: "Guide"}
    return QCoreApplication.translate("sheets", words[kind])


def preview(
    kind: SheetKind, make_sheet: SheetSource, guide_folder: Path, say_problem: Callable[[str], None], parent: QWidget
) -> QPrintPreviewDialog:
    """Return a preview of a sheet; changing the paper in it sets the sheet anew. PaperError if it cannot be set.

    What goes wrong later, while the dialog is open, closes it and is said with ``say_problem``.
    """
    from micra_assistant.paper.typeset import svg_pages  # noqa: PLC0415 - Typst is loaded for printing only

    def paint(printer: QPrinter) -> None:
        try:
            paint_pages(svg_pages(make_sheet(kind, paper_of(printer)), guide_folder), printer)
        except MicraError as error:
            dialog.close()
            say_problem(str(error))

    svg_pages(make_sheet(kind, PaperSize.A4), guide_folder)
    dialog = PreviewDialog(parent, sheet_title(kind))
    dialog.paintRequested.connect(paint)
    return dialog


def save(kind: SheetKind, make_sheet: SheetSource, guide_folder: Path, output: Path) -> None:
    """Save a sheet on A4 as PDF; PaperError if it cannot be written."""
    from micra_assistant.paper.typeset import save_pdf  # noqa: PLC0415 - Typst is loaded for printing only

    save_pdf(make_sheet(kind, PaperSize.A4), guide_folder, output)


def ask_where(kind: SheetKind, suggested: Path, parent: QWidget) -> Path | None:
    """Ask where to save a sheet, None if the person would rather not."""
    filters = QCoreApplication.translate("sheets", "PDF (*.pdf)")
    chosen, _filter = QFileDialog.getSaveFileName(parent, sheet_title(kind), str(suggested), filters)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
