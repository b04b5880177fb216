"""Which of the complaints of a guide it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Complaint
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _


class ChoiceCard(Card):
    """The complaints that there is a model for; the answer is the name of its file."""

    def __init__(self, complaints: Sequence[Complaint], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.say(_("Which of these is it?"), "question")
        for complaint in complaints:
            self.add_answer(complaint.faults, complaint.title)
