"""What was done: undo and redo, the timeline, what is to be put back, being called away."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.bookmark import bookmark
from micra_assistant.jobs.events import (
    CalledAway,
    CameBack,
    Entered,
    Event,
    Noted,
    PhotoAdded,
    Ticked,
    ToolsOut,
    Unticked,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Teller
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action
from micra_assistant.ui.style.look import Look

if TYPE_CHECKING:
    from micra_assistant.ui.history.away_view import AwayView
    from micra_assistant.ui.history.put_back_view import PutBackView
    from micra_assistant.ui.history.timeline_view import TimelineView
    from micra_assistant.ui.main_window import MainWindow


_MOST_LETTERS = 80
"""Of what was undone, in a message."""


class HistoryController(QObject):
    """Shows the history of the job on the bench and steps back and forth in it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._shown: tuple[QWidget, Callable[[OpenJob], None]] | None = None
        self._told: tuple[History, Look] | None = None
        self._is_back = False

    @property
    def handlers(self) -> dict[Action, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            Action.UNDO: self.undo,
            Action.REDO: self.redo,
            Action.TIMELINE: self.show_timeline,
            Action.PUT_BACK: self.show_put_back,
            Action.AWAY: self.call_away,
        }

    def undo(self) -> None:
        """Undo the last act, and show where it was done."""
        event = self._window.attempt(lambda bench: bench.undo())
        self._say_and_show(event, self.tr("Undone: %1   Ctrl+Y does it again."), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last, and show where."""
        event = self._window.attempt(lambda bench: bench.redo())
        self._say_and_show(event, self.tr("Redone: %1"), self.tr("There is nothing to redo."))

    def show_timeline(self) -> None:
        """Show all that happened on the job."""
        if (bench := self._window.bench) and bench.job:
            from micra_assistant.ui.history.timeline_view import TimelineView  # noqa: PLC0415 - seldom wanted

            self._told = None
            view = TimelineView()
            view.back_wanted.connect(self._window.show_job)
            view.step_wanted.connect(self._on_step)
            self._show(view, partial(self._fill_timeline, view))

    def show_put_back(self) -> None:
        """Show what was taken apart and is to be put back, the last thing first."""
        window = self._window
        if window.bench and window.bench.job is None:
            window.opener.back_to_job()
        if window.bench and window.bench.job:
            from micra_assistant.ui.history.put_back_view import PutBackView  # noqa: PLC0415 - seldom wanted

            view = PutBackView(partial(window.drafts.follow, job=window.bench.job.id))
            view.toggled.connect(window.work.toggle)
            view.entered.connect(window.work.enter)
            view.typing.connect(self._on_typing)
            view.step_wanted.connect(self._on_step)
            view.source_wanted.connect(window.say_source)
            view.back_wanted.connect(window.show_job)
            view.close_wanted.connect(window.jobs.close_job)
            view.print_wanted.connect(lambda: window.preview(SheetKind.REASSEMBLY))
            self._show(view, partial(self._fill_put_back, view))

    def call_away(self) -> None:
        """Keep where the job is left, and show it until the person is back."""
        window = self._window
        window.body.step.setFocus()
        if window.bench and window.bench.job is None:
            window.opener.back_to_job()
        if window.bench and not window.bench.state.away:
            window.attempt(lambda bench: bench.do(CalledAway(bench.step.id)))
        self.show_away()

    def show_away(self) -> None:
        """Show that the person was called away, if so."""
        bench, window = self._window.bench, self._window
        if bench and bench.state.away and not bench.state.is_closed:
            from micra_assistant.ui.history.away_view import AwayView  # noqa: PLC0415 - seldom wanted

            view = AwayView(window.look)
            view.came_back.connect(lambda: self._come_back(view))
            view.go_on.connect(window.body.show_job_view)
            view.step_wanted.connect(self._on_step)
            view.tools_changed.connect(lambda tools: window.attempt(lambda bench: bench.do(ToolsOut(tuple(tools)))))
            self._show(view, partial(self._fill_away, view, window.look))

    def refresh(self) -> None:
        """Show how the job stands, if what is shown aside depends on it."""
        if self._shown and self._shown[0] is self._window.body.aside and self._window.bench:
            self._shown[1](self._window.bench)

    def _show(self, view: QWidget, fill: Callable[[OpenJob], None]) -> None:
        """Show a view aside that ``fill`` fills, now and whenever the job or the look has changed."""
        self._shown = view, fill
        if self._window.bench:
            fill(self._window.bench)
        self._window.body.show_aside(view)

    def _fill_timeline(self, view: "TimelineView", bench: OpenJob) -> None:
        shown = bench.history, self._window.look
        if shown != self._told:
            self._told = shown
            view.show_history(bench.guide, bench.history, bench.option_names, self._window.look)

    def _fill_put_back(self, view: "PutBackView", bench: OpenJob) -> None:
        view.show_list(bench.guide, bench.state, self._window.look)

    def _fill_away(self, view: "AwayView", look: Look, bench: OpenJob) -> None:
        tools = tuple(tool.name for tool in bench.guide.tools)
        if not bench.state.away:
            if not self._is_back:
                self._window.body.show_job_view()
        elif look != self._window.look:
            self.show_away()
        else:
            self._is_back = False
            view.show_away(bookmark(bench.guide, bench.history), tools, _left_at(bench))

    def _come_back(self, view: "AwayView") -> None:
        bench = self._window.bench
        if bench is None:
            return
        away_for = max(datetime.now(UTC) - _left_at(bench), timedelta(0))
        self._is_back = True
        self._window.attempt(lambda bench: bench.do(CameBack()))
        view.show_back(bookmark(bench.guide, bench.history), away_for)

    def _on_step(self, step_id: str) -> None:
        bench = self._window.bench
        if bench and any(step.id == step_id for step in bench.guide.steps):
            self._window.body.show_job_view()
            self._window.go_to(step_id)

    def _on_typing(self, item_id: str, typed: str) -> None:
        from micra_assistant.ui.history.put_back_view import PutBackView  # noqa: PLC0415 - loaded already

        view, bench = self._window.body.aside, self._window.bench
        if bench and isinstance(view, PutBackView):
            view.show_verdict(bench.judged(item_id, typed))

    def _say_and_show(self, event: Event | None, words: str, nothing: str) -> None:
        window, bench = self._window, self._window.bench
        if bench is None or bench.job is None or bench.state.is_closed:
            return
        if event is None:
            window.body.messages.say(nothing)
            return
        if window.body.aside is None and (step := _step_of(bench, event)):
            window.show_line(step, getattr(event.act, "item", ""))
        window.show_state()
        told = Teller(bench.guide, bench.history, bench.option_names).words(event.act)
        told = told if len(told) <= _MOST_LETTERS else f"{told[:_MOST_LETTERS]}…"
        window.body.messages.say(words.replace("%1", told))


def _step_of(bench: OpenJob, event: Event) -> str:
    """Return the step where something was done, empty if the guide has none such or it is not about a step."""
    match event.act:
        case Ticked(item=item) | Unticked(item=item) | Entered(item=item):
            return next((step.id for step in bench.guide.steps for known in step.items if known.id == item), "")
        case Noted(step=step) | PhotoAdded(step=step):
            return step if any(known.id == step for known in bench.guide.steps) else ""
    return ""


def _left_at(bench: OpenJob) -> datetime:
    """Return when the person was last called away."""
    left = (event for event in reversed(bench.history.events) if isinstance(event.act, CalledAway))
    return next((event.time for event in left), datetime.now(UTC))
