"""A line of words to the person: what holds them up, where a file lies, what went wrong."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from micra_assistant.ui.restyle import restyle
from micra_assistant.ui.signs import Sign, wear

_SHOWN_MS = 9000


class Tone(StrEnum):
    """How a message is meant. Problems and offers stay until they are closed."""

    HINT = "hint"
    OFFER = "offer"
    PROBLEM = "problem"


class MessageBar(QFrame):
    """One message at a time, over what ``room`` says: nothing under a finger moves because something is said."""

    def __init__(self, room: Callable[[], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._room = room
        self._take: Callable[[], object] | None = None
        self._offer = QPushButton()
        self._offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offer.clicked.connect(self._on_offer)
        close = QPushButton()
        wear(close, Sign.CROSS)
        close.setObjectName("close")
        close.setAccessibleName(self.tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 6, 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._offer)
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

    def drop_offer(self) -> None:
        """Hide an offer: it was about what is no longer there."""
        if self.property("tone") == Tone.OFFER:
            self.hide()

    def say(self, words: str, tone: Tone = Tone.HINT) -> None:
        """Show ``words``."""
        self._say(words, tone)

    def offer(self, words: str, button: str, take: Callable[[], object]) -> None:
        """Show ``words`` until they are closed, with a button that does something about them."""
        self._say(words, Tone.OFFER)
        self._take = take
        self._offer.setText(button)
        self._offer.show()
        self.place()

    def place(self) -> None:
        """Lie in the room there is, or further down if the words need more."""
        room = self._room()
        self._layout.invalidate()
        height = max(room.height(), self._layout.totalHeightForWidth(room.width()))
        self.setGeometry(room.x(), room.y(), room.width(), height)

    def _say(self, words: str, tone: Tone) -> None:
        if tone is Tone.HINT and self.words and self.property("tone") == Tone.PROBLEM:
            return
        self._take = None
        self._offer.hide()
        self._words.setText(words)
        self.setProperty("tone", tone.value)
        restyle(self, self._words)
        self.show()
        self.raise_()
        self.place()
        if tone is Tone.HINT:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_offer(self) -> None:
        take = self._take
        self.hide()
        if take:
            take()
