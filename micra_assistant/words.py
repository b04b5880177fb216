"""The words of the program in the language of the person: one catalogue for window, commands, sheets and errors.

English is what stands in the code: it needs no catalogue, and nothing is loaded for it. Words are looked up when they
are shown, never at import; a table marks its words with ``N_`` and looks them up when it is used.
"""

from collections.abc import Iterable
from typing import Protocol


class Catalogue(Protocol):
    """What has the words in another language, as ``gettext`` of the standard library gives them."""

    def gettext(self, message: str) -> str:
        """Return ``message`` in the language."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message that goes with ``n`` things."""

    def pgettext(self, context: str, message: str) -> str:
        """Return ``message`` as it is said in a context."""


_installed: Catalogue | None = None


def install(catalogue: Catalogue | None) -> None:
    """Let all words come from a catalogue from now on, from none for English."""
    global _installed  # noqa: PLW0603 - the one thing of the program that everybody shares
    _installed = catalogue


def _(message: str) -> str:
    """Return ``message`` in the language of the person."""
    return _installed.gettext(message) if _installed and message else message


def ngettext(one: str, many: str, count: int) -> str:
    """Return the words for ``count`` things in the language of the person; English has ``one`` and ``many``."""
    if _installed:
        return _installed.ngettext(one, many, count)
    return one if count == 1 else many


def pgettext(context: str, message: str) -> str:
    """Return ``message`` as it is said in a context: a word that means two things is two words elsewhere."""
    return _installed.pgettext(context, message) if _installed else message


def N_(message: str) -> str:  # noqa: N802 - the name that is known for it
    """Mark ``message`` as words that are looked up when they are shown."""
    return message


def all_of(names: Iterable[str]) -> str:
    """Return names in a row in the language of the person, such as ``a, b and c``; nothing if there are none."""
    return _in_a_row(list(names), _("{names} and {last}"))


def one_of(names: Iterable[str]) -> str:
    """Return names of which one is meant, such as ``a, b or c``; nothing if there are none."""
    return _in_a_row(list(names), _("{names} or {last}"))


def _in_a_row(names: list[str], ends: str) -> str:
    *first, last = names or [""]
    return ends.format(names=", ".join(first), last=last) if first else last
