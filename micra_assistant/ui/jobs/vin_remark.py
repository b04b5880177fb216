"""What is said below a VIN: what is wrong with it, and the one that may be meant, which only a person puts there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from micra_assistant.jobs.vin import VinError, parse_vin, vin_hint
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class VinRemark(QWidget):
    """Words, and a button for the VIN that may be meant; hidden while nothing is to be said.

    Signals:
        taken: that one is meant; carries it.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meant = ""
        self._words = label("", "refusal")
        self._button = SureButton("", "small")
        self._button.setEnabled(False)
        self._button.clicked.connect(self._on_meant)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, empty if nothing is."""
        return "" if self.isHidden() else self._words.text()

    def judge(self, typed: str) -> bool:
        """Say what is wrong with what was typed, or odd in it; return whether it can be kept."""
        try:
            vin = parse_vin(typed)
        except VinError as error:
            self._say(str(error), "refusal", error.meant)
            return False
        self._say(vin_hint(vin), "hint")
        return True

    def _on_meant(self) -> None:
        self.taken.emit(self._meant)

    def _say(self, words: str, kind: str, meant: str = "") -> None:
        self._words.setText(words)
        self._words.setProperty("kind", kind)
        restyle(self._words)
        self._meant = meant
        self._button.setText(_("Take {vin}").format(vin=meant))
        self._button.setAccessibleName(self._button.text())
        self._button.setEnabled(bool(meant))
        self._button.setVisible(bool(meant))
        self.setVisible(bool(words))
