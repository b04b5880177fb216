"""A page of the fault finder: what it says, and the buttons and fields that keys walk through."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.model import Step
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.step_glance import first_picture
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

W = TypeVar("W", bound=QWidget)

_ABREAST = 3


class Card(Column):
    """A column of words and choices.

    Attributes:
        choices: the answers, in order; the digits choose them.
        default: the one that Space is for while none is marked, None if one is to be marked first.
        stops: the buttons and fields that PageUp and PageDown walk through, in order.

    Signals:
        answered: an answer was chosen; carries its id.
        step_wanted: a step of the guide is to be shown; carries its id.
        diagram_wanted: a picture was tapped; carries it.
        keys_changed: what is typed, or can be, is something else now.
    """

    answered = Signal(str)
    step_wanted = Signal(str)
    diagram_wanted = Signal(object)
    keys_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.choices: list[AnswerChoice] = []
        self.default: AnswerChoice | None = None
        self.stops: list[QWidget] = []
        self._said: list[str] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 2, look.size(8), 4)
        self.column.setSpacing(look.size(8))

    @property
    def spoken(self) -> str:
        """Its words and its answers, for those who do not see them."""
        answers = (f"{choice.digit}: {choice.words}" if choice.digit else choice.words for choice in self.choices)
        return "\n".join([*self._said, *answers])

    def say(self, words: str, kind: str) -> QLabel:
        """Add words in the style of a kind; return them."""
        self._said.append(words)
        said = label(words, kind)
        self.column.addWidget(said)
        return said

    def lead_from_afar(self, parts: Sequence[QWidget], inquiry: Inquiry, step: Step | None) -> bool:
        """Where all is read from afar, let these of its parts come first, huge, beside the picture of a step.

        Return whether that picture is shown so.
        """
        if self.look.far is None:
            return False
        from micra_assistant.ui.diagnosis.far_question import FarQuestion  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.player.far_page import FarPage  # noqa: PLC0415 - likewise

        page = FarPage(FarQuestion(parts, self.look), self.look.far)
        if picture := first_picture(step):
            page.show_picture(inquiry.open_job.guide, picture, self.look)
        self.column.insertWidget(0, page)
        self.stops.sort(key=lambda stop: stop not in parts)
        page.diagram_wanted.connect(self.diagram_wanted)
        return picture is not None

    def add_choice(self, words: str) -> AnswerChoice:
        """Add a huge button, chosen by the next digit; return it."""
        made = self._choice(words, has_digit=True)
        self.column.addWidget(made)
        return made

    def add_answer(self, answer: str, words: str) -> AnswerChoice:
        """Add a huge button for an answer; return it."""
        made = self.add_choice(words)
        made.clicked.connect(lambda: self.answered.emit(answer))
        return made

    def answer_choice(self, answer: str, words: str, *, has_digit: bool) -> AnswerChoice:
        """Return a huge button for an answer that is to be placed elsewhere."""
        made = self._choice(words, has_digit=has_digit)
        made.clicked.connect(lambda: self.answered.emit(answer))
        return made

    def stop(self, widget: W) -> W:
        """Let the keys walk over a widget; return it."""
        self.stops.append(widget)
        return widget

    def add_row(self, buttons: Sequence[SureButton]) -> None:
        """Add small buttons side by side, as wide as each other."""
        grid = QGridLayout()
        grid.setSpacing(self.look.size(8))
        for place, button in enumerate(buttons):
            grid.addWidget(self.stop(button), place // _ABREAST, place % _ABREAST)
        for column in range(_ABREAST):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def way_to_step(self, inquiry: Inquiry) -> SureButton | None:
        """Return the button to the step that says how it is done, None if none does."""
        if not inquiry.step:
            return None
        how = SureButton(_("How to do it"))
        wear(how, Sign.NEXT, behind=True)
        how.clicked.connect(lambda: self.step_wanted.emit(inquiry.step))
        return how

    def _choice(self, words: str, *, has_digit: bool) -> AnswerChoice:
        made = AnswerChoice(words, len(self.choices) + 1 if has_digit else 0, self.look)
        self.choices.append(made)
        return self.stop(made)
