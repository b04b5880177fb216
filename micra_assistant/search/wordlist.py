"""The words of a workshop, read from ``words.toml`` beside the guides: which mean the same, which mean little."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from micra_assistant import assets, tomlfile
from micra_assistant.guide.folders import WORDS_FILE
from micra_assistant.search.folding import Phrases, has_digit, phrase, tokens
from micra_assistant.words import _, ngettext

_LEAST_ROOT = 4
_ENDING = re.compile(r"(?:ings?|e[ds]?|s)$")
_DOUBLE = re.compile(r"([^aeiou])\1$")
_MOST_WORDS = 100


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that mean the same thing.

    Each is looked for when another is typed. Those in ``typed`` are understood, but not looked for, because in a
    text they mean something else.
    """

    words: tuple[str, ...]
    typed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        written = (*self.words, *self.typed)
        spoken = [folded(word) for word in written]
        if not all(spoken):
            raise ValueError(_("a word must have a letter or a digit"))
        as_written = Counter((word, has_digit(text)) for word, text in zip(spoken, written, strict=True))
        if twice := sorted(word for (word, _figures), times in as_written.items() if times > 1):
            raise ValueError(_("“{word}” stands there twice").format(word=twice[0].replace("_", " ")))
        if len(spoken) > _MOST_WORDS:
            raise ValueError(
                ngettext("a group has at most {count} word", "a group has at most {count} words", _MOST_WORDS).format(
                    count=_MOST_WORDS
                )
            )
        if not self.words or len(spoken) < 2:
            raise ValueError(_("a group needs two words that mean the same"))


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``words.toml`` holds."""

    small: tuple[str, ...] = ()
    correct: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


class WordList:
    """Which words mean the same, are too small to be looked for, or are spelt right. All as they are searched."""

    def __init__(self, small: Iterable[str] = (), groups: Iterable[Group] = (), correct: Iterable[str] = ()) -> None:
        self._small = frozenset(folded(word) for word in small)
        self._correct = frozenset(_root(folded(word)) for word in correct)
        self._spoken: list[str] = []
        self._same: dict[str, dict[str, None]] = {}
        self._kin: dict[str, dict[str, None]] = {}
        self._known: set[tuple[str, ...]] = set()
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for group in groups:
            self._add(group)

    @property
    def phrases(self) -> Phrases:
        """Words that are taken for one in a text."""
        return self._phrases

    def is_small(self, word: str) -> bool:
        """Whether ``word`` finds nothing of its own."""
        return word in self._small

    def is_correct(self, word: str) -> bool:
        """Whether ``word`` is a word of its own, however much it looks like another one misspelt."""
        return _root(word) in self._correct

    def spoken(self, letter: str) -> list[str]:
        """Return the single words in groups that begin with ``letter``, as they stand there."""
        return [word for word in self._spoken if word.startswith(letter) and word.isalpha()]

    def same_as(self, word: str) -> tuple[str, ...]:
        """Return what means the same as ``word``, which may have another ending there; nothing if it is in no group."""
        return tuple(self._same.get(word, ()) or self._kin.get(_root(word), ()))

    def starting(self, start: str) -> tuple[str, ...]:
        """Return the words in groups that start so."""
        return tuple(word for word in self._same if word.startswith(start))

    def _add(self, group: Group) -> None:
        meant = [folded(word) for word in group.words]
        typed = [folded(word) for word in group.typed]
        self._spoken += (*meant, *typed)
        for word in meant:
            parts = tuple(word.split("_"))
            if len(parts) > 1 and parts not in self._known:
                self._known.add(parts)
                self._phrases.setdefault(parts[0], []).append(parts)
        for word in (*meant, *typed):
            for form in (word, *_plurals(word)):
                self._same.setdefault(form, {}).update((other, None) for other in meant if other != form)
            self._kin.setdefault(_root(word), {}).update(dict.fromkeys(meant))


def read_words(guides: Path) -> WordList:
    """Return the words of all guides in the folder ``guides``; where it has none, those that ship with the program."""
    own = guides / WORDS_FILE
    file = own if own.exists() else assets.guides_folder() / WORDS_FILE
    content = tomlfile.read(file, _File)
    return WordList(content.small, content.groups, content.correct)


def folded(text: str) -> str:
    """Return a word or several as one that is searched."""
    return phrase(token.word for token in tokens(text))


def _plurals(word: str) -> Iterator[str]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}s"


def _root(word: str) -> str:
    """Return ``word`` without its ending, by which its other forms are known; itself if little would be left."""
    root = _DOUBLE.sub(r"\1", _ENDING.sub("", word))
    return root if len(root) >= _LEAST_ROOT else word
