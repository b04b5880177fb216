"""Why it is asked before anything is repaired: a free look, and what testing first saves."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from micra_assistant.diagnosis.free_looks import is_free_look
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _, ngettext


class SavingNote(Flowing, QFrame):
    """A sentence or two on a ground of their own."""

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saving")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size(16), look.size(8), look.size(12), look.size(8))
        column.setSpacing(look.size(4))
        for words in saving_words(inquiry):
            column.addWidget(label(words, "saving"))


def saving_words(inquiry: Inquiry) -> list[str]:
    """Return what there is to be said of the cost of a test, in sentences."""
    words = [_free_looks(inquiry)]
    if inquiry.saving:
        words.append(_("Testing first saves about {money} on average.").format(money=inquiry.saving))
    return [sentence for sentence in words if sentence]


def _free_looks(inquiry: Inquiry) -> str:
    if inquiry.test and is_free_look(inquiry.test):
        return _("A free look: it needs no tools, and nothing comes off.")
    answered = (inquiry.model.find_test(test) for test in inquiry.case.answers)
    count = sum(test is not None and is_free_look(test) for test in answered)
    words = ngettext(
        "Free looks came first: {count} answer, no tools.", "Free looks came first: {count} answers, no tools.", count
    )
    return words.format(count=count) if count else ""
