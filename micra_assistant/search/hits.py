"""What a search has found, as it is shown."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.search.documents import DocumentKind
from micra_assistant.search.terms import Correction

Place = tuple[int, int]
"""From and to in a text."""


class Marked(Struct, frozen=True):
    """A text with the places of the words that were looked for."""

    text: str
    marks: tuple[Place, ...] = ()

    @property
    def surfaces(self) -> set[str]:
        """The marked words as they stand in the text."""
        return {self.text[start:end] for start, end in self.marks}

    def runs(self) -> Iterator[tuple[str, bool]]:
        """Yield the text in runs, each with whether it is marked."""
        done = 0
        for start, end in self.marks:
            if done < start:
                yield self.text[done:start], False
            yield self.text[start:end], True
            done = end
        if done < len(self.text):
            yield self.text[done:], False


class Hit(Struct, frozen=True, kw_only=True):
    """One place where what was typed is found.

    ``step`` is the step to open, empty for a part or a guide with mistakes. ``item`` is the item that answers best,
    ``option`` the way to get the part. ``words`` are to be marked when the step is open, as they stand in it.
    """

    kind: DocumentKind
    guide: str
    step: str = ""
    item: str = ""
    option: str = ""
    title: Marked
    where: str
    excerpt: Marked
    words: tuple[str, ...] = ()


class SearchResult(Struct, frozen=True):
    """The hits, best first, and what had to be done to the line to have any.

    ``corrections`` were looked for in place of misspelt words; ``left_out`` are words that occur nowhere: nothing is
    found if one of them has a digit. ``partial`` says that no document has all the others.
    """

    hits: tuple[Hit, ...] = ()
    corrections: tuple[Correction, ...] = ()
    left_out: tuple[str, ...] = ()
    partial: bool = False
