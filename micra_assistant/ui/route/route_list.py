"""The entries of the checklist panel, one below the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.ui.route.route_entries import FOLDED, MORE, RoutePlace, entries_of
from micra_assistant.ui.route.stop_entry import EntryWords, StopEntry
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.scroll_column import Column

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route import Route


class RouteList(Column):
    """The stops of a route; those that are done are folded until they are asked for.

    Signals:
        stop_wanted: a stop was tapped; carries its id.
        all_wanted: all lines of the guide are to be seen.
    """

    stop_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Route, int, Look] | None = None
        self._placed = RoutePlace("")
        self._entries: list[StopEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def entries(self) -> list[StopEntry]:
        """The entries, from the top."""
        return [entry for entry in self._entries if not entry.isHidden()]

    def show_route(self, route: "Route", lines_done: int, step: str, look: Look) -> None:
        """Show a route of which so many lines are done, and a step is in sight."""
        self._shown = route, lines_done, look
        self._placed = self._placed._replace(step=step)
        self._show_entries()

    def put_away(self) -> None:
        """Let go of entries that nothing is shown in; they are made again when there is more to show."""
        for spare in [entry for entry in self._entries if entry.isHidden()]:
            self._entries.remove(spare)
            delete(spare)

    def _show_entries(self) -> None:
        if self._shown is None:
            return
        route, lines_done, look = self._shown
        entries = list(entries_of(route, lines_done, self._placed))
        for place, entry in enumerate(entries):
            self._entry_at(place).show_entry(entry, look)
        for place, known in enumerate(self._entries):
            known.setVisible(place < len(entries))

    def _entry_at(self, place: int) -> StopEntry:
        if place == len(self._entries):
            entry = StopEntry()
            entry.clicked.connect(lambda: self._on_entry(entry.entry))
            self._column.insertWidget(place, entry)
            self._entries.append(entry)
        return self._entries[place]

    def _on_entry(self, entry: EntryWords) -> None:
        match entry.leads_to:
            case "":
                pass
            case target if target == FOLDED:
                self._placed = self._placed._replace(shows_done=not self._placed.shows_done)
                self._show_entries()
            case target if target == MORE:
                self.all_wanted.emit()
            case stop:
                self.stop_wanted.emit(stop)
