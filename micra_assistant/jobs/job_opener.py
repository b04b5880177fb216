"""How a job is opened: which guide it is shown with, and in which text.

A job is shown with the text of its guide that it was done with, until the person takes the newer one.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from micra_assistant.errors import GuideError, MicraError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.options import PartsTable, parts_of

if TYPE_CHECKING:
    from micra_assistant.guide.changes import StepChange
    from micra_assistant.jobs.records.store import Store

JobMaker = Callable[[Guide, PartsTable | None], OpenJob]
"""What opens a guide once it is read."""


class ToOpen(Struct, frozen=True):
    """What is to be opened: the id of a guide, what opens it; of its job, if any, the text and the items done."""

    guide: str
    make: JobMaker
    text: str = ""
    done: frozenset[str] = frozenset()


class NewerGuide(Struct, frozen=True):
    """The guide of a job as it is now, and what has changed in it since the job was done with it."""

    guide: Guide
    changes: "tuple[StepChange, ...]"


class JustOpened(Struct, frozen=True):
    """What was opened.

    Attributes:
        open_job: the job, or the guide that is looked up.
        newer: the guide of the job as it is now, None if the job has that.
        why_kept: why the job has its own text although its guide may be the same: that is gone or has mistakes.
        why_lost: why the text that the job was done with cannot be read any more, empty if it can.
    """

    open_job: OpenJob
    newer: NewerGuide | None = None
    why_kept: str = ""
    why_lost: str = ""


class JobOpener:
    """Opens jobs of ``store`` with guides of ``library``; texts of earlier guides are unpacked in ``texts``."""

    def __init__(self, library: Library, store: "Store", texts: Path) -> None:
        self._library = library
        self._store = store
        self._texts = GuideTexts(store, texts, library.cache, library.language)

    def kept_job(self, job: Job) -> ToOpen:
        """Return how a job of the records is opened; StoreError if it cannot be read."""
        seen = self._store.last()
        history = History(self._store.events(job.id))
        state = history.state
        make = partial(OpenJob, self._store, job, history, seen=seen)
        return ToOpen(state.guide or self._guide_of(state), make, state.guide_fingerprint, frozenset(state.since))

    def new_job(self, guide: str, details: Described, step: str, who: str) -> ToOpen:
        """Return how a job is begun with a guide, at a step or at its first."""
        from micra_assistant.jobs.ways_to_open import begin_job  # noqa: PLC0415 - a job that goes on is painted first

        return ToOpen(guide, partial(begin_job, self._store, details=details, step=step, who=who))

    def guide_to_read(self, guide: str) -> ToOpen:
        """Return how a guide is opened for reading only."""
        from micra_assistant.jobs.ways_to_open import look_up  # noqa: PLC0415 - likewise

        return ToOpen(guide, partial(look_up, self._store))

    def open(self, wanted: ToOpen) -> JustOpened:
        """Open a guide or a job; GuideError if the guide has mistakes, MicraError if it cannot be opened."""
        self._library.forget(wanted.guide)
        self._texts.trouble = ""
        guide, newer, why_kept = self._text_for(wanted)
        open_job = wanted.make(guide, parts_of(guide))
        return JustOpened(open_job, newer, why_kept, self._texts.trouble if open_job.job else "")

    def guide_as_written(self, open_job: OpenJob) -> Guide:
        """Return the guide of an open job as it is written now; MicraError if it cannot be read."""
        self._library.forget(open_job.guide.id)
        return self._library.guide(open_job.guide.id)

    def take_rewritten(self, open_job: OpenJob, guide: Guide) -> NewerGuide | None:
        """Let a job go on with its guide as it is written now; StoreError, and the job as it was, if that cannot be.

        A job with a text of its own keeps that: what has become of its guide is returned.
        """
        if open_job.guide.folder == guide.folder:
            open_job.take_rewritten(guide, parts_of(guide))
            return None
        return _newer(open_job.guide, guide, frozenset(open_job.state.since))

    def folder(self, open_job: OpenJob) -> Path:
        """Return the folder that the open guide is written in, also if the job has a text of its own."""
        try:
            return self._library.folder(open_job.guide.id)
        except MicraError:
            return open_job.guide.folder

    def _guide_of(self, state: JobState) -> str:
        """Return the guide that a job must have been done with whose beginning was lost; empty if none fits."""
        fitting: dict[str, int] = {}
        for name in self._library.names():
            with suppress(GuideError):
                fitting[name] = len(state.since.keys() & {item.id for item in self._library.guide(name).items})
        best = max(fitting, key=lambda name: fitting[name], default="")
        return best if fitting.get(best) else ""

    def _text_for(self, wanted: ToOpen) -> tuple[Guide, NewerGuide | None, str]:
        """Return the guide, in the text of its job if it differs, what has become of it, and why it was kept."""
        try:
            guide = self._library.guide(wanted.guide)
        except MicraError as error:
            kept = self._texts.guide(wanted.text)
            if kept is None:
                raise
            return kept, None, str(error)
        kept = None if guide.fingerprint == wanted.text else self._texts.guide(wanted.text)
        newer = _newer(kept, guide, wanted.done) if kept else None
        return (kept, newer, "") if kept and newer else (guide, None, "")


def _newer(kept: Guide, guide: Guide, done: frozenset[str]) -> NewerGuide | None:
    """Return what ``guide`` has become since it was ``kept``, None if nothing that is seen or that lost a done item."""
    from micra_assistant.guide.changes import changes, lost_items  # noqa: PLC0415 - loaded when it is wanted

    changed = changes(kept, guide)
    is_lost = any(item.id in done for item in lost_items(kept, guide))
    return NewerGuide(guide, changed) if changed or is_lost else None
