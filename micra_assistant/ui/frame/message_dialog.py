"""Words that stay until they are read, or a question that one button says yes to."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from micra_assistant.ui.frame.far_foot import add_foot_afar, close_from_foot, to_choose
from micra_assistant.ui.style.look import Look
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.size(_EDGE)] * 4)
        self._column.setSpacing(look.size(_EDGE))
        self._column.addWidget(scrolled(label(words, "body")), 1)

    def tell(self) -> None:
        """Stay until it is closed."""
        if self.is_from_afar:
            close_from_foot(self, self._column, self._look)
        else:
            buttons = QDialogButtonBox()
            buttons.addButton(_("Close"), _Role.RejectRole).setDefault(True)
            buttons.rejected.connect(self.reject)
            self._column.addWidget(buttons)
        self._show()

    def ask(self, words: str, act: Callable[[], object]) -> None:
        """Do something if its button is pressed, which says the words; no key does it before that is marked."""
        buttons = QDialogButtonBox()
        buttons.addButton(words, _Role.AcceptRole)
        cancel = buttons.addButton(_("Cancel"), _Role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.accepted.connect(act)
        buttons.rejected.connect(self.reject)
        self._column.addWidget(buttons)
        cancel.setDefault(True)
        cancel.setFocus()
        add_foot_afar(self, self._column, self._look, to_choose)
        self._show()

    def _show(self) -> None:
        open_at(self, _LETTERS, 0)
        self.open()
