"""What is shown when a model cannot be used: why not, and that the guide works all the same."""

from PySide6.QtWidgets import QWidget

from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _


class FaultyCard(Card):
    """The faults of a model, a line each."""

    def __init__(self, title: str, faults: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.say(title, "question")
        self.say(_("The guide itself works: find the fault with it step by step."), "body")
        self.say(faults, "hint")
