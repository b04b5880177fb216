"""Opens guides, and reads them anew while somebody writes at them."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import GuideError, MicraError, Mistake
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob, begin_job, look_up
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.options import PartsTable, read_parts
from micra_assistant.ui.guide_watch import GuideWatch
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.guide.changes import StepChange

JobMaker = Callable[[Guide, PartsTable | None], OpenJob]
"""What opens a guide once it is read."""


class Wanted(Struct, frozen=True):
    """A guide to be opened: its id, what opens it; of its job, if any, the text and the items done."""

    name: str
    make: JobMaker
    text: str = ""
    done: frozenset[str] = frozenset()


class Newer(Struct, frozen=True):
    """The guide of a job as it is now, and what has changed in it since the job was done with it."""

    guide: Guide
    changes: "tuple[StepChange, ...]"


class Opener(QObject):
    """Opens guides, for a job or to look something up.

    A job is shown with the text of its guide that it was done with, until the person takes the newer one.

    Attributes:
        newer: the guide of the open job as it is now, None if the job has that.

    Signals:
        resuming: a job is about to be put back; carries the Job.
        changing: what is open is about to change; what is being typed belongs to how it was before.
        rewriting: the guide that is shown is about to become what its author has just written; carries that Guide.
        opened: a guide is open; carries the OpenJob.
        rewritten: the guide that is shown was written at and read anew; carries the OpenJob.
        kept_text: the job is shown with its own text, as its guide has faults or is gone now; carries the words.
        lost_text: the text that the job was done with cannot be read any more, so its guide is shown as it is now;
            carries why.
        refused: a guide has faults; carries its id and a GuideError with all of them.
        failed: something else went wrong; carries the words.
    """

    resuming = Signal(object)
    changing = Signal()
    rewriting = Signal(object)
    opened = Signal(object)
    rewritten = Signal(object)
    kept_text = Signal(str)
    lost_text = Signal(str)
    refused = Signal(str, object)
    failed = Signal(str)

    def __init__(
        self,
        library: Library,
        store: Store,
        workshop: Callable[[], Workshop],
        texts: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._store = store
        self._workshop = workshop
        self._texts = GuideTexts(store, texts, library.cache)
        self._open_job: OpenJob | None = None
        self._job: OpenJob | None = None
        self._resumed: Wanted | None = None
        self._refused: Wanted | None = None
        self.newer: Newer | None = None
        self._watch = GuideWatch(self)
        self._watch.changed.connect(self._on_written)

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

    def resume(self, job: Job) -> None:
        """Put a job back where it was left; StoreError if it cannot be read."""
        self.resuming.emit(job)
        self.changing.emit()
        seen = self._store.last()
        history = History(self._store.events(job.id))
        state = history.state
        name, done = state.guide or self._guide_of(state), frozenset(state.since)
        self._resumed = Wanted(name, partial(OpenJob, self._store, job, history, seen=seen), state.text, done)
        self._open(self._resumed)

    def _guide_of(self, state: JobState) -> str:
        """Return the guide that a job must have been done with whose beginning was lost; empty if none fits."""
        fitting: dict[str, int] = {}
        for name in self._library.names():
            with suppress(GuideError):
                fitting[name] = len(state.since.keys() & {item.id for item in self._library.guide(name).items})
        best = max(fitting, key=lambda name: fitting[name], default="")
        return best if fitting.get(best) else ""

    def begin(self, guide_name: str, details: Described, step: str = "") -> None:
        """Begin a job, at a step or at the first."""
        make = partial(begin_job, self._store, details=details, step=step, who=self._workshop().who)
        self._open(Wanted(guide_name, make))

    def show_guide(self, guide_name: str) -> None:
        """Show a guide: with the job if it is the job's, else for reading only."""
        if self._open_job and guide_name == self._open_job.guide.id:
            if self._refused:
                self._show(self._open_job)
            return
        if self._job and guide_name == self._job.guide.id:
            self.back_to_job()
        else:
            self._open(Wanted(guide_name, partial(look_up, self._store)))

    def forget(self) -> None:
        """Forget the job and whatever is open."""
        self._open_job = self._job = self._resumed = self._refused = self.newer = None

    def back_to_job(self) -> None:
        """Show the job again after a guide was looked up or refused; its guide as it is now, or was last sound."""
        self.changing.emit()
        if self._job:
            with suppress(MicraError):
                self._job.catch_up()
                self._freshen(self._job)
            self._show(self._job)
        elif self._resumed:
            self._open(self._resumed)

    def catch_up(self) -> None:
        """Take in what other windows have done on the job; StoreError if that cannot be read."""
        for open_job in {id(open_job): open_job for open_job in (self._open_job, self._job) if open_job}.values():
            open_job.catch_up()
        if self._job and self._job is self._open_job and self._job.job and self._job.has_other_text:
            self.resume(self._job.job)

    def take_newer(self) -> None:
        """Let the open job go on with its guide as it is now; StoreError if that cannot be kept."""
        if self.newer and self._open_job:
            guide = self.newer.guide
            self._open_job.adopt(guide, read_parts(guide.folder))
            self.newer = None
            self._show(self._open_job)

    def _open(self, wanted: Wanted) -> None:
        self.changing.emit()
        self._library.forget(wanted.name)
        self.newer, said, self._texts.trouble = None, "", ""
        try:
            guide, said = self._guide_for(wanted)
            open_job = wanted.make(guide, read_parts(guide.folder))
        except GuideError as error:
            self._refused = wanted
            self._refuse(wanted.name, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self._show(open_job)
        if said:
            self.kept_text.emit(said)
        if self._texts.trouble and self._open_job and self._open_job.job:
            self.lost_text.emit(self._texts.trouble)

    def _guide_for(self, wanted: Wanted) -> tuple[Guide, str]:
        """Return the guide, in the text of its job if it differs, and what has to be said about that."""
        try:
            guide = self._library.guide(wanted.name)
        except MicraError as error:
            kept = self._texts.guide(wanted.text)
            if kept is None:
                raise
            return kept, str(error)
        kept = None if guide.fingerprint == wanted.text else self._texts.guide(wanted.text)
        if kept is None or (newer := _newer(kept, guide, wanted.done)) is None:
            return guide, ""
        self.newer = newer
        return kept, ""

    def _show(self, open_job: OpenJob) -> None:
        self._refused = None
        self._open_job = open_job
        self._job = open_job if open_job.job else self._job
        open_job.workshop = self._workshop
        open_job.who = self._workshop().who
        self._watch.watch(self._folder_of(open_job))
        self.opened.emit(open_job)

    def _folder_of(self, open_job: OpenJob) -> Path:
        """Return the folder that the guide that is shown is written in, also if the job has a text of its own."""
        try:
            return self._library.folder(open_job.guide.id)
        except MicraError:
            return open_job.guide.folder

    def _on_written(self) -> None:
        """Open a guide that was refused once it is sound, and read the open one anew; the job goes on."""
        if self._refused:
            self._open(self._refused)
        elif self._open_job:
            self._read_anew(self._open_job)

    def _read_anew(self, open_job: OpenJob) -> None:
        try:
            self._freshen(open_job)
        except GuideError as error:
            self._refuse(open_job.guide.id, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self.rewritten.emit(open_job)

    def _freshen(self, open_job: OpenJob) -> None:
        """Give an open job its guide as it is written now; MicraError, and the job as it was, if that cannot be."""
        self._library.forget(open_job.guide.id)
        guide = self._library.guide(open_job.guide.id)
        if open_job.state.is_closed:
            return
        if open_job.guide.folder == guide.folder:
            self.rewriting.emit(guide)
            open_job.take_guide(guide, read_parts(guide.folder))
        else:
            self.newer = _newer(open_job.guide, guide, frozenset(open_job.state.since))

    def _refuse(self, name: str, error: GuideError) -> None:
        """Say every fault of a guide, pages and parts alike, as the command check does."""
        folder = self._library.folder(name)
        self._watch.watch(folder)
        self.refused.emit(name, GuideError((*error.faults, *check_faults(self._library, name))))


def _newer(kept: Guide, guide: Guide, done: frozenset[str]) -> Newer | None:
    """Return what ``guide`` has become since it was ``kept``, None if nothing that is seen or that lost a done item."""
    from micra_assistant.guide.changes import changes, lost_items  # noqa: PLC0415 - loaded when it is wanted

    changed = changes(kept, guide)
    is_lost = any(item.id in done for item in lost_items(kept, guide))
    return Newer(guide, changed) if changed or is_lost else None


def check_faults(library: Library, name: str) -> list[Mistake]:
    """Return what the command check has against a guide."""
    from micra_assistant.check import guide_faults  # noqa: PLC0415 - Python-Markdown takes time to load

    return guide_faults(library.folder(name))
