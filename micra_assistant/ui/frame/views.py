"""The job, and what is shown instead of it: home, a list, the search for a fault."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.taking_focus import take_focus_from

MARGINS = (14, 12, 14, 12)
"""What is free round the job and round a view of one card."""


class Views(QStackedWidget):
    """The job, and one view at a time instead of it.

    Signals:
        resized: they have another size.

    Attributes:
        aside: what is shown instead of the job, None if the job is in sight.
    """

    resized = Signal()

    def __init__(self, job: QWidget) -> None:
        super().__init__()
        self.aside: QWidget | None = None
        self.addWidget(job)

    @property
    def is_aside_in_use(self) -> bool:
        """Whether what is shown instead of the job has the keys."""
        focus = self.window().focusWidget()
        return self.aside is not None and focus is not None and self.aside.isAncestorOf(focus)

    def hasHeightForWidth(self) -> bool:
        """They have what height is left; Qt would ask all of them, also those out of sight, for each width it tries."""
        return False

    def room_aside(self) -> QWidget:
        """Return room for a view to be shown instead of the job: one that is made in it is dressed once."""
        room = QWidget(self)
        room.hide()
        return room

    def show_aside(self, view: QWidget, *, whole: bool) -> None:
        """Show a view instead of the job, and let go of what was shown so before; without margins if ``whole``."""
        former = self.widget(1)
        self.aside = view
        page = self.addWidget(view if whole else self._framed(view))
        take_focus_from(self)
        self.setCurrentIndex(page)
        self._let_go(former)

    def show_job(self) -> bool:
        """Show the job, and let go of what was shown instead; return whether that had the focus."""
        had_focus = self.aside is not None and take_focus_from(self)
        self.aside = None
        self.setCurrentIndex(0)
        self._let_go(self.widget(1))
        return had_focus

    def _framed(self, card: QWidget) -> QWidget:
        """Return a view of one card with the margins of the job's: the room that it was made in, if it was."""
        made_in = card.parentWidget()
        view = made_in if made_in and made_in.parentWidget() is self else self.room_aside()
        layout = QVBoxLayout(view)
        layout.setContentsMargins(*MARGINS)
        layout.addWidget(card)
        return view

    def _let_go(self, frame: QWidget | None) -> None:
        if frame:
            self.removeWidget(frame)
            let_go(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
