"""Searching: the field, what it finds, and the index that is brought up to date behind it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QPoint, Signal

from micra_assistant.guide.library import Library
from micra_assistant.search.hits import Hit
from micra_assistant.search.index import Progress, SearchIndex
from micra_assistant.ui.search.search_field import SearchField
from micra_assistant.ui.search.search_results import SearchResults
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_WIDTH = 680
_MOST_HITS = 7
_MARGIN = 12
_SAID_EVERY = 20
"""Guides between two remarks on how far the reading is."""


class LiveSearch(QObject):
    """Finds what is typed into the field in all guides.

    Signals:
        hit_wanted: a hit was chosen; carries it.
        done: the person is done with searching.
    """

    hit_wanted = Signal(object)
    done = Signal()
    _progressed = Signal(object)
    _refreshed = Signal()

    def __init__(
        self, field: SearchField, library: Library, index_file: Path, here: Callable[[], str], look: Callable[[], Look]
    ) -> None:
        super().__init__(field)
        self._field = field
        self._library = library
        self._here = here
        self._look = look
        self._reading = ""
        self._stop = Event()
        self._thread: Thread | None = None
        self._index = SearchIndex(index_file, library.root, library.language)
        self.results = SearchResults(field.window())
        field.textEdited.connect(self._find)
        field.entered.connect(self.begin)
        field.left.connect(self.results.hide)
        field.done.connect(self._on_done)
        field.moved.connect(self.results.choose_next)
        field.confirmed.connect(self._confirm)
        self.results.hit_wanted.connect(self._open)
        self._progressed.connect(self._on_progress)
        self._refreshed.connect(self._on_refreshed)

    def begin(self) -> None:
        """Read what has changed in the guides since the last time, and find anew what is in the field."""
        if self._thread is None:
            self._reading = _("Reading the guides…")
            self._thread = Thread(target=self._refresh, daemon=True)
            self._thread.start()
        self._find()

    def close(self) -> None:
        """Stop reading, and let go of the index."""
        self._stop.set()
        if self._thread:
            self._thread.join()
        self._index.close()

    def _refresh(self) -> None:
        """Read the guides, in a thread of its own; what it says is said by signals."""
        try:
            for progress in self._index.refresh(self._library.cache):
                if self._stop.is_set():
                    return
                self._progressed.emit(progress)
        finally:
            if not self._stop.is_set():
                self._refreshed.emit()

    def _on_progress(self, progress: Progress) -> None:
        if progress.done % _SAID_EVERY == 0:
            words = _("Reading the guides: {done} of {all}.")
            self._reading = words.format(done=progress.done, all=progress.total)
            self._find()

    def _on_refreshed(self) -> None:
        self._thread, self._reading = None, ""
        self._find()

    def _find(self) -> None:
        line = self._field.text()
        if not line.strip() or not self._field.hasFocus():
            self.results.hide()
            self._field.let_open(has_hit=False)
            return
        found = self._index.search(line, self._here(), _MOST_HITS)
        self.results.show_found(found, self._reading, self._look())
        self._field.let_open(has_hit=self.results.chosen is not None)
        self.place()

    def place(self) -> None:
        """Put the results below the field, as high as they need, if there are any."""
        if self.results.isHidden():
            return
        window, look = self._field.window(), self._look()
        width = min(look.size(_WIDTH), window.width() - 2 * _MARGIN)
        below = self._field.mapTo(window, QPoint(self._field.width(), self._field.height()))
        left = max(_MARGIN, min(below.x(), window.width() - _MARGIN) - width)
        room = window.height() - below.y() - _MARGIN
        self.results.setGeometry(left, below.y() + 4, width, self.results.fit(width, room))

    def _confirm(self) -> None:
        if hit := self.results.chosen:
            self._open(hit)

    def _open(self, hit: Hit) -> None:
        self.results.hide()
        self.hit_wanted.emit(hit)

    def _on_done(self) -> None:
        self.results.hide()
        self.done.emit()
