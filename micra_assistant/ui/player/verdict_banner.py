"""What the value of the marked line means, in large words behind a sign."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.guide_words import judged_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.tick_box import Mark, TickBox, mark_of

_BETWEEN = " · "
_BOX, _ROUND = 26, 6
"""In pixels at the scale of the row."""


class VerdictBanner(Flowing, QFrame):
    """Shows a verdict, and under it what it comes from; it has its height also while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._box = TickBox(look.theme, look.size(_BOX))
        self._verdict = label("", "verdict-word")
        self._reason = label("", "body")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._verdict)
        words.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[look.size(_ROUND)] * 4)
        row.setSpacing(look.size(_ROUND))
        row.addWidget(self._box)
        row.addLayout(words, 1)
        self._round = look.size(_ROUND)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        words = self._verdict.fontMetrics().lineSpacing() + self._reason.fontMetrics().lineSpacing()
        least = max(words, self._box.height()) + 2 * self._round
        return max(least, layout.heightForWidth(width) if layout else 0)

    @property
    def words(self) -> str:
        """What it says."""
        return _BETWEEN.join(filter(None, (self._verdict.text(), self._reason.text())))

    def show_line(self, line: Line) -> None:
        """Show what the value of a line means; nothing while there is none."""
        mark = mark_of(line)
        said = judged_words(line)
        verdict, _between, reason = ("", "", said) if line.message or not line.value else said.partition(_BETWEEN)
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._box.setVisible(mark in (Mark.DONE, Mark.WRONG) and bool(verdict))
        self._box.show_mark(mark)
        kind = {Mark.DONE: "right", Mark.WRONG: "wrong"}.get(mark, "") if self.words else ""
        if self.property("verdict") != kind:
            self.setProperty("verdict", kind)
            restyle(self, self._verdict, self._reason)
