"""A tool to be ticked as lying at the car: the whole row is the target."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.second_press import second_press
from micra_assistant.ui.widgets.tick_box import Mark, TickBox
from micra_assistant.words import _


class ToolRow(QPushButton):
    """A box and the name of a tool; a tap or Space ticks it."""

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that after a tap Space is still for “I am back”
        self.name = name
        self.setProperty("kind", "tool")
        self.setCheckable(True)
        self.setAccessibleName(name)
        self._box = TickBox(look.theme, look.size(28))
        words = QLabel(name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.size(12), look.size(4), look.size(12), look.size(4))
        layout.setSpacing(look.size(12))
        for widget in (self._box, words):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(widget, int(widget is words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._show_mark)

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does once this lies at the car."""
        return second_press(self, _("Unmark"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(super().sizeHint().height(), layout.totalHeightForWidth(width) if layout else 0)

    def _show_mark(self, checked: bool) -> None:
        self._box.show_mark(Mark.DONE if checked else Mark.EMPTY)
