"""What signals say before everyone who is to hear it is there."""

from functools import partial

from PySide6.QtCore import SignalInstance


class HeardBefore:
    """Keeps what some signals say, to say it again once all who are to hear it listen."""

    def __init__(self, *signals: SignalInstance) -> None:
        self._said: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._kept = [(signal, signal.connect(partial(self._keep, signal))) for signal in signals]

    def say_again(self) -> None:
        """Let the signals say again, in their order, what they have said; nothing is kept from then on."""
        for signal, connection in self._kept:
            signal.disconnect(connection)
        self._kept.clear()
        said, self._said = self._said, []
        for signal, words in said:
            signal.emit(*words)

    def forget(self) -> None:
        """Let nothing of what was said until now be said again: it is past."""
        self._said.clear()

    def _keep(self, signal: SignalInstance, *words: object) -> None:
        self._said.append((signal, words))
