"""The checklist panel, at the left of everything: where the job is, what comes next, how much is done."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.model import Guide
from micra_assistant.ui.route.route_rail import WIDTH, RouteRail
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route import Route
    from micra_assistant.ui.route.route_list import RouteList
    from micra_assistant.ui.route.stop_entry import StopEntry

_WIDTH = 276
"""In pixels at scale 1."""


class _ShownRoute(NamedTuple):
    """What is shown: a route, in a look, and how many of its lines are done."""

    route: "Route"
    look: Look
    done: int


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
        self._shown: _ShownRoute | None = None
        self._count = _label("progress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Lines done"))
        self._left = _label("caption")
        self._list: RouteList | None = None
        self._area = ScrollColumn()
        self._elsewhere = QPushButton()
        self._elsewhere.setProperty("kind", "quiet")
        self._elsewhere.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wear(self._elsewhere, Sign.NEXT)
        self._elsewhere.clicked.connect(self.all_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._laid_out())
        self._stack.addWidget(self.rail)

    @property
    def is_folded(self) -> bool:
        """Whether it is a rail."""
        return self._stack.currentWidget() is self.rail

    @property
    def entries(self) -> "list[StopEntry]":
        """The entries, from the top."""
        return self._list.entries if self._list else []

    @property
    def count(self) -> str:
        """How many lines are done, in words."""
        return self._count.text()

    @property
    def elsewhere(self) -> str:
        """What the guide has besides, in words; empty if all of it is on the way."""
        return "" if self._elsewhere.isHidden() else self._elsewhere.text()

    def show_route(self, route: "Route", guide: Guide, step: str, look: Look) -> None:
        """Show a route of a guide, of which a step is in sight."""
        if self._shown is None or self._shown.route is not route or self._shown.look != look:
            self._shown = self._show_progress(route, guide, look)
        self._list_of_stops().show_route(route, self._shown.done, step, look)

    def _list_of_stops(self) -> "RouteList":
        from micra_assistant.ui.route.route_list import RouteList  # noqa: PLC0415 - the step is painted first

        if self._list is None:
            self._list = RouteList()
            self._list.stop_wanted.connect(self.stop_wanted)
            self._list.all_wanted.connect(self.all_wanted)
            self._area.show_column(self._list)
        return self._list

    def _show_progress(self, route: "Route", guide: Guide, look: Look) -> _ShownRoute:
        from micra_assistant.ui.route.route_entries import chapters_elsewhere, time_left  # noqa: PLC0415 - likewise

        done, of = progress = route.progress
        self.rail.show_progress(progress, look.compact)
        self._count.setText(_("{done} of {all}").format(done=done, all=of))
        self._bar.setUpdatesEnabled(False)  # else Qt paints it at once, and with it all that lies under it
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)
        self._left.setText(time_left(route))
        self._show_elsewhere(chapters_elsewhere(guide, route))
        return _ShownRoute(route, look, done)

    def fold(self, look: Look, *, folded: bool) -> None:
        """Fold to a rail, or unfold."""
        self._stack.setCurrentIndex(int(folded))
        self.setFixedWidth(look.compact.size(WIDTH) if folded else look.size(_WIDTH))

    def name_key(self, key: str) -> None:
        """Name the key that unfolds all lines, if there is one."""
        self._all.setText(_("All lines  {key}").format(key=key).rstrip())

    def _laid_out(self) -> QWidget:
        view = QFrame()
        view.setObjectName("route")
        title = _label("panel-title")
        title.setText(_("Checklist"))
        self._all = QPushButton(_("All lines"))
        self._all.setProperty("kind", "quiet")
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wear(self._all, Sign.DOWN)
        self._all.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._count)
        layout = QVBoxLayout(view)
        layout.setContentsMargins(4, 6, 0, 2)
        layout.setSpacing(6)
        layout.addLayout(head)
        for part in (self._bar, self._left):
            layout.addWidget(part)
        layout.addWidget(self._area, 1)
        for button in (self._elsewhere, self._all):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return view

    def _show_elsewhere(self, chapters: int) -> None:
        words = ngettext("Not on this way: 1 chapter", "Not on this way: {count} chapters", chapters)
        self._elsewhere.setText(words.format(count=chapters))
        self._elsewhere.setVisible(bool(chapters))


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
