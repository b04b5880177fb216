"""The way round a wait: a button, and then a field for the reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class LeaveOut(QWidget):
    """Asks why a wait is left out; only Enter says it, going elsewhere does not.

    Signals:
        reasoned: a reason was typed; carries it.
    """

    reasoned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = SureButton(_("Leave the wait out…"), "small")
        self.button.clicked.connect(self._ask)
        self.field = TypedField(left_by_escape=True)
        self.field.setPlaceholderText(_("Why? Enter keeps it"))
        self.field.setAccessibleName(_("Why the wait is left out"))
        self.field.returnPressed.connect(self._on_enter)
        self.field.taken_back.connect(self.close_field)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)

    def close_field(self) -> None:
        """Ask no more; what was typed is let go of."""
        self.field.clear()
        self.field.hide()
        self.button.show()

    def _ask(self) -> None:
        self.button.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enter(self) -> None:
        self.reasoned.emit(self.field.text())
