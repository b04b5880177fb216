"""A reading to be typed as the answer to a question, judged while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.measure import Choice
from micra_assistant.guide.model import Reading, plain
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_corrected, line_verdict
from micra_assistant.numbers import MOST_LETTERS
from micra_assistant.ui.guide_words import caption, limits_to_tell
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.over_range_question import OverRangeQuestion
from micra_assistant.ui.widgets.sign_choices import SignChoices
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.typed_field import TypedField

_WIDTH, _HEIGHT = 130, 54
_ROOM_BESIDE = 440
"""Below this width, in pixels at scale 1, the verdict stands below the field."""
_BEHIND_SIGNS = 3
_NOTHING = " "
"""Is as high as words are."""
_LINE = 22
"""The room of what is said below the field is always there: the answers do not move while somebody types."""
_JUDGED = (Verdict.OK, Verdict.LOW, Verdict.HIGH)


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
        self._look = look
        self.reading = reading
        self.field = TypedField(takes_space=False)
        self.field.setProperty("kind", "finder")
        self.field.setAccessibleName(plain(reading.label))
        self.field.setMaxLength(MOST_LETTERS + 1)  # one more than is read as a number: nothing is cut into another one
        self.field.setFixedSize(look.size(_WIDTH), look.size(_HEIGHT))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.typed.connect(lambda typed: self.typing.emit(reading.id, typed))
        self.field.finished.connect(self._on_finished)
        self.field.taken_back.connect(self._on_taken_back)
        self.signs = SignChoices(self.field, reading.unit)
        self._verdict = SignLabel(Sign.CROSS, _NOTHING)
        self._verdict.setProperty("kind", "verdict")
        self._verdict.hide()
        self._detail = label("", "hint")
        self._detail.setMinimumHeight(look.size(_LINE))
        self.question = OverRangeQuestion()
        self.question.chosen.connect(self._on_meant)
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        unit = QLabel(self.reading.unit)
        unit.setProperty("kind", "reading-unit")
        self._row, self._below = QHBoxLayout(), QVBoxLayout()
        self._row.setSpacing(look.size(10))
        for widget in (self.field, unit, self.signs):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._below.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(4))
        column.addWidget(label(plain(self.reading.label), "reading-label"))
        column.addLayout(self._row)
        column.addLayout(self._below)
        column.addWidget(self.question)
        self._place_verdict(is_below=look.far is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_verdict(is_below=self._look.far is not None or self.width() < self._look.size(_ROOM_BESIDE))

    def _place_verdict(self, *, is_below: bool) -> None:
        """Put the verdict beside the field, or below it, where its room is always kept: nothing moves then."""
        keeps_room = self._verdict.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(is_below)
        self._verdict.setSizePolicy(keeps_room)
        if is_below:
            self._below.insertWidget(0, self._verdict)
        else:
            self._row.insertWidget(_BEHIND_SIGNS, self._verdict)

    @property
    def typed(self) -> str:
        """What stands in the field and was not taken yet."""
        return self.field.text() if self.field.isModified() else ""

    @property
    def verdict(self) -> str:
        """What is said of what stands in the field."""
        return " · ".join(part for part in (self._verdict.text().strip(), self._detail.text()) if part)

    def fill_in(self, typed: str) -> None:
        """Put back what was being typed, to be judged anew."""
        self.field.go_on(typed)
        self.typing.emit(self.reading.id, typed)

    def show_line(self, line: Line) -> None:
        """Show what is to be said of what stands in the field: large and with a sign if it is judged by limits."""
        is_judged = line.verdict in _JUDGED
        self._verdict.show_sign(Sign.CROSS if line.is_wrong else Sign.TICK)
        self._verdict.setText(line_verdict(line) if is_judged else _NOTHING)
        self._verdict.setVisible(is_judged)
        detail = (line_corrected(line), limits_to_tell(line)) if is_judged else (caption(line) if self.typed else "",)
        self._detail.setText(" · ".join(part for part in detail if part))
        self.field.setAccessibleDescription(self.verdict)
        self._wear(wrong=line.is_wrong or (bool(line.message) and not line.choices), right=line.verdict is Verdict.OK)

    def _wear(self, **looks: bool) -> None:
        if all(bool(self.field.property(name)) == value for name, value in looks.items()):
            return
        for part in (self.field, self._verdict, self._detail):
            for name, value in looks.items():
                part.setProperty(name, value)
            restyle(part)

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
