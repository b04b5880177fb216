"""What is known of a car before anything is done on it: answers that somebody has, and what was tried in vain."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from micra_assistant.diagnosis.fault_model import Model, Test
from micra_assistant.diagnosis.findings import Answered, Repaired
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.intake import Known, may_be_known
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.known_choice import KnownChoice
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_ABREAST = 2


class IntakeCard(Card):
    """Each question with its answers, what needs no taking apart first; between them the repairs that may be tried.

    Attributes:
        known: all that can be marked.

    Signals:
        told: the person has said all; carries a tuple of Known.
        marks_changed: something else is marked.
    """

    told = Signal(object)
    marks_changed = Signal()

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.known = may_be_known(inquiry.case)
        self._rows: list[list[KnownChoice]] = []
        self.say(_("What is known already?"), "question")
        words = _("Mark what was seen or tried before: it is free, and not asked again. Leave out what is unsure.")
        self.say(words, "body")
        self.default = self._add_end(has_digit=True)
        tests = inquiry.case.tests_left()
        self._add_tests(_("Seen or heard"), [test for test in tests if not test.access])
        self._add_repairs(inquiry)
        self._add_tests(_("Measured with something taken apart"), [test for test in tests if test.access])
        self._add_end(has_digit=False)

    @property
    def marked(self) -> tuple[Known, ...]:
        """What is marked as known, in the order of the card."""
        return tuple(choice.known for row in self._rows for choice in row if choice.isChecked())

    def go_on(self, inquiry: Inquiry) -> bool:
        """Return whether a later moment of the search may be told just the same; what is marked stays."""
        return may_be_known(inquiry.case) == self.known

    def mark(self, known: Iterable[Known]) -> None:
        """Mark what is known; what cannot be told any more is left aside."""
        meant = set(known)
        for choice in (choice for row in self._rows for choice in row):
            choice.setChecked(choice.known in meant)

    def _add_end(self, *, has_digit: bool) -> AnswerChoice:
        end = self.answer_choice("", _("That is all that is known: go on"), has_digit=has_digit)
        end.clicked.connect(lambda: self.told.emit(self.marked))
        self.column.addWidget(end)
        return end

    def _add_tests(self, heading: str, tests: Sequence[Test]) -> None:
        if tests:
            self.say(heading, "panel-title")
        for test in tests:
            self.say(test.ask, "body")
            row = self._add_row(_answers(self.known, test))
            for choice in row:
                choice.clicked.connect(lambda _on, row=row, choice=choice: _let_one_stand(row, choice))

    def _add_repairs(self, inquiry: Inquiry) -> None:
        if inquiry.case.repairs_left():
            self.say(_("Done already, and the complaint stayed"), "panel-title")
        self._add_row(_repairs(self.known, inquiry.model))

    def _add_row(self, choices: Iterable[tuple[Known, str]]) -> list[KnownChoice]:
        grid, row = QGridLayout(), [KnownChoice(known, words, self.look) for known, words in choices]
        grid.setSpacing(self.look.size(8))
        for place, choice in enumerate(row):
            choice.toggled.connect(self.marks_changed)
            grid.addWidget(self.stop(choice), place // _ABREAST, place % _ABREAST)
        for column in range(_ABREAST):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self._rows.append(row)
        return row


def _answers(known: Iterable[Known], test: Test) -> Iterator[tuple[Known, str]]:
    """Yield what may be known of a test, with the words of its answer."""
    for one in known:
        match one.finding:
            case Answered(test=test.id, answer=answer):
                yield one, test.answers[answer]


def _repairs(known: Iterable[Known], model: Model) -> Iterator[tuple[Known, str]]:
    """Yield the repairs that may have been tried, with their words."""
    for one in known:
        match one.finding:
            case Repaired(repair=repair):
                yield one, model.repair(repair).text


def _let_one_stand(row: Sequence[KnownChoice], chosen: KnownChoice) -> None:
    """Let a question have one answer only."""
    for choice in row:
        if choice is not chosen:
            choice.setChecked(False)
