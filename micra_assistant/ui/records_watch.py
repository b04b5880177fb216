"""Notices what other windows have written to the records."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from micra_assistant.errors import StoreError
from micra_assistant.jobs.records.store import Store

_EVERY = 1000
_QUIET_LOOKS = 3
"""Milliseconds between two looks; and after how many that saw nothing new the records are brought to rest."""


class RecordsWatch(QObject):
    """Looks at the records once a second.

    Signals:
        written: somebody has written since the last look, or the records are another kind of place now.
    """

    written = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._seen = -1, True
        self._quiet_looks = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def check(self) -> None:
        """Look now; what cannot be read is said when it is asked for."""
        with suppress(StoreError):
            seen = self._store.last(), self._store.keeps
            self._quiet_looks = self._quiet_looks + 1 if seen == self._seen else 0
            if seen != self._seen:
                self._seen = seen
                self.written.emit()
            if self._quiet_looks == _QUIET_LOOKS:
                self._store.settle()
