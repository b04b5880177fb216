"""What is shown while there is no job: every complaint there is a guide for, one tap each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Complaint
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_WIDEST = 760


class StartView(QFrame):
    """The complaints, to begin a job with.

    Signals:
        complaint_wanted: a complaint was tapped; carries the id of its guide and the step to begin with.
        search_wanted: the fault behind the marked complaint is to be found; carries the id of its guide and the
            Complaint.
        keys_changed: another complaint is marked.
    """

    complaint_wanted = Signal(str, str)
    search_wanted = Signal(str, object)
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(_("What is wrong with the car?"))
        title.setProperty("kind", "title")
        advice = QLabel(_("Tap what comes nearest, or search above. A job begins; everything you do is kept."))
        advice.setWordWrap(True)
        advice.setProperty("kind", "body")
        self._area = ScrollColumn()
        self._complaints: list[tuple[str, Complaint]] = []
        self._buttons: list[QPushButton] = []
        self._marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(advice)
        layout.addSpacing(8)
        layout.addWidget(self._area, 1)

    def show_complaints(self, complaints: Sequence[tuple[str, Complaint]]) -> None:
        """Show the ways into the guides, each with the id of its guide."""
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(10)
        for guide, complaint in complaints:
            button = QPushButton(complaint.title)
            button.setProperty("kind", "complaint")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMaximumWidth(_WIDEST)
            button.clicked.connect(partial(self.complaint_wanted.emit, guide, complaint.step))
            layout.addWidget(button)
            self._buttons.append(button)
        layout.addStretch(1)
        self._complaints = list(complaints)
        self._area.show_column(column)
        self._mark(0)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown mark a complaint, Space begins with it."""
        last = len(self._complaints) - 1
        return ThreeKeys(
            self._to(_("Up"), self._marked - 1 if self._marked else last),
            self._begin(*self._complaints[self._marked]),
            self._to(_("Down"), self._marked + 1 if self._marked < last else 0),
        )

    def _to(self, words: str, place: int) -> KeyAct:
        return KeyAct(words, self._complaints[place][1].title, partial(self._mark, place))

    def _begin(self, guide: str, complaint: Complaint) -> KeyAct:
        if complaint.faults:
            return KeyAct(_("Find the fault"), complaint.title, partial(self.search_wanted.emit, guide, complaint))
        begin = partial(self.complaint_wanted.emit, guide, complaint.step)
        return KeyAct(_("Open the guide"), complaint.title, begin)

    def _mark(self, place: int) -> None:
        self._marked = place
        self.setFocus()
        for at, button in enumerate(self._buttons):
            if bool(button.property("marked")) != (at == place):
                button.setProperty("marked", at == place)
                restyle(button)
        self._area.ensureWidgetVisible(self._buttons[place])
        self.keys_changed.emit()
