"""Something that could be done instead of what is advised."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class OtherRow(QFrame):
    """A test or a repair; ``bill`` is what the job is expected to cost with it next, empty if it is not left to do.

    Attributes:
        name: what it is called.
        buttons: what can be pressed.

    Signals:
        why_wanted: the person asks why it is not advised.
        wanted: it is to be done now.
    """

    why_wanted = Signal()
    wanted = Signal()

    def __init__(self, name: str, bill: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other")
        self.name = name
        self._reason = label("", "hint")
        self._reason.hide()
        words = _("{name}  ·  expected bill {bill}").format(name=name, bill=bill) if bill else name
        row = QHBoxLayout()
        row.setSpacing(look.size(4))
        row.addWidget(label(words, "item" if bill else "hint"), 1)
        self.buttons = [self._button(_("Why not?"), self.why_wanted)]
        self.buttons += [self._button(_("Do it now"), self.wanted)] if bill else []
        for button in self.buttons:
            button.setAccessibleDescription(name)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size(8), look.size(3), look.size(4), look.size(3))
        column.setSpacing(look.size(2))
        column.addLayout(row)
        column.addWidget(self._reason)

    @property
    def reason(self) -> str:
        """Why it is not advised, as far as somebody asked."""
        return self._reason.text()

    def show_reason(self, words: str) -> None:
        """Show why it is not advised."""
        self._reason.setText(words)
        self._reason.show()
        announce(self, words)

    def _button(self, words: str, wanted: SignalInstance) -> SureButton:
        button = SureButton(words, "quiet")
        button.clicked.connect(wanted)
        return button
