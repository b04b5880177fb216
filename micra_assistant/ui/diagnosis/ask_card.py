"""A question: what is to be found out, how it can be answered, and the ways out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.guide.measure import ReadingError
from micra_assistant.guide.model import Circuit, Diagram
from micra_assistant.guide.value_words import value_words
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.line_words import line_verdict
from micra_assistant.ui.checklist.line_keys import keep_typed
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.guide_words import caption
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_PICTURE_WIDTH = 250
_ROOM_FOR_PICTURE = 620
"""From this width on, in pixels at scale 1, the picture stands beside the answers."""


class AskCard(Card):
    """One question.

    Signals:
        entered: a reading was typed; carries the id of its item, the words, and the answer that it is.
        left_out: the question is left; carries whether nobody knows, otherwise it cannot be done.
        failing_changed: carries whether the car shows its complaint now.
        diagram_wanted: the picture was tapped; carries it.
    """

    entered = Signal(str, str, str)
    left_out = Signal(bool)
    failing_changed = Signal(bool)
    diagram_wanted = Signal(object)

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._inquiry, self._shown = inquiry, _shown(inquiry)
        self.say(inquiry.title, "question")
        words = _("{time}, taking apart included") if inquiry.takes_apart else "{time}"
        self.say(words.format(time=inquiry.time), "hint")
        self.fields = [self._field(place) for place in range(len(inquiry.readings))]
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(look.size(16))
        self._beside.addLayout(self._answers(), 1)
        if picture := self._picture():
            self._beside.addWidget(picture)
        self.column.addLayout(self._beside)
        self.add_row(self._ways_out())

    @property
    def test(self) -> str:
        """The id of the test that is asked."""
        return self._inquiry.goal.id

    def go_on(self, inquiry: Inquiry) -> bool:
        """Go on with a later moment of the search, if it asks just the same; what is being typed stays."""
        if _shown(inquiry) != self._shown:
            return False
        self._inquiry = inquiry
        self._calm.setChecked(not inquiry.case.failing)
        for field in self.fields:
            if field.typed:
                self._on_typing(field.reading.id, field.typed)
        return True

    def let_go(self) -> None:
        """Enter nothing any more: another card takes this one's place."""
        for field in self.fields:
            field.field.blockSignals(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.look.size(_ROOM_FOR_PICTURE)
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def _field(self, place: int) -> ReadingField:
        field = self.stop(ReadingField(self._inquiry.readings[place], self.look))
        field.setFocusProxy(field.field)
        field.typing.connect(self._on_typing)
        field.entered.connect(self._on_entered)
        field.signs.changed.connect(self.keys_changed)
        field.signs.show_mark(self._inquiry.open_job.workshop().numbers.mark)
        return field

    def _answers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.look.size(8))
        for field in self.fields:
            column.addWidget(field)
        for answer, words in self._inquiry.test.answers.items() if self._inquiry.test else ():
            column.addWidget(self.answer_choice(answer, words, has_digit=not self.fields))
        column.addStretch(1)
        return column

    @property
    def spoken(self) -> str:
        return "\n".join([super().spoken, *(field.field.accessibleName() for field in self.fields)])

    def _picture(self) -> DiagramView | None:
        """Return the first picture of the step that says how it is done, None if it has none."""
        guide = self._inquiry.open_job.guide
        step = guide.find_step(self._inquiry.step)
        block = next((block for block in step.blocks if isinstance(block, Diagram | Circuit)), None) if step else None
        if block is None:
            return None
        view = DiagramView(guide.folder, block, self.look.theme)
        view.setFixedWidth(self.look.size(_PICTURE_WIDTH))
        view.tapped.connect(lambda: self.diagram_wanted.emit(block))
        return view

    def _ways_out(self) -> list[SureButton]:
        cannot = SureButton(_("Cannot do this"))
        cannot.clicked.connect(lambda: self.left_out.emit(False))
        unknown = SureButton(_("Don't know"))
        unknown.clicked.connect(lambda: self.left_out.emit(True))
        self._calm = SureButton(_("Not failing right now"))
        self._calm.setCheckable(True)
        self._calm.setChecked(not self._inquiry.case.failing)
        self._calm.clicked.connect(lambda checked: self.failing_changed.emit(not checked))
        return [cannot, unknown, self._calm]

    def _on_typing(self, item: str, typed: str) -> None:
        """Say what a reading comes to, and show which answer it is."""
        field = next(field for field in self.fields if field.reading.id == item)
        line = self._inquiry.open_job.judged(item, typed)
        field.show_verdict(caption(line) if typed else "", is_wrong=bool(line.message) and not line.choices)
        field.ask(())
        answer = self._answer(item, line.value)
        for name, choice in zip(self._inquiry.test.answers if self._inquiry.test else (), self.choices, strict=False):
            choice.mark(is_meant=name == answer)

    def keep_words(self, field: ReadingField) -> KeyAct:
        """Return what Space does with what is typed in a field: keep it, as the answer that it is."""
        line, keep = self._inquiry.open_job.judged(field.reading.id, field.typed), field.field.finish
        answer = self._answer(field.reading.id, line.value)
        if self._inquiry.test is None or not answer or line.message:
            return keep_typed(line, field.typed, keep)
        words = _("Keep {value}: {answer}").format(
            value=value_words(field.reading, line.value), answer=self._inquiry.test.answers[answer]
        )
        return KeyAct(words, line_verdict(line), keep)

    def _answer(self, item: str, typed: str) -> str:
        test, reading = self._inquiry.test, self.fields[-1].reading
        if test is None or item != reading.id or not typed:
            return ""
        try:
            return answer_typed(test, reading, typed, self._inquiry.open_job.checklist.taken_off(reading))
        except ReadingError:
            return ""

    def _on_entered(self, item: str, typed: str) -> None:
        """Take a reading, unless it is none: then what is wrong with it, or what it may mean, is said already."""
        field = next(field for field in self.fields if field.reading.id == item)
        line = self._inquiry.open_job.judged(item, typed)
        if line.message:
            field.ask(line.choices)
            announce(field, field.verdict)
            return
        field.field.settle()
        self.entered.emit(item, line.value, self._answer(item, line.value))


def _shown(inquiry: Inquiry) -> tuple[object, ...]:
    """Return all of a moment that a card shows, as it is just now."""
    return (
        *(inquiry.stage, inquiry.goal, inquiry.test, inquiry.title, inquiry.time, inquiry.takes_apart),
        *(inquiry.step, inquiry.readings, inquiry.open_job.guide),
    )
