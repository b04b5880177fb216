"""Pictures of pages, decoded in threads so that the window is not held up."""

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

_MOST_KEPT = 12
"""Pages that are kept decoded, 2 to 15 MB each."""


class PageImages(QObject):
    """The pages of a sheet as images; one that is asked for is there later.

    Signals:
        arrived: one more is there.
    """

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: tuple[bytes, ...] = ()
        self._round = 0
        self._images: dict[int, QImage] = {}
        self._former: dict[int, QImage] = {}
        self._waiting: set[int] = set()
        self._threads = QThreadPool.globalInstance()
        self._results = _Results()
        self._results.decoded.connect(self._take)

    def show_pages(self, pages: tuple[bytes, ...], *, same_sheet: bool) -> None:
        """Take other pages; those of the ``same_sheet`` in another size stand in for them until theirs are there."""
        self._pages = pages
        self._round += 1
        self._waiting.clear()
        self._former = (dict(self._images) or self._former) if same_sheet else {}
        self._images.clear()

    def image(self, number: int) -> QImage | None:
        """Return the image of a page, counted from 0; until it is there the former one, None if there was none."""
        if number in self._images:
            self._images[number] = self._images.pop(number)
            return self._images[number]
        if number not in self._waiting:
            self._waiting.add(number)
            self._threads.start(_Decoding(self._results, self._round, number, self._pages[number]))
        return self._former.get(number)

    def wait(self) -> None:
        """Wait until all that was asked for is decoded."""
        self._threads.waitForDone()

    def _take(self, round_number: int, number: int, image: QImage) -> None:
        if round_number == self._round:
            self._waiting.discard(number)
            self._images[number] = image
            self._former.pop(number, None)
            while len(self._images) > _MOST_KEPT:
                del self._images[next(iter(self._images))]
            self.arrived.emit()


class _Results(QObject):
    """Carries images out of the threads; it lives as long as any of them needs it."""

    decoded = Signal(int, int, QImage)


class _Decoding(QRunnable):
    """Decodes one page."""

    def __init__(self, results: _Results, round_number: int, number: int, page: bytes) -> None:
        super().__init__()
        self._results = results
        self._round = round_number
        self._number = number
        self._page = page

    def run(self) -> None:
        self._results.decoded.emit(self._round, self._number, QImage.fromData(self._page))
