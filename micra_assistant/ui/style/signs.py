"""Arrows, ticks, crosses and triangles, drawn: letters for them are in no font that every PC has.

A sign has the colour of the words that it stands with, and grows with them.
"""

from enum import StrEnum
from functools import cache
from weakref import ref

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from micra_assistant import assets

_INK = b"#1d2530"
"""The colour that the drawings are made in."""


class Sign(StrEnum):
    """The signs there are: each is ``resources/icons/<sign>.svg``."""

    BACK = "back"
    NEXT = "next"
    DOWN = "down"
    UP = "up"
    OPEN = "open"
    TICK = "tick"
    CROSS = "cross"
    SPEAKER = "speaker"
    NOTE = "note"
    PHOTO = "photo"


def draw(painter: QPainter, sign: Sign, room: QRectF, colour: QColor) -> None:
    """Draw a sign that fills a square."""
    _drawing(sign, colour.name()).render(painter, room)


@cache
def _drawing(sign: Sign, colour: str) -> QSvgRenderer:
    """Return the drawing of a sign in a colour, read once: some are painted with every step."""
    drawing = assets.resource("icons", f"{sign}.svg").read_bytes().replace(_INK, colour.encode())
    return QSvgRenderer(QByteArray(drawing))


def icon(sign: Sign, widget: QWidget, role: QPalette.ColorRole | None = None) -> QIcon:
    """Return a sign for ``widget``, always in the colour of its words as they are then, or of another ``role``."""
    return QIcon(_Engine(sign, ref(widget), role))


def wear(button: QAbstractButton, sign: Sign, *, behind: bool = False) -> None:
    """Put a sign before the words of a button, or ``behind`` them; the style sheet says how large."""
    button.setIcon(icon(sign, button))
    if behind:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


class _Engine(QIconEngine):
    """Draws a sign whenever it is painted."""

    def __init__(self, sign: Sign, widget: "ref[QWidget]", role: QPalette.ColorRole | None) -> None:
        super().__init__()
        self._role = role
        self._sign = sign
        self._widget = widget

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        if colour := self._colour(mode):
            draw(painter, self._sign, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        """Return the sign in a size, drawn once in each colour: it is asked for whenever a button is painted."""
        pixmap, colour = QPixmap(size), self._colour(mode)
        key = f"{self._sign} {size.toTuple()} {colour.name() if colour else ''}"
        if not QPixmapCache.find(key, pixmap):
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            if colour:
                draw(painter, self._sign, QRectF(pixmap.rect()), colour)
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> QColor | None:
        """Return the colour of the widget's words now, None once it is gone."""
        widget = self._widget()
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return widget.palette().color(group, self._role or widget.foregroundRole()) if widget else None

    def clone(self) -> QIconEngine:
        return _Engine(self._sign, self._widget, self._role)
