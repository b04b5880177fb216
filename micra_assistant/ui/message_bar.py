"""A line of words to the person: what holds them up, where a file lies, what went wrong."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from micra_assistant.ui.restyle import restyle
from micra_assistant.ui.signs import Sign, wear

_SHOWN_MS = 9000
_MOST_LINES = 3
"""How many lines of a message are seen until the person asks for more."""
_WIDE_ENOUGH = 480
"""How wide words like to be, in pixels."""
_EDGE = 14
_ANY_HEIGHT = 16_777_215


class Tone(StrEnum):
    """How a message is meant. Problems and offers stay until they are closed."""

    HINT = "hint"
    OFFER = "offer"
    PROBLEM = "problem"


class MessageBar(QFrame):
    """One message at a time, over what is there: nothing under a finger moves because something is said.

    Short words lie in the ``room`` there is for them, long ones below it from edge to edge.
    """

    def __init__(self, room: Callable[[], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._room = room
        self._over = parent
        self._take: Callable[[], object] | None = None
        self._offer = QPushButton()
        self._offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offer.clicked.connect(self._on_offer)
        self._more = QPushButton(self.tr("More"))
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.toggled.connect(self.place)
        close = QPushButton()
        wear(close, Sign.CROSS)
        close.setObjectName("close")
        close.setAccessibleName(self.tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 6, 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._more)
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
        """Lie where there is room for the words; of very many only the first lines are seen, and a button for more."""
        room = self._room()
        if room.width() < _WIDE_ENOUGH or self._lines(room.width()) > _MOST_LINES:
            room = QRect(_EDGE, room.bottom() + 1, self._over.width() - 2 * _EDGE, 0)
        is_long = self._lines(room.width()) > _MOST_LINES
        self._more.setVisible(is_long)
        is_cut = is_long and not self._more.isChecked()
        line = self._words.fontMetrics().lineSpacing()
        self._words.setMaximumHeight(_MOST_LINES * line if is_cut else _ANY_HEIGHT)
        self._layout.invalidate()
        room.setHeight(max(room.height(), self._layout.totalHeightForWidth(room.width())))
        self.setGeometry(room)

    def _lines(self, width: int) -> int:
        """Return how many lines the words need if the bar is ``width`` pixels wide."""
        buttons = [button for button in self.findChildren(QPushButton) if not button.isHidden()]
        margins = self._layout.contentsMargins()
        taken = sum(button.sizeHint().width() + self._layout.spacing() for button in buttons)
        room = max(1, width - taken - margins.left() - margins.right())
        return round(self._words.heightForWidth(room) / self._words.fontMetrics().lineSpacing())

    def _say(self, words: str, tone: Tone) -> None:
        if tone is Tone.HINT and self.words and self.property("tone") == Tone.PROBLEM:
            return
        self._take = None
        self._offer.hide()
        self._words.setText(words)
        self._more.setChecked(False)
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
