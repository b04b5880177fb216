"""The preview that follows what is chosen: it has the sheet set for its size, and shows it once it is there."""

from PySide6.QtCore import QObject, QTimer, Signal

from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.request import SheetAnswer
from micra_assistant.paper.setter import Setter
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.titles import sheet_title
from micra_assistant.ui.sheets.order_maker import OrderMaker
from micra_assistant.ui.sheets.paper_view import PaperView
from micra_assistant.ui.sheets.print_status import PrintStatus
from micra_assistant.ui.sheets.sheet_pictures import PictureKey, SheetPictures
from micra_assistant.words import _

_SETTLED_MS = 120
"""So long the size of the view must stay before the sheet is set for it."""
_SAID_AFTER_MS = 250
"""What is there sooner is not said to be on its way."""


class LivePreview(QObject):
    """Shows a sheet in ``paper``, and says in ``status`` what comes of it.

    Signals:
        shown: another sheet is in sight, or none.
        told: something of the sheet could not be had or set as it is; carries it in words.
    """

    shown = Signal()
    told = Signal(str)

    def __init__(
        self, setter: Setter, source: OrderMaker, paper: PaperView, status: PrintStatus, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._paper = paper
        self._status = status
        self._wanted: tuple[SheetKind, SheetChoices] | None = None
        self._shown: PictureKey | None = None
        self.pages = 0
        self.is_silent = False
        self._pictures = SheetPictures(setter, source, self)
        self._pictures.arrived.connect(self._show)
        self._pictures.failed.connect(self._on_failed)
        self._pictures.busy.connect(self._on_busy)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.refresh)
        self._soon = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._soon.timeout.connect(self._say_busy)
        paper.resized.connect(self._settled.start)

    @property
    def is_current(self) -> bool:
        """Whether the sheet in sight is the one that was asked for last."""
        return self._shown is not None and self._shown[:2] == self._wanted

    def show_sheet(self, kind: SheetKind, choices: SheetChoices, *, two_on_a_side: bool) -> None:
        """Show a sheet, now or once it is set."""
        self._wanted = kind, choices
        self._paper.show_paper(choices.paper, two_on_a_side)
        self.refresh()

    def close(self) -> None:
        """Take no notice any more of what is still being set."""
        self._pictures.close()

    def stop(self) -> None:
        """Leave off the sheet that is on its way, also for a size that the view has just got."""
        self._settled.stop()
        self._pictures.stop()

    def refresh(self) -> None:
        """Have the sheet set for the size of the view, if the view is in sight."""
        if self._wanted and self._paper.isVisible():
            self._pictures.want(PictureKey(*self._wanted, round(self._paper.ppi, 2)))

    def _show(self, key: PictureKey, answer: SheetAnswer) -> None:
        former, self._shown = self._shown, key
        is_same = former is not None and former[:2] == key[:2]
        self.pages = len(answer.files)
        self._paper.show_pages(answer.files, same_sheet=is_same)
        self.shown.emit()
        if not is_same:
            self._tell(key, answer)

    def _tell(self, key: PictureKey, answer: SheetAnswer) -> None:
        _order, told = self._source.order(key.kind, key.choices)
        for words in (*told, *answer.told):
            self._status.say(words, is_problem=True)
            self.told.emit(words)

    def _on_failed(self, _key: PictureKey, answer: SheetAnswer) -> None:
        self._shown, self.pages = None, 0
        self._paper.show_pages((), same_sheet=False)
        self._status.say(answer.refusal or _("The sheet is not set."), is_problem=True)
        self.shown.emit()

    def _on_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._soon.start()
        else:
            self._soon.stop()
            self._say("")

    def _say_busy(self) -> None:
        if self._wanted:
            words = _("Setting the sheet “{sheet}” …").format(sheet=sheet_title(self._wanted[0]))
            self._say(words, can_stop=True)

    def _say(self, words: str, *, can_stop: bool = False) -> None:
        if not self.is_silent:
            self._status.say(words, can_stop=can_stop)
