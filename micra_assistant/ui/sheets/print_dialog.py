"""The print window: which sheet, how it will look, how it is to be, and the one button that prints."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from micra_assistant.paper.choices import SheetChoices
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.ui.sheets.choice_panel import ChoicePanel
from micra_assistant.ui.sheets.kept_choices import KeptChoices
from micra_assistant.ui.sheets.paper_view import Fit, PaperView
from micra_assistant.ui.sheets.print_foot import PrintFoot
from micra_assistant.ui.sheets.print_layout import PrintLayout
from micra_assistant.ui.sheets.print_messages import Printers, PrintJob
from micra_assistant.ui.sheets.print_run import PrintRun
from micra_assistant.ui.sheets.print_status import PrintStatus
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.ui.sheets.sheet_list import SheetList
from micra_assistant.ui.sheets.sheet_pictures import PictureKey, SheetPictures
from micra_assistant.ui.sheets.sheet_source import SheetSource
from micra_assistant.ui.sheets.sides import sides_of
from micra_assistant.ui.sheets.titles import pages_words, sheet_title
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _, ngettext

_SHARE_OF_THE_WINDOW = 0.97
_SETTLED_MS = 120
"""So long the size of the view must stay before the sheet is set for it."""
_SAID_AFTER_MS = 250
"""What is there sooner is not said to be on its way."""


class PrintDialog(QDialog):
    """Shows the sheet as it is chosen, and prints it.

    Signals:
        told: something of the sheet could not be had or set as it is; carries it in words.
        save_wanted: the sheet is to be saved as PDF; carries its kind and its choices.
        printed: the printer has the sheet; carries the PrintJob.
    """

    told = Signal(str)
    save_wanted = Signal(object, object)
    printed = Signal(object)

    def __init__(
        self,
        source: SheetSource,
        kind: SheetKind,
        kept: KeptChoices,
        setter: Setter,
        printing: Printing,
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source = source
        self._setter = setter
        self._shown: PictureKey | None = None
        self._pages = 0
        self.sheets = SheetList({one: source.can_print(one) for one in SheetKind}, look)
        self.choices = ChoicePanel(kept, source, look)
        self.paper = PaperView(look)
        self.status = PrintStatus(look)
        self.foot = PrintFoot(look)
        self.pictures = SheetPictures(setter, self._request, self)
        self.run = PrintRun(setter, printing, self.status, self)
        self._layout = PrintLayout(self, look)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._connect(printing)
        self._make_keys()
        self.sheets.choose(kind)
        size = parent.size() * _SHARE_OF_THE_WINDOW
        self._layout.share(size.width())
        self.resize(size)
        self.sheets.setFocus()
        printing.find_printers()

    @property
    def kept(self) -> KeptChoices:
        """What is chosen, to be kept for the next time."""
        return self.choices.kept

    @property
    def chosen(self) -> SheetChoices:
        """How the sheet is to be."""
        return self.kept.for_sheet(self.sheets.kind, self._source.paper, self._source.is_begun)

    @property
    def is_shown(self) -> bool:
        """Whether the sheet in sight is the one that is chosen."""
        return self._shown is not None and self._shown[:2] == (self.sheets.kind, self.chosen)

    def print(self) -> None:
        """Print the sheet, unless one is being printed or there is no printer."""
        if self.run.is_running or not self.choices.printer.chosen:
            return
        kept, chosen = self.kept, self.chosen
        job = PrintJob(
            printer=self.choices.printer.chosen,
            title=sheet_title(self.sheets.kind),
            pages=(),
            paper=chosen.paper,
            copies=self.choices.copies.count,
            both_sides=kept.both_sides,
            two_on_a_side=kept.two_on_a_side,
        )
        order, _told = self._source.order(self.sheets.kind, chosen)
        self.run.begin(job, SheetRequest(order, SheetForm.PAGES))

    def save(self) -> None:
        """Have the sheet saved as PDF."""
        self.save_wanted.emit(self.sheets.kind, self.chosen)

    def reject(self) -> None:
        """Leave off printing; close if nothing is being printed."""
        if self.run.is_running:
            self.run.stop()
        else:
            super().reject()

    def _connect(self, printing: Printing) -> None:
        printing.found.connect(self._show_printers)
        self._settled.timeout.connect(self._want)
        self._soon.timeout.connect(self._say_busy)
        self.sheets.chosen.connect(self._on_sheet)
        self.choices.changed.connect(self._on_choice)
        self.paper.resized.connect(self._settled.start)
        self.paper.turned.connect(self._show_place)
        self.pictures.arrived.connect(self._show)
        self.pictures.failed.connect(self._on_failed)
        self.pictures.busy.connect(self._on_busy)
        self.status.stop_wanted.connect(self._stop)
        self.run.changed.connect(self._say_print)
        self.run.done.connect(self._on_printed)
        self.foot.close_wanted.connect(self.reject)
        self.foot.save_wanted.connect(self.save)
        self.foot.before_wanted.connect(partial(self._turn_to, -1))
        self.foot.next_wanted.connect(partial(self._turn_to, 1))
        for what in (self.foot, self.sheets, self.paper):
            what.print_wanted.connect(self.print)
        self.finished.connect(self.paper.close_images)

    def _make_keys(self) -> None:
        for keys, act in (
            ("PgUp", partial(self._turn_to, -1)),
            ("PgDown", partial(self._turn_to, 1)),
            ("Ctrl+P", self.print),
            ("Ctrl+Return", self.print),
            ("Ctrl+Enter", self.print),
            ("Ctrl+S", self.save),
            ("Ctrl++", partial(self.paper.zoom, 1)),
            ("Ctrl+=", partial(self.paper.zoom, 1)),
            ("Ctrl+-", partial(self.paper.zoom, -1)),
            ("Ctrl+0", partial(self.paper.fit, Fit.WHOLE)),
            ("Ctrl+1", self.paper.show_real_size),
            ("Ctrl+2", partial(self.paper.fit, Fit.WIDTH)),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]  # it is a property

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.share(event.size().width())

    def _show_place(self, side: int, of: int) -> None:
        self.status.show_place(side, of, self.kept.two_on_a_side)

    # which sheet

    def _turn_to(self, step: int) -> None:
        if kind := self.sheets.neighbour(step):
            self.sheets.choose(kind)

    def _on_sheet(self) -> None:
        self.choices.show_kind(self.sheets.kind)
        self.foot.show_neighbours(self.sheets.neighbour(-1), self.sheets.neighbour(1))
        self._on_choice()

    def _on_choice(self) -> None:
        self.paper.show_paper(self.chosen.paper, self.kept.two_on_a_side)
        self._say_print()
        if self.isVisible():
            self._want()

    def _want(self) -> None:
        """Have the sheet set as it is chosen, for the size of the view."""
        if self.isVisible():
            self.pictures.want(PictureKey(self.sheets.kind, self.chosen, round(self.paper.ppi, 2)))

    def _request(self, key: PictureKey) -> SheetRequest:
        order, _told = self._source.order(key.kind, key.choices)
        return SheetRequest(order, SheetForm.PICTURES, ppi=key.ppi)

    def _show(self, key: PictureKey, answer: SheetAnswer) -> None:
        """Show the sheet, unless another one has been chosen meanwhile."""
        former, self._shown = self._shown, key
        is_same = former is not None and former[:2] == key[:2]
        self._pages = len(answer.files)
        self.paper.show_pages(answer.files, same_sheet=is_same)
        self.sheets.say_pages(key.kind, len(answer.files))
        self._say_print()
        if not is_same:
            self._tell(key, answer)

    def _tell(self, key: PictureKey, answer: SheetAnswer) -> None:
        _order, told = self._source.order(key.kind, key.choices)
        for words in (*told, *answer.told):
            self.status.say(words, is_problem=True)
            self.told.emit(words)

    def _on_failed(self, _key: PictureKey, answer: SheetAnswer) -> None:
        self._shown, self._pages = None, 0
        self.paper.show_pages((), same_sheet=False)
        self.status.say(answer.refusal or _("The sheet is not set."), is_problem=True)
        self._say_print()

    def _on_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._soon.start()
        else:
            self._soon.stop()
            if not self.run.is_running:
                self.status.say("")

    def _say_busy(self) -> None:
        if not self.run.is_running:
            words = _("Setting the sheet “{sheet}” …").format(sheet=sheet_title(self.sheets.kind))
            self.status.say(words, can_stop=True)

    def _stop(self) -> None:
        if self.run.is_running:
            self.run.stop()
        else:
            self._setter.stop()

    # printing

    def _show_printers(self, printers: Printers) -> None:
        self.choices.show_printers(printers)
        self._say_print()

    def _on_printed(self, job: PrintJob) -> None:
        self.printed.emit(job)
        self.accept()

    def _say_print(self) -> None:
        """Say on the button what it prints."""
        can_print = bool(self.choices.printer.chosen) and not self.run.is_running
        self.foot.say_print(self._print_words() if self.is_shown else _("Print"), can_print=can_print)

    def _print_words(self) -> str:
        two, count = self.kept.two_on_a_side, self.choices.copies.count
        number = len(sides_of(range(self._pages), two))
        sides = ngettext("{count} side", "{count} sides", number).format(count=number)
        copies = ngettext("{count} copy", "{count} copies", count).format(count=count)
        return _("Print: {amount}, {copies}").format(amount=sides if two else pages_words(number), copies=copies)
