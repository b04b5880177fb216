"""Puts a moment of the search on the view, and connects what is said there with the desk."""

from typing import TYPE_CHECKING

from micra_assistant.diagnosis.planner import alternatives
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.doubt_card import DoubtCard
from micra_assistant.ui.diagnosis.end_card import EndCard
from micra_assistant.ui.diagnosis.gate_card import GateCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.diagnosis.repair_card import RepairCard
from micra_assistant.ui.diagnosis.side_panel import SidePanel
from micra_assistant.ui.diagnosis.why_panel import WhyPanel
from micra_assistant.ui.style.look import Look

if TYPE_CHECKING:
    from micra_assistant.ui.controllers.diagnosis_controller import DiagnosisController
    from micra_assistant.ui.main_window import MainWindow

_ENDS = (Stage.CURED, Stage.DOUBT)
"""Where nothing is asked that could be asked why."""


def show_inquiry(view: QuestionView, inquiry: Inquiry, desk: "DiagnosisController") -> None:
    """Show a moment of the search; what is being typed stays."""
    window, former = desk.window, view.card
    if isinstance(former, AskCard) and former.go_on(inquiry):
        view.drop_panels()
    else:
        if isinstance(former, AskCard):
            former.let_go()
        card = card_for(inquiry, window.look)
        _connect(card, desk, window)
        view.show_card(desk.heading, card, has_choice=desk.has_choice)
        if isinstance(card, AskCard):
            _follow(card, inquiry, window)
    _add_panels(view, inquiry, desk, window.look)


def _follow(card: AskCard, inquiry: Inquiry, window: "MainWindow") -> None:
    """Let what is half typed in a card outlive it."""
    job = inquiry.open_job.job.id if inquiry.open_job.job else ""
    for field in card.fields:
        place = f"finder {field.reading.id}"
        window.drafts.follow(field.field, job, place)
        if field.typed:
            field.typing.emit(field.reading.id, field.typed)


def card_for(inquiry: Inquiry, look: Look) -> Card:
    """Return the card for what is asked now."""
    match inquiry.stage:
        case Stage.DOUBT:
            return DoubtCard(inquiry, look)
        case Stage.GATE if inquiry.gate:
            return GateCard(inquiry, inquiry.gate, look)
        case Stage.TEST:
            return AskCard(inquiry, look)
        case Stage.REPAIR:
            return RepairCard(inquiry, look)
        case _:
            return EndCard(inquiry, look)


def _connect(card: Card, desk: "DiagnosisController", window: "MainWindow") -> None:
    match card:
        case AskCard():
            card.answered.connect(desk.answer)
            card.entered.connect(desk.enter)
            card.failing_changed.connect(desk.set_failing)
            card.diagram_wanted.connect(window.body.step.diagram_wanted)
        case RepairCard():
            card.answered.connect(desk.take_outcome)
            card.option_wanted.connect(desk.choose_part)
        case GateCard():
            card.item_wanted.connect(desk.show_item)
        case DoubtCard():
            card.answered.connect(desk.undo)
            card.accepted.connect(desk.accept)
        case EndCard():
            card.close_wanted.connect(window.jobs.close_job)
            card.put_back_wanted.connect(window.history.show_put_back)
            card.print_wanted.connect(lambda: window.preview(SheetKind.FAULT_RECORD))
    if isinstance(card, AskCard | RepairCard | GateCard):
        card.left_out.connect(desk.leave_out)


def _add_panels(view: QuestionView, inquiry: Inquiry, desk: "DiagnosisController", look: Look) -> None:
    side = SidePanel(inquiry, desk.basis, look)
    side.back_wanted.connect(desk.take_back)
    why = WhyPanel(inquiry, look)
    why.others_wanted.connect(lambda: why.show_others(alternatives(inquiry.case)))
    why.move_wanted.connect(desk.prefer)
    if inquiry.stage in _ENDS:
        why.hide()
    can_go_back = bool(inquiry.given) or not inquiry.is_advised
    has_step = bool(inquiry.step) and inquiry.stage in (Stage.TEST, Stage.REPAIR)
    view.show_panels(why, side, can_go_back=can_go_back, has_step=has_step)
