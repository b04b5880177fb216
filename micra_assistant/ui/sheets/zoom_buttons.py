"""How large the sheet is shown."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from micra_assistant.ui.sheets.paper_view import Fit, PaperView
from micra_assistant.ui.sheets.square_button import square_button
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_GAP = 6


class ZoomButtons(QWidget):
    """Larger, smaller, all of a side, its width, its real size: by Ctrl and +, -, 0, 2, 1, too."""

    def __init__(self, view: PaperView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(_GAP))
        self._buttons: list[QPushButton] = []
        self._gap = look.size(_GAP)
        for sign, words, act in (
            ("+", _("Larger"), lambda: view.zoom(1)),
            ("−", _("Smaller"), lambda: view.zoom(-1)),
            (_("Page"), _("The whole page"), lambda: view.fit(Fit.WHOLE)),
            (_("Width"), _("The width of the page"), lambda: view.fit(Fit.WIDTH)),
            ("1:1", _("As large as on paper"), view.show_real_size),
        ):
            self._buttons.append(square_button(sign, words, act))
            layout.addWidget(self._buttons[-1])
        layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out those at the end that there is no room for; their keys work all the same."""
        super().resizeEvent(event)
        each = self._buttons[0].sizeHint().height() + self._gap
        for number, button in enumerate(self._buttons, 1):
            button.setVisible(number * each - self._gap <= event.size().height())
