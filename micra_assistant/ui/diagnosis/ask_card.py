"""A question: what is to be found out, how it can be answered, and the ways out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.guide.measure import ReadingError
from micra_assistant.guide.value_words import value_words
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.needs import needs_of
from micra_assistant.jobs.line_words import line_verdict
from micra_assistant.ui.checklist.line_keys import keep_typed
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.found_row import judged_value
from micra_assistant.ui.diagnosis.need_row import NeedRow
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.diagnosis.saving_note import SavingNote, saving_words
from micra_assistant.ui.diagnosis.step_glance import StepGlance
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.second_press import second_press
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_ROOM_BESIDE = 620
"""From this width on, in pixels at scale 1, how it is done stands beside the answers, else below them."""
_GLANCE_SHARE, _ANSWERS_SHARE = 41, 59


class AskCard(Card):
    """One question.

    Attributes:
        fields: the readings to be typed.
        meant: the answer that what is being typed comes to, empty if none.

    Signals:
        entered: a reading was typed; carries the id of its item, the words, and the answer that it is.
        left_out: the question is left; carries whether nobody knows, otherwise it cannot be done.
        failing_changed: carries whether the car shows its complaint now.
        means: what is being typed comes to an answer; carries it, empty if to none.
    """

    entered = Signal(str, str, str)
    left_out = Signal(bool)
    failing_changed = Signal(bool)
    means = Signal(str)

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._inquiry, self._shown = inquiry, _shown(inquiry)
        question = self.say(inquiry.title, "question")
        how = self.way_to_step(inquiry)
        self.column.addWidget(NeedRow(needs_of(inquiry), _time(inquiry), how, look))
        self.meant = ""
        self.fields = [self._field(place) for place in range(len(inquiry.readings))]
        self._glance = QVBoxLayout()
        self._fill_glance()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(look.size(18))
        self._beside.addLayout(self._glance, _GLANCE_SHARE)
        self._beside.addLayout(self._answers(), _ANSWERS_SHARE)
        self.column.addLayout(self._beside)
        self.add_row(self._ways_out())
        if how:
            self.stop(how)
        step = inquiry.open_job.guide.find_step(inquiry.step)
        is_shown = self.lead_from_afar((question, *self.fields, *self.choices), inquiry, step)
        self._glance_view.setHidden(is_shown)
        for later in self.fields[1:]:
            later.setHidden(look.far is not None)

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
        is_wide = self.width() >= self.look.size(_ROOM_BESIDE)
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.LeftToRight if is_wide else ways.BottomToTop)

    def _field(self, place: int) -> ReadingField:
        field = self.stop(ReadingField(self._inquiry.readings[place], self.look.of_lines))
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

    def _fill_glance(self) -> None:
        """Show how it is done at a glance, and why it is asked."""
        guide = self._inquiry.open_job.guide
        self._glance_view = glance = StepGlance(guide, guide.find_step(self._inquiry.step), self.look)
        glance.diagram_wanted.connect(self.diagram_wanted)
        glance.step_wanted.connect(self.step_wanted)
        self._glance.setSpacing(self.look.size(12))
        self._glance.addWidget(glance)
        if saving_words(self._inquiry):
            self._glance.addWidget(SavingNote(self._inquiry, self.look))
        self._glance.addStretch(1)

    def _ways_out(self) -> list[SureButton]:
        cannot = SureButton(_("Cannot do this"))
        cannot.clicked.connect(lambda: self.left_out.emit(False))
        unknown = SureButton(_("Don't know"))
        unknown.clicked.connect(lambda: self.left_out.emit(True))
        self._calm = _CalmButton(_("Not failing right now"))
        self._calm.setChecked(not self._inquiry.case.failing)
        self._calm.clicked.connect(lambda checked: self.failing_changed.emit(not checked))
        return [cannot, unknown, self._calm]

    def _on_typing(self, item: str, typed: str) -> None:
        """Say what a reading comes to, and show which answer it is."""
        field = next(field for field in self.fields if field.reading.id == item)
        line = self._inquiry.open_job.judged(item, typed)
        field.show_line(line)
        field.ask(())
        answer = self._answer(item, line.value)
        for name, choice in zip(self._inquiry.test.answers if self._inquiry.test else (), self.choices, strict=False):
            choice.judge(judged_value(line) if name == answer else "", is_wrong=line.is_wrong)
        if field is self.fields[-1] and answer != self.meant:
            self.meant = answer
            self.means.emit(answer)

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


class _CalmButton(SureButton):
    """Says that the car does not show its complaint just now."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does once that is said."""
        return second_press(self, _("Unmark"))


def _time(inquiry: Inquiry) -> str:
    words = _("{time}, taking apart included") if inquiry.takes_apart else "{time}"
    return words.format(time=inquiry.time)


def _shown(inquiry: Inquiry) -> tuple[object, ...]:
    """Return all of a moment that a card shows, as it is just now."""
    return (
        *(inquiry.stage, inquiry.goal, inquiry.test, inquiry.title, inquiry.time, inquiry.takes_apart),
        *(inquiry.step, inquiry.readings, inquiry.open_job.guide),
    )
