"""A finger that scrolls an area, or taps what lies in it."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from micra_assistant.ui.widgets.tap import FARTHEST

_METRIC, _NEVER = QScrollerProperties.ScrollMetric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff


class Finger:
    """Moves an area. Qt's own gesture leaves a button of a mouse pressed, which then selects text."""

    def __init__(self, area: QAbstractScrollArea, view: QWidget) -> None:
        self._area = area
        self._view = view
        self._is_tap = False

    def take(self, event: QTouchEvent) -> bool:
        """Take a touch, and return whether that was done; a slider and what is not high enough to scroll get it."""
        if event.type() is QEvent.Type.TouchBegin and not self._scrolls(event.points()[0]):
            event.ignore()
            return False
        event.accept()
        match event.type():
            case QEvent.Type.TouchBegin:
                self._is_tap = self._scroller.state() is QScroller.State.Inactive
                self._hand_on(QScroller.Input.InputPress, event)
            case QEvent.Type.TouchUpdate:
                self._hand_on(QScroller.Input.InputMove, event)
            case QEvent.Type.TouchEnd:
                self._hand_on(QScroller.Input.InputRelease, event)
                if self._is_tap:
                    _tap(self._view.window(), event.points()[0].globalPressPosition())
            case _:
                self._hand_on(QScroller.Input.InputRelease, event)
        return True

    @property
    def _scroller(self) -> QScroller:
        scroller: QScroller = QScroller.scroller(self._view)
        return scroller

    def _scrolls(self, point: QEventPoint) -> bool:
        bars = self._area.verticalScrollBar(), self._area.horizontalScrollBar()
        met = self._view.window().childAt(self._view.window().mapFromGlobal(point.globalPosition()).toPoint())
        return not isinstance(met, QAbstractSlider) and any(bar.minimum() < bar.maximum() for bar in bars)

    def _hand_on(self, what: QScroller.Input, event: QTouchEvent) -> None:
        scroller, place = self._scroller, self._view.mapFromGlobal(event.points()[0].globalPosition())
        if what is QScroller.Input.InputPress:
            _never_beyond(scroller)
        scroller.handleInput(what, place, event.timestamp())
        slipped = event.points()[0].globalPosition() - event.points()[0].globalPressPosition()
        self._is_tap = self._is_tap and slipped.manhattanLength() <= FARTHEST


def _never_beyond(scroller: QScroller) -> None:
    """Let an area stop at its ends."""
    properties = scroller.scrollerProperties()
    for metric in (_METRIC.VerticalOvershootPolicy, _METRIC.HorizontalOvershootPolicy):
        properties.setScrollMetric(metric, _NEVER)
    scroller.setScrollerProperties(properties)


def _tap(window: QWidget, place: QPointF) -> None:
    """Tap a window at a place of the screen, as a mouse does."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    here = window.mapFromGlobal(place)
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(kind, here, here, place, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), event)
