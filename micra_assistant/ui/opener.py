"""Puts guides on the bench, and reads them anew while somebody writes at them."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import Fault, GuideError, MicraError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.bench import Bench, look_up, open_job
from micra_assistant.jobs.state import replay
from micra_assistant.jobs.store import Job, Store
from micra_assistant.parts.options import PartsTable, read_parts
from micra_assistant.ui.guide_watch import GuideWatch

BenchMaker = Callable[[Guide, PartsTable | None], Bench]
"""What puts a guide on the bench once it is read."""


class Opener(QObject):
    """Opens guides, for a job or to look something up.

    Signals:
        changing: what is on the bench is about to change; what is being typed belongs to how it was before.
        opened: a guide is on the bench; carries the Bench.
        rewritten: the guide on the bench was written at and read anew; carries the Bench.
        refused: a guide has faults; carries its id and a GuideError with all of them.
        failed: something else went wrong; carries the words.
    """

    changing = Signal()
    opened = Signal(object)
    rewritten = Signal(object)
    refused = Signal(str, object)
    failed = Signal(str)

    def __init__(self, library: Library, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._store = store
        self._bench: Bench | None = None
        self._job: Bench | None = None
        self._resumed: tuple[str, BenchMaker] | None = None
        self._refused: tuple[str, BenchMaker] | None = None
        self._watch = GuideWatch(self)
        self._watch.changed.connect(self._on_written)

    @property
    def has_job(self) -> bool:
        """Whether there is a job to go back to."""
        return self._job is not None or self._resumed is not None

    def resume(self, job: Job) -> None:
        """Put a job back where it was left; StoreError if it cannot be read."""
        state = replay(self._store.events(job.id))
        self._resumed = state.guide, lambda guide, parts: Bench(self._store, job, state, guide, parts)
        self._open(*self._resumed)

    def begin(self, guide_name: str, car: str = "", step: str = "") -> None:
        """Begin a job, at a step or at the first."""
        self._open(guide_name, lambda guide, parts: open_job(self._store, guide, parts, car, step))

    def show_guide(self, guide_name: str) -> None:
        """Show a guide: with the job if it is the job's, else for reading only."""
        if self._bench and guide_name == self._bench.guide.id:
            if self._refused:
                self._show(self._bench)
            return
        if self._job and guide_name == self._job.guide.id:
            self.back_to_job()
        else:
            self._open(guide_name, lambda guide, parts: look_up(self._store, guide, parts))

    def back_to_job(self) -> None:
        """Show the job again after a guide was looked up or refused; its guide as it is now, or was last sound."""
        self.changing.emit()
        if self._job:
            with suppress(MicraError):
                self._freshen(self._job)
            self._show(self._job)
        elif self._resumed:
            self._open(*self._resumed)

    def _open(self, name: str, make: BenchMaker) -> None:
        self.changing.emit()
        self._library.forget(name)
        try:
            guide = self._library.guide(name)
            bench = make(guide, read_parts(guide.folder))
        except GuideError as error:
            self._refused = name, make
            self._refuse(name, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self._show(bench)

    def _show(self, bench: Bench) -> None:
        self._refused = None
        self._bench = bench
        self._job = bench if bench.job else self._job
        self._watch.watch(bench.guide.folder)
        self.opened.emit(bench)

    def _on_written(self) -> None:
        """Open a guide that was refused once it is sound, and read the one on the bench anew; the job goes on."""
        if self._refused:
            self._open(*self._refused)
        elif self._bench:
            self._read_anew(self._bench)

    def _read_anew(self, bench: Bench) -> None:
        self.changing.emit()
        try:
            self._freshen(bench)
        except GuideError as error:
            self._refuse(bench.guide.id, error)
        except MicraError as error:
            self.failed.emit(str(error))
        else:
            self.rewritten.emit(bench)

    def _freshen(self, bench: Bench) -> None:
        """Give a bench its guide as it is written now; MicraError, and the bench as it was, if that cannot be."""
        self._library.forget(bench.guide.id)
        guide = self._library.guide(bench.guide.id)
        bench.take_guide(guide, read_parts(guide.folder))

    def _refuse(self, name: str, error: GuideError) -> None:
        """Say every fault of a guide, pages and parts alike, as the command check does."""
        folder = self._library.folder(name)
        self._watch.watch(folder)
        self.refused.emit(name, GuideError((*error.faults, *check_faults(self._library, name))))


def check_faults(library: Library, name: str) -> list[Fault]:
    """Return what the command check has against a guide."""
    from micra_assistant.check import guide_faults  # noqa: PLC0415 - Python-Markdown takes time to load

    return guide_faults(library.folder(name))
