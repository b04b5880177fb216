"""A line of words to the person: what holds them up, where a file lies, what went wrong."""

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from micra_assistant.ui.restyle import restyle

_SHOWN_MS = 9000


class Tone(StrEnum):
    """How a message is meant. Problems stay until they are closed."""

    HINT = "hint"
    PROBLEM = "problem"


class MessageBar(QFrame):
    """One message at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        close = QPushButton("✕")
        close.setObjectName("close")
        close.setAccessibleName(self.tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown, empty if nothing is."""
        return "" if self.isHidden() else self._words.text()

    def drop_hint(self) -> None:
        """Hide what is shown if it is no problem: the person has gone on."""
        if self.property("tone") == Tone.HINT:
            self.hide()

    def say(self, words: str, tone: Tone = Tone.HINT) -> None:
        """Show ``words``."""
        if tone is Tone.HINT and self.words and self.property("tone") == Tone.PROBLEM:
            return
        self._words.setText(words)
        self.setProperty("tone", tone.value)
        restyle(self, self._words)
        self.show()
        if tone is Tone.HINT:
            self._timer.start()
        else:
            self._timer.stop()
