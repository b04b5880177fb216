"""What was done: undo and redo, the timeline, what is to be put back, being called away."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.act_words import Teller
from micra_assistant.jobs.bookmark import bookmark
from micra_assistant.jobs.events import (
    CalledAway,
    CameBack,
    Event,
    ItemAct,
    Noted,
    PhotoAdded,
    ToolsOut,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.key_names import first_key
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.workbench import Place
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

if TYPE_CHECKING:
    from micra_assistant.ui.history.away_view import AwayView
    from micra_assistant.ui.history.put_back_view import PutBackView
    from micra_assistant.ui.history.timeline_view import TimelineView


_MOST_LETTERS = 80
"""Of what was undone, in a message."""


class HistoryController(Controller):
    """Shows the history of the open job and steps back and forth in it.

    Signals:
        toggled: a line of the put-back list is to be ticked, or its tick taken back; carries the item.
        entered: a number was typed in it; carries the item and the text.
        source_wanted: a source is to be told; carries its id.
    """

    toggled = Signal(str)
    entered = Signal(str, str)
    source_wanted = Signal(str)

    def __init__(self, common: Common, drafts: Drafts, way_on: WayOn) -> None:
        super().__init__(common)
        self._drafts = drafts
        self._way_on = way_on
        self._shown: tuple[QWidget, Callable[[OpenJob], None]] | None = None
        self._told: tuple[Guide, History, Look, Distance] | None = None
        self._is_back = False

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {
            Action.UNDO: self.undo,
            Action.REDO: self.redo,
            Action.TIMELINE: self.show_timeline,
            Action.PUT_BACK: self.show_put_back,
            Action.AWAY: self.call_away,
        }

    def undo(self) -> None:
        """Undo the last act, and show where it was done."""
        event = self._workbench.attempt(lambda job: job.undo(), self._line_of)
        self._say(event, _("Undone: {act}   {key} does it again."), _("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last, and show where."""
        event = self._workbench.attempt(lambda job: job.redo(), self._line_of)
        self._say(event, _("Redone: {act}"), _("There is nothing to redo."))

    def show_timeline(self) -> None:
        """Show all that happened on the job."""
        if (open_job := self._workbench.shown) and open_job.job:
            from micra_assistant.ui.history.timeline_view import TimelineView  # noqa: PLC0415 - seldom wanted

            self._told = None
            view = TimelineView(self._body.room_aside())
            view.back_wanted.connect(self._actions[Action.SHOW_JOB].trigger)
            view.step_wanted.connect(self._on_step)
            self._show(view, partial(self._fill_timeline, view))

    def show_put_back(self) -> None:
        """Show what was taken apart and is to be put back, the last thing first."""
        open_job = self._workbench.job_in_front()
        if open_job and open_job.job:
            from micra_assistant.ui.history.put_back_view import PutBackView  # noqa: PLC0415 - seldom wanted

            follow = partial(self._drafts.follow, job=open_job.job.id)
            view = PutBackView(follow, self._way_on.ahead, self._body.room_aside())
            view.toggled.connect(self.toggled)
            view.entered.connect(self.entered)
            view.typing.connect(partial(self._judge, view))
            view.step_wanted.connect(self._on_step)
            view.source_wanted.connect(self.source_wanted)
            view.back_wanted.connect(self._actions[Action.SHOW_JOB].trigger)
            view.close_wanted.connect(self._actions[Action.CLOSE_JOB].trigger)
            view.print_wanted.connect(self._actions[Action.PREVIEW_PUT_BACK].trigger)
            view.diagram_wanted.connect(self._body.step.diagram_wanted)
            self._show(view, partial(self._fill_put_back, view))

    def call_away(self) -> None:
        """Keep where the job is left, and show it until the person is back."""
        self._body.enter_typing()
        open_job = self._workbench.job_in_front() or self._workbench.shown
        if open_job and not open_job.state.away:
            self._workbench.attempt(lambda job: job.do(CalledAway(job.step.id)))
        self.show_away()

    def show_away(self) -> None:
        """Show that the person was called away, if so."""
        open_job, look = self._workbench.shown, self._appearance.look.compact
        if open_job and open_job.state.away and not open_job.state.is_closed:
            from micra_assistant.ui.history.away_view import AwayView  # noqa: PLC0415 - seldom wanted

            view = AwayView(look)
            view.came_back.connect(lambda: self._come_back(view))
            view.go_on.connect(self._body.show_job_view)
            view.step_wanted.connect(self._on_step)
            view.tools_changed.connect(
                lambda tools: self._workbench.attempt(lambda job: job.do(ToolsOut(tuple(tools))))
            )
            self._show(view, partial(self._fill_away, view, look))

    def refresh(self) -> None:
        """Show how the job stands, if what is shown aside depends on it."""
        if self._shown and self._shown[0] is self._body.aside and self._workbench.shown:
            self._shown[1](self._workbench.shown)

    def _show(self, view: QWidget, fill: Callable[[OpenJob], None]) -> None:
        """Show a view aside that ``fill`` fills, now and whenever the job or the look has changed."""
        self._shown = view, fill
        if self._workbench.shown:
            fill(self._workbench.shown)
        self._body.show_aside(view)

    def _fill_timeline(self, view: "TimelineView", open_job: OpenJob) -> None:
        look, distance = self._appearance.look.compact, open_job.workshop().distance
        shown = open_job.guide, open_job.history, look, distance
        if shown != self._told:
            self._told = shown
            view.show_history(open_job.guide, open_job.history, open_job.option_names, look, distance)

    def _fill_put_back(self, view: "PutBackView", open_job: OpenJob) -> None:
        rows = put_back_list(open_job.guide, open_job.state, open_job.checklist)
        view.show_list(open_job.guide, rows, self._appearance.look)

    def _fill_away(self, view: "AwayView", look: Look, open_job: OpenJob) -> None:
        tools = tuple(tool.name for tool in open_job.guide.tools)
        if not open_job.state.away:
            if not self._is_back:
                self._body.show_job_view()
        elif look != self._appearance.look.compact:
            self.show_away()
        else:
            self._is_back = False
            view.show_away(bookmark(open_job.guide, open_job.history), tools, _left_at(open_job))

    def _come_back(self, view: "AwayView") -> None:
        open_job = self._workbench.shown
        if open_job is None:
            return
        away_for = max(datetime.now(UTC) - _left_at(open_job), timedelta(0))
        self._is_back = True
        self._workbench.attempt(lambda job: job.do(CameBack()))
        view.show_back(bookmark(open_job.guide, open_job.history), away_for)

    def _on_step(self, step_id: str) -> None:
        open_job = self._workbench.shown
        if open_job and open_job.guide.find_step(step_id):
            self._body.show_job_view()
            self._workbench.go_to(step_id)

    def _judge(self, view: "PutBackView", item_id: str, typed: str) -> None:
        if open_job := self._workbench.shown:
            view.show_verdict(open_job.judged(item_id, typed))

    def _line_of(self, event: Event | None) -> Place | None:
        """Return where something was done that is undone or redone, if the job is in sight."""
        open_job = self._workbench.shown
        if event is None or open_job is None or self._body.aside:
            return None
        step = _step_of(open_job, event)
        return (step, getattr(event.act, "item", "")) if step else None

    def _say(self, event: Event | None, words: str, nothing: str) -> None:
        open_job, messages = self._workbench.shown, self._body.messages
        if open_job is None or open_job.job is None or open_job.state.is_closed:
            return
        if event is None:
            messages.say(nothing)
            return
        told = Teller(open_job.guide, open_job.history, open_job.option_names).words(event.act)
        told = told if len(told) <= _MOST_LETTERS else f"{told[:_MOST_LETTERS]}…"
        messages.say(words.format(act=told, key=first_key(self._actions[Action.REDO]) or _("Redo")))


def _step_of(open_job: OpenJob, event: Event) -> str:
    """Return the step where something was done, empty if the guide has none such or it is not about a step."""
    match event.act:
        case act if isinstance(act, ItemAct):
            found = open_job.guide.find_step_of(act.item)
        case Noted(step=step) | PhotoAdded(step=step):
            found = open_job.guide.find_step(step)
        case _:
            return ""
    return found.id if found else ""


def _left_at(open_job: OpenJob) -> datetime:
    """Return when the person was last called away."""
    left = (event for event in reversed(open_job.history.events) if isinstance(event.act, CalledAway))
    return next((event.time for event in left), datetime.now(UTC))
