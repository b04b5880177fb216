"""What was done: undo and redo, the timeline, what is to be put back, being called away."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from micra_assistant.jobs.bench import Bench
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
from micra_assistant.jobs.timeline import Teller
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Act

if TYPE_CHECKING:
    from micra_assistant.ui.history.put_back_view import PutBackView
    from micra_assistant.ui.main_window import MainWindow


class HistoryDesk(QObject):
    """Shows the history of the job on the bench and steps back and forth in it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._put_back: PutBackView | None = None

    @property
    def handlers(self) -> dict[Act, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            Act.UNDO: self.undo,
            Act.REDO: self.redo,
            Act.TIMELINE: self.show_timeline,
            Act.PUT_BACK: self.show_put_back,
            Act.AWAY: self.call_away,
        }

    def undo(self) -> None:
        """Undo the last act, and show where it was done."""
        event = self._window.attempt(lambda bench: bench.undo())
        self._say_and_show(event, self.tr("Undone: %1   Ctrl+Y does it again."), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last, and show where."""
        event = self._window.attempt(lambda bench: bench.redo())
        self._say_and_show(event, self.tr("Done again: %1"), self.tr("There is nothing to do again."))

    def show_timeline(self) -> None:
        """Show all that happened on the job."""
        if (bench := self._window.bench) and bench.job:
            from micra_assistant.ui.history.timeline_view import TimelineView  # noqa: PLC0415 - seldom wanted

            view = TimelineView()
            view.back_wanted.connect(self._window.body.show_job_view)
            view.step_wanted.connect(self._on_step)
            view.show_history(bench.guide, bench.history, bench.option_names, self._window.look)
            self._window.body.show_aside(view)

    def show_put_back(self) -> None:
        """Show what was taken apart and is to be put back, the last thing first."""
        window = self._window
        if window.bench and window.bench.job is None:
            window.opener.back_to_job()
        if window.bench and window.bench.job:
            from micra_assistant.ui.history.put_back_view import PutBackView  # noqa: PLC0415 - seldom wanted

            self._put_back = view = PutBackView()
            view.toggled.connect(window.work.toggle)
            view.entered.connect(window.work.enter)
            view.typing.connect(self._on_typing)
            view.step_wanted.connect(self._on_step)
            view.source_wanted.connect(window.say_source)
            view.back_wanted.connect(window.body.show_job_view)
            view.close_wanted.connect(window.jobs.close_job)
            view.print_wanted.connect(lambda: window.preview(SheetKind.REASSEMBLY))
            view.show_list(window.bench.guide, window.bench.state, window.look)
            window.body.show_aside(view)

    def call_away(self) -> None:
        """Keep where the job is left, and show it until the person is back."""
        window = self._window
        if window.bench and not window.bench.state.away:
            window.body.step.setFocus()
            window.attempt(lambda bench: bench.do(CalledAway(bench.step.id)))
        self.show_away()

    def show_away(self) -> None:
        """Show that the person was called away, if so."""
        bench, window = self._window.bench, self._window
        if bench and bench.state.away:
            from micra_assistant.ui.history.away_view import AwayView  # noqa: PLC0415 - seldom wanted

            view = AwayView(window.look)
            view.came_back.connect(lambda: self._come_back(view))
            view.go_on.connect(window.body.show_job_view)
            view.step_wanted.connect(self._on_step)
            view.tools_changed.connect(lambda tools: window.attempt(lambda bench: bench.do(ToolsOut(tuple(tools)))))
            tools = tuple(tool.name for tool in bench.guide.tools)
            view.show_away(bookmark(bench.guide, bench.history), tools, _left_at(bench))
            window.body.show_aside(view)

    def refresh(self, bench: Bench) -> None:
        """Show how the job stands, if what is shown aside depends on it."""
        if (view := self._put_back) and view is self._window.body.aside:
            view.show_list(bench.guide, bench.state, self._window.look)

    def _come_back(self, view: QObject) -> None:
        from micra_assistant.ui.history.away_view import AwayView  # noqa: PLC0415 - loaded already

        bench = self._window.bench
        if bench is None or not isinstance(view, AwayView):
            return
        away_for = max(datetime.now(UTC) - _left_at(bench), timedelta(0))
        self._window.attempt(lambda bench: bench.do(CameBack()))
        view.show_back(bookmark(bench.guide, bench.history), away_for)

    def _on_step(self, step_id: str) -> None:
        self._window.body.show_job_view()
        self._window.go_to(step_id)

    def _on_typing(self, item_id: str, typed: str) -> None:
        if self._put_back and (bench := self._window.bench):
            self._put_back.show_verdict(bench.judged(item_id, typed))

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
        window.body.messages.say(words.replace("%1", told))


def _step_of(bench: Bench, event: Event) -> str:
    """Return the step where something was done, empty if the guide has none such or it is not about a step."""
    match event.act:
        case Ticked(item=item) | Unticked(item=item) | Entered(item=item):
            return next((step.id for step in bench.guide.steps for known in step.items if known.id == item), "")
        case Noted(step=step) | PhotoAdded(step=step):
            return step if any(known.id == step for known in bench.guide.steps) else ""
    return ""


def _left_at(bench: Bench) -> datetime:
    """Return when the person was last called away."""
    left = (event for event in reversed(bench.history.events) if isinstance(event.act, CalledAway))
    return next((event.time for event in left), datetime.now(UTC))
