"""The print window: which sheet, how it will look, how it is to be, and the one button that prints."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.errors import MicraError
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.request import SheetForm, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.titles import pages_words, sheet_title
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.window_keys import key_of, keys_of
from micra_assistant.ui.sheets.choice_panel import ChoicePanel
from micra_assistant.ui.sheets.kept_choices import KeptChoices
from micra_assistant.ui.sheets.live_preview import LivePreview
from micra_assistant.ui.sheets.order_maker import OrderMaker
from micra_assistant.ui.sheets.paper_view import Fit, PaperView
from micra_assistant.ui.sheets.print_foot import PrintFoot
from micra_assistant.ui.sheets.print_layout import PrintLayout
from micra_assistant.ui.sheets.print_messages import Printers, PrintJob
from micra_assistant.ui.sheets.print_run import PrintRun
from micra_assistant.ui.sheets.print_status import PrintStatus
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.ui.sheets.sheet_list import SheetList
from micra_assistant.ui.sheets.sides import sides_of
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.words import _, ngettext

_SHARE_OF_THE_WINDOW = 0.97
_SPACE = QKeySequence(Qt.Key.Key_Space)
"""What each part of the dialog does itself: on a choice it makes that."""


class PrintDialog(Dialog):
    """Shows the sheet as it is chosen, and prints it.

    Signals:
        told: something of the sheet could not be had or set as it is; carries it in words.
        save_wanted: the sheet is to be saved as PDF; carries its kind, its order and what could not be had for it.
        printed: the printer has the sheet; carries the PrintJob, and what is known of it in words, if anything.
    """

    told = Signal(str)
    save_wanted = Signal(object, object, object)
    printed = Signal(object, str)

    def __init__(
        self,
        source: OrderMaker,
        kind: SheetKind,
        kept: KeptChoices,
        setter: Setter,
        printing: Printing,
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(_("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source = source
        self._take_pdf = False
        self.sheets = SheetList({one: source.can_print(one) for one in SheetKind}, look)
        self.choices = ChoicePanel(kept, source, look)
        self.paper = PaperView(look)
        self.status = PrintStatus(look)
        self.foot = PrintFoot(look, key_of(Action.SAVE_CHECKLIST, parent), self)
        self.preview = LivePreview(setter, source, self.paper, self.status, self)
        self.run = PrintRun(setter, printing, self.status, self)
        self._layout = PrintLayout(self, self.sheets, self.paper, self.choices, (self.status, self.foot), look)
        self._connect(printing)
        self._make_keys()
        self.sheets.choose(kind)
        size = parent.size() * _SHARE_OF_THE_WINDOW
        self._layout.share(size.width())
        self.resize(size)
        self.sheets.setFocus()
        QTimer.singleShot(0, self, printing.find_printers)

    @property
    def kept(self) -> KeptChoices:
        """What is chosen, to be kept for the next time."""
        return self.choices.kept

    @property
    def chosen(self) -> SheetChoices:
        """How the sheet is to be."""
        return self.kept.for_sheet(self.sheets.kind, self._source.paper, self._source.is_begun)

    @property
    def _is_two_on_a_side(self) -> bool:
        return self.kept.is_two_on_a_side(self.sheets.kind)

    def print(self) -> None:
        """Print the sheet, unless one is being printed; without a printer, save it."""
        if self.choices.printer.is_none:
            self.save()
            return
        if self.run.is_running or not self.choices.printer.chosen:
            return
        kept, chosen = self.kept, self.chosen
        job = PrintJob(
            printer=self.choices.printer.chosen,
            title=sheet_title(self.sheets.kind),
            pages=(),
            paper=chosen.paper,
            copies=self.choices.copies.count,
            both_sides=kept.is_on_both_sides(self.sheets.kind),
            two_on_a_side=self._is_two_on_a_side,
            in_colour=self.sheets.kind.has_pictures,
        )
        if made := self._order():
            self.run.begin(job, SheetRequest(made[0], SheetForm.PDF if self._take_pdf else SheetForm.PAGES))

    def save(self) -> None:
        """Have the sheet saved as PDF."""
        if made := self._order():
            carries = self.kept.carries(self.sheets.kind) and self._source.can_carry
            self.save_wanted.emit(self.sheets.kind, *(self._source.with_job(*made) if carries else made))

    def _order(self) -> tuple[SheetOrder, list[str]] | None:
        """Return what is to be set, and what could not be had for it; None, and it is said why, if not yet."""
        if not self._source.is_ready(self.sheets.kind):
            self.preview.refresh()
            return None
        try:
            return self._source.order(self.sheets.kind, self.chosen)
        except MicraError as error:
            self.status.say(str(error), is_problem=True)
            return None

    def _leave(self) -> None:
        self.preview.close()
        self.run.close()

    def reject(self) -> None:
        """Leave off printing; close if nothing is being printed."""
        if self.run.is_running:
            self.run.stop()
        else:
            super().reject()

    def _connect(self, printing: Printing) -> None:
        printing.found.connect(self._show_printers)
        self.sheets.chosen.connect(self._on_sheet)
        self.choices.changed.connect(self._on_choice)
        self.paper.turned.connect(self._show_place)
        self.preview.shown.connect(self._on_shown)
        self.preview.told.connect(self.told)
        self.status.stop_wanted.connect(self._stop)
        self.run.changed.connect(self._on_run)
        self.run.done.connect(self._on_printed)
        self.foot.close_wanted.connect(self.reject)
        self.foot.save_wanted.connect(self.save)
        self.foot.before_wanted.connect(partial(self._turn_to, -1))
        self.foot.next_wanted.connect(partial(self._turn_to, 1))
        for what in (self.foot, self.sheets, self.paper):
            what.print_wanted.connect(self.print)
        self.finished.connect(self._leave)

    def _make_keys(self) -> None:
        """Give the dialog the keys that do the same in the window, and those of the preview."""
        for action, act in (
            (Action.BACK, partial(self._turn_to, -1)),
            (Action.NEXT, partial(self._turn_to, 1)),
            (Action.TICK, self.print),
            (Action.PRINT, self.print),
            (Action.SAVE_CHECKLIST, self.save),
        ):
            for key in keys_of(action, self.parentWidget()):
                if key != _SPACE:
                    QShortcut(key, self, activated=act)  # type: ignore[call-overload]  # it is a property
        for keys, act in (
            (Qt.Modifier.CTRL | Qt.Key.Key_Return, self.print),
            (Qt.Modifier.CTRL | Qt.Key.Key_Enter, self.print),
            ("Ctrl++", partial(self.paper.zoom, 1)),
            ("Ctrl+=", partial(self.paper.zoom, 1)),
            ("Ctrl+-", partial(self.paper.zoom, -1)),
            ("Ctrl+0", partial(self.paper.fit, Fit.WHOLE)),
            ("Ctrl+1", self.paper.show_real_size),
            ("Ctrl+2", partial(self.paper.fit, Fit.WIDTH)),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]  # it is a property

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.preview, self.preview.refresh)  # PySide does not survive a mistake in here for long

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.share(event.size().width())

    def _show_place(self, side: int, of: int) -> None:
        self.status.show_place(side, of, self._is_two_on_a_side)

    # which sheet

    def _turn_to(self, step: int) -> None:
        if kind := self.sheets.neighbour(step):
            self.sheets.choose(kind)

    def _on_sheet(self) -> None:
        self.choices.show_kind(self.sheets.kind)
        self.foot.show_neighbours(self.sheets.neighbour(-1), self.sheets.neighbour(1))
        self._on_choice()

    def _on_choice(self) -> None:
        self.preview.show_sheet(self.sheets.kind, self.chosen, two_on_a_side=self._is_two_on_a_side)
        self._say_print()

    def _on_shown(self) -> None:
        if self.preview.is_current and self.preview.pages:
            self.sheets.say_pages(self.sheets.kind, self.preview.pages)
        self._say_print()

    def _stop(self) -> None:
        if self.run.is_running:
            self.run.stop()
        else:
            self.preview.stop()

    # printing

    def _show_printers(self, printers: Printers) -> None:
        self._take_pdf = printers.take_pdf
        self.choices.show_printers(printers)
        self._say_print()

    def _on_run(self) -> None:
        self.preview.is_silent = self.run.is_running
        self._say_print()

    def _on_printed(self, job: PrintJob, told: str) -> None:
        self.printed.emit(job, told)
        self.accept()

    def _say_print(self) -> None:
        """Say at the foot what is printed."""
        if self.choices.printer.is_none:
            self.foot.say_save(_("No printer is set up on this PC."))
            return
        can_print = bool(self.choices.printer.chosen) and not self.run.is_running
        self.foot.say_print(self._print_words() if self.preview.is_current else _("Print"), can_print=can_print)

    def _print_words(self) -> str:
        two, count = self._is_two_on_a_side, self.choices.copies.count
        number = len(sides_of(range(self.preview.pages), two))
        sides = ngettext("{count} side", "{count} sides", number).format(count=number)
        copies = ngettext("{count} copy", "{count} copies", count).format(count=count)
        return _("Print: {amount}, {copies}").format(amount=sides if two else pages_words(number), copies=copies)
