"""The print preview of one sheet, as it was when it was wished for, on whatever paper."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.ui.sheets.printing import PreviewDialog, is_preview, paint_pages, paper_of
from micra_assistant.ui.workbench import Workbench

Pages = tuple[bytes, ...]


class SheetPreview(QObject):
    """Paints a sheet in a dialog and on printers; another paper is set when it is asked for."""

    def __init__(
        self, order: SheetOrder, pages: Pages, dialog: PreviewDialog, setter: Setter, workbench: Workbench
    ) -> None:
        super().__init__(workbench)
        self._order = order
        self._first = pages
        self._pages = {PaperSize(order.paper): pages}
        self._dialog: PreviewDialog | None = dialog
        self._setter = setter
        self._workbench = workbench
        dialog.paintRequested.connect(self._paint)
        dialog.finished.connect(self._on_closed)

    def _paint(self, printer: QPrinter) -> None:
        """Paint the sheet on the paper of a printer; if that fails, close the preview, which may be about to show."""
        is_painted = False
        try:
            is_painted = self._workbench.tried(lambda: paint_pages(self._pages_for(printer), printer))
        finally:
            if not is_painted:
                self._close_soon()

    def _pages_for(self, printer: QPrinter) -> Pages:
        """Return the pages for a printer; in the preview those of another paper until the right ones are there."""
        paper = paper_of(printer)
        if paper not in self._pages:
            waiting = QEventLoop()
            request = SheetRequest(replace(self._order, paper=paper), SheetForm.PAGES)
            self._setter.set(request, partial(self._take, paper, waiting))
            if paper not in self._pages and not is_preview(printer):
                waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._pages.get(paper, self._first)

    def _take(self, paper: PaperSize, waiting: QEventLoop, answer: SheetAnswer) -> None:
        waiting.quit()
        if self._dialog is None:
            return
        if answer.is_done:
            self._pages[paper] = answer.files
            QTimer.singleShot(0, self, self._update)
        else:
            self._say(answer.refusal)
            self._close_soon()

    def _say(self, refusal: str) -> None:
        if refusal:
            self._workbench.failed.emit(refusal)

    def _update(self) -> None:
        shown = self._dialog.findChild(QPrintPreviewWidget) if self._dialog else None
        if shown:
            shown.updatePreview()

    def _close_soon(self) -> None:
        QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        if self._dialog:
            self._dialog.close()

    def _on_closed(self) -> None:
        self._dialog = None
        self.deleteLater()
