"""Words that stay until they are read, or a question that one button says yes to."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from micra_assistant.ui.frame.far_foot import add_foot_afar, to_choose, to_close
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import scrolled
from micra_assistant.words import _

_EDGE = 20
_LETTERS = 64
"""How wide it is at first."""

_Role = QDialogButtonBox.ButtonRole


class MessageDialog(Dialog):
    """Words under a title; it is gone once it is closed.

    Attributes:
        words: what it says.
    """

    def __init__(self, title: str, words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._look = look
        self._buttons = QDialogButtonBox()
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.size(_EDGE)] * 4)
        self._column.setSpacing(look.size(_EDGE))
        self._column.addWidget(scrolled(label(words, "body")), 1)
        self._column.addWidget(self._buttons)

    def tell(self) -> None:
        """Stay until it is closed."""
        self._buttons.addButton(_("Close"), _Role.RejectRole).setDefault(True)
        self._show(to_close(self))

    def ask(self, words: str, act: Callable[[], object]) -> None:
        """Do something if its button is pressed, which says the words."""
        self._buttons.addButton(words, _Role.AcceptRole)
        self._buttons.addButton(_("Cancel"), _Role.RejectRole).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.accepted.connect(act)
        self._show(to_choose)

    def _show(self, done: Callable[[], KeyAct]) -> None:
        add_foot_afar(self, self._column, self._look, done)
        open_at(self, _LETTERS, 0)
        self.open()
