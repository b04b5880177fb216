"""The window: it turns what the person does into acts, and hands the new state to every view."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from micra_assistant.errors import GuideError, LookedUpError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Diagram, Tick
from micra_assistant.jobs.bench import Bench
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.store import Job, Store
from micra_assistant.paper.sheets import SheetKind
from micra_assistant.ui.actions import Act, make_actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.header import Header
from micra_assistant.ui.message_bar import Tone
from micra_assistant.ui.opener import Opener, check_faults
from micra_assistant.ui.parts_desk import PartsDesk
from micra_assistant.ui.settings import Settings
from micra_assistant.ui.theme import ThemeName
from micra_assistant.ui.words import source_words

if TYPE_CHECKING:
    from micra_assistant.search.hits import Hit
    from micra_assistant.ui.search_desk import SearchDesk
    from micra_assistant.ui.sheet_desk import SheetDesk

T = TypeVar("T")

_SIZE = QSize(1366, 768)
_TITLE_BAR = 36
_MOST_FAULTS_SAID = 3
_ROOM_FOR_PARTS = 690
"""From this height on, in pixels at scale 1, the parts are shown unless they were closed by hand."""


class MainWindow(QMainWindow):
    """One job on the bench: its guide, its checklist, its parts."""

    def __init__(
        self, library: Library, store: Store, settings: Settings, appearance: Appearance, search_index: Path
    ) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._appearance = appearance
        self._bench: Bench | None = None
        self._search_index = search_index
        self._search_desk: SearchDesk | None = None
        self.opener = Opener(library, store, self)
        self._actions = make_actions(self)
        self._actions[Act.DARK].setChecked(appearance.look.theme.dark)
        self.body = Body(Header(self._actions))
        self.setCentralWidget(self.body)
        self._parts_desk = PartsDesk(self.body.parts, settings)
        self._connect_actions()
        self._connect_views()
        self.body.step.setFocus()
        self.setWindowTitle("Micra Assistant")
        self.setMinimumSize(860, 480)
        if not (settings.geometry and self.restoreGeometry(settings.geometry)):
            room = self.screen().availableSize()
            self.resize(min(_SIZE.width(), room.width()), min(_SIZE.height(), room.height() - _TITLE_BAR))

    @property
    def bench(self) -> Bench | None:
        """What is on the bench, None if there is nothing to show."""
        return self._bench

    def resume(self, job: Job) -> None:
        """Put a job back on the bench where it was left, or show the faults of its guide.

        StoreError if the job cannot be read.
        """
        self.opener.resume(job)

    def begin(self, guide_name: str, car: str = "", step: str = "") -> None:
        """Begin a job and put it on the bench; what is wrong is said in words."""
        self.opener.begin(guide_name, car, step)

    def ask_what_is_wrong(self, *, begin_the_only_one: bool = True) -> None:
        """Show the complaints to begin a job with; if there is one only, its job may begin at once."""
        complaints = self._library.complaints()
        if len(complaints) == 1 and begin_the_only_one:
            self._on_complaint(complaints[0][0], complaints[0][1].step)
        elif complaints:
            self.body.show_start(complaints)
        else:
            self.say_problem(self.tr("There is no guide. Add a guide folder, or start with --guides FOLDER."))

    def _on_complaint(self, guide: str, step: str) -> None:
        self.begin(guide, step=step)

    def _on_opened(self, bench: Bench) -> None:
        self._bench = bench
        self.body.show_job_view()
        self._show_everything()

    def _on_rewritten(self, bench: Bench) -> None:
        """Show the guide as its author has just written it, and say what check still has against it."""
        self.body.show_job_view()
        self._show_everything()
        faults = check_faults(self._library, bench.guide.id)[:_MOST_FAULTS_SAID]
        self.body.messages.say("\n".join([self.tr("The guide was read anew."), *map(str, faults)]))

    def _on_refused(self, guide_name: str, error: GuideError) -> None:
        """Show the faults of a guide; the bench stays as it is."""
        self.body.show_faults(guide_name, error, can_go_back=self._bench is not None and self.opener.has_job)

    def _let_keys_work(self, job_in_sight: bool) -> None:
        """Let the keys that change the job work only while it is in sight."""
        for act in (Act.NEXT, Act.BACK, Act.TICK, Act.LINE_DOWN, Act.LINE_UP):
            self._actions[act].setEnabled(job_in_sight)

    def say_problem(self, words: str) -> None:
        """Say what went wrong, until the person closes it."""
        self.body.messages.say(words, Tone.PROBLEM)

    def set_theme(self, name: ThemeName) -> None:
        """Change to a theme and keep the choice."""
        self._appearance.set_theme(name)
        self._actions[Act.DARK].setChecked(self._appearance.look.theme.dark)
        self._show_everything()

    def go_to(self, step_id: str) -> None:
        """Show a step and remember that the job is there; what is being typed is kept first."""
        self.body.step.setFocus()
        self._go(step_id)

    def _go(self, step_id: str) -> None:
        if self._bench is None or step_id == self._bench.step.id:
            return
        page_before = self._bench.page
        self._try(lambda bench: bench.go_to(step_id))
        self._show_step(new_page=self._bench.page is not page_before)

    def toggle(self, item_id: str) -> None:
        """Tick an item or take its tick back; a held one shows what holds it. What is being typed is kept first."""
        self.body.step.setFocus()
        self._act(lambda bench: bench.toggle(item_id))

    def enter(self, item_id: str, typed: str) -> None:
        """Keep what was typed for a reading or a count; a held one is not taken and shows what holds it."""
        self._act(lambda bench: bench.enter(item_id, typed))

    def _act(self, act: Callable[[Bench], Line | None]) -> None:
        """Let the person do something with the job and show what it leads to, or what has to be done first."""
        if line := self._try(act):
            self.body.messages.say(held_message(line))
            if line.held_by:
                self._on_chosen(line.held_by.id)
        else:
            self._show_state()

    def _try(self, act: Callable[[Bench], T]) -> T | None:
        """Do something with the bench; what cannot be kept is said."""
        try:
            return act(self._bench) if self._bench else None
        except LookedUpError as error:
            self.body.messages.say(str(error))
            return None
        except StoreError as error:
            self.say_problem(str(error))
            return None

    def sheet_desk(self) -> "SheetDesk | None":
        """Return what prints the job on the bench, None if there is none; what is being typed is kept first."""
        if self._bench is None:
            return None
        from micra_assistant.ui.sheet_desk import SheetDesk  # noqa: PLC0415 - what is seldom wanted is loaded when it is

        self.body.step.setFocus()
        return SheetDesk(self, self._bench, self._parts_desk.rate_per_hour(self._bench))

    def _connect_actions(self) -> None:
        handlers = {
            Act.NEXT: partial(self._turn, 1),
            Act.BACK: partial(self._turn, -1),
            Act.TICK: self._on_space,
            Act.LINE_DOWN: partial(self._mark_line, 1),
            Act.LINE_UP: partial(self._mark_line, -1),
            Act.CLOSE_MESSAGE: self.body.messages.hide,
            Act.SEARCH: self.body.header.search.take_focus,
            Act.BACK_TO_JOB: self.opener.back_to_job,
            Act.NEW_JOB: self._on_new_job,
            Act.PREVIEW_CHECKLIST: partial(self._on_preview, SheetKind.CHECKLIST),
            Act.PREVIEW_GUIDE: partial(self._on_preview, SheetKind.GUIDE),
            Act.SAVE_CHECKLIST: partial(self._on_save, SheetKind.CHECKLIST),
            Act.SAVE_GUIDE: partial(self._on_save, SheetKind.GUIDE),
            Act.PARTS: self._on_parts,
            Act.DARK: self._on_dark,
            Act.LARGER: partial(self._on_scale, 1),
            Act.SMALLER: partial(self._on_scale, -1),
            Act.KEYS: self._on_keys,
        }
        for act, handler in handlers.items():
            self._actions[act].triggered.connect(handler)

    def _connect_views(self) -> None:
        step, checklist = self.body.step, self.body.checklist
        step.back_wanted.connect(partial(self._walk, -1))
        step.next_wanted.connect(partial(self._walk, 1))
        for view in (step, checklist, self.body.outline):
            view.step_wanted.connect(self.go_to)
        step.source_wanted.connect(self._on_source)
        step.item_wanted.connect(self._on_item)
        step.diagram_wanted.connect(self._on_diagram)
        checklist.toggled.connect(self.toggle)
        checklist.typing.connect(self._on_typing)
        checklist.entered.connect(self.enter)
        checklist.chosen.connect(self._on_chosen)
        checklist.source_wanted.connect(self._on_source)
        self.body.header.search.entered.connect(self._begin_search)
        self.opener.changing.connect(self.body.step.setFocus)
        self.opener.opened.connect(self._on_opened)
        self.opener.rewritten.connect(self._on_rewritten)
        self.opener.refused.connect(self._on_refused)
        self.opener.failed.connect(self.say_problem)
        self.body.complaint_wanted.connect(self._on_complaint)
        self.body.job_in_sight.connect(self._let_keys_work)
        self.body.back_wanted.connect(self.opener.back_to_job)
        self.body.parts.source_wanted.connect(self._on_source)
        self.body.parts.option_chosen.connect(self._on_option)

    # what the person asks for

    def _turn(self, direction: int) -> None:
        """Turn a page: first what is out of sight of this step, then the step."""
        if not self.body.step.scroll_page(direction):
            self._walk(direction)

    def _walk(self, direction: int) -> None:
        if self._bench and (step := self._bench.neighbour(direction)):
            self.go_to(step.id)

    def _on_space(self) -> None:
        """Tick the marked line, or go into its field; on a button, press that."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        elif self._bench and self._bench.current_item:
            self._on_item(self._bench.current_item)
        else:
            self.body.messages.say(self.tr("Nothing left to tick on this step. PageDown goes on."))

    def _mark_line(self, direction: int) -> None:
        if self._bench:
            self._bench.choose_next(direction)
            self._show_state()

    def _on_chosen(self, item_id: str) -> None:
        """Let the step follow the checklist."""
        if self._bench:
            self._go(self._bench.guide.step_of(item_id).id)
            self._bench.choose(item_id)
            self._show_state()

    def _on_item(self, item_id: str) -> None:
        """Tick an item inside a callout, or go into its field in the checklist."""
        if isinstance(self.body.checklist.row(item_id).item, Tick):
            self.toggle(item_id)
        else:
            self._on_chosen(item_id)
            self.body.checklist.enter(item_id)

    def _on_typing(self, item_id: str, typed: str) -> None:
        """Judge what is being typed, before it is kept."""
        if self._bench:
            self.body.checklist.row(item_id).show_verdict(self._bench.judged(item_id, typed))

    def _on_source(self, source_id: str) -> None:
        if self._bench:
            self.body.messages.say(source_words(self._bench.guide.sources[source_id]))

    def _on_diagram(self, diagram: Diagram) -> None:
        if self._bench:
            from micra_assistant.ui.diagram_window import DiagramWindow  # noqa: PLC0415 - as the sheet desk

            file = self._bench.guide.folder / diagram.path
            DiagramWindow(file, diagram.alt, self._appearance.look, self).open()

    def _on_option(self, option_id: str) -> None:
        self._act(lambda bench: bench.toggle_option(option_id))

    def _on_new_job(self) -> None:
        from micra_assistant.ui.new_job_dialog import NewJobDialog  # noqa: PLC0415 - as the sheet desk

        if choice := NewJobDialog.ask(self._library.complaints(), self._guide_shown(), self):
            self.begin(*choice)

    def _on_preview(self, kind: SheetKind) -> None:
        if desk := self.sheet_desk():
            desk.preview(kind)

    def _on_save(self, kind: SheetKind) -> None:
        if desk := self.sheet_desk():
            desk.ask_and_save(kind)

    def _begin_search(self) -> None:
        """Make the search desk when it is first wanted; from then on the field works with it."""
        if self._search_desk is None:
            from micra_assistant.ui.search_desk import SearchDesk  # noqa: PLC0415 - as the sheet desk

            field = self.body.header.search
            self._search_desk = desk = SearchDesk(
                field, self._library, self._search_index, self._guide_shown, lambda: self._appearance.look
            )
            desk.hit_wanted.connect(self._on_hit)
            desk.done.connect(self.body.step.setFocus)
            desk.begin()

    def _guide_shown(self) -> str:
        return self._bench.guide.id if self._bench else ""

    def _on_hit(self, hit: "Hit") -> None:
        """Show what was found, unless its guide has faults."""
        self.body.step.setFocus()
        self.opener.show_guide(hit.guide)
        if self._bench is None or hit.guide != self._bench.guide.id:
            return
        self.body.show_job_view()
        if hit.step in {step.id for step in self._bench.guide.steps}:
            self._go(hit.step)
            self._bench.choose(hit.item)
            self._show_state()
            self.body.step.mark(hit.words, self._appearance.look.theme)
        if hit.option:
            self._on_parts(shown=True)

    def _on_parts(self, shown: bool) -> None:
        self._settings.parts_shown = shown
        self._share_room()

    def _on_dark(self, dark: bool) -> None:
        self.set_theme(ThemeName.DARK if dark else ThemeName.LIGHT)

    def _on_scale(self, steps: int) -> None:
        self._appearance.change_scale(steps)
        self._show_everything()

    def _on_keys(self) -> None:
        from micra_assistant.ui.keys_dialog import show_keys  # noqa: PLC0415 - as the sheet desk

        show_keys(self)

    # from state to views

    def _show_everything(self) -> None:
        self.body.step.setFocus()
        if self._bench:
            self._parts_desk.show_bench(self._bench, self._appearance.look)
        self._share_room()
        self._show_step(new_page=True)

    def _show_step(self, *, new_page: bool) -> None:
        bench = self._bench
        if bench is None:
            return
        look = self._appearance.look
        self.body.step.show_step(bench.guide, bench.step, look)
        if new_page:
            self.body.outline.show_page(bench.guide, bench.page)
            self.body.checklist.show_page(bench.page, bench.guide.sources, look)
        self.body.messages.drop_hint()
        self._show_state()
        self.body.checklist.scroll_to(bench.step)

    def _show_state(self) -> None:
        if self._bench:
            self.body.show_bench(self._bench, can_go_back=self.opener.has_job)

    def _share_room(self) -> None:
        look = self._appearance.look
        self.body.share_width(self.width(), look)
        by_hand = self._settings.parts_shown
        shown = self.height() >= look.size(_ROOM_FOR_PARTS) if by_hand is None else by_hand
        self.body.parts.setVisible(shown and self._bench is not None and self._bench.parts is not None)
        self._actions[Act.PARTS].setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        if self._search_desk:
            self._search_desk.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._search_desk:
            self._search_desk.close()
        if focus := QApplication.focusWidget():
            focus.clearFocus()
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)
