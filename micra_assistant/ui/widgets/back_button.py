"""The button that leads back from what has come in the place of the job: looks the same everywhere."""

from PySide6.QtWidgets import QWidget

from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.sure_button import SureButton


class BackButton(SureButton):
    """Stands at the right end of the head of a view, whatever stands beside it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        wear(self, Sign.BACK)
