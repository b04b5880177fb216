"""How far the search is: its stages in one line, what is done with a tick, the one that is now in blue."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.jobs.faultfinding.search_stages import SearchStage, StageStand
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.words import N_, _

_DISC, _GAP, _ROAD = 24, 8, 18
_NAME, _DETAIL = 15, 13
"""In pixels at scale 1."""
_SAID = {
    StageStand.DONE: N_("{stage}: done"),
    StageStand.NOW: N_("{stage}: now"),
    StageStand.AHEAD: N_("{stage}: ahead"),
}
_COLOURS = {StageStand.DONE: "good", StageStand.NOW: "accent", StageStand.AHEAD: "field-edge"}


class StageLine(QWidget):
    """Draws the stages as discs on a road, each with its name and what was done in it.

    Where not all names have room, only that of the stage that is now is shown.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stages: tuple[SearchStage, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[SearchStage]) -> None:
        """Show how far the search is."""
        self._stages = tuple(stages)
        said = [_(_SAID[stage.stand]).format(stage=stage.name) for stage in stages]
        self.setAccessibleName(_("The way to the fault. {stages}").format(stages="; ".join(said)))
        self.update()

    @property
    def stages(self) -> tuple[SearchStage, ...]:
        """The stages that are shown."""
        return self._stages

    def sizeHint(self) -> QSize:
        words = sum(QFontMetrics(self._font(size)).lineSpacing() for size in (_NAME, _DETAIL))
        return QSize(0, max(words, self._look.size(_DISC)) + self._look.size(2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rooms = [self._room_of(stage, with_words=self._has_room_for_all or _is_now(stage)) for stage in self._stages]
        free = max(0, self.width() - sum(rooms)) / max(1, len(rooms) - 1)
        left = 0.0
        for place, (stage, room) in enumerate(zip(self._stages, rooms, strict=True)):
            self._draw_stage(painter, stage, left, with_words=room > self._look.size(_DISC))
            if place < len(rooms) - 1:
                self._draw_road(painter, stage, left + room, left + room + free)
            left += room + free

    @property
    def _has_room_for_all(self) -> bool:
        roads = self._look.size(_ROAD + 2 * _GAP) * (len(self._stages) - 1)
        return sum(self._room_of(stage, with_words=True) for stage in self._stages) + roads <= self.width()

    def _room_of(self, stage: SearchStage, *, with_words: bool) -> int:
        if not with_words:
            return self._look.size(_DISC)
        name, detail = QFontMetrics(self._font(_NAME, bold=True)), QFontMetrics(self._font(_DETAIL))
        words = max(name.horizontalAdvance(stage.name), detail.horizontalAdvance(stage.detail))
        return self._look.size(_DISC + _GAP) + words

    def _draw_stage(self, painter: QPainter, stage: SearchStage, left: float, *, with_words: bool) -> None:
        side = self._look.size(_DISC)
        edge = self._look.size(1)
        disc = QRectF(left, (self.height() - side) / 2, side, side).adjusted(edge, edge, -edge, -edge)
        self._draw_disc(painter, stage, disc)
        if not with_words:
            return
        ink = {StageStand.NOW: "accent", StageStand.AHEAD: "muted"}.get(stage.stand, "ink")
        name, detail = self._font(_NAME, bold=True), self._font(_DETAIL)
        metrics, small = QFontMetrics(name), QFontMetrics(detail)
        top = (self.height() - metrics.lineSpacing() - small.lineSpacing()) / 2
        left += side + self._look.size(_GAP)
        self._write(painter, stage.name, name, self._colour(ink), QPointF(left, top + metrics.ascent()))
        below = QPointF(left, top + metrics.lineSpacing() + small.ascent())
        self._write(painter, stage.detail, detail, self._colour("muted"), below)

    def _draw_disc(self, painter: QPainter, stage: SearchStage, disc: QRectF) -> None:
        colour = self._colour(_COLOURS[stage.stand])
        painter.setPen(QPen(colour, self._look.size(2)))
        painter.setBrush(self._colour("card") if stage.stand is StageStand.AHEAD else colour)
        painter.drawEllipse(disc)
        if stage.stand is StageStand.DONE:
            inner = self._look.size(5)
            signs.draw(painter, Sign.TICK, disc.adjusted(inner, inner, -inner, -inner), self._colour("good-ink"))
        elif stage.stand is StageStand.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("accent-ink"))
            painter.drawEllipse(disc.center(), self._look.size(4), self._look.size(4))

    def _draw_road(self, painter: QPainter, stage: SearchStage, begin: float, end: float) -> None:
        gap = self._look.size(_GAP)
        painter.setPen(QPen(self._colour("good" if stage.stand is StageStand.DONE else "edge"), self._look.size(3)))
        if end - begin > 2 * gap:
            painter.drawLine(QPointF(begin + gap, self.height() / 2), QPointF(end - gap, self.height() / 2))

    @staticmethod
    def _write(painter: QPainter, words: str, font: QFont, ink: QColor, place: QPointF) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(place, words)

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.size(size))
        font.setBold(bold)
        return font

    def _colour(self, name: str) -> QColor:
        return self._look.theme.colour(name)


def _is_now(stage: SearchStage) -> bool:
    return stage.stand is StageStand.NOW
