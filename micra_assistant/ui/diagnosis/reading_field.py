"""A reading to be typed as the answer to a question, judged while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.measure import Choice
from micra_assistant.guide.model import Reading, plain
from micra_assistant.numbers import MOST_LETTERS
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.over_range_question import OverRangeQuestion
from micra_assistant.ui.widgets.sign_choices import SignChoices
from micra_assistant.ui.widgets.typed_field import TypedField

_WIDTH = 150


class ReadingField(QFrame):
    """The field of one reading, its unit, what is said of what stands in it, and what is asked about that.

    Signals:
        typing: something was typed; carries the id of the reading and the words.
        entered: the person is done with the field; carries the same.
    """

    typing = Signal(str, str)
    entered = Signal(str, str)

    def __init__(self, reading: Reading, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self.field = TypedField(takes_space=False)
        self.field.setProperty("kind", "finder")
        self.field.setAccessibleName(plain(reading.label))
        self.field.setMaxLength(MOST_LETTERS + 1)  # one more than is read as a number: nothing is cut into another one
        self.field.setFixedWidth(look.size(_WIDTH))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.typed.connect(lambda typed: self.typing.emit(reading.id, typed))
        self.field.finished.connect(self._on_finished)
        self.field.taken_back.connect(self._on_taken_back)
        self.signs = SignChoices(self.field, reading.unit)
        self._verdict = label("", "verdict")
        self.question = OverRangeQuestion()
        self.question.chosen.connect(self._on_meant)
        unit = QLabel(reading.unit)
        unit.setProperty("kind", "answer")
        row = QHBoxLayout()
        row.setSpacing(look.size(10))
        row.addWidget(label(plain(reading.label), "answer"), 1)
        row.addWidget(self.field)
        row.addWidget(unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(4))
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._verdict, 1)
        below.addWidget(self.signs)
        column.addLayout(below)
        column.addWidget(self.question)

    @property
    def typed(self) -> str:
        """What stands in the field and was not taken yet."""
        return self.field.text() if self.field.isModified() else ""

    @property
    def verdict(self) -> str:
        """What is said below the field."""
        return self._verdict.text()

    def fill_in(self, typed: str) -> None:
        """Put back what was being typed, to be judged anew."""
        self.field.go_on(typed)
        self.typing.emit(self.reading.id, typed)

    def show_verdict(self, words: str, *, is_wrong: bool) -> None:
        """Show what is to be said of what stands in the field."""
        self._verdict.setText(words)
        self.field.setAccessibleDescription(words)
        if bool(self._verdict.property("wrong")) != is_wrong:
            self._verdict.setProperty("wrong", is_wrong)
            restyle(self._verdict)

    def ask(self, choices: Sequence[Choice]) -> None:
        """Ask what is meant by what stands in the field; with no choices, ask no more."""
        self.question.show_choices(choices, self.verdict)

    def _on_meant(self, typed: str) -> None:
        self.ask(())
        self.fill_in(typed)
        self._on_finished()

    def _on_taken_back(self) -> None:
        self.field.clear()
        self.typing.emit(self.reading.id, "")

    def _on_finished(self) -> None:
        if self.typed:
            self.entered.emit(self.reading.id, self.typed)
