"""The index: one file in the user's folder, brought up to date guide by guide, searched as a person types."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.folders import named_guides
from micra_assistant.guide.head import read_head
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.parts.options import PartsTable, parts_of
from micra_assistant.search import index_writer as writer
from micra_assistant.search.documents import Document, documents_of, title_document
from micra_assistant.search.finder import find
from micra_assistant.search.hits import SearchResult
from micra_assistant.search.index_database import IndexDatabase, is_broken
from micra_assistant.search.wordlist import WordList, read_words

T = TypeVar("T")

_MOST_HITS = 10


class Progress(Struct, frozen=True):
    """How far a refresh has come: so many guides of so many, ``guide`` the last one."""

    done: int
    total: int
    guide: str


class SearchIndex:
    """The index over the folder ``guides``, in a language, kept in ``file``; in memory without one that can be written.

    It is a cache: a file that is damaged or not ours is thrown away, and nothing is found until it is refreshed.
    It is opened when first used. One thread may search while another one refreshes.
    """

    def __init__(self, file: Path | None, guides: Path, language: str = ENGLISH) -> None:
        self._guides = guides
        self._language = language
        self._database = IndexDatabase(file)
        self._refreshed = 0

    @property
    def is_kept(self) -> bool:
        """Whether the index is still there when the program starts again."""
        return self._database.is_kept

    @property
    def needs_refresh(self) -> bool:
        """Whether it was never brought up to date, or had to be thrown away since."""
        return self._refreshed != self._database.begun

    def search(self, line: str, here: str = "", most: int = _MOST_HITS) -> SearchResult:
        """Return the hits for a typed line, best first; those in the guide ``here`` are favoured a little."""

        def search() -> SearchResult:
            with self._database.reading() as connection:
                return find(connection, self._wordlist, line, here, most)

        return self._tried(search, SearchResult())

    def refresh(self, cache: GuideCache | None = None) -> Iterator[Progress]:
        """Bring the index up to date with the guides, yielding after each of them; for a thread of its own.

        Only what has changed is read, and can be found at once. What cannot be written is left for the next time.
        """
        for _ in range(2):  # once more if the file turned out to be damaged
            begun = self._database.begun
            yield from self._refresh_all(named_guides(self._guides), cache)
            self._refreshed = begun
            if not self.needs_refresh:
                return

    def put(self, guide: str, signed: str, documents: Iterable[Document]) -> None:
        """Replace what is found in ``guide``; ``signed`` changes whenever the guide does."""

        def put() -> None:
            with self._database.writing() as connection:
                writer.put(connection, guide, signed, documents, self._wordlist.phrases)

        self._tried(put, None)

    def remove(self, guide: str) -> None:
        """Take a guide out."""

        def remove() -> None:
            with self._database.writing() as connection:
                writer.remove(connection, guide)

        self._tried(remove, None)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @cached_property
    def _wordlist(self) -> WordList:
        try:
            return read_words(self._guides, self._language)
        except GuideError:  # reported by check; without them nothing but synonyms is missed
            return WordList()

    def _refresh_all(self, folders: Sequence[Path], cache: GuideCache | None) -> Iterator[Progress]:
        known: dict[str, str] = self._tried(self._signatures, {})
        for gone in known.keys() - {folder.name for folder in folders}:
            self.remove(gone)
        for done, folder in enumerate(folders, 1):
            signed = _digest(signature(folder), self._language, repr(self._wordlist.phrases))
            if known.get(folder.name) != signed:
                self.put(folder.name, signed, _documents(Library(folder, cache, self._language), folder))
            yield Progress(done, len(folders), folder.name)

    def _signatures(self) -> dict[str, str]:
        with self._database.reading() as connection:
            return dict(connection.execute("SELECT id, signature FROM guides").fetchall())

    def _tried(self, act: Callable[[], T], otherwise: T) -> T:
        """Return what ``act`` returns; ``otherwise``, with a new file begun if it is damaged, if the database fails."""
        try:
            return act()
        except sqlite3.Error as error:
            if is_broken(error):
                self._database.begin_anew()
            return otherwise


def _digest(*signed: str) -> str:
    from hashlib import blake2b  # noqa: PLC0415 - needed by a refresh only

    return blake2b("\n".join(signed).encode(), digest_size=16).hexdigest()


def _documents(library: Library, folder: Path) -> tuple[Document, ...]:
    """Return what can be found in the guide of ``folder``: its title or id, if it has mistakes."""
    try:
        guide = library.guide(folder.name)
        return documents_of(guide, _parts(guide))
    except GuideError:
        return (title_document(_title(folder)),)


def _title(folder: Path) -> str:
    try:
        return read_head(folder).title
    except GuideError:
        return folder.name


def _parts(guide: Guide) -> PartsTable | None:
    try:
        return parts_of(guide)
    except GuideError:
        return None
