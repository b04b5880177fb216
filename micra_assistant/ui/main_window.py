"""The window: it turns what the person does into acts, and hands the new state to every view."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from micra_assistant.errors import GuideError, MicraError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Diagram, Guide, Step, Tick
from micra_assistant.jobs.bench import Bench, open_job
from micra_assistant.jobs.checklist import Checklist, Line, held_message
from micra_assistant.jobs.events import AnyAct, Entered, OptionChosen, StepShown, Ticked, Unticked
from micra_assistant.jobs.store import Store
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.parts.options import PartsTable, read_parts
from micra_assistant.ui.actions import Act, make_actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.header import Header
from micra_assistant.ui.message_bar import Tone
from micra_assistant.ui.settings import Settings
from micra_assistant.ui.theme import ThemeName
from micra_assistant.ui.words import source_words

if TYPE_CHECKING:
    from micra_assistant.ui.sheet_desk import SheetDesk

_SIZE = QSize(1366, 768)
_TITLE_BAR = 36
_ROOM_FOR_PARTS = 690
"""From this height on, in pixels at scale 1, the parts are shown unless they were closed by hand."""


class MainWindow(QMainWindow):
    """One job on the bench: its guide, its checklist, its parts."""

    def __init__(self, library: Library, store: Store, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self._library = library
        self._store = store
        self._settings = settings
        self._appearance = appearance
        self._bench: Bench | None = None
        self._guide: Guide | None = None
        self._parts: PartsTable | None = None
        self._step: Step | None = None
        self._chosen = ""
        self._actions = make_actions(self)
        self._actions[Act.DARK].setChecked(appearance.look.theme.dark)
        self.body = Body(Header(self._actions))
        self.setCentralWidget(self.body)
        self._connect_actions()
        self._connect_views()
        self.body.step.setFocus()
        self.setWindowTitle("Micra Assistant")
        self.setMinimumSize(860, 480)
        if not (settings.geometry and self.restoreGeometry(settings.geometry)):
            room = self.screen().availableSize()
            self.resize(min(_SIZE.width(), room.width()), min(_SIZE.height(), room.height() - _TITLE_BAR))

    @property
    def step(self) -> Step | None:
        """The step being read."""
        return self._step

    @property
    def bench(self) -> Bench | None:
        """The job on the bench."""
        return self._bench

    def put_on_bench(self, bench: Bench) -> None:
        """Show the job of ``bench`` where it was left, or the faults of its guide."""
        self.body.step.setFocus()
        self._bench, self._step = bench, None
        try:
            guide = self._library.guide(bench.state.guide)
            self._parts = read_parts(guide.folder)
        except GuideError as error:
            self._show_faults(bench.state.guide, error, can_go_back=False)
            return
        except MicraError as error:
            self.say_problem(str(error))
            return
        self._guide = guide
        self._step = {step.id: step for step in guide.steps}.get(bench.state.step, guide.steps[0])
        self.body.show_job_view()
        self._show_everything()

    def begin(self, guide_name: str, car: str = "") -> None:
        """Begin a job and put it on the bench; what is wrong is said in words."""
        try:
            guide = self._library.guide(guide_name)
            read_parts(guide.folder)
            self.put_on_bench(open_job(self._store, guide, car))
        except GuideError as error:
            self._show_faults(guide_name, error, can_go_back=self._guide is not None)
        except MicraError as error:
            self.say_problem(str(error))

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
        if self._guide is None or self._step is None or step_id == self._step.id:
            return
        page_before = self._guide.page_of(self._step.id)
        self._step = next(step for step in self._guide.steps if step.id == step_id)
        self._chosen = ""
        self._keep(StepShown(step_id))
        self._show_step(new_page=self._guide.page_of(step_id) is not page_before)

    def toggle(self, item_id: str) -> None:
        """Tick an item or take its tick back; a held one shows what holds it. What is being typed is kept first."""
        if self._guide is None or self._bench is None:
            return
        self.body.step.setFocus()
        line = Checklist(self._guide, self._bench.state).line(item_id)
        if line.held_by and not line.done:
            self._hold(line)
            return
        self._chosen = ""
        self._do(Unticked(item_id) if line.done else Ticked(item_id))

    def enter(self, item_id: str, typed: str) -> None:
        """Keep what was typed for a reading or a count; a held one is not taken and shows what holds it."""
        if self._guide is None or self._bench is None:
            return
        line = Checklist(self._guide, self._bench.state).line(item_id)
        if line.held_by and typed:
            self._hold(line)
            return
        self._chosen = ""
        self._do(Entered(item_id, typed))

    def sheet(self, kind: SheetKind, paper: PaperSize) -> Sheet:
        """Return a sheet of the job as it stands."""
        if self._guide is None or self._bench is None:
            raise MicraError(self.tr("There is no guide to print."))
        maker = SheetMaker(self._guide, self._bench.state, self._bench.job.name)
        rate = self._rate_per_hour() if self._parts else Decimal(0)
        return maker.sheet(kind, paper, self._parts, rate, date.today())  # noqa: DTZ011

    def save_sheet(self, kind: SheetKind, output: Path) -> bool:
        """Save a sheet as PDF and say where it lies, or why it does not; return whether it does."""
        desk = self._sheet_desk()
        return desk.save(kind, output) if desk else False

    def _sheet_desk(self) -> "SheetDesk | None":
        """Return what prints the job on the bench, None if there is none; what is being typed is kept first."""
        if self._guide is None:
            return None
        from micra_assistant.ui.sheet_desk import SheetDesk  # noqa: PLC0415 - what is seldom wanted is loaded when it is

        self.body.step.setFocus()
        return SheetDesk(self, self.sheet, self._guide.folder)

    def _hold(self, line: Line) -> None:
        """Say what holds a line, and go there."""
        self.body.messages.say(held_message(line))
        if line.held_by:
            self._on_chosen(line.held_by.id)

    def _do(self, act: AnyAct) -> None:
        """Keep an act, then show the state it leads to."""
        self._keep(act)
        self._show_state()

    def _keep(self, act: AnyAct) -> None:
        """Keep an act; one that cannot be kept is said and changes nothing."""
        if self._bench is None:
            return
        try:
            self._bench.do(act)
        except StoreError as error:
            self.say_problem(str(error))

    def _connect_actions(self) -> None:
        handlers = {
            Act.NEXT: partial(self._turn, 1),
            Act.BACK: partial(self._turn, -1),
            Act.TICK: self._on_space,
            Act.LINE_DOWN: partial(self._mark_line, 1),
            Act.LINE_UP: partial(self._mark_line, -1),
            Act.CLOSE_MESSAGE: self.body.messages.hide,
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
        self.body.back_wanted.connect(self._on_back_to_job)
        self.body.parts.option_chosen.connect(self._on_option)
        self.body.parts.rate_changed.connect(self._on_rate)

    # what the person asks for

    def _turn(self, direction: int) -> None:
        """Turn a page: first what is out of sight of this step, then the step."""
        if not self.body.step.scroll_page(direction):
            self._walk(direction)

    def _walk(self, direction: int) -> None:
        if self._guide is None or self._step is None:
            return
        place = self._guide.steps.index(self._step) + direction
        if 0 <= place < len(self._guide.steps):
            self.go_to(self._guide.steps[place].id)

    def _on_space(self) -> None:
        """Tick the marked line, or go into its field; on a button, press that."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
            return
        item_id = self._current_item()
        if not item_id or self._guide is None:
            self.body.messages.say(self.tr("Nothing left to tick on this step. PageDown goes on."))
            return
        self._on_item(item_id)

    def _mark_line(self, direction: int) -> None:
        """Mark the next line of the step, or the one before, whether it is done or not."""
        items = [item.id for item in self._step.items] if self._step else []
        if not items:
            return
        current = self._current_item()
        place = items.index(current) + direction if current else 0
        self._chosen = items[min(max(place, 0), len(items) - 1)]
        self._show_state()

    def _on_chosen(self, item_id: str) -> None:
        """Let the step follow the checklist."""
        if self._guide is None:
            return
        self._go(self._guide.step_of(item_id).id)
        self._chosen = item_id
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
        if self._guide and self._bench:
            line = Checklist(self._guide, self._bench.state_after(Entered(item_id, typed))).line(item_id)
            self.body.checklist.row(item_id).show_verdict(line)

    def _on_source(self, source_id: str) -> None:
        if self._guide:
            self.body.messages.say(source_words(self._guide.sources[source_id]))

    def _on_diagram(self, diagram: Diagram) -> None:
        if self._guide:
            from micra_assistant.ui.diagram_window import DiagramWindow  # noqa: PLC0415 - as the sheet desk

            window = DiagramWindow(self._guide.folder / diagram.path, diagram.alt, self._appearance.look, self)
            window.open()

    def _on_option(self, option_id: str) -> None:
        if self._bench:
            self._do(OptionChosen("" if option_id == self._bench.state.option else option_id))

    def _on_rate(self, rate: int) -> None:
        if self._parts:
            self._settings.set_rate_per_hour(self._parts.currency, Decimal(rate))
            self._show_parts()

    def _on_new_job(self) -> None:
        from micra_assistant.ui.new_job_dialog import NewJobDialog  # noqa: PLC0415 - as the sheet desk

        if choice := NewJobDialog.ask(self._library.titles(), self):
            self.begin(*choice)

    def _on_preview(self, kind: SheetKind) -> None:
        if desk := self._sheet_desk():
            desk.preview(kind)

    def _on_save(self, kind: SheetKind) -> None:
        if desk := self._sheet_desk():
            desk.ask_and_save(kind)

    def _on_back_to_job(self) -> None:
        if self._bench:
            self.put_on_bench(self._bench)

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
        self._share_room()
        self._show_parts()
        self._show_step(new_page=True)

    def _show_step(self, *, new_page: bool) -> None:
        if self._guide is None or self._step is None:
            return
        look = self._appearance.look
        self.body.step.show_step(self._guide, self._step, look)
        if new_page:
            page = self._guide.page_of(self._step.id)
            self.body.outline.show_page(self._guide, page)
            self.body.checklist.show_page(page, look)
        self.body.messages.drop_hint()
        self._show_state()
        self.body.checklist.scroll_to(self._step)

    def _show_state(self) -> None:
        if self._guide is None or self._step is None or self._bench is None:
            return
        state = self._bench.state
        checklist = Checklist(self._guide, state)
        self.body.header.show_job(self._bench.job.name, state.car, self._guide.title, keeps=self._bench.keeps)
        self.body.strip.show_openings(checklist.car_now())
        self.body.outline.show_checklist(self._guide, self._step, checklist)
        self.body.step.show_checklist(checklist)
        self.body.checklist.show_checklist(checklist, self._step, self._current_item())
        self.body.parts.show_chosen(state.option)

    def _show_parts(self) -> None:
        if self._parts and self._bench:
            self.body.parts.show_parts(self._parts, self._rate_per_hour(), self._appearance.look)
            self.body.parts.show_chosen(self._bench.state.option)
        self._share_room()

    def _show_faults(self, guide_name: str, error: GuideError, *, can_go_back: bool) -> None:
        """Show the faults of a guide, pages and parts alike, as the command check does."""
        from micra_assistant.check import guide_faults  # noqa: PLC0415 - as the sheet desk

        self._guide = self._step = None
        every = GuideError((*error.faults, *guide_faults(self._library.folder(guide_name))))
        self.body.show_faults(guide_name, every, can_go_back=can_go_back)

    def _current_item(self) -> str:
        """Return the item that Space is for: the one chosen, else the first of the step still to do."""
        if self._guide is None or self._step is None or self._bench is None:
            return ""
        if self._chosen in [item.id for item in self._step.items]:
            return self._chosen
        checklist = Checklist(self._guide, self._bench.state)
        return next((item.id for item in self._step.items if not checklist.line(item.id).done), "")

    def _rate_per_hour(self) -> Decimal:
        if self._parts is None:
            return Decimal(0)
        own = self._settings.rate_per_hour(self._parts.currency)
        return self._parts.rate_per_hour if own is None else own

    def _share_room(self) -> None:
        look = self._appearance.look
        self.body.share_width(self.width(), look)
        by_hand = self._settings.parts_shown
        shown = self.height() >= look.size(_ROOM_FOR_PARTS) if by_hand is None else by_hand
        self.body.parts.setVisible(shown and self._parts is not None)
        self._actions[Act.PARTS].setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        if focus := QApplication.focusWidget():
            focus.clearFocus()
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)
