"""Print preview and PDF from the window."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from micra_assistant.paper.request import SheetAnswer, SheetRequest
    from micra_assistant.paper.setter import Setter
    from micra_assistant.ui.sheets.wishes import SheetWishes

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
    """Prints and saves the sheets of what is open, as it is when that is wished for; what goes wrong is said.

    What sets them is made by ``make_setter`` once something is printed; Qt's printing is loaded then, too.

    Signals:
        settled: nothing is being set any more; carries whether what was wished for last is there.
    """

    settled = Signal(bool)

    def __init__(self, workbench: Workbench, body: Body, make_setter: "Callable[[], Setter]") -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._body = body
        self._make_setter = make_setter
        self._made: SheetWishes | None = None

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        previews = {Action(f"preview-{kind}"): partial(self.preview, kind) for kind in SheetKind}
        return {**previews, **{Action(f"save-{kind}"): partial(self.ask_and_save, kind) for kind in SheetKind}}

    @property
    def is_saving(self) -> bool:
        """Whether a sheet is being set that is to be kept in a file."""
        return self._made is not None and self._made.is_saving

    def make_ready(self) -> None:
        """Get ready: a sheet is about to be wished for."""
        self._wishes.setter.make_ready()

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet once it is set; changing the paper in it sets the sheet anew."""
        self._body.step.note.keep()
        self._workbench.tried(partial(self._preview, kind))

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        self._body.step.note.keep()
        self._workbench.tried(partial(self._ask_and_save, kind))

    def report(self, view: View, then: "Callable[[bytes, Sequence[str]], object]") -> None:
        """Set the report of the open job, as ``view`` tells it; ``then`` gets it and what could not be set in it."""
        self._workbench.tried(partial(self._report, view, then))

    def close(self) -> None:
        """Leave off whatever is being set."""
        if self._made:
            self._made.setter.close()

    @property
    def _wishes(self) -> "SheetWishes":
        if self._made is None:
            from micra_assistant.ui.sheets.wishes import SheetWishes  # noqa: PLC0415 - loaded when it is wanted

            self._made = SheetWishes(self._make_setter(), self._body.messages, self)
            self._made.settled.connect(self.settled)
        return self._made

    def _request(self, kind: SheetKind, form: str, view: View = as_kept) -> "tuple[SheetRequest, list[str]] | None":
        """Return what is to be asked of the setter for a sheet, and what could not be had for it."""
        from micra_assistant.paper.job_sheets import JobSheets  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.request import SheetForm, SheetRequest  # noqa: PLC0415 - loaded when it is wanted

        open_job, told = self._workbench.shown, list[str]()
        if open_job is None:
            return None
        order = JobSheets(open_job, open_job.workshop()).order(kind, told.append, view)
        return SheetRequest(order, SheetForm(form)), told

    def _preview(self, kind: SheetKind) -> None:
        if wanted := self._request(kind, "pages"):
            request, told = wanted
            opening = partial(self._open_preview, kind, request, told)
            self._wishes.wish(f"preview-{kind}", sheet_title(kind), request, opening)

    def _open_preview(self, kind: SheetKind, request: "SheetRequest", told: list[str], answer: "SheetAnswer") -> None:
        from micra_assistant.ui.sheets.preview import SheetPreview  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.sheets.printing import PreviewDialog  # noqa: PLC0415 - loaded when it is wanted

        for words in (*told, *answer.told):
            self._body.messages.say_problem(words)
        dialog = PreviewDialog(self._body.window(), sheet_title(kind), PaperSize(request.order.paper))
        SheetPreview(request.order, answer.files, dialog, self._wishes.setter, self._workbench)
        dialog.open()

    def _ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet; it is set while the person chooses."""
        if not (wanted := self._request(kind, "pdf")):
            return
        request, told = wanted
        self._wishes.setter.make_ready(request)
        suggested = str(Path.home() / self._file_name(kind))
        filters = _("PDF (*.pdf)")
        chosen, _filter = QFileDialog.getSaveFileName(self._body.window(), sheet_title(kind), suggested, filters)
        if chosen:
            output = Path(chosen).absolute()
            output = output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf")
            self._save(kind, replace(request, output=str(output)), told)

    def _save(self, kind: SheetKind, request: "SheetRequest", told: list[str]) -> None:
        def say(answer: "SheetAnswer") -> None:
            self._body.messages.say_saved(Path(request.output), (*told, *answer.told))

        self._wishes.wish(request.output, sheet_title(kind), request, say, is_kept=True)

    def _report(self, view: View, then: "Callable[[bytes, Sequence[str]], object]") -> None:
        if wanted := self._request(SheetKind.REPORT, "pdf", view):
            request, told = wanted

            def hand_on(answer: "SheetAnswer") -> None:
                then(answer.files[0], (*told, *answer.told))

            self._wishes.wish("export", sheet_title(SheetKind.REPORT), request, hand_on, is_kept=True)

    def _file_name(self, kind: SheetKind) -> str:
        """Return a name for a PDF that says which job it is of."""
        open_job = self._workbench.shown
        job = ("job", open_job.job.name, open_job.state.car[:_LONGEST_CAR]) if open_job and open_job.job else ()
        words = " ".join((*job, self._workbench.guide_id, kind))
        return _NOT_IN_A_FILE_NAME.sub("-", words.lower()) + ".pdf"
