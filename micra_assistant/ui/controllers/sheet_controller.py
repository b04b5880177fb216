"""The print window, and PDF from the window."""

import re
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from micra_assistant.jobs.privacy import View
from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.titles import sheet_title
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.sheets.in_front import kind_in_front, list_of_jobs
from micra_assistant.ui.sheets.to_paper import ToPaper
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from micra_assistant.jobs.open_job import OpenJob
    from micra_assistant.paper.order import SheetOrder
    from micra_assistant.paper.request import SheetAnswer, SheetRequest
    from micra_assistant.ui.sheets.kept_choices import KeptChoices
    from micra_assistant.ui.sheets.order_maker import OrderMaker
    from micra_assistant.ui.sheets.print_dialog import PrintDialog
    from micra_assistant.ui.sheets.print_messages import PrintJob
    from micra_assistant.ui.sheets.printing import Printing
    from micra_assistant.ui.sheets.wishes import SheetWishes

_FOR_ANY_SHEET = (
    "micra_assistant.paper.letterhead",
    "micra_assistant.paper.printed_blocks",
    "micra_assistant.paper.report",
    "micra_assistant.ui.sheets.order_maker",
)
_FOR_A_SEARCH = (
    "micra_assistant.diagnosis.checking",
    "micra_assistant.diagnosis.modelfile",
    "micra_assistant.diagnosis.planner",
    "micra_assistant.jobs.faultfinding.fault_search",
    "micra_assistant.jobs.routing.route",
    "micra_assistant.paper.fault_record",
)
"""What is loaded when it is wanted, in parts that none of them stops the window for long."""
_LONGEST_CAR = 40
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w-]+")


