"""Work that can be done before it is wanted: in small pieces, while the person looks at what is there."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

_PAUSE = 400
"""Milliseconds after which a person is thought to look, not to go on."""
_BETWEEN = 30
"""Milliseconds between two pieces: keys and taps come first."""


class WhenIdle(QObject):
    """Does the pieces of some work one after the other, each in a turn of the window's loop of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Iterator[object] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, pieces: Iterator[object]) -> None:
        """Begin some work in a while, in place of what is not done of the work before."""
        self._pieces = pieces
        self._timer.start(_PAUSE)

    def wait(self) -> None:
        """Go on with what is not done in a while: the person is at something else just now."""
        if self._timer.isActive():
            self._timer.start(_PAUSE)

    def drop(self) -> None:
        """Leave the rest undone: it is done at once, or not wanted any more."""
        self._pieces = iter(())
        self._timer.stop()

    def _go_on(self) -> None:
        if next(self._pieces, self) is not self:
            self._timer.start(_BETWEEN)
