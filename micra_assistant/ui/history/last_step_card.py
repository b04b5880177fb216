"""A step that was worked at before, and how its lines stand, to be read only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from micra_assistant.guide.model import plain
from micra_assistant.jobs.bookmark import LastStep
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_value
from micra_assistant.ui.guide_words import caption
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.tick_box import Mark, TickBox, mark_of
from micra_assistant.words import _


class LastStepCard(QFrame):
    """A step with its lines.

    Signals:
        step_wanted: the step was tapped; carries its id.
    """

    step_wanted = Signal(str)

    def __init__(self, heading: str, last: LastStep, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        title = QPushButton(last.step.title.replace("&", "&&"))
        title.setProperty("kind", "step-title")
        title.setCursor(Qt.CursorShape.PointingHandCursor)
        title.clicked.connect(lambda: self.step_wanted.emit(last.step.id))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.size(10))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._words(heading, "eyebrow"), 0, 0, 1, 2)
        self._grid.addWidget(title, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for line in last.lines:
            self._show(line)
        if not last.lines:
            self._grid.addWidget(self._words(_("Nothing to tick here."), "hint"), 2, 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _show(self, line: Line) -> None:
        box, row = TickBox(self._look.theme, self._look.size(24)), self._grid.rowCount()
        box.show_mark(mark_of(line))
        words = self._words(plain(line.item.label), "item")
        words.setMinimumHeight(self._look.size(30))
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(words, row, 1)
        verdict = " · ".join(part for part in (line_value(line), caption(line) if line.value else "") if part)
        if verdict:
            kind = {Mark.WRONG: "wrong", Mark.DONE: "right"}.get(mark_of(line), "hint")
            self._grid.addWidget(self._words(verdict, kind), row + 1, 1)

    def _words(self, words: str, kind: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        return label
