"""The window: it turns what the person does into acts, and hands the new state to every view."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.errors import ClosedError, GuideError, LookedUpError, MicraError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.jobs.faultfinding.given_answers import was_finding
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.opening_marks import OpeningMarks
from micra_assistant.jobs.records.store import Store
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action, make_actions
from micra_assistant.ui.body import Body
from micra_assistant.ui.bugs.bug_teller import BugTeller
from micra_assistant.ui.controllers.diagnosis_controller import DiagnosisController
from micra_assistant.ui.controllers.history_controller import HistoryController
from micra_assistant.ui.controllers.jobs_controller import JobsController
from micra_assistant.ui.controllers.look_controller import LookController
from micra_assistant.ui.controllers.notes_controller import NotesController
from micra_assistant.ui.controllers.parts_controller import PartsController
from micra_assistant.ui.controllers.scan_controller import ScanController
from micra_assistant.ui.controllers.search_controller import SearchController
from micra_assistant.ui.controllers.work_controller import WorkController
from micra_assistant.ui.controllers.workshop_controller import WorkshopController
from micra_assistant.ui.drafts import RATE, Drafts
from micra_assistant.ui.frame.header import Header
from micra_assistant.ui.frame.message_bar import Tone
from micra_assistant.ui.guide_words import source_words
from micra_assistant.ui.opener import Opener, check_faults
from micra_assistant.ui.safe_opening import SafeOpening
from micra_assistant.ui.settings import Settings
from micra_assistant.ui.style.appearance import Appearance
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.workshopfile import WorkshopFile

if TYPE_CHECKING:
    from micra_assistant.ui.controllers.sheet_controller import SheetController

T = TypeVar("T")

_SIZE = QSize(1366, 768)
_LEAST_SIZE = QSize(640, 360)
"""The window can be as small as the smallest screens: an old one enlarged to twice its size has 683 x 384 pixels."""
_TITLE_BAR = 36
_MOST_FAULTS_SAID = 3
_ROOM_FOR_PARTS = 690
_WIDTH_FOR_PARTS = 760
"""From this size on, in pixels at scale 1, the parts are shown unless they were closed by hand."""
_FOR_THE_JOB = (
    *(Action.NEXT, Action.BACK, Action.RETURN, Action.TICK, Action.LINE_DOWN, Action.LINE_UP),
    *(Action.NOTE, Action.PHOTO, Action.PASTE),
)
"""What can be asked for only while the job is in sight."""
_MOST_DIALOGS = 10
_LOOKED_EVERY = 1000
_QUIET_LOOKS = 3
"""Milliseconds between two looks at what other windows have written."""


class MainWindow(QMainWindow):
    """One open job: its guide, its checklist, its parts.

    Attributes:
        body: all views.
        opener: what opens guides and jobs.
        work, history, notes, jobs: what deals with steps and their lines, with what was done, with notes and photos,
            with the list of jobs.
        diagnosis: what looks for the fault.
        workshop: what holds for the whole workshop.
        teller: what tells about faults of the program.
        drafts: what is typed and not yet kept.
        safe: what opens jobs so that a bad one does no harm.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        settings: Settings,
        appearance: Appearance,
        files: UserFiles,
        net: BugCatcher,
        workshop: WorkshopFile,
    ) -> None:
        super().__init__()
        self._store = store
        self._library = library
        self._settings = settings
        self._appearance = appearance
        self._open_job: OpenJob | None = None
        self._seen = -1, True
        self._quiet_looks = 0
        self._is_leaving = self._is_ended = False
        self.opener = Opener(library, store, lambda: workshop.now, files.guide_texts, self)
        self.drafts = Drafts(store, lambda: self.opener.job_id, self)
        self._actions = make_actions(self)
        self.body = Body(Header(self._actions))
        self.setCentralWidget(self.body)
        self.teller = BugTeller(net, self.body.messages.tell_fault, self)
        self.safe = SafeOpening(self, OpeningMarks(files.opening), net)
        self.teller.caught.connect(self.safe.look)
        self.workshop = WorkshopController(workshop, self._actions, lambda: self.look, self.say_problem, self)
        self._parts_desk = PartsController(self.body.parts, self.workshop, self.body.messages.say)
        self.work = WorkController(self)
        self.history = HistoryController(self)
        self.notes = NotesController(self)
        self.jobs = JobsController(self, library, store, settings, self.workshop)
        self.diagnosis = DiagnosisController(self)
        self._scans = ScanController(self)
        self._look_desk = LookController(self, appearance, self._actions)
        self._finder = SearchController(self, library, files.search_index)
        self._connect_actions()
        self._connect_views()
        self._watch = QTimer(self, interval=_LOOKED_EVERY)
        self._watch.timeout.connect(self.look_at_records)
        self._watch.start()
        self.body.step.setFocus()
        self.setWindowTitle("Micra Assistant")
        self._take_place()

    def _take_place(self) -> None:
        """Be where and as large as the window was left, or as large as the screen lets it be."""
        self.setMinimumSize(_LEAST_SIZE)
        kept = self._settings.geometry
        if not (kept and self.restoreGeometry(kept)):
            room = self.screen().availableSize()
            self.resize(min(_SIZE.width(), room.width()), min(_SIZE.height(), room.height() - _TITLE_BAR))

    @property
    def open_job(self) -> OpenJob | None:
        """The open job or the guide that is looked up, None if there is nothing to show."""
        return self._open_job

    @property
    def look(self) -> Look:
        """How everything looks."""
        return self._appearance.look

    def guide_shown(self) -> str:
        """Return the id of the guide that is shown, empty if there is none."""
        return self._open_job.guide.id if self._open_job else ""

    def say_problem(self, words: str) -> None:
        """Say what went wrong, until the person closes it."""
        self.body.messages.say(words, Tone.PROBLEM)

    def search_for(self, words: str) -> None:
        """Search all guides for words."""
        self.body.header.search.take_focus()
        self.body.header.search.insert(words)

    def say_source(self, source_id: str) -> None:
        """Say where a fact comes from."""
        if self._open_job:
            self.body.messages.say(source_words(self._open_job.guide.sources[source_id]))

    def set_theme(self, name: ThemeName | None) -> None:
        """Change to a theme, or to the desktop's, and keep the choice."""
        self._look_desk.set_theme(name)

    # acts

    def attempt(self, act: Callable[[OpenJob], T]) -> T | None:
        """Do something with the open job and return what it gives; what cannot be done or kept is said."""
        try:
            return act(self._open_job) if self._open_job else None
        except LookedUpError as error:
            self.body.messages.say(str(error))
        except ClosedError as error:
            self.body.messages.offer(str(error), self.tr("Reopen"), self.jobs.reopen)
        except MicraError as error:
            self.say_problem(str(error))
        return None

    def go_to(self, step_id: str) -> None:
        """Show a step and remember that the job is there; what is being typed is kept first."""
        self.body.step.setFocus()
        self._go(step_id)

    def show_line(self, step_id: str, item_id: str) -> None:
        """Show a step with one of its lines, or none, marked."""
        if self._open_job:
            self._go(step_id)
            self._open_job.choose(item_id)
            self.show_state()

    def _go(self, step_id: str) -> None:
        if self._open_job is None or step_id == self._open_job.step.id:
            return
        page_before = self._open_job.page
        self.attempt(lambda job: job.go_to(step_id))
        self._show_step(new_page=self._open_job.page is not page_before)

    # what the person asks for

    def _connect_actions(self) -> None:
        handlers: dict[Action, Callable[[], object]] = {
            Action.CLOSE_MESSAGE: self.body.messages.dismiss,
            Action.SEARCH: self.body.header.search.take_focus,
            Action.BACK_TO_JOB: self.opener.back_to_job,
            Action.PREVIEW_CHECKLIST: partial(self.preview, SheetKind.CHECKLIST),
            Action.PREVIEW_GUIDE: partial(self.preview, SheetKind.GUIDE),
            Action.PREVIEW_PUT_BACK: partial(self.preview, SheetKind.PUT_BACK),
            Action.PREVIEW_REPORT: partial(self.preview, SheetKind.REPORT),
            Action.PREVIEW_FAULT_RECORD: partial(self.preview, SheetKind.FAULT_RECORD),
            Action.SAVE_FAULT_RECORD: partial(self._on_save, SheetKind.FAULT_RECORD),
            Action.SAVE_CHECKLIST: partial(self._on_save, SheetKind.CHECKLIST),
            Action.SAVE_GUIDE: partial(self._on_save, SheetKind.GUIDE),
            Action.SAVE_PUT_BACK: partial(self._on_save, SheetKind.PUT_BACK),
            Action.SAVE_REPORT: partial(self._on_save, SheetKind.REPORT),
            Action.KEYS: self._on_keys,
            Action.ABOUT: self._on_about,
            Action.FAULT_REPORT: self.teller.copy,
            **self._look_desk.handlers,
            **self.work.handlers,
            **self.history.handlers,
            **self.notes.handlers,
            **self.jobs.handlers,
            **self.diagnosis.handlers,
            **self.workshop.handlers,
        }
        for act, handler in handlers.items():
            self.let_do(act, handler)
        self._actions[Action.PARTS].triggered.connect(self.show_parts)

    def let_do(self, act: Action, handler: Callable[[], object]) -> None:
        """Let ``handler`` do what is asked for by ``act``."""
        self._actions[act].triggered.connect(partial(_called, handler))

    def _connect_views(self) -> None:
        step, checklist, opener = self.body.step, self.body.checklist, self.opener
        step.diagram_wanted.connect(self._on_diagram)
        self.drafts.follow(self.body.parts.rate, "", RATE)
        for said in (step.source_wanted, checklist.source_wanted, self.body.parts.source_wanted):
            said.connect(self.say_source)
        opener.changing.connect(step.setFocus)
        opener.changing.connect(self.body.messages.drop_offer)
        opener.opened.connect(self._on_opened)
        opener.rewriting.connect(self._on_rewriting)
        opener.rewritten.connect(self._on_rewritten)
        opener.refused.connect(self._on_refused)
        opener.failed.connect(self.say_problem)
        opener.kept_text.connect(self._on_kept_text)
        opener.lost_text.connect(self._on_lost_text)
        self.body.strip.tapped.connect(self.history.show_put_back)
        self.body.job_in_sight.connect(self._let_keys_work)
        self._look_desk.changed.connect(self._show_everything)
        self.workshop.changed.connect(self._on_workshop)

    def _on_diagram(self, diagram: Diagram) -> None:
        if self._open_job:
            from micra_assistant.ui.widgets.diagram_window import DiagramWindow  # noqa: PLC0415 - loaded when it is wanted

            DiagramWindow(self._open_job.guide.folder, diagram, self.look, self).open()

    def sheet_desk(self) -> "SheetController | None":
        """Return what prints the open job, None if there is none; a note being written is kept first."""
        if self._open_job is None:
            return None
        from micra_assistant.ui.controllers.sheet_controller import SheetController  # noqa: PLC0415 - loaded when it is wanted

        self.body.step.note.keep()
        return SheetController(self, self._open_job)

    def preview(self, kind: SheetKind) -> None:
        """Open the print preview of a sheet."""
        if desk := self.sheet_desk():
            desk.preview(kind)

    def _on_save(self, kind: SheetKind) -> None:
        if desk := self.sheet_desk():
            desk.ask_and_save(kind)

    def show_parts(self, shown: bool) -> None:
        """Open or close the parts table, and remember which."""
        self._settings.parts_shown = shown
        self._share_room()

    def _on_workshop(self) -> None:
        for open_job in filter(None, (self._open_job, self.opener.job)):
            open_job.who = self.workshop.now.who
        self._show_everything(self.body.checklist.typing_in)

    def _on_keys(self) -> None:
        from micra_assistant.ui.frame.keys_dialog import show_keys  # noqa: PLC0415 - loaded when it is wanted

        show_keys(self)

    def _on_about(self) -> None:
        from micra_assistant.ui.frame.about_dialog import AboutDialog  # noqa: PLC0415 - loaded when it is wanted

        AboutDialog(self).open()

    # what is open

    def show_job(self) -> None:
        """Show the job in place of what is shown aside, or ask what is wrong if there is none."""
        if self._open_job:
            self.body.show_job_view()
        else:
            self.jobs.ask_what_is_wrong(begin_the_only_one=False)

    def clear(self) -> None:
        """Close what is open: its job is not in the records any more."""
        self._open_job = None
        self.opener.forget()
        self.body.show_nothing()

    def _on_opened(self, open_job: OpenJob) -> None:
        self._open_job = open_job
        self.work.forget_jumps()
        self.body.show_job_view()
        self._show_everything()
        self.history.show_away()
        if open_job.job and not (open_job.state.is_closed or open_job.state.away) and was_finding(open_job):
            self.diagnosis.show()

    def _on_rewriting(self, guide: Guide) -> None:
        """Let what is typed be entered while it can be, if the line that it is typed for will be gone."""
        typing_in = self.body.checklist.typing_in
        if typing_in and all(item.id != typing_in for item in guide.items):
            self.body.step.setFocus()

    def _on_rewritten(self, open_job: OpenJob) -> None:
        """Show the guide as its author has just written it, and say what check still has against it.

        Who is typing goes on with it.
        """
        typing_in = self.body.checklist.typing_in
        self.body.show_job_view()
        self._show_everything(typing_in)
        faults = check_faults(self._library, open_job.guide.id)[:_MOST_FAULTS_SAID]
        self.body.messages.say("\n".join([self.tr("The guide was read anew."), *map(str, faults)]))

    def _on_refused(self, guide_name: str, error: GuideError) -> None:
        """Show the faults of a guide; what is open stays as it is."""
        from micra_assistant.ui.frame.mistakes_view import MistakesView  # noqa: PLC0415 - loaded when it is wanted

        view = MistakesView()
        view.back_wanted.connect(self.opener.back_to_job)
        view.show_faults(guide_name, error, can_go_back=self._open_job is not None and self.opener.has_job)
        self.body.show_aside(view)

    def _on_kept_text(self, words: str) -> None:
        """Say that a job is shown as it was done, because its guide cannot be shown as it is now."""
        self.say_problem(self.tr("The job is shown with the guide as it was then. Now: %1").replace("%1", words))

    def _on_lost_text(self, why: str) -> None:
        """Say that a job is shown with its guide as it is now, because that of then cannot be read any more."""
        words = self.tr("The guide as it was then cannot be read any more; the job is shown with it as it is now. %1")
        self.say_problem(words.replace("%1", why))

    def _let_keys_work(self, job_in_sight: bool) -> None:
        """Let the keys that change the job work only while it is in sight."""
        for act in _FOR_THE_JOB:
            self._actions[act].setEnabled(job_in_sight)

    def look_at_records(self) -> None:
        """Show what another window has done meanwhile; what cannot be read now is said when it is asked for."""
        with suppress(StoreError):
            seen = self._store.last(), self._store.keeps
            self._quiet_looks = self._quiet_looks + 1 if seen == self._seen else 0
            if seen != self._seen:
                self._seen = seen
                self.opener.catch_up()
                self.show_state()
            if self._quiet_looks == _QUIET_LOOKS:
                self._store.settle()

    # from state to views

    def _show_everything(self, typing_in: str = "") -> None:
        """Show all anew; who is ``typing_in`` the field of an item goes on there, and so does who is elsewhere."""
        self.work.withdraw_question()
        if not self.isActiveWindow():
            typing_in = self.body.checklist.typing_in
        elif not typing_in:
            self.body.step.setFocus()
        if self._open_job:
            self._parts_desk.show_open_job(self._open_job, self.look)
        self._share_room()
        self._show_step(new_page=True)
        if self._open_job is None:
            self.show_state()
        self.body.checklist.go_on_typing(typing_in)

    def _show_step(self, *, new_page: bool) -> None:
        open_job = self._open_job
        if open_job is None:
            return
        self.body.step.show_step(open_job.guide, open_job.step, self.look)
        if new_page:
            self.body.outline.show_page(open_job.guide, open_job.page)
            self.body.checklist.show_page(open_job.page, open_job.guide.sources, self.look)
            for item_id, field in self.body.checklist.fields.items():
                self.drafts.follow(field, open_job.job.id if open_job.job else "", item_id)
        self.body.messages.drop_hint()
        self.show_state()
        self.body.checklist.scroll_to(open_job.step)

    def show_state(self) -> None:
        """Show how the open job stands, everywhere."""
        if open_job := self._open_job:
            self.body.show_open_job(open_job, self.opener.job)
            self.notes.refresh(open_job)
            self.diagnosis.refresh(open_job)
            self._parts_desk.refresh()
            for act in (Action.REOPEN, Action.BLANK):
                self._actions[act].setEnabled(open_job.state.is_closed)
        self.history.refresh()
        self.jobs.refresh()

    def _share_room(self) -> None:
        self.body.share_width(self.width(), self.look)
        by_hand = self._settings.parts_shown
        has_room = self.height() >= self.look.size(_ROOM_FOR_PARTS) and self.width() >= self.look.size(_WIDTH_FOR_PARTS)
        shown = has_room if by_hand is None else by_hand
        self.body.parts.setVisible(shown and self._open_job is not None and self._open_job.parts is not None)
        self._actions[Action.PARTS].setChecked(shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._look_desk.on_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._finder.place()

    def end(self) -> None:
        """Close because the system ends the program: a note is kept, all else that is half typed stays as it is."""
        self.body.step.note.keep()
        self.drafts.freeze()
        self._is_ended = self._is_leaving = True
        for _ in range(_MOST_DIALOGS):
            if isinstance(dialog := QApplication.activeModalWidget(), QDialog):
                dialog.done(QDialog.DialogCode.Rejected)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.body.step.note.keep()
        if self.body.step.note.typed and not self._is_leaving:
            self._is_leaving = True
            self.say_problem(self.tr("The note you are writing could not be kept. Close again to leave without it."))
            event.ignore()
            return
        self.safe.done()
        self._finder.close()
        if (focus := QApplication.focusWidget()) and self.body.aside is None and not self._is_ended:
            focus.clearFocus()  # half an answer to the fault finder is none, and goes on as a draft
        self.drafts.write()
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)


def _called(handler: Callable[[], object], _checked: bool = False) -> None:
    handler()
