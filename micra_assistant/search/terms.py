"""What a typed line asks for."""

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Term(Struct, frozen=True):
    """One thing looked for: the words that count as it, each with how well, and about how many documents have one.

    Several words that were typed as one thing count ``apart`` too, if all are there.
    """

    forms: dict[str, float]
    documents: int
    is_number: bool = False
    apart: "tuple[Term, ...]" = ()

    @property
    def match(self) -> str:
        """The FTS5 expression."""
        ways = [quoted(form) for form in self.forms]
        if self.apart:
            ways.append(all_of(self.apart))
        return "(" + " OR ".join(ways) + ")"

    def is_in(self, words: frozenset[str]) -> bool:
        """Whether a document with these words has it."""
        here = not words.isdisjoint(self.forms)
        return here or bool(self.apart and all(part.is_in(words) for part in self.apart))


class Correction(Struct, frozen=True):
    """A word that occurs nowhere, and the one that was looked for in its place."""

    typed: str
    shown: str


class Query(Struct, frozen=True):
    """What a line asks for: nothing, if it has a number that occurs nowhere.

    ``unknown`` are its words that occur nowhere, ``title`` is the line as a title.
    """

    wanted: tuple[Term, ...]
    corrections: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()
    title: str = ""


def all_of(wanted: Sequence[Term]) -> str:
    """Return the FTS5 expression for documents that have all that is wanted."""
    return "(" + " AND ".join(one.match for one in wanted) + ")"


def any_of(wanted: Iterable[Term]) -> Term:
    """Return what any of ``wanted`` answers."""
    parts = [part for one in wanted for part in (one, *one.apart)]
    forms = {form: strength for part in parts for form, strength in part.forms.items()}
    return Term(forms, max(part.documents for part in parts))


def quoted(word: str) -> str:
    """Return ``word`` as FTS5 takes it."""
    return '"' + word.replace('"', '""') + '"'
