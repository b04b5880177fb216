"""The catalogues that there are, each a file of words in one language; one that would say nonsense is not taken."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from micra_assistant import __version__, assets
from micra_assistant.errors import MicraError
from micra_assistant.words import _, install

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
DOMAIN = "micra-assistant"
LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
COUNT = "count"
"""The placeholder that a plural may have where its singular has none."""

_MOST_BYTES = 5_000_000
_CONTEXT_ENDS = "\x04"


class CatalogueError(MicraError):
    """A catalogue cannot be used; the program speaks English then."""


def catalogue_file(language: str) -> Path:
    """Return where the words of a language lie, if there are any."""
    return assets.resource("words") / language / "LC_MESSAGES" / f"{DOMAIN}.mo"


def languages() -> tuple[str, ...]:
    """Return the languages that the program can speak: English, and those that there is a catalogue for."""
    names = sorted(file.parent.parent.name for file in assets.resource("words").glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *(name for name in names if LANGUAGE.fullmatch(name)))


def catalogue(language: str) -> "GNUTranslations | None":
    """Return the catalogue of a language, None for English; CatalogueError if it cannot be used."""
    return None if language == ENGLISH else read_catalogue(catalogue_file(language))


def speak(language: str) -> str:
    """Let all words be in a language from now on; return why they are in English instead, empty if they are not."""
    try:
        install(catalogue(language))
    except CatalogueError as error:
        install(None)
        return _("{why}. English is spoken instead.").format(why=error)
    return ""


def read_catalogue(file: Path) -> "GNUTranslations":
    """Return the catalogue in a file; CatalogueError if it is damaged, of another version, or would say nonsense."""
    from gettext import GNUTranslations  # noqa: PLC0415 - English needs none

    try:
        if file.stat().st_size > _MOST_BYTES:
            raise CatalogueError(_("{file} is no catalogue of words: it is too large").format(file=file))
        with file.open("rb") as content:
            found = GNUTranslations(content)
    except (OSError, ValueError, LookupError, struct.error) as error:
        words = _("{file} cannot be read: it is no sound catalogue of words")
        raise CatalogueError(words.format(file=file)) from error
    version = found.info().get("project-id-version", "").rpartition(" ")[2]
    if version != __version__:
        words = _("{file} is of version {version}, and this is {ours}: install both anew")
        raise CatalogueError(words.format(file=file, version=version or "?", ours=__version__))
    if wrong := next(misfits(found), ""):
        words = _("{file} says “{wrong}” with other placeholders: it is not sound")
        raise CatalogueError(words.format(file=file, wrong=wrong))
    return found


def misfits(catalogue: "GNUTranslations") -> Iterator[str]:
    """Yield the words whose translation does not take just what they take."""
    known: dict[str | tuple[str, int], str] = vars(catalogue)["_catalog"]
    for key, said in known.items():
        words = key[0] if isinstance(key, tuple) else key
        if words and said and not fits(words, said, is_plural=isinstance(key, tuple)):
            yield words.rpartition(_CONTEXT_ENDS)[2]


def fits(words: str, said: str, *, is_plural: bool) -> bool:
    """Whether a translation takes just the placeholders that the words take; a plural may leave its count out."""
    more = {COUNT} if is_plural else set()
    return _takes(words) - more <= _takes(said) <= _takes(words) | more


def _takes(words: str) -> set[str]:
    """Return the names of the placeholders in words; one that nobody can fill if they are no sound format."""
    from string import Formatter  # noqa: PLC0415 - English needs none

    try:
        return {name for _text, name, _format, _conversion in Formatter().parse(words) if name is not None}
    except ValueError:
        return {words}
