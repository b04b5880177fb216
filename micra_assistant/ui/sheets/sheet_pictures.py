"""The pages of the sheet in front of the person, as pictures: set anew when it is another or is to be larger."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from micra_assistant.errors import MicraError
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.ui.sheets.order_maker import OrderMaker

_MOST_KEPT = 3
"""Of sheets at a size, a few megabytes each."""


class PictureKey(NamedTuple):
    """A sheet as it was chosen, with so many pixels to an inch."""

    kind: SheetKind
    choices: SheetChoices
    ppi: float


class SheetPictures(QObject):
    """Lets one sheet be set at a time; of several that are wanted meanwhile only the last one counts.

    What takes long of its order is worked out before, a part in each turn of the event loop.

    Signals:
        arrived: the pictures that are wanted are there; carries their key and the SheetAnswer with them.
        failed: they will not be; carries the key and the SheetAnswer that says why.
        busy: whether something is being set.
    """

    arrived = Signal(object, object)
    failed = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, setter: Setter, source: OrderMaker, parent: QObject) -> None:
        super().__init__(parent)
        self._setter = setter
        self._source = source
        self._kept: dict[PictureKey, SheetAnswer] = {}
        self._wanted: PictureKey | None = None
        self._asked: PictureKey | None = None
        self._is_over = False
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._go_on)

    def want(self, key: PictureKey) -> None:
        """Have a sheet as pictures, now or later."""
        self._wanted = key
        if key in self._kept:
            self.arrived.emit(key, self._kept[key])
        elif self._asked is None:
            self._ask(key)

    def close(self) -> None:
        """Take no notice any more of what is still being set."""
        self._is_over = True
        self._next_turn.stop()

    def stop(self) -> None:
        """Leave off whatever is being worked out or set."""
        if self._next_turn.isActive() and self._asked:
            self._next_turn.stop()
            self._take(self._asked, SheetAnswer(is_stopped=True))
        else:
            self._setter.stop()

    def _ask(self, key: PictureKey) -> None:
        self._asked = key
        self.busy.emit(True)
        self._go_on()

    def _go_on(self) -> None:
        """Work ahead in this turn, or have the sheet set if all is ready for it."""
        key = self._asked
        if key is None:
            return
        try:
            if self._source.is_ready(key.kind):
                self._set(key)
            elif self._wanted == key:
                self._source.work_ahead()
                self._next_turn.start()
            else:
                self._turn_to_wanted()
        except MicraError as error:
            self._take(key, SheetAnswer(refusal=str(error)))

    def _set(self, key: PictureKey) -> None:
        order, _told = self._source.order(key.kind, key.choices)
        self._setter.set(SheetRequest(order, SheetForm.PICTURES, ppi=key.ppi), partial(self._take, key))

    def _turn_to_wanted(self) -> None:
        self._asked = None
        if self._wanted:
            self.want(self._wanted)
        self.busy.emit(self._asked is not None)

    def _take(self, key: PictureKey, answer: SheetAnswer) -> None:
        if self._is_over:
            return
        self._asked = None
        if answer.is_done:
            self._keep(key, answer)
        if self._wanted and self._wanted != key and not answer.is_stopped:
            self._turn_to_wanted()
        else:
            self.busy.emit(False)
            (self.arrived if answer.is_done else self.failed).emit(self._wanted or key, answer)

    def _keep(self, key: PictureKey, answer: SheetAnswer) -> None:
        self._kept[key] = answer
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
