"""How cells of the parts table are drawn: the chosen option with a ring, a price as a bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from micra_assistant.ui.parts.parts_model import CHOSEN_ROLE, SPAN_ROLE, STRENGTH_ROLE
from micra_assistant.ui.style.look import Look

Index = QModelIndex | QPersistentModelIndex


class LookDelegate(QStyledItemDelegate):
    """A delegate that draws in a look, which may change."""

    look: Look


class OptionDelegate(LookDelegate):
    """The name of an option behind a ring that is filled if it is the chosen one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side = self.look.size(16)
        ring = QRectF(option.rect.left() + 4, option.rect.center().y() - side / 2 + 0.5, side, side)
        theme = self.look.theme
        chosen = bool(index.data(CHOSEN_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "field-edge"), 1.8))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            inset = side * 0.28
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        painter.restore()
        option.rect.setLeft(round(ring.right()) + self.look.size(6))
        option.font.setBold(True)
        super().paint(painter, option, index)


class SpanDelegate(LookDelegate):
    """A price from and to, as a bar between nothing and the dearest part, the paler the older the price."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        span = index.data(SPAN_ROLE)
        if span is None:
            return
        low, high = span
        height = self.look.size(9)
        track = QRectF(option.rect).adjusted(8, 0, -16, 0)
        track.setTop(track.center().y() - height / 2)
        track.setHeight(height)
        bar = QRectF(track)
        bar.setLeft(track.left() + low * track.width())
        bar.setWidth(max(height, (high - low) * track.width()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(index.data(STRENGTH_ROLE))
        for part, colour in ((track, "track"), (bar, "accent")):
            painter.setBrush(self.look.theme.colour(colour))
            painter.drawRoundedRect(part, height / 2, height / 2)
        painter.restore()
