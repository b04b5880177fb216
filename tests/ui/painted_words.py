"""The words that a window paints, whoever paints them."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintDevice, QPaintEngine, QTextItem
from PySide6.QtWidgets import QWidget

_Metric = QPaintDevice.PaintDeviceMetric
_DOTS_PER_INCH = 96


class _Engine(QPaintEngine):
    """Paints nothing, and keeps all words."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.words: list[str] = []

    def begin(self, *_device: object) -> bool:
        return True

    def end(self) -> bool:
        return True

    def drawTextItem(self, _place: object, item: QTextItem) -> None:
        self.words.append(item.text())

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
        self._engine = _Engine()
        self._sizes = {_Metric.PdmWidth: widget.width(), _Metric.PdmHeight: widget.height(), _Metric.PdmDepth: 32}

    @property
    def words(self) -> list[str]:
        """What was painted, in order."""
        return self._engine.words

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        dots = (_Metric.PdmDpiX, _Metric.PdmDpiY, _Metric.PdmPhysicalDpiX, _Metric.PdmPhysicalDpiY)
        if metric is _Metric.PdmDevicePixelRatioScaled:
            return int(self.devicePixelRatioFScale())
        return _DOTS_PER_INCH if metric in dots else self._sizes.get(metric, 1)


def painted(widget: QWidget) -> str:
    """Return all words that a widget paints, and those inside it, in the order in which they are painted."""
    paper = _Paper(widget)
    widget.render(paper, QPoint())
    return " ".join(paper.words)
