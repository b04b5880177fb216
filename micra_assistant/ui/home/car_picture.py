"""The drawn car, whose places can be touched."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QWidget

from micra_assistant.guide.car import Car, Place
from micra_assistant.ui.home.place_button import PlaceButton
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.tap import is_tap

_MARGIN = 10
_LEAST_REACH = 24
"""How far around the middle of a place a finger means it at the least, in pixels."""


class CarPicture(QFrame):
    """A drawing in the colours of the theme; ``numbers`` are the places of the cards by that of the car.

    Signals:
        chosen: a place was touched; carries the place of the card that is meant.
    """

    chosen = Signal(int)

    def __init__(
        self,
        car: Car,
        drawing: bytes,
        numbers: Mapping[str, Sequence[int]],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(car.alt)
        self._look = look
        self._drawing = QSvgRenderer(QByteArray(look.theme.recoloured(drawing)))
        self._places: list[tuple[Place, PlaceButton]] = []
        for place in car.places:
            if cards := numbers.get(place.id):
                button = PlaceButton(place.words, cards, look, self)
                button.wanted.connect(self.chosen)
                self._places.append((place, button))

    @property
    def buttons(self) -> list[PlaceButton]:
        """The places that a complaint is about."""
        return [button for _place, button in self._places]

    def show_marked(self, card: int) -> None:
        """Show which card is marked."""
        for button in self.buttons:
            button.show_marked(card)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for are_shown in (True, False):
            for button in self.buttons:
                button.show_words(are_shown)
            self._put_buttons()
            if not self._overlap():
                return

    def _overlap(self) -> bool:
        """Whether the words of two places lie on each other."""
        rooms = [button.geometry() for button in self.buttons]
        return any(one.intersects(other) for one, other in combinations(rooms, 2))

    def _put_buttons(self) -> None:
        for place, button in self._places:
            middle, size = self._on_screen(place.label), button.sizeHint()
            left = min(max(middle.x() - size.width() / 2, _MARGIN), self.width() - size.width() - _MARGIN)
            top = min(max(middle.y() - size.height() / 2, _MARGIN), self.height() - size.height() - _MARGIN)
            button.setGeometry(round(left), round(top), size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, self._room())
        for place, button in sorted(self._places, key=lambda known: known[1].is_marked):
            self._point_at(painter, place, button)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            for place, button in self._places:
                if QLineF(event.position(), self._on_screen(place.at)).length() <= self._reach(place):
                    button.click()
                    return

    def _point_at(self, painter: QPainter, place: Place, button: PlaceButton) -> None:
        """Draw a ring around a place, and a line to its words."""
        ink = self._look.theme.colour("accent" if button.is_marked else "note")
        painter.setPen(QPen(ink, self._look.size(3 if button.is_marked else 2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle, ring = self._on_screen(place.at), self._reach(place) * 0.7
        painter.drawEllipse(middle, ring, ring)
        to = QLineF(middle, QRectF(button.geometry()).center())
        if to.length() > ring:
            painter.drawLine(QLineF(to.pointAt(ring / to.length()), to.p2()))

    def _reach(self, place: Place) -> float:
        return max(place.reach * self._scale(), _LEAST_REACH)

    def _on_screen(self, point: tuple[float, float]) -> QPointF:
        return self._room().topLeft() + QPointF(*point) * self._scale()

    def _scale(self) -> float:
        return self._room().width() / max(self._drawing.viewBoxF().width(), 1)

    def _room(self) -> QRectF:
        """Return where the drawing is: as large as it can be, in the middle."""
        around = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size: QSizeF = self._drawing.viewBoxF().size().scaled(around.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), size)
        place.moveCenter(around.center())
        return place
