"""An open job in one line: whose car, what is wrong with it, how far it is, what is open on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.ui.home.open_on_car import OpenOnCar
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from micra_assistant.ui.widgets.short_button import ShortButton
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.job_standing import ShortStanding

HEIGHT = 62
_BAR, _BUTTON = 118, 140
_ROOM_FOR_ROW, _ROOM_FOR_BAR, _ROOM_FOR_STATES = 560, 620, 820
"""From these widths on, in pixels at scale 1."""


class JobLine(QFrame):
    """One open job; what takes time to find out is said once it is known.

    Attributes:
        row: the job as the list has it.
        is_told: whether that was found out.

    Signals:
        tapped: it was tapped beside its buttons.
        continue_wanted: it is to be gone on with.
        car_wanted: the page of its car is to be shown.
    """

    tapped = Signal()
    continue_wanted = Signal()
    car_wanted = Signal()

    def __init__(self, row: JobRow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open-job")
        self.row = row
        self.is_told = self._is_open = False
        self._look = look
        self.car = ShortButton(row.car or _("No car yet"), "car-name")
        self.car.setEnabled(bool(row.car))
        words = _("{car}: everything done on it")
        self.car.setToolTip(escape(words.format(car=row.car)) if row.car else "")
        self.car.clicked.connect(self.car_wanted)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far this job is"))
        self._bar.setFixedWidth(look.size(_BAR))
        self._progress = ShortLine(_("job {number}").format(number=row.name), "hint")
        self._bar.hide()
        self._open = OpenOnCar(look)
        self._nothing = ShortLine(_("nothing open on the car"), "hint")
        self.go_on = SureButton(_("Continue"), "way-in")
        wear(self.go_on, Sign.NEXT, behind=True)
        self.go_on.setMinimumWidth(look.size(_BUTTON))
        self.go_on.clicked.connect(self.continue_wanted)
        self.setAccessibleName(self.name)
        self.go_on.setAccessibleDescription(self.name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self._say_open((), row.left_open)

    @property
    def name(self) -> str:
        """Car and complaint."""
        return _("{car} · {complaint}").format(car=self.car.accessibleName(), complaint=self.what)

    @property
    def what(self) -> str:
        """What is wrong with the car."""
        return self.row.complaint or self.row.title

    @property
    def act_words(self) -> str:
        """What Space does here."""
        return _("Continue")

    def act(self) -> None:
        """Do what Space does here."""
        self.continue_wanted.emit()

    @property
    def element(self) -> Element:
        """A group, one of which is marked."""
        return Element(Role.GROUP, is_current=bool(self.property("marked")), press=self.tapped.emit)

    def show_marked(self, is_marked: bool) -> None:
        """Show whether this is what Space acts on."""
        self.setProperty("marked", is_marked)
        self.go_on.setProperty("main", is_marked)
        restyle(self, self.go_on)

    def show_standing(self, standing: "ShortStanding") -> None:
        """Show how far the job is, and what is open on the car."""
        self.is_told = True
        self._bar.setRange(0, max(standing.of, 1))
        self._bar.setValue(standing.done)
        words = _("{done} of {of} · now: {now}") if standing.now else _("{done} of {of}")
        self._progress.say(words.format(done=standing.done, of=standing.of, now=standing.now))
        self._say_open(standing.open, len(standing.open))

    def show_trouble(self, words: str) -> None:
        """Say why nothing is known of it."""
        self.is_told = True
        self._progress.say(words)

    def _say_open(self, states: tuple[str, ...], count: int) -> None:
        self._open.show_open(states, count)
        self._is_open = bool(count)
        self._fit()
        self.setAccessibleDescription(", ".join(filter(None, (self._progress.text(), self._open.words))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let go what there is no room for: that nothing is open, how far it is as a bar, what it is that is open."""
        width, size = self.width(), self._look.size
        is_narrow = width < size(_ROOM_FOR_ROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self.setMinimumHeight(0 if is_narrow else size(HEIGHT))
        self.setMaximumHeight(NO_LIMIT if is_narrow else size(HEIGHT))
        self._bar.setVisible(self.is_told and width >= size(_ROOM_FOR_BAR))
        self._nothing.setVisible(not self._is_open and width >= size(_ROOM_FOR_STATES))
        self._open.setVisible(self._is_open)
        self._open.show_states(width >= size(_ROOM_FOR_STATES))

    def _lay_out(self) -> None:
        size = self._look.size
        below = QHBoxLayout()
        below.setSpacing(size(10))
        below.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._progress, 1)
        middle = QVBoxLayout()
        middle.setSpacing(size(2))
        middle.addStretch(1)
        middle.addWidget(ShortLine(self.what, "panel-title"))
        middle.addLayout(below)
        middle.addStretch(1)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(size(14), size(4), size(12), size(4))
        row.setSpacing(size(12))
        row.addWidget(self.car, 2)
        row.addLayout(middle, 6)
        row.addWidget(self._open, 6)
        row.addWidget(self._nothing, 6)
        row.addWidget(self.go_on)
