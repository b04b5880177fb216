"""How a cell of the job list is drawn: its words, a remark below them, and a sign before how the job stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from micra_assistant.ui.jobs.job_words import JobStanding
from micra_assistant.ui.jobs.jobs_model import REMARK_ROLE, STANDING_ROLE, JobColumn
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign

Index = QModelIndex | QPersistentModelIndex

_BOLD = (JobColumn.JOB, JobColumn.CAR)
_PADDING = 12
_GAP = 8
_SIGN = 20
_BAR = 5
_WARNING = 11
_WORDS = 15
_REMARK = 13
_TICK = ((0.27, 0.52), (0.43, 0.67), (0.74, 0.34))
_CROSS = (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67)))


class JobsDelegate(QStyledItemDelegate):
    """Draws every cell of the list in a ``look``, which may change."""

    look: Look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        words, own.text = own.text, ""
        style = own.widget.style() if own.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        column, padding = JobColumn(index.column()), self.look.size(_PADDING)
        room = own.rect.adjusted(padding, 0, -padding, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column is JobColumn.JOB and own.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(
                own.rect.left(), own.rect.top(), self.look.size(_BAR), room.height(), self._colour("accent")
            )
        if column is JobColumn.STATE:
            room.setLeft(self._draw_sign(painter, room, JobStanding(index.data(STANDING_ROLE))))
        self._draw_lines(painter, room, words, index.data(REMARK_ROLE), column)
        painter.restore()

    def _draw_lines(self, painter: QPainter, room: QRect, words: str, remark: str, column: JobColumn) -> None:
        lines = [(words, _WORDS, column in _BOLD, "ink")]
        if remark:
            warns = column is JobColumn.STATE
            lines.append((remark, _REMARK, True, "strip-ink" if warns else "accent"))
        heights = [round(self.look.size(size) * 1.3) for _, size, *_ in lines]
        top = room.top() + (room.height() - sum(heights)) // 2
        for (line, size, bold, colour), height in zip(lines, heights, strict=True):
            font = QFont(painter.font())
            font.setPixelSize(self.look.size(size))
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(self._colour(colour))
            place = QRect(room.left(), top, room.width(), height)
            if colour == "strip-ink":
                place.setLeft(self._draw_warning(painter, place))
            cut = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
            top += height

    def _draw_warning(self, painter: QPainter, line: QRect) -> int:
        """Draw the sign of what is open on a car at the left of a line, and return where its words begin."""
        side = self.look.size(_WARNING)
        signs.draw(
            painter,
            Sign.OPEN,
            QRectF(line.left(), line.center().y() - side / 2, side, side),
            self._colour("strip-ink"),
        )
        return line.left() + side + self.look.size(_GAP) // 2

    def _draw_sign(self, painter: QPainter, room: QRect, standing: JobStanding) -> int:
        """Draw the sign of a standing, and return where the room beside it begins."""
        side = self.look.size(_SIGN)
        disc = QRectF(room.left() + 1, room.center().y() - side / 2 + 0.5, side, side)
        full = {JobStanding.HELD: "good", JobStanding.NOT_HELD: "bad"}.get(standing)
        painter.setPen(QPen(self._colour(full or ("accent" if standing is JobStanding.OPEN else "muted")), side * 0.1))
        painter.setBrush(self._colour(full) if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if full:
            painter.setPen(QPen(self._colour("card"), side * 0.13, c=Qt.PenCapStyle.RoundCap))
            for stroke in (_TICK,) if standing is JobStanding.HELD else _CROSS:
                painter.drawPolyline(QPolygonF([disc.topLeft() + QPointF(x, y) * side for x, y in stroke]))
        elif standing is JobStanding.NOT_KNOWN:
            font = QFont(painter.font())
            font.setPixelSize(round(side * 0.7))
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")
        return round(disc.right()) + self.look.size(_GAP)

    def _colour(self, meaning: str) -> QColor:
        return self.look.theme.colour(meaning)
