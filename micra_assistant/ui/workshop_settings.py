"""What holds for the whole workshop: kept in its file, and looked at when others change that."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from micra_assistant.errors import MicraError
from micra_assistant.number_words import write_with
from micra_assistant.workshop.values import Workshop
from micra_assistant.workshop.workshopfile import WorkshopFile

_LOOKED_EVERY = 1000
"""Milliseconds between two looks at whether another window has changed it."""


class WorkshopSettings(QObject):
    """The settings of the workshop, for all who show or change them.

    Signals:
        changed: something else holds now, so that everything is to be shown anew; not what ``change`` has changed.
        failed: something went wrong, or is wrong with the file; carries the words.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, kept: WorkshopFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._see()
        self._said = ""
        self._watch = QTimer(self, interval=_LOOKED_EVERY)
        self._watch.timeout.connect(self.check)
        self._watch.start()

    @property
    def now(self) -> Workshop:
        """What holds now."""
        return self._kept.now

    def _see(self) -> None:
        """Take what holds now; from here on numbers are written so."""
        self._seen = self._kept.now
        write_with(self._seen.numbers.mark)

    def complaints(self) -> str:
        """Return what is wrong with the file, line by line, that was not said yet; nothing if nothing is."""
        words = "\n".join(map(str, self._kept.complaints))
        new = words if words != self._said else ""
        self._said = words
        return new

    def check(self) -> None:
        """See whether the file was changed, here or elsewhere, and say what is wrong with it by now."""
        if self._kept.now is not self._seen:
            self._see()
            self.changed.emit()
        if complaints := self.complaints():
            self.failed.emit(complaints)

    def change(self, values: Mapping[str, Any]) -> bool:
        """Give settings, by their names, other values, and return whether that could be kept; say it if not.

        Who calls this shows what it changes.
        """
        try:
            self._kept.change(values)
        except MicraError as error:
            self.failed.emit(str(error))
            return False
        self._see()
        return True

    def change_all(self, values: Mapping[str, Any]) -> None:
        """Do as ``change`` does, and have everything shown anew."""
        self.change(values)
        self.changed.emit()
