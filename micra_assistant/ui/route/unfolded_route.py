"""What is in the checklist panel where there is room for it: how much is done, the stops, and the way to all lines."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Guide
from micra_assistant.ui.route.route_entries import chapters_elsewhere, time_left
from micra_assistant.ui.route.route_list import RouteList
from micra_assistant.ui.route.route_rail import count_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route import Route


class _ShownRoute(NamedTuple):
    """What is shown: a route, in a look, and how many of its lines are done, and of how many."""

    route: "Route"
    look: Look
    progress: tuple[int, int]


class UnfoldedRoute(QWidget):
    """The stops of a route, between what is said of all of it.

    Signals:
        stop_wanted: a stop was tapped; carries its id.
        all_wanted: all lines of the guide are to be seen.

    Attributes:
        stops: the entries of the stops.
    """

    stop_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _ShownRoute | None = None
        self._count = _label("progress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Lines done"))
        self._left = _label("caption")
        self.stops = RouteList()
        self.stops.stop_wanted.connect(self.stop_wanted)
        self.stops.all_wanted.connect(self.all_wanted)
        self._elsewhere, self._all = self._button(Sign.NEXT), self._button(Sign.DOWN)
        self._lay_out()

    @property
    def elsewhere(self) -> str:
        """What the guide has besides, in words; empty if all of it is on the way."""
        return "" if self._elsewhere.isHidden() else self._elsewhere.text()

    def show_route(self, route: "Route", guide: Guide, step: str, look: Look) -> tuple[int, int]:
        """Show a route of a guide, of which a step is in sight; return how many lines are done, and of how many."""
        if self._shown is None or self._shown.route is not route or self._shown.look != look:
            self._shown = _ShownRoute(route, look, route.progress)
            self._show_progress(*self._shown.progress)
            self._left.setText(time_left(route))
            self._show_elsewhere(chapters_elsewhere(guide, route))
        self.stops.show_route(route, self._shown.progress[0], step, look)
        return self._shown.progress

    def name_key(self, key: str) -> None:
        """Name the key that unfolds all lines, if there is one."""
        self._all.setText(_("All lines  {key}").format(key=key).rstrip())

    def follow_in_keys(self, before: QWidget) -> None:
        """Let Tab come here from the one ``before``."""
        for earlier, later in ((before, self._elsewhere), (self._elsewhere, self._all)):
            QWidget.setTabOrder(earlier, later)

    def _show_progress(self, done: int, of: int) -> None:
        self._count.setText(count_words(done, of))
        self._bar.setUpdatesEnabled(False)  # else Qt paints it at once, and with it all that lies under it
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)

    def _show_elsewhere(self, chapters: int) -> None:
        words = ngettext("Not on this way: 1 chapter", "Not on this way: {count} chapters", chapters)
        self._elsewhere.setText(words.format(count=chapters))
        self._elsewhere.setVisible(bool(chapters))

    def _button(self, sign: Sign) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wear(button, sign)
        button.clicked.connect(self.all_wanted)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        for part in (self._bar, self._left):
            layout.addWidget(part)
        area = ScrollColumn()
        area.show_column(self.stops)
        layout.addWidget(area, 1)
        for button in (self._elsewhere, self._all):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self) -> QHBoxLayout:
        title = _label("panel-title")
        title.setText(_("Checklist"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._count)
        return head


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
