"""What can be done from home besides working on a car."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.sure_button import SureButton


class HomeTools(QWidget):
    """A row of buttons, one for each of some actions; where there is no room for it, the menus have them all."""

    def __init__(self, actions: list[QAction], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.size(4))
        row.addStretch(1)
        for action in actions:
            button = SureButton(action.text(), "quiet")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            row.addWidget(button)

    def fit(self, width: int, *, hidden: bool) -> None:
        """Stand there only if there is room in a width, and it is not to be ``hidden``."""
        self.setHidden(hidden or self.sizeHint().width() > width)
