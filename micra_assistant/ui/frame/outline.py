"""The outline: every page, and the steps of the one being read, to jump by."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from micra_assistant.guide.model import Guide, Page, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, icon
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_GAP = 8
"""What Qt keeps free between a tick and the words, at the most."""


class Outline(ScrollColumn):
    """Pages and steps.

    Signals:
        step_wanted: an entry was tapped; carries the id of the step to go to.
    """

    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._guide: Guide | None = None
        self._here: Page | None = None
        self._entries = Column(self)
        self._layout = QVBoxLayout(self._entries)
        self._pages: dict[str, _Entry] = {}
        self._steps: dict[str, _Entry] = {}

    def show_page(self, guide: Guide, here: Page) -> None:
        """Make the entries of all pages and of the steps of ``here``, which ``show_checklist`` then shows."""
        if guide is not self._guide:
            self._make_pages(guide)
        elif here is self._here:
            return
        self._here = here
        for entry in self._steps.values():
            self._layout.removeWidget(entry)
            let_go(entry)
        self._steps = {step.id: self._entry(step.title, "step", step) for step in here.steps}
        below = self._layout.indexOf(self._pages[here.id]) + 1
        for place, entry in enumerate(self._steps.values(), below):
            self._layout.insertWidget(place, entry)
        for page_id, entry in self._pages.items():
            entry.show_current(page_id == here.id)

    def show_checklist(self, guide: Guide, current: Step, checklist: Checklist) -> None:
        """Mark the step being read, and tick the pages whose items are all done."""
        for step_id, entry in self._steps.items():
            entry.show_current(step_id == current.id)
        for number, page in enumerate(guide.pages, 1):
            self._pages[page.id].show_number(number, done=checklist.is_finished(page))
        self.show_column(self._entries)
        self.ensureWidgetVisible(self._steps[current.id], 0, 30)

    def _make_pages(self, guide: Guide) -> None:
        self._guide = guide
        self._entries = Column()
        self._layout = QVBoxLayout(self._entries)
        self._layout.setContentsMargins(0, 2, 4, 2)
        self._layout.setSpacing(1)
        self._steps = {}
        self._pages = {page.id: self._entry(page.title, "page", page.steps[0]) for page in guide.pages}
        for entry in self._pages.values():
            self._layout.addWidget(entry)
        self._layout.addStretch(1)

    def _entry(self, words: str, kind: str, leads_to: Step) -> "_Entry":
        entry = _Entry(words, kind)
        entry.clicked.connect(partial(self.step_wanted.emit, leads_to.id))
        return entry


class _Entry(QPushButton):
    """A button whose words are cut short with … where there is no room for all."""

    def __init__(self, words: str, kind: str) -> None:
        super().__init__()
        self._words = words
        self._number = 0
        self._done = False
        self.setProperty("kind", kind)
        self.setProperty("current", False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(60)

    def show_current(self, current: bool) -> None:
        """Mark the entry as the one being read, or not."""
        if self.property("current") != current:
            self.setProperty("current", current)
            restyle(self)
            self._fit()

    def show_number(self, number: int, *, done: bool) -> None:
        """Show the number of a page before its words, or a tick once all of it is done."""
        if (number, done) != (self._number, self._done):
            self._number, self._done = number, done
            self.setIcon(icon(Sign.TICK, self) if done else QIcon())
            self.setAccessibleDescription(_("done") if done else "")
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = f"{self._number}   {self._words}" if self._number and not self._done else self._words
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        room -= self.iconSize().width() + _GAP if self._done else 0
        words = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        if words != self.text():
            self.setText(words)
            self.setToolTip("" if words == whole else self._words)
