"""What the print window says: which side is in sight, what it is doing, what is amiss."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.words import _

_ROW = 40


class PrintStatus(QWidget):
    """One line, always as high, so that the sheet above it keeps its size.

    Signals:
        stop_wanted: what is being done is to be left off.
    """

    stop_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QLabel()
        self._place.setProperty("kind", "eyebrow")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(look.size(140))
        self._progress.setAccessibleName(_("How far the printing is"))
        self._stop = QPushButton(_("Stop"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop_wanted)
        self.setFixedHeight(look.size(_ROW))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(12))
        for widget, share in ((self._place, 0), (self._words, 1), (self._progress, 0), (self._stop, 0)):
            layout.addWidget(widget, share)
        self.say("")

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_place(self, side: int, of: int, two_on_a_side: bool) -> None:
        """Say which page is in sight, or which side if it has two."""
        words = _("Side {number} of {count}") if two_on_a_side else _("Page {number} of {count}")
        self._place.setText(words.format(number=side, count=of) if of else "")

    def say(self, words: str, *, can_stop: bool = False, is_problem: bool = False) -> None:
        """Say what is done or amiss; whether it can be stopped."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self._words.setProperty("kind", "refusal" if is_problem else "hint")
        restyle(self._words)
        self._stop.setVisible(can_stop)
        self._progress.setVisible(False)
        announce(self, words)

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._progress.setVisible(True)
        self._progress.setMaximum(of)
        self._progress.setValue(done)
