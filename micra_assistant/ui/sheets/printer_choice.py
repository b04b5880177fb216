"""Which printer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.ui.sheets.print_messages import Printers
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _


class PrinterChoice(QWidget):
    """The printers of this PC once they are found; the ``last`` one is chosen, else the usual one.

    Signals:
        changed: another one is chosen.
    """

    changed = Signal()

    def __init__(self, last: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._look = look
        self._box: ChoiceBox | None = None
        self._is_none = False
        self._words = label(_("Looking for printers …"), "hint")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._words)

    @property
    def chosen(self) -> str:
        """The name of the printer, empty if there is none."""
        return self._box.currentText() if self._box else ""

    @property
    def is_none(self) -> bool:
        """Whether none was found; not so while they are looked for."""
        return self._is_none

    def show_printers(self, printers: Printers) -> None:
        """Let one of these be chosen."""
        last, former, self._box = self.chosen or self._last, self._box, None
        if former:
            former.deleteLater()
        self._is_none = not printers.names
        self._words.setVisible(self._is_none)
        self._words.setText(_("No printer is set up on this PC. The sheet can be saved as PDF."))
        if printers.names:
            self._box = box = ChoiceBox(list(printers.names), self._look)
            box.setAccessibleName(_("Printer"))
            wanted = last if last in printers.names else printers.usual
            box.setCurrentIndex(max(0, box.findText(wanted)))
            box.currentIndexChanged.connect(self.changed)
            self._layout.addWidget(box)
