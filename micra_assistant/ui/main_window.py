"""The window: it lays out, connects and shows; what is done is decided by the controllers.

It is made in two goes: first what shows the open job, then, once that is on the screen, all that a person can do.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.opening_marks import OpeningMarks
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.actions import Action, Handlers, make_actions
from micra_assistant.ui.body import Body
from micra_assistant.ui.bugs.bug_teller import BugTeller
from micra_assistant.ui.controllers import Common
from micra_assistant.ui.controllers.start_controller import StartController
from micra_assistant.ui.drafts import RATE, Drafts
from micra_assistant.ui.frame.header import Header
from micra_assistant.ui.heard_before import HeardBefore
from micra_assistant.ui.job_actions import JobActions
from micra_assistant.ui.presenter import Presenter
from micra_assistant.ui.safe_opening import SafeOpening
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workbench import Workbench
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _
from micra_assistant.workshop.workshopfile import WorkshopFile

if TYPE_CHECKING:
    from micra_assistant.guide.way_in import WayIn
    from micra_assistant.ui.controllers.home_controller import HomeController
    from micra_assistant.ui.sheets.to_paper import ToPaper


class MainWindow(QWidget):
    """What is in the window: one open job, its guide, its checklist, its parts.

    Attributes:
        frame: the window as the desktop knows it, which this is in.
        body: all views.
        appearance: how everything looks.
        workbench: what is open, and how it is acted on.
        presenter: what shows that.
        teller: what tells about bugs in the program.
        drafts: what is typed and not yet kept.
        workshop_settings: what holds for the whole workshop.
        safe: what opens jobs so that a bad one does no harm.
        common: what all controllers work with.
        start, work, keys, route, history, notes, jobs, job_list, job_files, home, cars, changes, diagnosis, sheets,
            parts, quotes, basket, search, scans, look, workshop, guides, help, practice, voice, screen_reader, waits,
            player: the controllers.
        awake: what keeps the screen on.
        leaving: when the window may close.
        ahead: what loads while a person looks at the first step what is wanted later.
    """

    def __init__(
        self,
        frame: WindowFrame,
        library: Library,
        store: SqliteStore,
        window_settings: WindowSettings,
        files: UserFiles,
        catcher: BugCatcher,
        workshop: WorkshopFile,
    ) -> None:
        super().__init__()
        self._is_complete = False
        self._shown_first: OpenJob | None = None
        self.frame = frame
        self._window_settings = window_settings
        self.appearance = appearance = frame.appearance
        self._actions = make_actions(self)
        self.body = Body(Header(self._actions))
        self._lay_out()
        self.body.parts_place.reserve(window_settings.parts_height)
        self._opener = JobOpener(library, store, files.guide_texts)
        self.workshop_settings = WorkshopSettings(workshop, self)
        self.workbench = Workbench(self._opener, lambda: workshop.now, self)
        self.drafts = Drafts(store, lambda: self.workbench.job_id, self)
        self.teller = BugTeller(catcher, self.body.messages.tell_bug, self)
        self.safe = SafeOpening(self.workbench, self.body, OpeningMarks(files.opening), catcher)
        self.presenter = Presenter(self.workbench, self.body, appearance, self.drafts)
        self._job_actions = JobActions(self.workbench, self.body, self._actions)
        self.common = Common(self.workbench, self.body, appearance, self._actions)
        self.start = StartController(self.common, library, store, self.safe)
        self._make_home = partial(self._home, library, store, catcher)
        self._connect_first()
        self.body.enter_typing()

    @cached_property
    def home(self) -> "HomeController":
        """Home, made when it is first asked for: a job is painted before it."""
        return self._make_home()

    def _home(self, library: Library, store: SqliteStore, catcher: BugCatcher) -> "HomeController":
        from micra_assistant.ui.controllers.home_controller import HomeController  # noqa: PLC0415 - as it says

        needs = self.workshop_settings, self.drafts, self.safe, self._opener, catcher.note
        return HomeController(self.common, library, store, *needs)

    def _show_home(self, ways: "tuple[WayIn, ...] | None" = None) -> None:
        self.home.show(ways)

    def complete(self, library: Library, store: SqliteStore, files: UserFiles, to_paper: "ToPaper") -> None:
        """Make all that a person can do, and tell it what has happened before: the window is painted already."""
        self._make_controllers(library, store, files, to_paper)
        self._connect_actions()
        self._job_actions.suit()
        self.workbench.opened.disconnect(self._show_opened)
        self._connect_workbench()
        self._connect_presenter()
        self._connect_controllers()
        self._connect_settings_and_look()
        self._is_complete = True
        self._share_room()
        self._shown_first = self.workbench.shown
        self._heard_before.say_again()
        self._shown_first = None
        self.keys.show_soon()
        if complaints := self._assigned.complaints:
            self.body.messages.say_problem(" ".join(complaints))
        self.safe.check()
        self.safe.watch_painting()
        if self.isVisible():
            self.look.on_shown()

    # what is made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)

    def _make_controllers(self, library: Library, store: SqliteStore, files: UserFiles, to_paper: "ToPaper") -> None:
        from micra_assistant.ui import after_first_paint as later  # noqa: PLC0415 - as it says

        common, drafts, safe = self.common, self.drafts, self.safe
        window_settings, workshop_settings = self._window_settings, self.workshop_settings
        self.rereader = later.GuideRereader(self.workbench, self._opener, library)
        self.records_watch = later.RecordsWatch(store, self)
        self.ahead = later.WhenIdle(self)
        self.ahead.begin(later.load_ahead())
        reader = later.RouteReader()
        way_on = later.WayOn(self.workbench, self.body, self._actions, reader)
        self.work = later.WorkController(common, way_on)
        self.keys = later.KeysController(common, self.work.keys)
        self.route = later.RouteController(common, reader)
        self.steps_ahead = later.StepsAheadController(common, reader)
        self.leaving_out = later.LeavingOutController(common, reader, drafts)
        self.history = later.HistoryController(common, drafts, way_on)
        self.notes = later.NotesController(common, drafts)
        self.jobs = later.JobsController(common, library, store, window_settings, workshop_settings, drafts)
        self.job_list = later.JobListController(common, store, safe)
        self.cars = later.CarController(common, store, self._opener, workshop_settings)
        self.changes = later.ChangesController(common)
        self.diagnosis = later.DiagnosisController(common, drafts, way_on)
        self.parts = later.PartsController(common, window_settings, workshop_settings)
        self.quotes = later.QuotesController(common, workshop_settings, drafts, lambda: self.parts.figures)
        self.basket = later.BasketController(common, store)
        self.sheets = later.SheetController(common, reader, window_settings, to_paper)
        self.leaving = later.Leaving(self.body, lambda: self.sheets.is_saving, self.frame.close)
        self.job_files = later.JobFileController(common, store, self.sheets.report)
        self.guides = later.GuideController(common, library)
        self.search = later.SearchController(common, library, files.search_index)
        self.scans = later.ScanController(self.workbench, self.body, self.appearance, self)
        self._make_aids(library, files)

    def _make_aids(self, library: Library, files: UserFiles) -> None:
        """Make what changes how all else is seen, heard, told and driven."""
        from micra_assistant.ui import after_first_paint as later  # noqa: PLC0415 - as it says

        common, actions, appearance = self.common, self._actions, self.appearance
        window_settings, workshop_settings = self._window_settings, self.workshop_settings
        self.look = later.LookController(self, appearance, actions)
        self.help = later.HelpController(self, appearance, self.teller, files, actions)
        self.practice = later.PracticeController(common, self.drafts, library, window_settings, files.guide_texts)
        self.voice = later.VoiceController(common, workshop_settings)
        self.screen_reader = later.ScreenReaderController(common, workshop_settings)
        self._assigned = assigned = later.AssignedKeys(actions, window_settings)
        self.awake = later.KeepAwake(later.waker_of)
        self.waits = later.WaitController(common, self.awake)
        self.player = later.PlayerController(common, self.frame, self.awake)
        self.workshop = later.WorkshopController(
            workshop_settings, appearance, actions, assigned, later.places_of(library.root, files), self
        )

    def _connect_actions(self) -> None:
        self.let_do({Action.CLOSE_MESSAGE: self._on_escape, Action.TAKE_OFFER: self.body.messages.take_offer})
        self.let_do({Action.QUIT: self.frame.close})
        for controller in (
            *(self.start, self.work, self.keys, self.route, self.leaving_out, self.history, self.notes, self.jobs),
            *(self.job_list, self.job_files, self.home, self.changes, self.sheets, self.search, self.look),
            *(self.workshop, self.help, self.practice, self.voice, self.player, self.basket),
        ):
            self.let_do(controller.handlers)

    def let_do(self, handlers: Handlers) -> None:
        """Let actions be done by their ``handlers``."""
        for action, handler in handlers.items():
            self._actions[action].triggered.connect(partial(_called, handler))

    def _connect_first(self) -> None:
        """Connect what the first paint needs; whoever comes later is told what was said before."""
        workbench, body = self.workbench, self.body
        self._heard_before = HeardBefore(
            workbench.opened, workbench.refused, workbench.closed_met, workbench.kept_text, workbench.lost_text
        )
        workbench.opened.connect(self._show_opened)
        workbench.emptied.connect(self._heard_before.forget)
        workbench.emptied.connect(body.show_nothing)
        workbench.emptied.connect(self._show_home)
        self.start.home_wanted.connect(self._show_home)
        workbench.said.connect(body.messages.say)
        workbench.failed.connect(body.messages.say_problem)
        body.job_in_sight.connect(self._job_actions.suit)
        body.replaced.connect(self.presenter.show_step_again)
        self.safe.offered.connect(body.messages.offer)
        self.teller.caught.connect(self.safe.check)

    def _connect_workbench(self) -> None:
        """Connect what is told by the workbench with who shows it; the order of the slots of a signal matters."""
        workbench, body = self.workbench, self.body
        workbench.changing.connect(body.enter_typing_and_note)
        workbench.changing.connect(body.messages.drop_offer)
        workbench.stepping.connect(body.enter_typing)
        for told in (workbench.opened, workbench.refused, workbench.emptied):
            told.connect(self._job_actions.suit)
        workbench.opened.connect(self.jobs.remember)
        workbench.opened.connect(self.changes.offer)
        workbench.opened.connect(self.notes.go_on)
        workbench.opened.connect(self.work.withdraw_question)
        workbench.opened.connect(self._show_opened)
        workbench.opened.connect(self.history.show_away)
        workbench.opened.connect(self.diagnosis.go_on)
        workbench.opened.connect(self.guides.say_trouble)
        workbench.stepped.connect(lambda _new_page: self.presenter.show_step())
        workbench.changed.connect(self.presenter.show_state)
        workbench.closed_met.connect(self._on_closed_met)
        workbench.refused.connect(self.guides.show_mistakes)
        workbench.kept_text.connect(self.guides.say_kept_text)
        workbench.lost_text.connect(self.guides.say_lost_text)
        self.rereader.failed.connect(body.messages.say_problem)
        self.rereader.rewriting.connect(self._on_rewriting)
        self.rereader.rewritten.connect(self.work.withdraw_question)
        self.rereader.rewritten.connect(self.guides.leave_mistakes)
        self.rereader.rewritten.connect(self.presenter.show_rewritten)
        self.rereader.rewritten.connect(self.guides.say_rewritten)
        self.rereader.refused.connect(self.guides.show_mistakes)
        self.records_watch.written.connect(workbench.catch_up)

    def _connect_presenter(self) -> None:
        shows = self.presenter
        shows.shown.connect(self._job_actions.suit)
        shows.renewing.connect(self.parts.show)
        shows.renewing.connect(self._share_room)
        shows.turning.connect(self.parts.stand)
        shows.turned.connect(self.parts.come)
        shows.renewing.connect(self.keys.show_soon)
        for follower in (
            *(self.route, self.parts, self.notes, self.diagnosis, self.history, self.job_list, self.home, self.cars),
            *(self.screen_reader, self.waits, self.player, self.basket, self.steps_ahead),
        ):
            shows.shown.connect(follower.refresh)

    def _connect_controllers(self) -> None:
        """Connect what one controller leads to with the one that does it."""
        self.drafts.follow(self.body.parts.rate, "", RATE)
        self.work.asked.connect(self.voice.read_question)
        self.history.toggled.connect(self.work.toggle)
        self.history.entered.connect(self.work.enter)
        self.history.source_wanted.connect(self.work.say_source)
        self.jobs.closed.connect(self.job_list.show_list)
        self.home.search_wanted.connect(self.diagnosis.show)
        self.home.blank_wanted.connect(self.sheets.preview_blank)
        self.home.car_wanted.connect(self.cars.show)
        for job_wanted in (self.cars.job_wanted, self.home.job_wanted, self.job_files.open_wanted):
            job_wanted.connect(self.job_list.open)
        self.job_list.duplicate_wanted.connect(self.jobs.duplicate_kept)
        self.job_list.export_wanted.connect(self.job_files.export_unopened)
        self.job_files.taken_in.connect(self.records_watch.check)
        self.body.header.printing_near.connect(self.sheets.make_ready)
        self.sheets.settled.connect(self.leaving.on_sheets_settled)
        self.scans.search_wanted.connect(self.search.search_for)
        self.scans.note_wanted.connect(self.notes.add_to_note)
        self.scans.car_wanted.connect(self.jobs.change_details)
        self.scans.vin_wanted.connect(lambda vin: self.jobs.change_details(vin=vin))
        self.body.job_in_sight.connect(lambda _is_in_sight: self.player.refresh())
        self.body.strip.tapped.connect(self._actions[Action.PUT_BACK].trigger)
        self.body.strip.part_tapped.connect(self.parts.show_wait)

    def _connect_settings_and_look(self) -> None:
        """Connect what changes how all is shown with those who put away and show."""
        self.workshop_settings.changed.connect(self.work.withdraw_question)
        self.workshop_settings.changed.connect(self._on_workshop)
        self.workshop_settings.failed.connect(self.body.messages.say_problem)
        self.workshop.theme_wanted.connect(self.look.set_theme)
        self.workshop.scale_wanted.connect(self.look.set_scale)
        self.look.changing.connect(self.work.put_away)
        self.look.changing.connect(self.presenter.put_away)
        self.look.changing.connect(self.parts.put_away)
        self.look.changed.connect(self.presenter.show_everything)
        self.player.changing.connect(self.look.changing)
        self.player.changed.connect(self._on_player)

    # what the window answers

    def _show_opened(self, open_job: OpenJob) -> None:
        """Show what was opened; if that was painted first, only what has come since then."""
        if open_job is self._shown_first:
            self.presenter.show_besides()
        else:
            self.presenter.show_opened()

    def _on_rewriting(self, guide: Guide) -> None:
        """Let what is typed be entered while it can be, if the line that it is typed for will be gone."""
        typing_in = self.body.checklist.typing_in
        if typing_in and guide.find_item(typing_in) is None:
            self.body.enter_typing()

    def _on_closed_met(self, words: str) -> None:
        self.body.messages.offer(words, _("Reopen"), self._actions[Action.REOPEN].trigger)

    def _on_escape(self) -> None:
        """Close the message; if there is none, come back from the parts into the step, else from afar."""
        if self.body.messages.words:
            self.body.messages.dismiss()
        elif self.body.parts_place.is_in_use:
            self.body.step.setFocus()
        else:
            self.player.leave()

    def _on_workshop(self) -> None:
        self.workbench.take_settings()
        self.presenter.show_everything(self.body.checklist.typing_in)

    def _on_player(self) -> None:
        self._share_room()
        self.presenter.show_everything(self.body.checklist.typing_in)

    # the window itself

    def take_room(self) -> None:
        """Give each its part of the window before anything is shown: what is made then is made for its place."""
        self.resize(self.frame.size())
        self.body.resize(self.size())
        self._share_room()

    def _share_room(self) -> None:
        if self.appearance.give_room(self.size()) and self._is_complete:
            self.look.changed.emit()
        self.body.share_width(self.width(), self.appearance.look)
        if self._is_complete:
            self.player.fit()
            self.parts.fit()
            self.search.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_complete and not event.spontaneous():
            self.look.on_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def end(self) -> None:
        """Close because the system ends the program: a note is kept, all else that is half typed stays as it is."""
        self.body.step.note.keep()
        self.drafts.freeze()
        self.leaving.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_complete or not self.leaving.may_close():
            event.ignore()
            return
        self._end_controllers()
        if (focus := QApplication.focusWidget()) and self.body.aside is None and not self.leaving.is_ended:
            focus.clearFocus()  # half an answer to the fault finder is none, and goes on as a draft
        self.drafts.write()
        in_sight = self.body.parts.visibleRegion().boundingRect()
        self._window_settings.parts_height = in_sight.height() if self.body.parts.isVisible() else 0
        super().closeEvent(event)

    def _end_controllers(self) -> None:
        self.voice.end()
        self.awake.end()
        self.practice.end()
        self.sheets.close()
        self.safe.done()
        self.search.close()
        self.home.close()


def _called(handler: Callable[[], object], _checked: bool = False) -> None:
    handler()
