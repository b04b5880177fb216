"""What was found contradicts itself: one of the answers should be taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.question import AS_ANSWERED, DO_NOT_FIT, WHICH_IS_DOUBTED
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class DoubtCard(Card):
    """The answers that stand in the way, the one that matters most first; choosing one takes it back.

    The answer is the id of the event to be undone.

    Signals:
        accepted: it is all as it was said; the search goes on.
    """

    accepted = Signal()

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.say(_(DO_NOT_FIT), "question")
        words = _(
            "None of the faults in the list would lead to all of this: an answer is wrong, there are several faults, "
            "or it is none of the list."
        )
        self.say(f"{words} {_(WHICH_IS_DOUBTED)}", "body")
        for answer in inquiry.doubted:
            self.add_answer(answer.event, answer.words)
        go_on = SureButton(_(AS_ANSWERED))
        go_on.clicked.connect(self.accepted)
        self.add_row([go_on])
