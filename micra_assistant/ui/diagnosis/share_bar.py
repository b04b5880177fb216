"""A bar for how likely a fault is, with a mark where it was before."""

from math import sqrt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look

_HEIGHT, _BAR, _MARK = 16, 10, 4
"""Of all of it, of the bar, and the width of the mark, in pixels at scale 1."""


class ShareBar(QWidget):
    """Draws shares from 0 to 1 by their square roots: small ones can be told apart."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self._before: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, before: float | None) -> None:
        """Show a share, and what it was before unless that is None."""
        self._share, self._before = sqrt(share), None if before is None else sqrt(before)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.size(100), self._look.size(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = look.size(_BAR)
        bar = QRectF(0, (self.height() - high) / 2, self.width(), high)
        for ground, edge, share in (("track", "edge", 1.0), ("accent", "accent", self._share)):
            painter.setPen(look.theme.colour(edge))
            painter.setBrush(look.theme.colour(ground))
            filled = QRectF(bar.left(), bar.top(), max(bar.width() * share, high if share else 0), high)
            painter.drawRoundedRect(filled.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._before is not None:
            wide = look.size(_MARK)
            left = min(max(0, self.width() * self._before - wide / 2), self.width() - wide)
            painter.setBrush(look.theme.colour("ink"))
            painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), wide / 2, wide / 2)