class SheetController(Controller):
    """Prints and saves the sheets of what is open, as it is when that is wished for; what goes wrong is said.

    What sets and prints them is made once something is printed; Qt's printing is loaded then, too.

    Signals:
        settled: nothing is being set any more; carries whether what was wished for last is there.
    """

    settled = Signal(bool)

    def __init__(self, common: Common, reader: RouteReader, window_settings: WindowSettings, to_paper: ToPaper) -> None:
        super().__init__(common)
        self._reader = reader
        self._window_settings = window_settings
        self._to_paper = to_paper
        self._made: SheetWishes | None = None
        self._made_printing: Printing | None = None
        self._is_opening = False

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        previews: dict[Action, Callable[[], object]] = {
            Action(f"preview-{kind}"): partial(self.preview, kind) for kind in SheetKind
        }
        previews[Action.PRINT] = self.print
        return {**previews, **{Action(f"save-{kind}"): partial(self.ask_and_save, kind) for kind in SheetKind}}

    @property
    def is_saving(self) -> bool:
        """Whether a sheet is being set that is to be kept in a file."""
        return self._made is not None and self._made.is_saving

    def make_ready(self) -> None:
        """Get ready: a sheet is about to be wished for."""
        self._wishes.setter.make_ready()

    def print(self) -> None:
        """Open the print window with the sheet chosen that is in front of the person."""
        aside, open_job = self._body.aside, self._workbench.shown
        if jobs := list_of_jobs(aside):
            jobs.ask_to_print()
        else:
            self.preview(kind_in_front(aside, open_job) if open_job else SheetKind.CHECKLIST)

    def preview(self, kind: SheetKind) -> None:
        """Open the print window with a sheet chosen."""
        self._body.step.note.keep()
        if open_job := self._workbench.shown:
            self._open(kind, open_job)
        else:
            self._body.messages.say(_("Begin a job first."))

    def preview_blank(self, looked_up: "OpenJob") -> None:
        """Open the print window with the sheets of a guide that is only looked up."""
        self._open(SheetKind.CHECKLIST, looked_up)

    def ask_and_save(self, kind: SheetKind) -> None:
        """Ask where to save a sheet, and save it there unless the person would rather not."""
        from micra_assistant.ui.sheets.order_maker import OrderMaker  # noqa: PLC0415 - loaded when it is wanted

        self._body.step.note.keep()
        if open_job := self._workbench.shown:
            self._workbench.tried(partial(self._ask_once_ready, kind, open_job, OrderMaker(open_job, self._reader)))

    def report(self, view: View, then: "Callable[[bytes, Sequence[str]], object]") -> None:
        """Set the report of the open job, as ``view`` tells it; ``then`` gets it and what could not be set in it."""
        self._workbench.tried(partial(self._report, view, then))

    def close(self) -> None:
        """Leave off whatever is being set."""
        if self._made:
            self._made.setter.close()
        if self._made_printing:
            self._made_printing.close()

    @property
    def _wishes(self) -> "SheetWishes":
        if self._made is None:
            from micra_assistant.ui.sheets.wishes import SheetWishes  # noqa: PLC0415 - loaded when it is wanted

            self._made = SheetWishes(self._to_paper.make_setter(), self._body.messages, self)
            self._made.settled.connect(self.settled)
        return self._made

    @property
    def _printing(self) -> "Printing":
        if self._made_printing is None:
            self._made_printing = self._to_paper.make_printing()
            self._made_printing.setParent(self)
        return self._made_printing

    def _report_request(self, view: View) -> "tuple[SheetRequest, list[str]] | None":
        """Return what is to be asked of the setter for the PDF of the report, and what could not be had for it."""
        from micra_assistant.paper.job_sheets import JobSheets  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.request import SheetForm, SheetRequest  # noqa: PLC0415 - loaded when it is wanted

        open_job, told = self._workbench.shown, list[str]()
        if open_job is None:
            return None
        sheets = JobSheets(open_job, open_job.workshop())
        return SheetRequest(sheets.order(SheetKind.REPORT, told.append, view), SheetForm.PDF), told

    def _open(self, kind: SheetKind, open_job: "OpenJob") -> None:
        """Open the print window with a sheet chosen, if there is such a sheet.

        What it needs is loaded in several turns of the event loop, so that none of them is long.
        """
        if not self._is_opening:
            self._is_opening = True
            self._in_turns(*_loads(kind), partial(self._begin_showing, kind, open_job))

    def _begin_showing(self, kind: SheetKind, open_job: "OpenJob") -> None:
        self._is_opening = self._workbench.tried(partial(self._show_in_turns, kind, open_job))

    def _show_in_turns(self, kind: SheetKind, open_job: "OpenJob") -> None:
        """Show the print window in one of the next turns; MicraError if there is no such sheet."""
        from micra_assistant.ui.sheets.kept_choices import read_choices  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.sheets.order_maker import OrderMaker  # noqa: PLC0415 - loaded already

        source, kept = OrderMaker(open_job, self._reader), read_choices(self._window_settings.print_choices)
        if source.is_ready(kind):
            source.order(kind, kept.for_sheet(kind, source.paper, source.is_begun))
        self._in_turns(self.make_ready, _load_window, partial(self._show, kind, open_job, source, kept))

    def _in_turns(self, *acts: "Callable[[], object]") -> None:
        """Do one thing in each of the next turns of the event loop."""
        if acts:
            QTimer.singleShot(0, self, acts[0])
            QTimer.singleShot(0, self, partial(self._in_turns, *acts[1:]))

    def _show(self, kind: SheetKind, open_job: "OpenJob", source: "OrderMaker", kept: "KeptChoices") -> None:
        from micra_assistant.ui.sheets.print_dialog import PrintDialog  # noqa: PLC0415 - loaded already

        self._is_opening = False
        window, look = self._body.window(), self._appearance.look.of_dialogs
        dialog = PrintDialog(source, kind, kept, self._wishes.setter, self._printing, look, window)
        dialog.told.connect(self._body.messages.say_problem)
        dialog.save_wanted.connect(partial(self._save_from, dialog, open_job))
        dialog.printed.connect(self._say_printed)
        dialog.finished.connect(partial(self._on_closed, dialog))
        dialog.open()

    def _on_closed(self, dialog: "PrintDialog", _result: int) -> None:
        from micra_assistant.ui.sheets.kept_choices import written  # noqa: PLC0415 - loaded already

        self._window_settings.print_choices = written(dialog.kept)
        self._printing.stop()

    def _say_printed(self, job: "PrintJob", told: str) -> None:
        words = _("Sent to the printer “{printer}”: {sheet}.")
        self._body.messages.say(told or words.format(printer=job.printer, sheet=job.title))

    def _save_from(
        self, dialog: "PrintDialog", open_job: "OpenJob", kind: SheetKind, order: "SheetOrder", told: list[str]
    ) -> None:
        """Ask where to save a sheet as it is chosen in the print window, which closes then."""
        from micra_assistant.paper.request import SheetForm, SheetRequest  # noqa: PLC0415 - loaded already

        if output := self._ask_where(kind, dialog, open_job):
            dialog.accept()
            self._save(kind, SheetRequest(order, SheetForm.PDF, str(output)), told)

    def _ask_once_ready(self, kind: SheetKind, open_job: "OpenJob", source: "OrderMaker") -> None:
        """Ask where to save a sheet, once what takes long of it is worked out in turns of the event loop."""
        if source.is_ready(kind):
            self._ask_and_save(kind, open_job, source)
        else:
            source.work_ahead()
            go_on = partial(self._ask_once_ready, kind, open_job, source)
            QTimer.singleShot(0, self, partial(self._workbench.tried, go_on))

    def _ask_and_save(self, kind: SheetKind, open_job: "OpenJob", source: "OrderMaker") -> None:
        """Ask where to save a sheet; it is set while the person chooses."""
        from micra_assistant.paper.request import SheetForm, SheetRequest  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.paper.sheet_choices import usual  # noqa: PLC0415 - likewise

        made = source.order(kind, usual(kind, source.paper))
        order, told = source.with_job(*made) if kind.carries_job and source.can_carry else made
        request = SheetRequest(order, SheetForm.PDF)
        self._wishes.setter.make_ready(request)
        if output := self._ask_where(kind, self._body.window(), open_job):
            self._save(kind, replace(request, output=str(output)), told)

    def _ask_where(self, kind: SheetKind, parent: QWidget, open_job: "OpenJob | None") -> Path | None:
        """Ask where to save a sheet, and return the file; None if the person would rather not."""
        suggested, filters = str(Path.home() / _file_name(kind, open_job)), _("PDF (*.pdf)")
        chosen, _filter = QFileDialog.getSaveFileName(parent, sheet_title(kind), suggested, filters)
        if not chosen:
            return None
        output = Path(chosen).absolute()
        return output if output.suffix.lower() == ".pdf" else output.with_name(output.name + ".pdf")

    def _save(self, kind: SheetKind, request: "SheetRequest", told: list[str]) -> None:
        def say(answer: "SheetAnswer") -> None:
            self._body.messages.say_saved(Path(request.output), (*told, *answer.told))

        self._wishes.wish(request.output, sheet_title(kind), request, say, is_kept=True)

    def _report(self, view: View, then: "Callable[[bytes, Sequence[str]], object]") -> None:
        if wanted := self._report_request(view):
            request, told = wanted

            def hand_on(answer: "SheetAnswer") -> None:
                then(answer.files[0], (*told, *answer.told))

            self._wishes.wish("export", sheet_title(SheetKind.REPORT), request, hand_on, is_kept=True)


def _file_name(kind: SheetKind, open_job: "OpenJob | None") -> str:
    """Return a name for a PDF that says which job it is of."""
    job = ("job", open_job.job.name, open_job.state.car[:_LONGEST_CAR]) if open_job and open_job.job else ()
    words = " ".join((*job, open_job.guide.id if open_job else "", kind))
    return _NOT_IN_A_FILE_NAME.sub("-", words.lower()) + ".pdf"


def _loads(kind: SheetKind) -> "list[Callable[[], object]]":
    """Return what loads all that a sheet is made with, a part each; nothing if it is there already."""
    wanted = (*_FOR_ANY_SHEET, *(_FOR_A_SEARCH if kind.is_of_search else ()))
    return [partial(import_module, name) for name in wanted if name not in sys.modules]


def _load_window() -> None:
    import micra_assistant.ui.sheets.print_dialog  # noqa: PLC0415, F401 - loaded when it is wanted
