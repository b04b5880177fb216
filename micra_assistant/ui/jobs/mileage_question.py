"""A mileage below the last one of the same car is asked about, not refused: some meters were changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from micra_assistant.jobs.mileage import Reached, show_mileage
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance


class MileageQuestion(QWidget):
    """What the car showed before, and a button that says that it is right all the same; hidden while nothing is asked.

    Signals:
        confirmed: it is right.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: QLabel = label("", "refusal")
        self._button = SureButton(_("It is right"), "small")
        self._button.clicked.connect(self.confirmed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.setEnabled(False)
        self.hide()

    @property
    def words(self) -> str:
        """What is asked, empty if nothing is."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, mileage: int, reached: Reached, distance: Distance = Distance.KM) -> None:
        """Ask whether a mileage is right that is less than what was reached."""
        words = _("{mileage} is less than the {reached} of job {job}. Is it right?")
        typed, before = show_mileage(mileage, distance), show_mileage(reached.mileage, distance)
        self._words.setText(words.format(mileage=typed, reached=before, job=reached.job.name))
        self._button.setAccessibleDescription(self._words.text())
        self.setEnabled(True)
        self.show()
        announce(self, self._words.text())
