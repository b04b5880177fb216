"""A repair that is advised: what it costs, the part it takes, and what it led to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.jobs.faultfinding.given_answers import GivenAnswer
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.needs import needs_of
from micra_assistant.jobs.faultfinding.part_advice import part_advice
from micra_assistant.jobs.faultfinding.question import HANGS_ON
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.option_words import price_words
from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.need_row import NeedRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, icon
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class RepairCard(Card):
    """One repair; what it led to is the answer, an Outcome.

    Signals:
        option_wanted: the way to get the part was chosen, or that is taken back; carries its id.
        doubted: the answer on which the repair hangs is to be looked at once more; carries its event.
        left_out: the repair cannot be done; carries False.
    """

    option_wanted = Signal(str)
    doubted = Signal(str)
    left_out = Signal(bool)

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._inquiry = inquiry
        question = self.say(inquiry.title, "question")
        words = _("{cost} with the work, {time}").format(cost=inquiry.cost, time=inquiry.time)
        how = self.way_to_step(inquiry)
        self.column.addWidget(NeedRow(needs_of(inquiry), words, how, look))
        if answer := inquiry.hangs_on:
            self._offer_second_look(answer)
        parts, option = inquiry.open_job.ways, self._option()
        if parts and option:
            self._add_part(parts, option)
            self.say(" ".join(part_advice(inquiry)), "body")
        asked = self.say(_("When it is done: what did it lead to?"), "panel-title")
        answers = [self.add_answer(outcome.value, said.answer) for outcome, said in OUTCOME_WORDS.items()]
        cannot = SureButton(_("Cannot do this"))
        cannot.clicked.connect(lambda: self.left_out.emit(False))
        self.add_row([cannot])
        if how:
            self.stop(how)
        self.lead_from_afar((question, asked, *answers), inquiry, inquiry.open_job.guide.find_step(inquiry.step))

    def _offer_second_look(self, answer: GivenAnswer) -> None:
        self.say(_(HANGS_ON).format(answer=answer.words), "body")
        again = SureButton(_("Look again"))
        again.clicked.connect(lambda: self.doubted.emit(answer.event))
        self.add_row([again])

    def _option(self) -> Option | None:
        """Return the way that the repair is of: the quote for it, if that was chosen."""
        job, repair = self._inquiry.open_job, self._inquiry.repair
        ways = job.ways.options if job.ways and repair else ()
        way = next((way for way in ways if repair and way.id == repair.option), None)
        chosen = next((way for way in ways if way.id == job.state.option), None)
        return chosen if way and isinstance(chosen, QuotedOption) and chosen.is_for(way) else way

    def _add_part(self, parts: PartsTable, option: Option) -> None:
        is_chosen = self._inquiry.open_job.state.option == option.id
        price = price_words(parts, option)
        words = _("Chosen: {part}, {price}") if is_chosen else _("Choose: {part}, {price}")
        button = SureButton(words.format(part=option.name, price=price))
        button.setCheckable(True)
        button.setChecked(is_chosen)
        if is_chosen:
            button.setAccessibleName(_("Take back the choice of {way}").format(way=option.name))
            button.setIcon(icon(Sign.TICK, button, QPalette.ColorRole.Link))
        button.clicked.connect(lambda: self.option_wanted.emit(option.id))
        self.column.addWidget(self.stop(button), 0, Qt.AlignmentFlag.AlignLeft)
