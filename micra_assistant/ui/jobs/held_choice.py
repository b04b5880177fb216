"""Whether a repair held: three big choices, one of which is always made."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QPushButton, QWidget

from micra_assistant.jobs.events import Held
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.words import _


class HeldChoice(QFrame):
    """Yes, no, or not known yet."""

    def __init__(self, held: Held, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        words = {
            Held.YES: _("Yes, tested"),
            Held.NO: _("No"),
            Held.UNKNOWN: _("Not known yet"),
        }
        self._group = QButtonGroup(self)
        self._choices = list(words)
        layout = FlowRow(parent=self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(8))
        for place, (choice, said) in enumerate(words.items()):
            button = QPushButton(said)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(choice is held)
            self._group.addButton(button, place)
            layout.addWidget(button)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The choices."""
        return self._group.buttons()

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return self._group.button(self._group.checkedId()).text()

    @property
    def held(self) -> Held:
        """What is chosen."""
        return self._choices[self._group.checkedId()]
