"""A few choices in one piece, of which one is pressed."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from micra_assistant.ui.widgets.short_button import Short
from micra_assistant.words import _

Value = TypeVar("Value")


class Segments(QWidget, Generic[Value]):
    """Buttons side by side, what each is called by its value; ``title`` is read out before it.

    Signals:
        changed: the person has chosen another.
    """

    changed = Signal()

    def __init__(self, title: str, words: Mapping[Value, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(words)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        last = len(words) - 1
        for place, said in enumerate(words.values()):
            button = Short(said)
            button.setProperty("half", {0: "left", last: "right"}.get(place, "middle"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(_("{title}: {choice}").format(title=title, choice=said))
            self._group.addButton(button, place)
            layout.addWidget(button, 1)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Value) -> None:
        """Show what is chosen."""
        if button := self._group.button(self._values.index(value)):
            button.setChecked(True)
