"""The words of the bench, read from ``words.toml`` beside the guides: which mean the same, which mean little."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.search.folding import tokens

WORDS_FILE = "words.toml"


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that mean the same thing.

    Each is looked for when another is typed. Those in ``typed`` are understood, but not looked for, because in a
    text they mean something else.
    """

    words: tuple[str, ...]
    typed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        spoken = [folded(word) for word in (*self.words, *self.typed)]
        if not all(spoken):
            raise ValueError("a word must have a letter or a digit")
        if twice := sorted({word for word in spoken if spoken.count(word) > 1}):
            raise ValueError(f"“{twice[0]}” stands there twice")
        if not self.words or len(spoken) < 2:
            raise ValueError("a group needs two words that mean the same")


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``words.toml`` holds."""

    small: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


class BenchWords:
    """Which words mean the same, and which are too small to be looked for. All as they are searched."""

    def __init__(self, small: Iterable[str] = (), groups: Iterable[Group] = ()) -> None:
        self._small = frozenset(folded(word) for word in small)
        self._others: dict[str, list[str]] = {}
        for group in groups:
            self._add(group)
        self._longest = max((word.count(" ") + 1 for word in self._others), default=1)

    @property
    def longest(self) -> int:
        """The most words that an entry such as “back door” has."""
        return self._longest

    def is_small(self, word: str) -> bool:
        """Whether ``word`` finds nothing of its own."""
        return word in self._small

    def same_as(self, word: str) -> tuple[str, ...]:
        """Return what means the same as ``word``, which may be several words; nothing if it is in no group."""
        return tuple(self._others.get(word, ()))

    def starting(self, start: str) -> tuple[str, ...]:
        """Return the entries that start so."""
        return tuple(word for word in self._others if word.startswith(start))

    def _add(self, group: Group) -> None:
        meant = [folded(word) for word in group.words]
        for word in (*meant, *(folded(word) for word in group.typed)):
            for form in (word, *_plurals(word)):
                known = self._others.setdefault(form, [])
                known += [other for other in meant if other not in (*known, form)]


def read_words(guides: Path) -> BenchWords:
    """Return the words of all guides in the folder ``guides``, none if there is no such file."""
    file = guides / WORDS_FILE
    if not file.exists():
        return BenchWords()
    content = tomlfile.read(file, _File)
    return BenchWords(content.small, content.groups)


def folded(text: str) -> str:
    """Return ``text`` as it is searched, its words apart by one space."""
    return " ".join(token.word for token in tokens(text))


def _plurals(word: str) -> Iterator[str]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif word.endswith("y"):
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}s"
