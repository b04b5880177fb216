"""Finds out how long complaints take, behind the window: for that, whole guides are read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from micra_assistant.diagnosis.forecast import Forecast, forecasts_of
from micra_assistant.guide.library import Library
from micra_assistant.ui.home.complaint_card import ComplaintCard
from micra_assistant.ui.records.background import Background


class ForecastReader(QObject):
    """Knows what is to be expected of the complaints of a library; each guide is read once.

    Signals:
        known: more is known than before.
    """

    known = Signal()

    def __init__(self, library: Library, note: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Library(library.root, library.cache, library.language)
        self._background = Background(note, self)
        self._known: dict[str, dict[str, Forecast]] = {}
        self._asked: set[str] = set()

    def tell(self, cards: list[ComplaintCard]) -> None:
        """Say on cards what is known, and have the rest found out."""
        for card in cards:
            guide, complaint = card.way.guide, card.way.complaint
            if forecast := self._known.get(guide, {}).get(complaint.faults):
                card.show_forecast(forecast)
            elif complaint.faults and guide not in self._asked:
                self._asked.add(guide)
                self._background.run(self._reading(guide), self._taking(guide))

    def close(self) -> None:
        """Leave off what is being read."""
        self._background.stop()

    def _reading(self, guide: str) -> Callable[[], object]:
        return lambda: forecasts_of(self._library.guide(guide))

    def _taking(self, guide: str) -> Callable[[object], None]:
        def take(found: object) -> None:
            if isinstance(found, dict):
                self._known[guide] = found
                self.known.emit()

        return take
