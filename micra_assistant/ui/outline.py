"""The outline: every page, and the steps of the one being read, to jump by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist


class Outline(QScrollArea):
    """Pages and steps.

    Signals:
        step_wanted: an entry was tapped; carries the id of the step to go to.
    """

    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._entries: dict[str, QPushButton] = {}

    def show_guide(self, guide: Guide, current: Step, checklist: Checklist) -> None:
        """Show the outline with ``current`` marked and finished pages ticked."""
        here = guide.page_of(current.id)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 2, 4, 2)
        layout.setSpacing(1)
        self._entries = {}
        for number, page in enumerate(guide.pages, 1):
            done, of = checklist.progress(page)
            sign = "✓" if of and done == of else f"{number}"
            layout.addWidget(self._entry(page.steps[0], f"{sign}   {page.title}", "page", page is here))
            for step in page.steps if page is here else ():
                layout.addWidget(self._entry(step, step.title, "step", step is current))
        layout.addStretch(1)
        self.setWidget(inside)
        layout.activate()
        self.ensureWidgetVisible(self._entries[current.id], 0, 30)

    def _entry(self, step: Step, words: str, kind: str, current: bool) -> QPushButton:
        entry = _Entry(words)
        entry.setProperty("kind", kind)
        entry.setProperty("current", current)
        entry.setCursor(Qt.CursorShape.PointingHandCursor)
        entry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        entry.clicked.connect(lambda: self.step_wanted.emit(step.id))
        self._entries[step.id] = entry
        return entry


class _Entry(QPushButton):
    """A button whose words are cut short with … where there is no room for all."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setMinimumWidth(60)
        self.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(words)
        self.setToolTip("" if words == self._words else self._words)
