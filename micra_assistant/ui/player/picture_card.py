"""The picture of a slide, on a card, as large as it can be there."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure

_MARGIN = 14


class PictureCard(QFrame):
    """Shows a diagram or a circuit in the middle of a card.

    Signals:
        source_wanted: as Figure.
        diagram_wanted: the diagram was tapped; carries it.
    """

    source_wanted = Signal(str)
    diagram_wanted = Signal(object)

    def __init__(self, guide: Guide, picture: Diagram | Circuit, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._margin = look.size(_MARGIN)
        self._view = self._made(guide, picture, look)
        self._view.setParent(self)

    def least_height(self, width: int) -> int:
        """Return how high it must be at a width: a picture becomes smaller, what is chosen at a circuit does not."""
        if isinstance(self._view, DiagramView):
            return 0
        return self._view.heightForWidth(width - 2 * self._margin) + 2 * self._margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.rect().adjusted(self._margin, self._margin, -self._margin, -self._margin)
        high = min(room.height(), self._view.heightForWidth(room.width()))
        self._view.setGeometry(QRect(room.x(), room.center().y() - high // 2, room.width(), high))

    def _made(self, guide: Guide, picture: Diagram | Circuit, look: Look) -> DiagramView | Figure:
        if isinstance(picture, Circuit):
            from micra_assistant.ui.circuit.circuit_view import CircuitView  # noqa: PLC0415 - few steps have one

            circuit = CircuitView(picture, guide.folder, guide.sources, look)
            circuit.source_wanted.connect(self.source_wanted)
            return circuit
        view = DiagramView(guide.folder, picture, look.theme)
        view.tapped.connect(lambda: self.diagram_wanted.emit(picture))
        return view
