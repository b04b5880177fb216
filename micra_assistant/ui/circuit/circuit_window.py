"""One circuit, large, with its switch and its list of faults under it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.ui.circuit.circuit_controls import CircuitControls
from micra_assistant.ui.circuit.circuit_drawing import CircuitState, drawn
from micra_assistant.ui.guide_words import readings_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import content_of
from micra_assistant.ui.widgets.diagram_window import DiagramWindow


class CircuitWindow(DiagramWindow):
    """A circuit as large as the screen allows.

    Signals:
        state_chosen: another state was chosen; carries it.
    """

    state_chosen = Signal(object)

    def __init__(self, folder: Path, circuit: Circuit, state: CircuitState, look: Look, parent: QWidget) -> None:
        super().__init__(folder, circuit, look, parent)
        self._circuit = circuit
        self._drawing = content_of(folder, circuit)
        self._controls = CircuitControls(circuit, look, beside=not look.far)
        self._controls.show_state(state)
        self._controls.changed.connect(self._on_changed)
        self.column.insertWidget(1, self._controls)
        self._draw(state)

    def _on_changed(self) -> None:
        self._draw(self._controls.state)
        self.state_chosen.emit(self._controls.state)

    def _draw(self, state: CircuitState) -> None:
        self.view.draw(drawn(self._drawing, self._circuit, state))
        self.view.setAccessibleDescription(readings_words(self._circuit, state.case, pressed=state.pressed))
