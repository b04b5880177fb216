"""What is done step by step: turning steps, ticking, typing, and the second act that a gate asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from micra_assistant.guide.model import AnyItem, Diagram, Tick
from micra_assistant.guide.source_words import source_words
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.waiting import seconds_left, wait_caption
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.keys.step_keys import StepKeys
from micra_assistant.ui.keys.step_links import StepLinks
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.workbench import Place

if TYPE_CHECKING:
    from micra_assistant.ui.step.confirm_card import ConfirmCard


class WorkController(Controller):
    """Works on the open job, line by line.

    Attributes:
        keys: what the three keys do in the step being read.

    Signals:
        asked: whether a gate is passed; carries what is asked, nothing once the person has said “Not yet”.
    """

    asked = Signal(str)

    def __init__(self, common: Common, way_on: WayOn) -> None:
        super().__init__(common)
        self._card: ConfirmCard | None = None
        self.keys = StepKeys(self._workbench, self._body, way_on, self._on_item)
        self._links = StepLinks(self._body)
        self._body.unused_key.connect(self._on_letter)
        step, checklist = self._body.step, self._body.checklist
        step.step_wanted.connect(self._workbench.jump)
        for said in (step.source_wanted, self._body.parts.source_wanted):
            said.connect(self.say_source)
        step.diagram_wanted.connect(self._on_diagram)
        checklist.toggled.connect(self.toggle)
        checklist.typing.connect(self._on_typing)
        checklist.entered.connect(self.enter)
        checklist.left_out.connect(self.leave_out_wait)
        checklist.chosen.connect(self._on_row_chosen)
        self._body.parts.option_chosen.connect(self._on_option)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {
            Action.NEXT_STEP: partial(self._walk, 1),
            Action.STEP_BEFORE: partial(self._walk, -1),
            Action.RETURN: self._workbench.go_back,
            Action.LINE_DOWN: partial(self.keys.mark_line, 1),
            Action.LINE_UP: partial(self.keys.mark_line, -1),
            Action.LINK_NEXT: partial(self._links.mark, 1),
            Action.LINK_BEFORE: partial(self._links.mark, -1),
        }

    def toggle(self, item_id: str) -> None:
        """Tick an item or take its tick back; what is being typed is kept first.

        A held item shows what holds it, and that is all for one with a value; one that waits begins its wait, or says
        how long that still is; a gate or a point of no return is ticked once it is confirmed.
        """
        self._body.enter_typing()
        open_job = self._workbench.shown
        line = open_job.checklist.line(item_id) if open_job else None
        if line and not isinstance(line.item, Tick):
            self._lead_to_gate(line)
            return
        asks = line and line.item.needs_second_act and not (line.done or line.held_by)
        waits = open_job and line and seconds_left(line, open_job.clock())
        if open_job and line and asks and not waits and self._workbench.attempt(lambda job: job.check_open()):
            self._ask(open_job, line.item)
        else:
            self._tick(item_id)

    def enter(self, item_id: str, typed: str) -> None:
        """Keep what was typed for a reading or a count; a held one is not taken and shows what holds it."""
        self._act(lambda job: job.enter(item_id, typed), lambda held: None if held else self.keys.line_after(item_id))

    def leave_out_wait(self, item_id: str, reason: str) -> None:
        """Tick an item without its wait, for the reason that was typed."""
        self._act(lambda job: job.leave_out_wait(item_id, reason))

    def withdraw_question(self) -> None:
        """Ask no longer whether a gate is passed: something else is shown."""
        if self._card:
            self._card.withdraw()

    def put_away(self) -> None:
        """Ask no longer, and be without the card until the next question."""
        self.withdraw_question()
        if self._card:
            delete(self._card)
            self._card = None

    def say_source(self, source_id: str) -> None:
        """Say where a fact comes from."""
        if open_job := self._workbench.shown:
            self._body.messages.say(source_words(open_job.guide.sources[source_id]))

    def _on_confirmed(self, item_id: str) -> None:
        """Tick a gate that was confirmed, unless another window has ticked it meanwhile."""
        self._workbench.attempt(lambda job: job.catch_up())
        if (open_job := self._workbench.shown) and not open_job.checklist.line(item_id).done:
            self._tick(item_id)

    def _tick(self, item_id: str) -> None:
        self._act(lambda job: job.toggle(item_id), lambda held: None if held else self.keys.line_after(item_id))

    def _ask(self, open_job: OpenJob, item: AnyItem) -> None:
        if self._card is None:
            from micra_assistant.ui.step.confirm_card import ConfirmCard  # noqa: PLC0415 - loaded when it is wanted

            self._card = ConfirmCard(self._body.above_foot)
            self._card.confirmed.connect(self._on_confirmed)
            self._card.refused.connect(lambda: self.asked.emit(""))
            self._card.step_wanted.connect(self._workbench.jump)
            self._card.gone.connect(self._body.messages.place)
        self._card.show_item(open_job.guide, item, self._appearance.look)
        self._body.messages.drop_hint()
        self._body.messages.place()
        self.asked.emit(self._card.spoken)

    def _act(
        self,
        act: Callable[[OpenJob], Line | None],
        line_of: Callable[[Line | None], Place | None] = lambda _held: None,
    ) -> None:
        """Let the person do something with the job, or lead to what has to be done first."""
        self._body.messages.drop_hint()
        if line := self._workbench.attempt(act, line_of):
            self._lead_to_gate(line)
            self._say_wait(line)

    def _lead_to_gate(self, line: Line) -> None:
        """Show what must be done before a line that is held; if that is on another page, there is a way back."""
        if line.held_by and (open_job := self._workbench.shown):
            if line.held_in:
                self._workbench.jump(open_job.guide.step_of(line.held_by.id).id)
            self._on_chosen(line.held_by.id)
            self._body.messages.say(held_message(line))

    def _say_wait(self, line: Line) -> None:
        """Say how long a line still waits that nothing else holds."""
        open_job = self._workbench.shown
        if open_job and not line.held_by and (words := wait_caption(line, open_job.clock())):
            self._body.messages.say(words)

    def _walk(self, direction: int) -> None:
        if (open_job := self._workbench.shown) and (step := open_job.neighbour(direction)):
            self._workbench.go_to(step.id)

    def _on_row_chosen(self, item_id: str) -> None:
        """Let the step follow the checklist; one that is locked leads to what holds it."""
        if (open_job := self._workbench.shown) and self._body.checklist.row(item_id).is_locked:
            self._lead_to_gate(open_job.checklist.line(item_id))
        else:
            self._on_chosen(item_id)

    def _on_chosen(self, item_id: str) -> None:
        """Let the step follow the checklist."""
        if open_job := self._workbench.shown:
            self._workbench.show_line(open_job.guide.step_of(item_id).id, item_id)

    def _on_item(self, item_id: str) -> None:
        """Tick an item inside a callout, go into its field in the checklist, or to what holds that."""
        row = self._body.checklist.row(item_id)
        if row.is_locked or isinstance(row.item, Tick):
            self.toggle(item_id)
        else:
            self._on_chosen(item_id)
            self._body.checklist.enter(item_id)

    def _on_letter(self, event: QKeyEvent) -> None:
        """Let a digit go into the field of the marked line."""
        is_free = self._body.aside is None and self._body.asking is None
        if is_free and (field := self.keys.type_into_marked(event.text())):
            QApplication.sendEvent(field, event)

    def _on_typing(self, item_id: str, typed: str) -> None:
        """Judge what is being typed, before it is kept."""
        if open_job := self._workbench.shown:
            self._body.checklist.row(item_id).show_verdict(open_job.judged(item_id, typed))

    def _on_option(self, option_id: str) -> None:
        self._act(lambda job: job.toggle_option(option_id))

    def _on_diagram(self, diagram: Diagram) -> None:
        if open_job := self._workbench.shown:
            from micra_assistant.ui.widgets.diagram_window import DiagramWindow  # noqa: PLC0415 - seldom wanted

            DiagramWindow(open_job.guide.folder, diagram, self._appearance.look.of_dialogs, self._body.window()).open()
