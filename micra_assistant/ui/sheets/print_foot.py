"""The foot of the print window: close, the sheet before, print, the next sheet, save."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.titles import sheet_title
from micra_assistant.ui.sheets.foot_button import FootButton
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _


class PrintFoot(QWidget):
    """Buttons for gloves.

    Signals:
        close_wanted, before_wanted, print_wanted, next_wanted, save_wanted: one of them was pressed.
    """

    close_wanted = Signal()
    before_wanted = Signal()
    print_wanted = Signal()
    next_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, save_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = FootButton("", _("Page Up"), look)
        self._print = FootButton(_("Print"), _("Space"), look)
        self._print.setObjectName("primary")
        self._next = FootButton("", _("Page Down"), look)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(8))
        for button, share, signal in (
            (FootButton(_("Close"), _("Esc"), look), 2, self.close_wanted),
            (self._before, 3, self.before_wanted),
            (self._print, 5, self.print_wanted),
            (self._next, 3, self.next_wanted),
            (FootButton(_("Save as PDF…"), save_key, look), 3, self.save_wanted),
        ):
            button.clicked.connect(signal)
            layout.addWidget(button, share)

    def show_neighbours(self, before: SheetKind | None, after: SheetKind | None) -> None:
        """Say which sheets PageUp and PageDown lead to."""
        for button, kind in ((self._before, before), (self._next, after)):
            button.say(sheet_title(kind) if kind else "")
            button.setEnabled(kind is not None)

    def say_print(self, words: str, *, can_print: bool) -> None:
        """Say what Print does now, if it does anything."""
        self._print.say(words)
        self._print.setEnabled(can_print)
