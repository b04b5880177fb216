"""What is open in the window, how it is acted on, and who is told."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import ClosedError, GuideError, LookedUpError, MicraError, StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.job_opener import JobOpener, JustOpened, NewerGuide, ToOpen
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.listing import Job
from micra_assistant.parts.options import parts_of
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop

T = TypeVar("T")
Place = tuple[str, str]
"""A step and an item of it, empty if none is meant."""


class Workbench(QObject):
    """Opens jobs and guides, does acts with what is open, and announces what came of it.

    Attributes:
        newer: the guide of the open job as it is now, None if the job has that.

    Signals:
        resuming: a job is about to be opened again; carries the Job.
        changing: what is open is about to change; what is being typed belongs to how it was before.
        opened: something else is open; carries the OpenJob.
        emptied: nothing is open any more.
        stepping: another step is about to be shown; what is being typed is to be entered.
        stepped: another step is shown; carries whether it is on another page.
        changed: the open job is another than before, or what was wanted could not be done.
        said, failed: something is to be said, or went wrong; carries the words.
        closed_met: something was wanted that a closed job does not let be done; carries the words.
        refused: a guide that was to be opened has mistakes; carries its id and the GuideError.
        kept_text: the job is shown with its own text, as its guide has mistakes or is gone now; carries the words.
        lost_text: the text that the job was done with cannot be read any more; carries why.
    """

    resuming = Signal(object)
    changing = Signal()
    opened = Signal(object)
    emptied = Signal()
    stepping = Signal()
    stepped = Signal(bool)
    changed = Signal()
    said = Signal(str)
    failed = Signal(str)
    closed_met = Signal(str)
    refused = Signal(str, object)
    kept_text = Signal(str)
    lost_text = Signal(str)

    def __init__(
        self,
        opener: JobOpener,
        workshop: Callable[[], Workshop] = Workshop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self._workshop = workshop
        self._shown: OpenJob | None = None
        self._job: OpenJob | None = None
        self._resumed: ToOpen | None = None
        self._refused: ToOpen | None = None
        self._practice: OpenJob | None = None
        self._set_aside: OpenJob | None = None
        self._came_from: list[str] = []
        self.newer: NewerGuide | None = None

    @property
    def shown(self) -> OpenJob | None:
        """What is shown: the open job or a guide that is looked up, None if there is nothing to show."""
        return self._shown

    @property
    def job(self) -> OpenJob | None:
        """The open job, also behind a guide that is looked up, None if there is none."""
        return self._job

    @property
    def job_id(self) -> str:
        """The id of that job, empty if there is none."""
        return self._job.job.id if self._job and self._job.job else ""

    @property
    def has_job(self) -> bool:
        """Whether there is a job to go back to."""
        return self._job is not None or self._resumed is not None

    @property
    def is_practice(self) -> bool:
        """Whether the open job is only for practice."""
        return self._practice is not None and self._job is self._practice

    @property
    def is_refused(self) -> bool:
        """Whether the guide that was wanted last has mistakes."""
        return self._refused is not None

    @property
    def guide_id(self) -> str:
        """The id of the guide that is shown, empty if there is none."""
        return self._shown.guide.id if self._shown else ""

    # opening

    def resume(self, job: Job) -> None:
        """Open a job where it was left; StoreError if it cannot be read."""
        self.resuming.emit(job)
        self.changing.emit()
        self._resumed = self._opener.kept_job(job)
        self._open(self._resumed)

    def begin(self, guide: str, details: Described, step: str = "") -> None:
        """Begin a job, at a step or at the first."""
        self._open(self._opener.new_job(guide, details, step, self._workshop().who))

    def practise(self, opener: JobOpener, guide: str) -> None:
        """Begin a job of another ``opener`` for practice, and set aside the job that is open."""
        self.changing.emit()
        set_aside = self._set_aside if self.is_practice else self._job
        self._practice = opener.open(opener.new_job(guide, Described(), "", self._workshop().who)).open_job
        self._practice.is_practice = True
        self._set_aside = set_aside
        self._show(self._practice)

    def leave_practice(self) -> None:
        """Go back to the job that was set aside for practice, or to none."""
        self.changing.emit()
        if self._set_aside is None:
            self.clear()
            return
        with suppress(StoreError):
            self._set_aside.catch_up()
        self._show(self._set_aside)

    def show_guide(self, guide: str) -> None:
        """Show a guide: with the job if it is the job's, else for reading only."""
        if self._shown and guide == self._shown.guide.id:
            if self._refused:
                self._show(self._shown)
        elif self._job and guide == self._job.guide.id:
            self.back_to_job()
        else:
            self._open(self._opener.guide_to_read(guide))

    def back_to_job(self) -> None:
        """Show the job again after a guide was looked up or refused; its guide as it is now, or was last sound."""
        self.changing.emit()
        if self._job:
            with suppress(MicraError):
                self._job.catch_up()
                self.take_rewritten(self._job, self._opener.guide_as_written(self._job))
            self._show(self._job)
        elif self._resumed:
            self._open(self._resumed)

    def job_in_front(self) -> OpenJob | None:
        """Return the open job, brought back if a guide is looked up; None if there is none."""
        if self._shown and self._shown.job is None:
            self.back_to_job()
        return self._shown if self._shown and self._shown.job else None

    def take_newer(self) -> None:
        """Let the open job go on with its guide as it is now; StoreError if that cannot be kept."""
        if self.newer and self._shown:
            guide = self.newer.guide
            self._shown.take_newer(guide, parts_of(guide))
            self.newer = None
            self._show(self._shown)

    def take_rewritten(self, open_job: OpenJob, guide: Guide) -> None:
        """Let a job go on with its guide as it is written now; StoreError, and the job as it was, if that cannot be."""
        if not open_job.state.is_closed:
            self.newer = self._opener.take_rewritten(open_job, guide)

    def try_again(self) -> None:
        """Open what was refused, if anything was."""
        if self._refused:
            self._open(self._refused)

    def clear(self) -> None:
        """Let go of what is open: its job cannot be shown, or is not in the records any more."""
        self._shown = self._job = self._resumed = self._refused = self.newer = None
        self._practice = self._set_aside = None
        self.emptied.emit()

    # acting

    def attempt(
        self, act: Callable[[OpenJob], T], line_of: Callable[[T], Place | None] = lambda _done: None
    ) -> T | None:
        """Do something with what is open and return what it gives; what cannot be done or kept is said.

        ``line_of`` says of what it gives which line is to be shown with it, None if things stay where they are.
        """
        former, has_failed = self._shown.history if self._shown else None, False
        line: Place | None = None
        try:
            if self._shown:
                done = act(self._shown)
                line = line_of(done)
                return done
        except MicraError as error:
            has_failed = True
            self._say(error)
        finally:
            if line:
                self.show_line(*line)
            elif has_failed or (self._shown and self._shown.history is not former):
                self.changed.emit()
        return None

    def tried(self, act: Callable[[], object]) -> bool:
        """Do something that is no act of a job, and say what goes wrong; return whether nothing did."""
        try:
            act()
        except MicraError as error:
            self.failed.emit(str(error))
            return False
        return True

    def go_to(self, step_id: str) -> None:
        """Show a step and remember that the job is there; what is being typed is kept first."""
        self.stepping.emit()
        self._go(step_id)

    def jump(self, step_id: str) -> None:
        """Show a step that is not the next one, and say how to come back."""
        left = self._shown.step if self._shown else None
        if left and step_id != left.id:
            self._came_from.append(left.id)
            self.go_to(step_id)
            self.said.emit(_("Alt+Left goes back to “{step}”.").format(step=left.title))

    def go_back(self) -> None:
        """Go back to the step that was left by the last jump."""
        while self._shown and self._came_from:
            if step := self._shown.guide.find_step(self._came_from.pop()):
                self.go_to(step.id)
                return
        self.said.emit(_("There is no step to go back to."))

    def show_line(self, step_id: str, item_id: str) -> None:
        """Show a step with one of its lines, or none, marked."""
        if self._shown and not self._go(step_id, item_id):
            self._shown.choose(item_id)
            self.changed.emit()

    def take_settings(self) -> None:
        """Let what is open be worked on as it is done in the workshop from now on."""
        for open_job in filter(None, (self._shown, self._job)):
            open_job.who = self._workshop().who

    def catch_up(self) -> None:
        """Take in what other windows have done on the job; what cannot be read is said when it is asked for."""
        with suppress(StoreError):
            for open_job in {id(known): known for known in (self._shown, self._job) if known}.values():
                open_job.catch_up()
            if self._job and self._job is self._shown and self._job.job and self._job.has_other_text:
                self.resume(self._job.job)
            self.changed.emit()

    def _say(self, error: MicraError) -> None:
        match error:
            case LookedUpError():
                self.said.emit(str(error))
            case ClosedError():
                self.closed_met.emit(str(error))
            case _:
                self.failed.emit(str(error))

    def _go(self, step_id: str, item_id: str = "") -> bool:
        """Show a step with one of its lines, or none, marked; return False, and do nothing, if it is shown already."""
        open_job = self._shown
        if open_job is None or step_id == open_job.step.id:
            return False
        page_before = open_job.page
        try:
            open_job.go_to(step_id)
        except MicraError as error:
            self._say(error)
        open_job.choose(item_id)
        self.stepped.emit(open_job.page is not page_before)
        return True

    # how it is opened

    def _open(self, wanted: ToOpen) -> None:
        self.changing.emit()
        self.newer = None
        try:
            opened = self._opener.open(wanted)
        except GuideError as error:
            self._refused = wanted
            self.refused.emit(wanted.guide, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self.newer = opened.newer
            self._show(opened.open_job)
            self._say_text(opened)

    def _say_text(self, opened: JustOpened) -> None:
        if opened.why_kept:
            self.kept_text.emit(opened.why_kept)
        if opened.why_lost:
            self.lost_text.emit(opened.why_lost)

    def _show(self, open_job: OpenJob) -> None:
        self._refused = None
        self._came_from.clear()
        self._shown = open_job
        self._job = open_job if open_job.job else self._job
        if not self.is_practice:
            self._practice = self._set_aside = None
        open_job.who = self._workshop().who
        open_job.workshop = self._workshop
        self.opened.emit(open_job)
