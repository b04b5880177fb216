"""CAR NOW: one line that says what is open on the car, always there, so that it moves nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from micra_assistant.jobs.checklist import Opening
from micra_assistant.ui.frame.car_states import CarStates
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _, ngettext

_HEIGHT = 48
"""In pixels at scale 1."""
_MOST_OF_WINDOW = 0.08
_ROUND_WORDS = 12
"""What stays free over and under the words, in pixels, however low the window is."""


class CarStrip(QFrame):
    """What is open: first what the work rests on, such as the power that is off, then the rest, then how many more.

    Behind it stands which part is waited for.

    Signals:
        tapped: the person wants to see how it is put back.
        part_tapped: the part that is waited for was tapped.
    """

    tapped = Signal()
    part_tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._heading = QLabel(_("CAR NOW"))
        self._states = CarStates()
        self._states.overflowed.connect(self._show_more)
        self._nothing = QLabel()
        self._waits = ShortLine()
        self._more = QToolButton()
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._all = QMenu(self)
        self._more.setMenu(self._all)
        self._count = QPushButton()
        self._count.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._count.clicked.connect(self.tapped)
        wear(self._count, Sign.NEXT, behind=True)
        self._row = layout = QHBoxLayout(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._states, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._waits, 1)
        layout.addWidget(self._count)
        self.show_nothing()

    @property
    def words(self) -> str:
        """What is open, in plain words; empty if nothing is."""
        return self._states.accessibleName()

    @property
    def to_put_back(self) -> str:
        """How many things are to be put back, in words; empty if none is."""
        return "" if self._count.isHidden() else self._count.text()

    @property
    def waits(self) -> str:
        """Which part is waited for, in words; empty if none is."""
        return self._waits.text()

    def show_waits(self, words: str) -> None:
        """Show which part is waited for, in words; nothing if they are empty."""
        self._waits.say(words)
        self._waits.setVisible(bool(words))

    def show_openings(self, openings: tuple[Opening, ...], firm: int) -> None:
        """Show what is open on the car; the first ``firm`` are what the work rests on."""
        states = [opening.words for opening in openings]
        self._show_parts(is_open=bool(states), else_words=_("Nothing is open on the car."))
        self._states.show_states(states, firm)
        self._states.setAccessibleName(", ".join(states))
        self._all.clear()
        for state in states:
            self._all.addAction(state, self.tapped.emit)
        count = len(states)
        self._count.setText(ngettext("1 to put back", "{count} to put back", count).format(count=count))

    def show_nothing(self) -> None:
        """Show that there is no job; the line keeps its place."""
        self._states.show_states((), 0)
        self._states.setAccessibleName("")
        self.show_waits("")
        self._show_parts(is_open=False, else_words=_("No job is open."))

    def fit(self, height: int, look: Look) -> None:
        """Take the height of a line, less in a window of a ``height`` that has no room for it."""
        look = look.compact
        least = self._heading.fontMetrics().height() + _ROUND_WORDS
        self.setFixedHeight(max(least, min(look.size(_HEIGHT), round(height * _MOST_OF_WINDOW))))
        self._row.setContentsMargins(look.size(18), 0, look.size(10), 0)
        self._row.setSpacing(look.size(12))
        self._states.show_look(look)

    def _show_parts(self, *, is_open: bool, else_words: str) -> None:
        self._nothing.setText(else_words)
        self._nothing.setVisible(not is_open)
        for part in (self._states, self._count):
            part.setVisible(is_open)
        if not is_open:
            self._more.hide()

    def _show_more(self, count: int) -> None:
        self._more.setText(_("+{count}").format(count=count))
        self._more.setAccessibleName(ngettext("1 more is open", "{count} more are open", count).format(count=count))
        self._more.setVisible(bool(count))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not is_tap(self, event):
            return
        if self._waits.isVisible() and self._waits.geometry().contains(event.position().toPoint()):
            self.part_tapped.emit()
        elif self.words:
            self.tapped.emit()
