"""Home: which car, what is wrong with it, and the jobs that are open. One thing is marked, and Space acts on it."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.home.car_picture import CarPicture
from micra_assistant.ui.home.complaint_list import ComplaintList
from micra_assistant.ui.home.home_tools import HomeTools
from micra_assistant.ui.home.job_line import HEIGHT
from micra_assistant.ui.home.open_jobs import OpenJobs
from micra_assistant.ui.home.which_car import WhichCar
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct, ThreeKeys
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from micra_assistant.ui.widgets.typed_field import ENTER
from micra_assistant.words import _

_ROOM_FOR_CAR = 900
"""From this width on, in pixels at scale 1, the car stands beside the complaints; in an upright window above them."""
_LEAST_CAR, _SPARE = 260, 72
"""Above them, it is at least so high, in pixels at scale 1, or not there; so much stays free below all for messages."""
_ROOM_FOR_TITLE = 640
"""From this width on, in pixels at scale 1, the question has one line."""
_ROOM_FOR_WORDS = 480
"""From this width on a message has its room beside the question."""
_BELOW_HEAD = 8
"""Pixels that are free below the question."""
_ABOVE_JOBS = 515
"""So high is what stands above and below the open jobs, in pixels at scale 1."""
_LOW = 440
"""Below this height, in pixels at scale 1, there is room for the cards alone."""
_VERY_LOW = 300
"""Below this height, even the question scrolls with the cards."""
_CAR_SHARE, _CAR_MOST, _CAR_UPRIGHT = 0.37, 640, 0.85
"""How much of the width the car has, how much at the most, and how high it is at the most, in parts of its width."""
_ALL_FOR_CARDS = 1000
"""How much more of the height cards want than what is free below everything."""
_GAP, _EDGE = 10, 14
"""Between car and cards, and at either side of all, in pixels at scale 1."""
_CARDS_MOST = 1300
"""How wide the cards are at the most, in pixels at scale 1: their buttons belong to their words."""
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_Way = QBoxLayout.Direction
_KEYS = {Qt.Key.Key_Up: Key.BACK, Qt.Key.Key_Down: Key.ON} | dict.fromkeys(ENTER, Key.SPACE)
"""What does the same as the three keys."""


class Markable(Protocol):
    """What can be marked: a card or an open job."""

    @property
    def name(self) -> str:
        """What it is."""

    @property
    def what(self) -> str:
        """What is wrong with the car, in words."""

    @property
    def act_words(self) -> str:
        """What Space does with it."""

    def act(self) -> None:
        """Do that."""

    def show_marked(self, is_marked: bool) -> None:
        """Show whether it is marked."""


class HomeView(QFrame):
    """The mark goes from card to card and on to the open jobs, and round again.

    Signals:
        keys_changed: the three keys do something else now.
        marked: another card or job is marked.
        print_wanted: what is marked is to be printed.
    """

    place = Action.HOME
    """Whose button in the bar leads here."""

    keys_changed = Signal()
    marked = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        which: WhichCar,
        complaints: ComplaintList,
        jobs: OpenJobs,
        tools: HomeTools,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Home"))
        self._look = look
        self.which, self.complaints, self.jobs, self._tools = which, complaints, jobs, tools
        self._below = QVBoxLayout()
        self._is_low = False
        self.car: CarPicture | None = None
        self._at = 0
        which.typed.connect(self.keys_changed)
        complaints.chosen.connect(self.mark)
        complaints.changed.connect(lambda: self.mark(0))
        complaints.grown.connect(self._fit_middle)
        self._lay_out()
        self._follow_jobs()
        self.mark(0)

    @property
    def at(self) -> int:
        """The place of what is marked: that of a card, or behind all cards that of an open job."""
        return self._at

    def ask_to_print(self) -> None:
        """Have the marked job printed, or that which was left for home."""
        self.print_wanted.emit()

    @property
    def room_for_words(self) -> QRect:
        """The room beside the question, if a message has enough of it there."""
        if self._head.parentWidget() is not self:
            return QRect()
        room = self._head.geometry().adjusted(0, 0, 0, _BELOW_HEAD)
        room.setLeft(room.left() + self._title.sizeHint().width() + self._look.size(20))
        return room if room.width() >= self._look.compact.size(_ROOM_FOR_WORDS) else QRect()

    @property
    def is_job_marked(self) -> bool:
        """Whether an open job is marked, and not a card."""
        return len(self.complaints.shown) <= self._at < self.stops

    @property
    def stops(self) -> int:
        """How much can be marked."""
        return len(self.complaints.shown) + len(self.jobs.lines)

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do now."""
        stop = self.stop(self._at)
        nothing = KeyAct(_("Nothing to choose"))
        if stop is None:
            return ThreeKeys(nothing, nothing, nothing)
        has_way_up = self._at or self.jobs.lines  # round the end, but not up to cards that nobody has seen
        return ThreeKeys(
            self._to(_("Up"), -1) if has_way_up else KeyAct(_("Up"), _("This is the first.")),
            KeyAct(stop.act_words, stop.what, stop.act, cap=_("Ctrl+Enter") if self.which.is_typed_in else ""),
            self._to(_("Down"), 1),
        )

    def stop(self, place: int) -> Markable | None:
        """Return what is at a place, None if nothing is."""
        cards = len(self.complaints.shown)
        if place < cards:
            return self.complaints.card(place)
        return self.jobs.lines[place - cards] if place - cards < len(self.jobs.lines) else None

    def mark(self, place: int) -> None:
        """Mark what is at a place, and bring it into sight."""
        former, self._at = self.stop(self._at), place
        if former:
            former.show_marked(False)
        if stop := self.stop(place):
            stop.show_marked(True)
        if place < len(self.complaints.shown):
            self.complaints.show_card(place)
        elif self._is_low and self.is_job_marked:
            self.complaints.show_widget(self.jobs.lines[place - len(self.complaints.shown)])
        if self.car:
            self.car.show_marked(place)
        self.marked.emit()
        self.keys_changed.emit()

    def show_car(self, car: CarPicture | None) -> None:
        """Show a drawn car beside the complaints, in place of the one before."""
        if self.car:
            self._car_column.removeWidget(self.car)
            self.car.deleteLater()
        self.car = car
        if car:
            car.chosen.connect(self.mark)
            self._car_column.insertWidget(0, car, 1)
            car.show_marked(self._at)
        self._fit()

    def show_jobs(self, jobs: OpenJobs) -> None:
        """Show the open jobs as they are now; the mark stays where it is, if there is something."""
        former, self.jobs = self.jobs, jobs
        self.complaints.let_scroll()
        self._below.insertWidget(self._below.indexOf(self._tools), jobs)
        self._is_low = False
        let_go(former)
        self._follow_jobs()
        self._fit()
        self.mark(min(self._at, max(self.stops - 1, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._do(Key.SPACE, is_held=event.isAutoRepeat())
        elif event.modifiers() & _COMMANDING:
            super().keyPressEvent(event)
        elif key := _KEYS.get(Qt.Key(event.key())):
            self._do(key, is_held=event.isAutoRepeat())
        elif 0 <= digit < min(9, len(self.complaints.shown)):
            self.mark(digit)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _do(self, key: Key, *, is_held: bool) -> None:
        """Do what a key does; one that is held only walks."""
        act = self.three_keys.of(key).act
        if act and not (is_held and key is Key.SPACE):
            act()

    def _walk(self, place: int) -> None:
        """Mark something else; whatever had the focus is left, such as a field that was typed in."""
        self.setFocus()
        self.mark(place)

    def _to(self, words: str, direction: int) -> KeyAct:
        """Return what marks the next thing in a direction, round the end."""
        place = (self._at + direction) % self.stops
        return KeyAct(words, self._name(place), partial(self._walk, place))

    def _name(self, place: int) -> str:
        cards = len(self.complaints.shown)
        return self.complaints.name(place) if place < cards else self.jobs.lines[place - cards].name

    def _follow_jobs(self) -> None:
        self.jobs.chosen.connect(lambda place: self.mark(len(self.complaints.shown) + place))

    def _fit(self) -> None:
        """Let the car go where there is no room for it beside the complaints, and jobs that do not fit below them.

        Where it is low, the jobs scroll with the complaints.
        """
        is_low = self.height() < self._look.size(_LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            if is_low:
                self.complaints.add_below(self.jobs)
            else:
                self._below.insertWidget(self._below.indexOf(self._tools), self.jobs)
        self._place_head(is_above_cards=self.height() < self._look.size(_VERY_LOW))
        self._tools.fit(self.width(), hidden=is_low)
        self._title.setWordWrap(self.width() < self._look.size(_ROOM_FOR_TITLE))
        rest = self.height() - self._look.size(_ABOVE_JOBS)
        self.jobs.show_most(rest // self._look.size(HEIGHT))
        self._fit_middle()

    @property
    def _is_upright(self) -> bool:
        return self.height() > self.width()

    def _fit_car(self) -> None:
        self._row.setDirection(_Way.TopToBottom if self._is_upright else _Way.LeftToRight)
        if self.car:
            room = self._room_above_cards() if self._is_upright else QSize(round(self.width() * _CAR_SHARE), NO_LIMIT)
            width = min(room.width(), self._look.size(_CAR_MOST))
            height = min(round(width * _CAR_UPRIGHT), room.height())
            has_room = self.width() >= self._look.size(_ROOM_FOR_CAR)
            self.car.setVisible(height >= self._look.size(_LEAST_CAR) if self._is_upright else has_room)
            self.car.setFixedWidth(room.width() if self._is_upright else width)
            self.car.setMinimumHeight(height if self._is_upright else 0)
            self.car.setMaximumHeight(height)

    def _room_above_cards(self) -> QSize:
        """Return the room that a car has above the cards in an upright window, if all of these are in sight."""
        width = self.width() - 2 * self._look.size(_EDGE)
        cards = self.complaints.needed(min(width, self._look.size(_CARDS_MOST)))
        others = (self.which, self._head, self.jobs, self._tools)
        used = sum(other.sizeHint().height() + self._below.spacing() for other in others if not other.isHidden())
        return QSize(width, max(0, self.height() - used - cards - self._look.size(_GAP + _SPARE)))

    def _fit_middle(self) -> None:
        """Let car and cards be no higher than they need, so that the jobs stand below them and not below nothing."""
        self._fit_car()
        car = self.car if self.car and not self.car.isHidden() else None
        width, gap = self.width() - 2 * self._look.size(_EDGE), self._look.size(_GAP)
        beside = car.maximumWidth() + gap if car and not self._is_upright else 0
        cards = self.complaints.needed(min(width - beside, self._look.size(_CARDS_MOST)))
        high = car.maximumHeight() if car else 0
        needed = high + gap + cards if self._is_upright and car else max(cards, high)
        self._middle.setMaximumHeight(NO_LIMIT if self._is_low else needed)

    def _place_head(self, *, is_above_cards: bool) -> None:
        """Let the question scroll with the cards, or stand over them."""
        is_there = self._head.parentWidget() is not self
        if is_above_cards and not is_there:
            self.complaints.add_above(self._head)
        elif is_there and not is_above_cards:
            self.complaints.give_above()
            self._below.insertWidget(0, self._head)

    def _lay_out(self) -> None:
        size = self._look.size
        self._title = QLabel(_("What is wrong with the car?"))
        self._title.setProperty("kind", "question")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(size(14))
        head.addWidget(self._title, 1)
        self._car_column = QVBoxLayout()
        self._car_column.addStretch()
        self._middle = QWidget()
        self._row = middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(size(_GAP))
        middle.addLayout(self._car_column)
        middle.addWidget(self.complaints, 1)
        self.complaints.setMaximumWidth(size(_CARDS_MOST))
        middle.addStretch()
        below = self._below
        below.setContentsMargins(size(_EDGE), size(6), size(_EDGE), size(8))
        below.setSpacing(size(8))
        below.addWidget(self._head)
        below.addWidget(self._middle, _ALL_FOR_CARDS)
        below.addWidget(self.jobs)
        below.addWidget(self._tools)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.which)
        column.addLayout(below, 1)
