"""What can be wrong with the words in a translator's catalogue, each with its line."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural
from msgspec import Struct

from micra_assistant.catalogues import fits

UNTRANSLATED = "not translated"


class Fault(Struct, frozen=True):
    """Something that a translator has to look at."""

    file: Path
    line: int
    what: str
    is_wrong: bool = True
    is_grave: bool = True

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def faults_of(file: Path, catalogue: Catalog) -> Iterator[Fault]:
    """Yield what is wrong in a catalogue that was just read from ``file``, in the order of its lines."""
    yield from _of_plurals(file, catalogue)
    for message in catalogue:
        if message.id:
            yield from _of_message(file, catalogue, message)
    for message in catalogue.obsolete.values():
        yield _fault(file, message, "lost: no such words are said any more", is_wrong=False)


def _of_plurals(file: Path, catalogue: Catalog) -> Iterator[Fault]:
    """Yield that a language is another one, or has other plurals, than the head of its catalogue says."""
    language = file.parent.parent.name
    if str(catalogue.locale) != language:
        yield Fault(file, 1, f"Language: {catalogue.locale}, and the folder is named {language}")
        return
    usual = get_plural(str(catalogue.locale))
    if catalogue.num_plurals != usual.num_plurals:
        yield Fault(
            file, 1, f"Plural-Forms: nplurals={catalogue.num_plurals}, and the language has {usual.num_plurals}"
        )


def _of_message(file: Path, catalogue: Catalog, message: Message) -> Iterator[Fault]:
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not any(said):
        yield _fault(file, message, UNTRANSLATED, is_wrong=False, is_grave=False)
        return
    if message.fuzzy:
        yield _fault(file, message, "doubtful: marked as fuzzy", is_wrong=False)
        return
    if message.pluralizable and (len(said) != catalogue.num_plurals or not all(said)):
        yield _fault(file, message, f"wrong plural forms: {catalogue.num_plurals} are wanted")
    words = message.id if isinstance(message.id, str) else message.id[0]
    if not all(fits(words, one, is_plural=message.pluralizable) for one in said if one):
        yield _fault(file, message, "wrong placeholders")


def _fault(file: Path, message: Message, what: str, *, is_wrong: bool = True, is_grave: bool = True) -> Fault:
    words = message.id if isinstance(message.id, str) else message.id[0]
    return Fault(file, message.lineno or 0, f"{what}: {words!r}", is_wrong, is_grave)
