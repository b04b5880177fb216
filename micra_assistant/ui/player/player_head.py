"""The head of what is read from afar: how far the job is, where one is, reading aloud, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from micra_assistant.number_words import GAP
from micra_assistant.ui.player.lines_bar import LinesBar
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.cut_label import CutLabel
from micra_assistant.words import _

_ROOM_FOR_BAR = 620
"""From this width on, in pixels at scale 1, there is the bar."""
_EDGES, _GAP = (18, 4, 14, 4), 12
"""Round all, and between two parts, in pixels at scale 1."""


class PlayerHead(QFrame):
    """Shows the count of lines, the title of what is in front, and two buttons."""

    def __init__(self, read_aloud: QAction, leave: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("far", True)
        self._look: Look | None = None
        self._count = QLabel()
        self._count.setObjectName("name")
        self._title = CutLabel()
        self._title.setObjectName("place")
        self._bar = LinesBar()
        self._aloud, self._leave = _button(read_aloud), _button(leave)
        self._leave.setAccessibleName(_("Leave arm’s length"))
        for action in (read_aloud, leave):
            action.changed.connect(self._name_buttons)
        self._name_buttons()
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._count)
        row.addWidget(self._title, 3)
        row.addWidget(self._bar, 4)
        row.addWidget(self._aloud)
        row.addWidget(self._leave)

    @property
    def count(self) -> str:
        """How many lines are done, in words."""
        return self._count.text()

    def show_place(self, title: str, progress: tuple[int, int], look: Look) -> None:
        """Show where one is, and how many lines are done, and of how many; of none nothing."""
        done, of = progress
        if look != self._look:
            self._look = look
            self._row.setContentsMargins(*(look.compact.size(edge) for edge in _EDGES))
            self._row.setSpacing(look.compact.size(_GAP))
        self._count.setText(_("{done} of {all}").format(done=done, all=of) if of else "")
        self._title.show_words(title)
        self._bar.show_progress(progress, look)
        self._fit()

    def be_high(self, target: int) -> None:
        """Let the buttons be at least as high as gloves need, in pixels."""
        for button in (self._aloud, self._leave):
            button.setMinimumHeight(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _name_buttons(self) -> None:
        """Name the buttons in few words: Qt takes words and sign of an action whenever that changes."""
        for button, sign in ((self._aloud, Sign.SPEAKER), (self._leave, Sign.CROSS)):
            wear(button, sign)
        self._aloud.setAccessibleName(_("Read aloud"))
        for button, words in (
            *((self._aloud, _("Read aloud")), (self._leave, self._leave.defaultAction().shortcut().toString())),
        ):
            button.setText(GAP + words)  # what Qt leaves free after a sign does not grow with the letters

    def _fit(self) -> None:
        if look := self._look:
            has_room = self.width() >= look.size(_ROOM_FOR_BAR)
            self._bar.setVisible(has_room)
            style = Qt.ToolButtonStyle
            self._aloud.setToolButtonStyle(style.ToolButtonTextBesideIcon if has_room else style.ToolButtonIconOnly)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
