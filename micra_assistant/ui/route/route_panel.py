"""The checklist panel, at the left of everything: where the job is, what comes next, how much is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.guide.model import Guide
from micra_assistant.ui.route.route_rail import WIDTH, RouteRail, count_words
from micra_assistant.ui.style.look import Look

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route import Route
    from micra_assistant.ui.route.stop_entry import StopEntry
    from micra_assistant.ui.route.unfolded_route import UnfoldedRoute

_WIDTH = 276
"""In pixels at scale 1."""


class RoutePanel(QFrame):
    """The route of the job, or the guide in order; where there is no room for it, a rail.

    Signals:
        stop_wanted: a stop was tapped; carries its id.
        all_wanted: all lines of the guide are to be seen.

    Attributes:
        rail: what it is folded to.
    """

    stop_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = RouteRail()
        self.rail.clicked.connect(self.all_wanted)
        self._unfolded: UnfoldedRoute | None = None
        self._shown: tuple[Route, Guide, str, Look] | None = None
        self._key = ""
        self._card = QFrame()
        self._card.setObjectName("route")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(4, 6, 0, 2)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._card)
        self._stack.addWidget(self.rail)

    @property
    def is_folded(self) -> bool:
        """Whether it is a rail."""
        return self._stack.currentWidget() is self.rail

    @property
    def entries(self) -> "list[StopEntry]":
        """The entries, from the top."""
        return self._unfolded.stops.entries if self._unfolded else []

    @property
    def count(self) -> str:
        """How many lines are done, in words."""
        return count_words(*self.rail.progress)

    @property
    def elsewhere(self) -> str:
        """What the guide has besides, in words; empty if all of it is on the way."""
        return self._unfolded.elsewhere if self._unfolded else ""

    def show_route(self, route: "Route", guide: Guide, step: str, look: Look) -> None:
        """Show a route of a guide, of which a step is in sight; its stops once there is room for them."""
        self._shown = route, guide, step, look
        is_wanted = not self.is_folded or self._unfolded is not None
        progress = self._made().show_route(*self._shown) if is_wanted else route.progress
        self.rail.show_progress(progress, look.compact)

    def fold(self, look: Look, *, folded: bool) -> None:
        """Fold to a rail, or unfold."""
        was_folded = self.is_folded
        self._stack.setCurrentIndex(int(folded))
        if was_folded and not folded and self._unfolded is None and self._shown:
            self._made().show_route(*self._shown)
        self.setFixedWidth(look.compact.size(WIDTH) if folded else look.size(_WIDTH))

    def put_away(self) -> None:
        """Let go of what is out of sight: of all stops if there is no room for them now."""
        if self._unfolded and self.is_folded:
            delete(self._unfolded)
            self._unfolded = None
        elif self._unfolded:
            self._unfolded.stops.put_away()

    def name_key(self, key: str) -> None:
        """Name the key that unfolds all lines, if there is one."""
        self._key = key
        if self._unfolded:
            self._unfolded.name_key(key)

    def _made(self) -> "UnfoldedRoute":
        from micra_assistant.ui.route.unfolded_route import UnfoldedRoute  # noqa: PLC0415 - the step is painted first

        if self._unfolded is None:
            self._unfolded = UnfoldedRoute()
            self._unfolded.name_key(self._key)
            self._unfolded.stop_wanted.connect(self.stop_wanted)
            self._unfolded.all_wanted.connect(self.all_wanted)
            self._inside.addWidget(self._unfolded)
            self._unfolded.follow_in_keys(self.rail)
        return self._unfolded
