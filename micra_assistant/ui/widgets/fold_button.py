"""A button that unfolds what lies below it, and folds it again."""

from PySide6.QtWidgets import QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.second_press import second_press
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class FoldButton(SureButton):
    """It stays pressed while that is unfolded."""

    def __init__(self, words: str, parent: QWidget | None = None, *, kind: str = "fold") -> None:
        super().__init__(words, kind, parent)
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    @property
    def element(self) -> Element:
        """A button that says whether what it leads to is unfolded."""
        return Element(Role.BUTTON, is_unfolded=self.isChecked(), press=self.click)

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does once that is unfolded."""
        return second_press(self, _("Fold"))

    def _tell(self, is_unfolded: bool) -> None:
        announce(self, _("Unfolded.") if is_unfolded else _("Folded."))
