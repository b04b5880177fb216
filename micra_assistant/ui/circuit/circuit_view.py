"""A circuit in a step: its drawing with the readings of the state that is chosen below it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.source import Source
from micra_assistant.ui.circuit.circuit_controls import CircuitControls
from micra_assistant.ui.circuit.circuit_drawing import UNLIKE, CircuitState, drawn
from micra_assistant.ui.circuit.circuit_window import CircuitWindow
from micra_assistant.ui.guide_words import circuit_legend, readings_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView, content_of
from micra_assistant.ui.widgets.figure import GAP, Figure


class CircuitView(Figure):
    """A picture of a circuit that can be tried; a tap enlarges it as it stands.

    Signals:
        source_wanted: as Figure.
    """

    def __init__(
        self, circuit: Circuit, folder: Path, sources: dict[str, Source], look: Look, parent: QWidget | None = None
    ) -> None:
        drawing = content_of(folder, circuit)
        sound = drawn(drawing, circuit, CircuitState(circuit.cases[0]))
        picture = DiagramView(folder, circuit, look.theme, drawing=sound)
        super().__init__(picture, _badges(circuit, sources, circuit_legend()), look, parent)
        self._circuit = circuit
        self._folder = folder
        self._drawing = drawing
        self._look = look
        self.controls = CircuitControls(circuit, look)
        self.controls.changed.connect(self._draw)
        self.column.insertWidget(1, self.controls)
        self.picture.tapped.connect(self._enlarge)
        self._describe()

    def _draw(self) -> None:
        self.picture.draw(drawn(self._drawing, self._circuit, self.controls.state))
        self._describe()

    def _describe(self) -> None:
        state = self.controls.state
        self.picture.setAccessibleDescription(readings_words(self._circuit, state.case, pressed=state.pressed))

    def _enlarge(self) -> None:
        """Show the circuit in a window of its own; what is chosen there is chosen here too."""
        window = CircuitWindow(self._folder, self._circuit, self.controls.state, self._look.of_dialogs, self.window())
        window.state_chosen.connect(self._take)
        window.open()

    def _take(self, state: CircuitState) -> None:
        self.controls.show_state(state)
        self._draw()


def _badges(circuit: Circuit, sources: dict[str, Source], legend: str) -> str:
    """Return the badges as rich text, each behind the test points whose values it stands for, and a legend."""
    points = {source: " ".join(point.label for point in circuit.points if point.source == source) for source in sources}
    badges = (f"{points[source]} {source_link(source, sources)}" for source in circuit.sources)
    return GAP.join((*badges, f"{UNLIKE} {escape(legend)}"))
