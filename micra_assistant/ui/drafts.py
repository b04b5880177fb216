"""Words that are typed and not yet kept, by the job and the place they belong to."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from micra_assistant.ui.typed_field import TypedField


class Drafts(QObject):
    """Knows what stands half typed in the fields that it follows, and puts it back into new ones.

    Signals:
        changed: other words are typed now; carries the job, the place and the words, empty if there are none any more.
    """

    changed = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[tuple[str, str], str] = {}

    def words(self, job: str, place: str) -> str:
        """Return what is typed at a place of a job and not kept, empty if nothing is."""
        return self._words.get((job, place), "")

    def put(self, job: str, place: str, words: str) -> None:
        """Remember what is typed at a place; with no words, that nothing is."""
        if words == self.words(job, place):
            return
        self._words[job, place] = words
        if not words:
            del self._words[job, place]
        self.changed.emit(job, place, words)

    def follow(self, field: TypedField, job: str, place: str) -> None:
        """Put what is half typed at a place into its field, and follow what is typed there."""
        if words := self.words(job, place):
            field.go_on(words)
        field.unkept.connect(partial(self.put, job, place))
