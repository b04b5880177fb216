"""A complaint as a card: what it takes, and both ways in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from micra_assistant.guide.way_in import WayIn
from micra_assistant.ui.home.difficulty_line import DifficultyLine, difficulty_words
from micra_assistant.ui.home.fact_words import free_words, repair_time, repair_words, tools_count, tools_words
from micra_assistant.ui.home.number_badge import NumberBadge
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.diagnosis.forecast import Forecast

_BADGE, _BUTTON = 40, 150
_ROOM_FOR_BUTTONS = 560
"""From this width on, in pixels at scale 1, the buttons stand beside the words, else below them."""
_ROOM_FOR_TWO = 400
"""Below this width nothing stands side by side."""
_ROOM_FOR_THREE_LINES = 720
"""From this width on the title has one line, so that tools and difficulty can have one each."""


class ComplaintCard(QFrame):
    """One complaint with its number.

    Signals:
        tapped: it was tapped beside its buttons.
        find_wanted, guide_wanted: one of its ways in was chosen.
    """

    tapped = Signal()
    find_wanted = Signal()
    guide_wanted = Signal()

    def __init__(self, way: WayIn, number: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("complaint")
        self.way = way
        self.badge = NumberBadge(number, look, _BADGE)
        self._look = look
        self._free, self._repair = ShortLine("", "fact"), ShortLine("", "fact")
        self.find_button = SureButton(_("Find the fault"), "way-in")
        self.guide_button = SureButton(_("Open the guide"), "way-in")
        self.find_button.clicked.connect(self.find_wanted)
        self.guide_button.clicked.connect(self.guide_wanted)
        if not self.finds:
            self.find_button.hide()
        for button in (self.find_button, self.guide_button):
            button.setAccessibleDescription(way.title)
            button.setMinimumWidth(look.size(_BUTTON))
        self.setAccessibleName(_("{number}: {complaint}").format(number=number, complaint=way.title))
        self._lay_out()
        self._describe("")

    @property
    def finds(self) -> bool:
        """Whether there is a list of faults for it."""
        return bool(self.way.complaint.faults)

    @property
    def name(self) -> str:
        """Its number and its title."""
        return card_name(self.way, self.badge.number)

    @property
    def what(self) -> str:
        """What is wrong with the car."""
        return self.way.title

    @property
    def act_words(self) -> str:
        """What Space does here."""
        return _("Find the fault") if self.finds else _("Open the guide")

    def act(self) -> None:
        """Do what Space does here."""
        (self.find_wanted if self.finds else self.guide_wanted).emit()

    @property
    def element(self) -> Element:
        """A group, one of which is marked."""
        return Element(Role.GROUP, is_current=bool(self.property("marked")), press=self.tapped.emit)

    def show_marked(self, is_marked: bool) -> None:
        """Show whether this is what Space acts on."""
        first = self.find_button if self.finds else self.guide_button
        self.badge.show_marked(is_marked)
        self.setProperty("marked", is_marked)
        first.setProperty("main", is_marked)
        restyle(self, first)

    def show_forecast(self, forecast: "Forecast") -> None:
        """Say how long it takes, now that it is known."""
        self._free.say(free_words(forecast))
        self._repair.say(repair_words(forecast), repair_time(forecast))
        self._describe(" ".join(filter(None, (self._free.text(), self._repair.text()))))
        self._place_facts()

    def _describe(self, times: str) -> None:
        complaint = self.way.complaint
        hard = difficulty_words(complaint.difficulty, complaint.why) if complaint.difficulty else ""
        self.setAccessibleDescription(", ".join(filter(None, (times, tools_words(self.way.outside.tools), hard))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._look.size(_ROOM_FOR_BUTTONS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_narrow = self.width() < self._look.size(_ROOM_FOR_TWO)
        self._row.setDirection(across if is_wide else down)
        self._ways.setDirection(down if is_wide or is_narrow else across)
        self._place_facts()

    def _lay_out(self) -> None:
        size = self._look.size
        words = QVBoxLayout()
        words.setSpacing(size(4))
        words.addStretch(1)
        words.addWidget(label(self.way.title, "complaint"))
        words.addLayout(self._facts())
        words.addStretch(1)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(size(16))
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(size(6))
        self._ways.addWidget(self.find_button)
        self._ways.addWidget(self.guide_button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(size(14), size(5), size(10), size(5))
        self._row.setSpacing(size(10))
        self._row.addLayout(head, 1)
        self._row.addLayout(self._ways)

    def _facts(self) -> QGridLayout:
        """Return what it takes, in two lines."""
        facts = QGridLayout()
        facts.setHorizontalSpacing(self._look.size(14))
        facts.setVerticalSpacing(self._look.size(3))
        complaint = self.way.complaint
        tools = ShortLine(kind="fact")
        tools.say(tools_words(self.way.outside.tools), tools_count(self.way.outside.tools))
        self._told: list[QWidget] = [self._free, self._repair, tools]
        if complaint.difficulty:
            self._told.append(DifficultyLine(complaint.difficulty, complaint.why, self._look))
        self._facts_grid = facts
        self._place_facts()
        return facts

    def _place_facts(self) -> None:
        """Place what it takes: one below the other, in two columns, or the times in one line and the rest in more."""
        grid, size = self._facts_grid, self._look.size
        columns = 1 if self.width() < size(_ROOM_FOR_TWO) else 2
        has_lines = self.width() >= size(_ROOM_FOR_THREE_LINES)
        for place, fact in enumerate(self._told):
            if has_lines and place >= columns:
                grid.addWidget(fact, place - 1, 0, 1, columns)
            else:
                grid.addWidget(fact, place // columns, place % columns)
        first = self._free.sizeHint().width() if columns > 1 and self._free.text() else 0
        grid.setColumnMinimumWidth(0, first)
        for column in (0, 1):
            grid.setColumnStretch(column, int(column < columns and not (first and column == 0)))


def card_name(way: WayIn, number: int) -> str:
    """Return what the card with a number is called."""
    return _("{number} · {complaint}").format(number=number, complaint=way.title)
