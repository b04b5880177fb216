"""The sheets that the person waits for: each is set once, what goes wrong is said, and there is a way to stop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from micra_assistant.paper.request import SheetAnswer, SheetRequest, Then
from micra_assistant.paper.setter import Setter
from micra_assistant.ui.frame.message_bar import MessageBar
from micra_assistant.words import _

_SAID_AFTER_MS = 250
"""What is there sooner is not said to be on its way."""


class SheetWishes(QObject):
    """Passes wishes on to a setter, and says so if that takes a while.

    Signals:
        settled: nothing is being set any more; carries whether all that was wished for last is there.
    """

    settled = Signal(bool)

    def __init__(self, setter: Setter, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self.setter = setter
        self._messages = messages
        self._wished: set[str] = set()
        self._kept: set[str] = set()
        self._words = ""
        self._soon = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._soon.timeout.connect(self._say)

    @property
    def is_saving(self) -> bool:
        """Whether something is being set that is to be kept in a file."""
        return bool(self._kept)

    def wish(self, name: str, title: str, request: SheetRequest, then: Then, is_kept: bool = False) -> None:
        """Set a sheet that is called ``title``; what is being set already under this name is not set again.

        ``then`` gets the answer if there is what was wished for, and is to be kept in a file if ``is_kept``.
        """
        self._words = _("Setting the sheet “{sheet}” …").format(sheet=title)
        if name in self._wished:
            self._say()
            return
        self._wished.add(name)
        if is_kept:
            self._kept.add(name)
        self._soon.start()
        self.setter.set(request, partial(self._on_answer, name, then))

    def _say(self) -> None:
        self._messages.offer(self._words, _("Stop"), self.setter.stop)

    def _on_answer(self, name: str, then: Callable[[SheetAnswer], object], answer: SheetAnswer) -> None:
        self._wished.discard(name)
        self._kept.discard(name)
        if not self._wished:
            self._soon.stop()
            self._messages.withdraw(self._words)
        if answer.is_done:
            then(answer)
        elif answer.refusal:
            self._messages.say_problem(answer.refusal)
        if not self._wished:
            self.settled.emit(answer.is_done)
