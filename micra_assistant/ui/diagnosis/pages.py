"""Puts a question of the fault finder on the view, and connects what is said there with what takes it."""

from micra_assistant.diagnosis.planner import alternatives
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.jobs.faultfinding.search_stages import stages_of
from micra_assistant.ui.diagnosis.answer_taker import AnswerTaker
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.doubt_card import DoubtCard
from micra_assistant.ui.diagnosis.end_card import EndCard
from micra_assistant.ui.diagnosis.gate_card import GateCard
from micra_assistant.ui.diagnosis.intake_card import IntakeCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.diagnosis.repair_card import RepairCard
from micra_assistant.ui.diagnosis.side_panel import Basis, SidePanel
from micra_assistant.ui.diagnosis.why_panel import WhyPanel
from micra_assistant.ui.style.look import Look

_ENDS = (Stage.CURED, Stage.DOUBT)
"""Where nothing is asked that could be asked why."""


def next_card(view: QuestionView, inquiry: Inquiry, answering: AnswerTaker, look: Look, finder_key: str) -> Card | None:
    """Return the card for what is asked now, None if the one that is shown goes on; what is being typed stays.

    ``finder_key`` is what the key is called that leads here.
    """
    former = view.card
    goes_on = isinstance(former, IntakeCard if answering.is_telling else AskCard)
    if isinstance(former, IntakeCard | AskCard) and goes_on and former.go_on(inquiry):
        view.drop_panels()
        return None
    if isinstance(former, AskCard):
        former.let_go()
    card = _intake(inquiry, former, look) if answering.is_telling else card_for(inquiry, look, finder_key)
    _connect(card, answering)
    return card


def _intake(inquiry: Inquiry, former: Card | None, look: Look) -> IntakeCard:
    """Return what may be known, marked as before if that was asked already."""
    card = IntakeCard(inquiry, look)
    if isinstance(former, IntakeCard):
        card.mark(former.marked)
    return card


def card_for(inquiry: Inquiry, look: Look, finder_key: str) -> Card:
    """Return the card for what is asked."""
    match inquiry.stage:
        case Stage.DOUBT:
            return DoubtCard(inquiry, look)
        case Stage.GATE if inquiry.gate:
            return GateCard(inquiry, inquiry.gate, look, finder_key=finder_key)
        case Stage.TEST:
            return AskCard(inquiry, look)
        case Stage.REPAIR:
            return RepairCard(inquiry, look)
        case _:
            return EndCard(inquiry, look)


def add_panels(view: QuestionView, inquiry: Inquiry, answering: AnswerTaker, basis: Basis, look: Look) -> None:
    """Show beside a question why it is asked, what else could be, and who is suspected."""
    side = SidePanel(inquiry, basis, look)
    why = WhyPanel(inquiry, look)
    why.others_wanted.connect(lambda: why.show_others(alternatives(inquiry.case)))
    why.move_wanted.connect(answering.prefer)
    why.known_wanted.connect(answering.begin_telling)
    if inquiry.stage in _ENDS or answering.is_telling:
        why.hide()
        why.heads.hide()
    can_go_back = (bool(inquiry.given) or not inquiry.is_advised) and not answering.is_telling
    view.show_panels(why, side, can_go_back=can_go_back)
    view.show_stages(() if answering.is_telling else stages_of(inquiry))


def _connect(card: Card, answering: AnswerTaker) -> None:
    match card:
        case IntakeCard():
            card.told.connect(answering.tell)
        case AskCard():
            card.answered.connect(answering.answer)
            card.entered.connect(answering.enter)
            card.failing_changed.connect(answering.set_failing)
        case RepairCard():
            card.answered.connect(answering.take_outcome)
            card.option_wanted.connect(answering.choose_part)
            card.doubted.connect(answering.undo)
        case DoubtCard():
            card.answered.connect(answering.undo)
            card.accepted.connect(answering.accept)
    if isinstance(card, AskCard | RepairCard | GateCard):
        card.left_out.connect(answering.leave_out)
