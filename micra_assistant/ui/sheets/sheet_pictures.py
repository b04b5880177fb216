"""The pages of the sheet in front of the person, as pictures: set anew when it is another or is to be larger."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import MicraError
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.request import SheetAnswer, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.paper.sheet_choices import SheetChoices

_MOST_KEPT = 3
"""Of sheets at a size, a few megabytes each."""


class PictureKey(NamedTuple):
    """A sheet as it was chosen, with so many pixels to an inch."""

    kind: SheetKind
    choices: SheetChoices
    ppi: float


class SheetPictures(QObject):
    """Lets one sheet be set at a time; of several that are wanted meanwhile only the last one counts.

    Signals:
        arrived: the pictures that are wanted are there; carries their key and the SheetAnswer with them.
        failed: they will not be; carries the key and the SheetAnswer that says why.
        busy: whether something is being set.
    """

    arrived = Signal(object, object)
    failed = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, setter: Setter, make: Callable[[PictureKey], SheetRequest], parent: QObject) -> None:
        super().__init__(parent)
        self._setter = setter
        self._make = make
        self._kept: dict[PictureKey, SheetAnswer] = {}
        self._wanted: PictureKey | None = None
        self._asked: PictureKey | None = None
        self._is_over = False

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

    def _ask(self, key: PictureKey) -> None:
        try:
            request = self._make(key)
        except MicraError as error:
            self.failed.emit(key, SheetAnswer(refusal=str(error)))
            return
        self._asked = key
        self.busy.emit(True)
        self._setter.set(request, partial(self._take, key))

    def _take(self, key: PictureKey, answer: SheetAnswer) -> None:
        if self._is_over:
            return
        self._asked = None
        if answer.is_done:
            self._keep(key, answer)
        if self._wanted and self._wanted != key and not answer.is_stopped:
            self.want(self._wanted)
            self.busy.emit(self._asked is not None)
        else:
            self.busy.emit(False)
            (self.arrived if answer.is_done else self.failed).emit(self._wanted or key, answer)

    def _keep(self, key: PictureKey, answer: SheetAnswer) -> None:
        self._kept[key] = answer
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
