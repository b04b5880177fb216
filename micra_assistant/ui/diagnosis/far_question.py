"""A question to be read and answered from two metres: huge letters, huge answers."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.player.far_column import FarColumn
from micra_assistant.ui.player.far_sheet import far_sheet
from micra_assistant.ui.style.far_sizes import FarSizes
from micra_assistant.ui.style.look import Look

_GROWN = 1.6
"""How much higher than needed an answer becomes at the most, where there is room."""


class FarQuestion(FarColumn):
    """A question, the fields of its readings and its answers; a value that is typed has its verdict in sight."""

    def __init__(self, parts: Sequence[QWidget], look: Look) -> None:
        super().__init__(look)
        self.add_parts(parts)
        self._answers = [part for part in parts if isinstance(part, AnswerChoice)]
        self._has_field = any(isinstance(part, ReadingField) for part in parts)

    def sheet(self, sizes: FarSizes, target: int) -> str:
        return far_sheet(sizes, target, self._look.theme) + question_sheet(sizes)

    def is_essential(self, part: QWidget) -> bool:
        """Whether it is no answer that a typed value chooses."""
        return not (self._has_field and isinstance(part, AnswerChoice))

    def _put(self, view: QSize) -> None:
        """Let the answers have what room there is left."""
        super()._put(view)
        spare = max(0, view.height() - self._height_at(view.width()))
        moved = 0
        for left, answer in zip(range(len(self._answers), 0, -1), self._answers, strict=True):
            place = answer.geometry().translated(0, moved)
            more = min(spare // left, round(place.height() * (_GROWN - 1)))
            answer.setGeometry(place.adjusted(0, 0, 0, more))
            spare, moved = spare - more, moved + more


def question_sheet(sizes: FarSizes) -> str:
    """Return the style sheet of a question, its fields and its answers."""
    answer = round((sizes.instruction + sizes.words) / 2)
    return f"""
        QPushButton[kind="answer"] {{ min-height: 0; padding: 0; }}
        QLabel[kind="question"] {{ font-size: {sizes.instruction}px; }}
        QLabel[kind="panel-title"], QLabel[kind="reading-label"], QLabel[kind="hint"] {{ font-size: {sizes.words}px; }}
        QLabel[kind="answer"], QLabel[kind="answer-value"], QLabel[kind="digit"] {{ font-size: {answer}px; }}
        QLabel[kind="verdict"], QLabel[kind="reading-unit"] {{ font-size: {sizes.instruction}px; }}
        QLineEdit[kind="finder"] {{ font-size: {sizes.value}px; }}
    """
