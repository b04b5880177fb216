"""Where a widget paints its words: whoever paints them, and whether or not there is room for them."""

from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPaintEngine, QRegion, QTextItem
from PySide6.QtWidgets import QWidget

_Metric = QPaintDevice.PaintDeviceMetric
_DOTS_PER_INCH = 96


class PaintedText(NamedTuple):
    """Words on one line, the room that their letters take in the widget, and their colour."""

    words: str
    room: QRectF
    colour: QColor


class _Engine(QPaintEngine):
    """Paints nothing, and keeps where all words would stand."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[PaintedText] = []

    def begin(self, *_device: object) -> bool:
        return True

    def end(self) -> bool:
        return True

    def drawTextItem(self, place: Any, item: QTextItem) -> None:
        words = item.text().rstrip()
        if not words.strip():
            return
        painter, metrics = self.painter(), QFontMetricsF(item.font())
        room = QRectF(place.x(), place.y() - metrics.capHeight(), metrics.horizontalAdvance(words), metrics.capHeight())
        self.texts.append(PaintedText(words, painter.deviceTransform().mapRect(room), painter.pen().color()))

    def updateState(self, *_state: object) -> None: ...

    def drawPixmap(self, *_pixmap: object) -> None: ...

    def drawImage(self, *_image: object) -> None: ...

    def drawPath(self, *_path: object) -> None: ...

    def drawPolygon(self, *_polygon: object) -> None: ...

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User


class _Paper(QPaintDevice):
    """A device as large as a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._sizes = {_Metric.PdmWidth: widget.width(), _Metric.PdmHeight: widget.height(), _Metric.PdmDepth: 32}

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        dots = (_Metric.PdmDpiX, _Metric.PdmDpiY, _Metric.PdmPhysicalDpiX, _Metric.PdmPhysicalDpiY)
        if metric is _Metric.PdmDevicePixelRatioScaled:
            return int(self.devicePixelRatioFScale())
        return _DOTS_PER_INCH if metric in dots else self._sizes.get(metric, 1)


def painted_texts(widget: QWidget) -> list[PaintedText]:
    """Return all that a widget itself paints in words, not what those inside it do."""
    paper = _Paper(widget)
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return paper.engine.texts


def painted(widget: QWidget) -> str:
    """Return all words that a widget paints, and those inside it, in the order in which they are painted."""
    paper = _Paper(widget)
    widget.render(paper, QPoint())
    return " ".join(text.words for text in paper.engine.texts)
