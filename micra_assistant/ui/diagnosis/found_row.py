"""Something that was found, in words; and the reading itself, red with a cross if it is not as it should be."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.guide.measure import show
from micra_assistant.guide.model import Reading, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.faultfinding.given_answers import GivenAnswer
from micra_assistant.jobs.line_words import line_corrected, line_value, line_verdict
from micra_assistant.number_words import in_one
from micra_assistant.ui.guide_words import expected_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sign_label import SignLabel


class FoundRow(Flowing, QWidget):
    """One answer."""

    def __init__(self, answer: GivenAnswer, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.size(3), 0, look.size(3))
        column.setSpacing(0)
        column.addWidget(label(answer.words, "said"))
        if answer.reading:
            column.addWidget(_value(answer.reading))


def reading_words(line: Line) -> str:
    """Return a reading with what is left of it and what it says, such as ``14 Ω · 13.8 Ω less “Leads” · TOO HIGH``."""
    return " · ".join(part for part in (line_value(line), line_corrected(line), line_verdict(line)) if part)


def judged_reading(line: Line) -> str:
    """Return what was read and what it should be, such as ``Pressed: 13.8 Ω · 1 Ω or less``."""
    said = f"{plain(line.item.label)}: {judged_value(line)}"
    return " · ".join(part for part in (said, expected_words(line)) if part)


def judged_value(line: Line) -> str:
    """Return a reading as it is judged: what is left of it once another is taken off."""
    if line.corrected is None or not isinstance(line.item, Reading):
        return line_value(line)
    return in_one(show(line.corrected), line.item.unit)


def _value(line: Line) -> SignLabel:
    made = SignLabel(Sign.CROSS if line.is_wrong else Sign.TICK, reading_words(line))
    made.setWordWrap(True)
    made.setProperty("kind", "wrong" if line.is_wrong else "right")
    return made
