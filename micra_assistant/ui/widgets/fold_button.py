"""A button that unfolds what lies below it, and folds it again."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.screen_reader.element import Element, tell_states
from micra_assistant.ui.widgets.sure_button import SureButton


class FoldButton(SureButton):
    """It stays pressed while that is unfolded."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "fold", parent)
        self.setCheckable(True)
        self.toggled.connect(lambda: tell_states(self))

    @property
    def element(self) -> Element:
        """A button that says whether what it leads to is unfolded."""
        return Element(QAccessible.Role.Button, is_unfolded=self.isChecked(), press=self.click)
