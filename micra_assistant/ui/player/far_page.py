"""What comes first in a view that scrolls: a picture and words, as large as the view lets them be."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.ui.player.far_column import FarColumn
from micra_assistant.ui.player.far_places import put_in_place
from micra_assistant.ui.player.picture_card import PictureCard
from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.style.look import Look


class FarPage(QWidget):
    """Words and their picture; it is as high as the area in which it lies.

    Signals:
        diagram_wanted: as PictureCard.
    """

    diagram_wanted = Signal(object)

    def __init__(self, words: FarColumn, room: FarRoom) -> None:
        super().__init__()
        self._words, self._room = words, room
        self._card: PictureCard | None = None
        self._area: QScrollArea | None = None
        words.setParent(self)
        words.asks_anew.connect(self.fit)

    def show_picture(self, guide: Guide, picture: Diagram | Circuit, look: Look) -> None:
        """Show a picture beside the words."""
        self._card = card = PictureCard(guide, picture, look)
        card.setParent(self)
        card.diagram_wanted.connect(self.diagram_wanted)

    def fit(self) -> None:
        """Put all in its place, as large as there is room for."""
        if self._area:
            view = QSize(self.width(), self._area.viewport().height() - 2 * self._above(self._area))
            self.setFixedHeight(put_in_place(self._words, self._card, self._room, view))

    def _above(self, area: QScrollArea) -> int:
        inside = area.widget()
        return self.mapTo(inside, QPoint()).y() if inside else 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._area is None and (area := _area_of(self)):
            self._area = area
            area.viewport().installEventFilter(self)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent if isinstance(parent, QScrollArea) else None
