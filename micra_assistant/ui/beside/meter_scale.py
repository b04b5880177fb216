"""The scale of a meter: bands of good, doubtful and bad values with their limits, and where the value lies."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.judging import range_words, with_unit
from micra_assistant.guide.measure import show
from micra_assistant.jobs.reading_scale import Band, BandKind, band_of, place_in
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.words import N_, _

_COLOURS = {BandKind.GOOD: "good", BandKind.DOUBTFUL: "caution", BandKind.BAD: "bad"}
_WORDS = {BandKind.GOOD: N_("good"), BandKind.DOUBTFUL: N_("doubtful"), BandKind.BAD: N_("bad")}
_SIGNS = {BandKind.GOOD: Sign.TICK, BandKind.DOUBTFUL: Sign.OPEN, BandKind.BAD: Sign.CROSS}
_HEIGHT = 124
_TAG = 32
_BAR = 20
_GAP = 3


class _ShownScale(NamedTuple):
    """What the scale shows: bands, the unit, the value if there is one."""

    bands: tuple[Band, ...]
    unit: str
    value: Decimal | None


class MeterScale(QWidget):
    """Draws bands of the same width, each with its limit, its sign and its word; the value points into its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _ShownScale((), "", None)
        self._look: Look | None = None

    @property
    def band(self) -> Band | None:
        """The band in which the value lies, None if there is no value."""
        bands, _unit, value = self._shown
        good = next((band for band in bands if band.kind is BandKind.GOOD), None)
        return None if value is None else band_of(value, bands, good)

    def show_scale(self, bands: Sequence[Band], unit: str, value: Decimal | None, look: Look) -> None:
        """Show bands and a value in a unit."""
        shown = _ShownScale(tuple(bands), unit, value)
        if (shown, look) == (self._shown, self._look):
            return
        self._shown, self._look = shown, look
        self.setFixedHeight(look.size(_HEIGHT))
        self.setAccessibleName(_("Scale of the meter"))
        self.setAccessibleDescription("; ".join(self._told()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._look is None or not self._shown.bands:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, band in enumerate(self._shown.bands):
            self._draw_band(painter, place, band, self._look)
        self._draw_limits(painter, self._look)
        self._draw_value(painter, self._look)

    def _told(self) -> Iterator[str]:
        for band in self._shown.bands:
            limits = range_words(band.low, band.high, self._shown.unit)
            yield _("{kind}: {limits}").format(kind=_(_WORDS[band.kind]), limits=limits)
        if self.band and self._shown.value is not None:
            yield _("{value} is {kind}").format(value=self._words(self._shown.value), kind=_(_WORDS[self.band.kind]))

    def _words(self, value: Decimal) -> str:
        return with_unit(value, self._shown.unit) if value.is_finite() else show(value)

    def _room(self, place: int, look: Look) -> QRectF:
        """Return the room of a band in the bar."""
        wide = self.width() / len(self._shown.bands)
        return QRectF(place * wide, look.size(_TAG + 6), wide - look.size(_GAP), look.size(_BAR))

    def _draw_band(self, painter: QPainter, place: int, band: Band, look: Look) -> None:
        room, colour = self._room(place, look), look.theme.colour(_COLOURS[band.kind])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(room, look.size(4), look.size(4))
        painter.setFont(self._font(0.9, bold=True))
        line = painter.fontMetrics().height()
        words, side = _(_WORDS[band.kind]), line * 0.62
        wide = painter.fontMetrics().horizontalAdvance(words) + side * 1.4
        left, top = room.center().x() - wide / 2, room.bottom() + look.size(8) + line
        signs.draw(painter, _SIGNS[band.kind], QRectF(left, top + (line - side) / 2, side, side), colour)
        painter.setPen(colour)
        painter.drawText(QPointF(left + side * 1.4, top + painter.fontMetrics().ascent()), words)

    def _draw_limits(self, painter: QPainter, look: Look) -> None:
        painter.setPen(look.theme.colour("ink"))
        painter.setFont(self._font(0.9))
        for place, band in enumerate(self._shown.bands[1:], 1):
            if band.low is not None:
                self._draw_centred(painter, self._room(place, look).left(), self._words(band.low), look)

    def _draw_centred(self, painter: QPainter, middle: float, words: str, look: Look) -> None:
        metrics = painter.fontMetrics()
        top = self._room(0, look).bottom() + look.size(4)
        painter.drawText(QPointF(middle - metrics.horizontalAdvance(words) / 2, top + metrics.ascent()), words)

    def _draw_value(self, painter: QPainter, look: Look) -> None:
        """Draw a tag with the value over the bar, and a line from it through its band."""
        bands, _unit, value = self._shown
        band = self.band
        if band is None or value is None:
            return
        room = self._room(bands.index(band), look)
        middle = room.left() + min(max(place_in(band, value), 0.04), 0.96) * room.width()
        painter.setFont(self._font(1.0, bold=True))
        words = self._words(value)
        wide = painter.fontMetrics().horizontalAdvance(words) + look.size(20)
        tag = QRectF(min(max(middle - wide / 2, 0), self.width() - wide), 0, wide, look.size(_TAG - 4))
        self._draw_tag(painter, tag, words, look.theme.colour("ink"), look.theme.colour("card"))
        painter.setPen(QPen(look.theme.colour("ink"), look.size(4)))
        painter.drawLine(QPointF(middle, tag.bottom()), QPointF(middle, room.bottom() + look.size(2)))

    def _draw_tag(self, painter: QPainter, tag: QRectF, words: str, fill: QColor, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(tag, 5, 5)
        painter.setPen(ink)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self.fontInfo().pixelSize() * size)))
        font.setBold(bold)
        return font
