"""The foot of the print window: the three keys as everywhere, closing and saving at either side."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.titles import sheet_title
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.key_presser import press_of
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct, ThreeKeys
from micra_assistant.words import _


class PrintFoot(Foot):
    """PageUp and PageDown lead from sheet to sheet, Space prints; where there is no printer, it saves.

    A button that Tab has led to is pressed by Space, here too.

    Signals:
        close_wanted, before_wanted, print_wanted, next_wanted, save_wanted: one of them was pressed.
    """

    close_wanted = Signal()
    before_wanted = Signal()
    print_wanted = Signal()
    next_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, save_key: str, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._look = look
        self._before = self._next = KeyAct("")
        self._space = KeyAct(_("Print"))
        close = self._side(_("Close"), self.close_wanted.emit)
        self.show_sides(
            (close, close.text()), (save := self._side(_("Save as PDF…"), self.save_wanted.emit), save.text())
        )
        self.left.setAccessibleDescription(_("Esc"))
        self.right.setAccessibleDescription(save_key)
        self.fit_dialog(dialog, look)
        for button in (self.buttons[Key.SPACE], self.left, self.right):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pressed.connect(self._press)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show)

    def show_neighbours(self, before: SheetKind | None, after: SheetKind | None) -> None:
        """Say which sheets PageUp and PageDown lead to."""
        first, last = _("This is the first sheet."), _("This is the last sheet.")
        self._before = _to(_("Up"), before, self.before_wanted.emit) if before else KeyAct(_("Up"), first)
        self._next = _to(_("Down"), after, self.next_wanted.emit) if after else KeyAct(_("Down"), last)
        self._show()

    def say_print(self, words: str, *, can_print: bool) -> None:
        """Say what is printed by Space, if anything is."""
        self._space = KeyAct(words, act=self.print_wanted.emit if can_print else None)
        self._show()

    def say_save(self, why: str) -> None:
        """Say that Space saves the sheet, as it cannot be printed."""
        self._space = KeyAct(_("Save as PDF…"), why, self.save_wanted.emit)
        self._show()

    def _side(self, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(act)
        return action

    def _show(self, *_what: object) -> None:
        self.show_keys(self._keys, self._look)

    def _press(self, key: Key) -> None:
        if act := self._keys.of(key).act:
            act()

    @property
    def _keys(self) -> ThreeKeys:
        return ThreeKeys(self._before, self._press_of_focus() or self._space, self._next)

    def _press_of_focus(self) -> KeyAct | None:
        focus = self.window().focusWidget()
        return press_of(focus) if isinstance(focus, QAbstractButton) and not self.isAncestorOf(focus) else None


def _to(words: str, kind: SheetKind, act: Callable[[], object]) -> KeyAct:
    return KeyAct(words, sheet_title(kind), act)
