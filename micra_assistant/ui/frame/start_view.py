"""What is shown while there is no job: every complaint there is a guide for, one tap each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Complaint
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_WIDEST = 760


class StartView(QFrame):
    """The complaints, to begin a job with.

    Signals:
        complaint_wanted: a complaint was tapped; carries the id of its guide and the step to begin with.
    """

    complaint_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(_("What is wrong with the car?"))
        title.setProperty("kind", "title")
        advice = QLabel(_("Tap what comes nearest, or search above. A job begins; everything you do is kept."))
        advice.setWordWrap(True)
        advice.setProperty("kind", "body")
        self._area = ScrollColumn()
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
        layout.addStretch(1)
        self._area.show_column(column)
