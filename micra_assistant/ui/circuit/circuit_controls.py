"""What is chosen of a circuit: the button released or pressed, and which fault; and what is then to be seen."""

from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.ui.circuit.circuit_drawing import CircuitState
from micra_assistant.ui.guide_words import readings_words
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.short_button import Short
from micra_assistant.words import _

_GAP = 6
_MEASURED = 3
"""How many of the longest sentences are measured: wrapped, the longest may not be the tallest."""
_ROOM_BESIDE = 320
"""How wide switch and list each are if what the case says stands beside them, in pixels at scale 1."""


class CircuitControls(QWidget):
    """A switch for the button, a list of the cases, and below or ``beside`` them what the chosen case says.

    Signals:
        changed: another state was chosen.
    """

    changed = Signal()

    def __init__(self, circuit: Circuit, look: Look, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._circuit = circuit
        self.released = _half("left", _("Released"))
        self.pressed = _half("right", _("Pressed"))
        self.cases = ChoiceBox([case.name for case in circuit.cases], look)
        self.cases.setAccessibleName(_("Fault"))
        self.cases.setAccessibleDescription(self.cases.accessibleName())  # its name is what is chosen, on some systems
        self._says = _SteadyWords([case.says for case in circuit.cases])
        self._lay_out(look, beside)
        self.show_state(CircuitState(circuit.cases[0]))
        self.released.clicked.connect(partial(self._on_half, False))
        self.pressed.clicked.connect(partial(self._on_half, True))
        self.cases.activated.connect(self._on_choice)

    @property
    def state(self) -> CircuitState:
        """What is chosen."""
        return CircuitState(self._circuit.cases[self.cases.currentIndex()], self.pressed.isChecked())

    @property
    def words(self) -> str:
        """What the chosen case says."""
        return self._says.text()

    def show_state(self, state: CircuitState) -> None:
        """Show ``state`` as chosen."""
        self._switch(state.pressed)
        self.cases.setCurrentIndex(self._circuit.cases.index(state.case))
        self._says.setText(state.case.says)

    def _lay_out(self, look: Look, beside: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.released)
        row.addWidget(self.pressed)
        row.addSpacing(look.size(_GAP))
        row.addWidget(self.cases, 1)
        if beside:
            self.cases.setMinimumWidth(look.size(_ROOM_BESIDE))
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(2 * _GAP if beside else _GAP))
        layout.addLayout(row)
        layout.addWidget(self._says, 1)

    def _switch(self, pressed: bool) -> None:
        self.released.setChecked(not pressed)
        self.pressed.setChecked(pressed)

    def _on_half(self, pressed: bool) -> None:
        self._switch(pressed)
        self._on_choice()

    def _on_choice(self) -> None:
        state = self.state
        self._says.setText(state.case.says)
        self.changed.emit()
        announce(self, f"{state.case.says}\n{readings_words(self._circuit, state.case, pressed=state.pressed)}")


def _half(side: str, words: str) -> QPushButton:
    """Return one half of the switch."""
    half = Short(words)
    half.setProperty("half", side)
    half.setCheckable(True)
    half.setAutoDefault(True)  # so that Enter presses it too
    half.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return half


class _SteadyWords(QLabel):
    """Words with room for the longest that may stand here, so that nothing moves when they change."""

    def __init__(self, every: list[str]) -> None:
        super().__init__()
        self._longest = sorted(every, key=len)[-_MEASURED:]
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "item")
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room, wrap = QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap.value
            heights = (self.fontMetrics().boundingRect(room, wrap, words).height() for words in self._longest)
            self._heights[width] = max(heights)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)
