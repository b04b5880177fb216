"""Something in the guide that must be done before a test or a repair."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import AnyItem, plain
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class GateCard(Card):
    """An item of the guide to be done first; it is done and ticked there, never here.

    Signals:
        item_wanted: the item is to be shown in the guide; carries its id.
        left_out: it cannot be done; carries False.
    """

    item_wanted = Signal(str)
    left_out = Signal(bool)

    def __init__(
        self, inquiry: Inquiry, gate: AnyItem, look: Look, parent: QWidget | None = None, *, finder_key: str = ""
    ) -> None:
        """Make the card; ``finder_key`` is what the key is called that leads to the fault finder."""
        super().__init__(look, parent)
        question = self.say(_("First: {task}").format(task=plain(gate.label)), "question")
        then = self.say(_("Then: {test}").format(test=inquiry.title), "body")
        self.default = lead = self.add_choice(_("Go there and do it"))
        lead.clicked.connect(lambda: self.item_wanted.emit(gate.id))
        if finder_key:
            self.say(_("{key} brings you back to the question.").format(key=finder_key), "hint")
        cannot = SureButton(_("Cannot do this"))
        cannot.clicked.connect(lambda: self.left_out.emit(False))
        self.add_row([cannot])
        self.lead_from_afar((question, then, lead), inquiry, inquiry.open_job.guide.step_of(gate.id))
