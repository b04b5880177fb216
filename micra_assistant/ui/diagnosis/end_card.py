"""How the search ended: the fault is found and cured, or somebody else takes over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.diagnosis.cure import Cure, cure_of
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_MOST_LIKELY = 3


class EndCard(Card):
    """The verdict, and what is left to do.

    Signals:
        close_wanted: the job is to be closed.
        put_back_wanted: what was taken apart is to be put back.
        print_wanted: the record of what was found is to be printed.
    """

    close_wanted = Signal()
    put_back_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._inquiry = inquiry
        if cure := cure_of(inquiry.case):
            self._say_cured(cure)
        else:
            self._say_handed_over()
        self._offer()

    def _say_cured(self, cure: Cure) -> None:
        self.say(_("Cured"), "cured")
        self.say(_("The fault was most likely: {fault}").format(fault=cure.fault), "question")
        self.say(_("What was done: {repair}").format(repair=cure.repair), "body")

    def _say_handed_over(self) -> None:
        inquiry = self._inquiry
        self.say(inquiry.title, "question")
        self.say(inquiry.why, "body")
        likeliest = suspects(inquiry.case)[:_MOST_LIKELY]
        lines = [f"•  {suspect.fault.text} – {suspect.word}" for suspect in likeliest]
        self.say("\n".join([_("Still suspected:"), *lines]), "body")

    def _offer(self) -> None:
        is_cured, is_open = self._inquiry.stage is Stage.CURED, bool(self._inquiry.open_job.checklist.car_now())
        offers = [
            (_("Put back what is open on the car"), self.put_back_wanted, is_open),
            (_("Print the fault-finding record"), self.print_wanted, not is_cured),
            (_("Close the job…"), self.close_wanted, True),
            (_("Print the fault-finding record"), self.print_wanted, is_cured),
        ]
        for words, wanted, is_there in offers:
            if is_there:
                self.add_choice(words).clicked.connect(wanted)
