"""A button with a drawing instead of words, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QWidget

from micra_assistant import assets
from micra_assistant.ui.style.look import Look

_SIDE = 24
"""Of the drawing, in pixels at scale 1."""


class IconButton(QPushButton):
    """Shows ``resources/icons/<name>.svg``; ``words`` are for the tooltip and for those who do not see it."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._drawn: tuple[Look, float] | None = None
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def show_look(self, look: Look) -> None:
        """Draw the icon in another look, or for another screen; nothing happens if it is drawn so already."""
        if (look, self.devicePixelRatio()) == self._drawn:
            return
        self._drawn = look, self.devicePixelRatio()
        side = look.size(_SIDE)
        pixmap = QPixmap(QSize(side, side) * self.devicePixelRatio())
        pixmap.fill(Qt.GlobalColor.transparent)
        drawing = look.theme.recoloured(assets.resource("icons", f"{self._name}.svg").read_bytes())
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing)).render(painter)
        painter.end()
        self.setIcon(QIcon(pixmap))
        self.setIconSize(QSize(side, side))
