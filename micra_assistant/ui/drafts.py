"""Words that are typed and not yet kept, by the job and the place they belong to.

They outlive the fields that they are typed in, and the program: at most two seconds after a key they are in the
records. Once they are entered they leave the records at once, so that whoever comes back sees what was entered.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from micra_assistant.jobs.records.kept_drafts import Place

if TYPE_CHECKING:
    from micra_assistant.jobs.records.store import Store
    from micra_assistant.ui.widgets.typed_field import TypedField

_WRITTEN_AFTER = 1500
_REMOVED_AFTER = 0
_GIVEN_UP_AFTER = 5
"""Milliseconds from a key until it is written, and from its being entered until it is not there any more; writings in a
row that may fail until the next key."""

NEW_JOB, WHICH_CAR, DETAILS, CLOSE = "new job", "which car", "details", "close"
LEAVING_OUT, RATE, QUOTE = "leaving out", "labour rate", "quote"
"""The places of forms, and of a field that is no part of a job; behind that of leaving out stands the stop."""
WITHOUT_JOB = (NEW_JOB, WHICH_CAR, RATE)
"""What is written although it belongs to no job; what is typed at a guide that is only looked up is not."""


class Drafts(QObject):
    """Knows what stands half typed in the fields that it follows, and puts it back into new ones.

    It begins with what an earlier run of the program has left in the ``store``.

    Attributes:
        job: returns the id of the job that is worked on, empty if there is none.
    """

    def __init__(self, store: "Store", job: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self._store = store
        self._words = store.drafts.all()
        self._former = frozenset(self._words)
        self._written = set(self._words)
        self._unwritten: dict[Place, str] = {}
        self._failed = 0
        self._is_frozen = False
        self._passing: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.write)

    def words(self, job: str, place: str) -> str:
        """Return what is typed at a place of a job and not kept, empty if nothing is."""
        return self._words.get((job, place), "")

    def places(self, job: str) -> list[str]:
        """Return where something is typed in a job."""
        return [place for of_job, place in self._words if of_job == job]

    def put(self, job: str, place: str, words: str) -> None:
        """Remember what is typed at a place; with no words, that nothing is."""
        if self._is_frozen or words == self.words(job, place):
            return
        self._words[job, place] = words
        if not words:
            del self._words[job, place]
        if (job and job not in self._passing) or place in WITHOUT_JOB:
            self._write_later(job, place, words)

    def let_pass(self, job: str) -> None:
        """Write nothing of what is typed in a job: it is not in the records."""
        self._passing.add(job)

    def _write_later(self, job: str, place: str, words: str) -> None:
        self._unwritten[job, place] = words
        self._failed = 0
        if not words and (job, place) in self._written:
            self._timer.start(_REMOVED_AFTER)
        elif not self._timer.isActive():
            self._timer.start(_WRITTEN_AFTER)

    def follow(self, field: "TypedField", job: str, place: str) -> None:
        """Put what is half typed at a place into its field, and follow what is typed there.

        What an earlier run has left is entered only on purpose.
        """
        if words := self.words(job, place):
            field.go_on(words, is_fresh=(job, place) not in self._former)
        field.unkept.connect(partial(self.put, job, place))

    def write(self) -> None:
        """Write what has changed since the last time; if that fails, try again a few times."""
        self._timer.stop()
        if not self._unwritten:
            return
        if self._store.drafts.put(self._unwritten):
            self._on_written()
            return
        self._failed += 1
        if self._failed < _GIVEN_UP_AFTER:
            self._timer.start(_WRITTEN_AFTER)

    def _on_written(self) -> None:
        for place, words in self._unwritten.items():
            (self._written.add if words else self._written.discard)(place)
        self._unwritten.clear()

    def freeze(self) -> None:
        """Write, and change nothing any more: the program is being ended, and its fields with it."""
        self.write()
        self._is_frozen = True
