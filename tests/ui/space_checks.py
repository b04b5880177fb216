"""Whether a Space has done just what the foot said before it."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from micra_assistant.diagnosis.findings import Repaired
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.guide.model import plain
from micra_assistant.jobs.events import AnyAct, Closed, Diagnosed, Entered, OptionChosen, Ticked, Unticked, WaitBegun
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.diagnosis.intake_card import IntakeCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.widgets.typed_field import TypedField
from tests.ui.hands import Hands


class Said:
    """What the foot said, and how things stood then.

    Attributes:
        words, detail: what Space would do, and what with.
    """

    def __init__(self, hands: Hands, words: str, detail: str) -> None:
        self.words, self.detail = words, detail
        self._hands = hands
        self._asked = bool(hands.question) and words != "Not yet"
        self._shown = hands.window.workbench.shown
        self._scrolled = self._scroll_bar.value()
        self._before = len(self._shown.history.events) if self._shown else 0

    def is_done(self) -> bool:
        """Whether just that was done."""
        if self._asked:
            return self.done(Ticked) == [self.words.removeprefix("Yes: ")]
        name = self.words.split(":")[0]
        check = next((check for start, check in _CHECKS.items() if name == start), None)
        if check is None and name.startswith("Choose “"):
            return _is_chosen(self)
        if check is None and name.startswith(("Keep ", "Type ")):
            check = _kept if name.startswith("Keep ") else _typed
        return (check or _answered)(self)

    @property
    def job(self) -> OpenJob:
        """The job as it stands now."""
        shown = self._hands.window.workbench.shown
        assert shown
        return shown

    @property
    def acts(self) -> list[AnyAct]:
        """What was done on the job since."""
        events = self.job.history.events[self._before if self.job is self._shown else 0 :]
        return [event.act for event in events]

    def done(self, *kinds: type[AnyAct]) -> list[str]:
        """Return the lines with which acts of these kinds were done."""
        return [self._label(getattr(act, "item", "")) for act in self.acts if isinstance(act, kinds)]

    @property
    def in_front(self) -> QWidget | None:
        """What is in front: a dialog, or what is shown instead of the step."""
        return QApplication.activeModalWidget() or self._hands.window.body.aside

    @property
    def is_asked(self) -> bool:
        """Whether it is asked now whether a gate is passed."""
        return bool(self._hands.question)

    @property
    def places(self) -> list[str]:
        """What the step in front and its lines are called."""
        return [] if self.in_front else [self.job.step.title, *(plain(item.label) for item in self.job.step.items)]

    @property
    def marked(self) -> str:
        """The line that is marked."""
        return self._label(self._hands.marked)

    @property
    def is_further_down(self) -> bool:
        """Whether more of the step is in sight than before."""
        return self._scroll_bar.value() > self._scrolled

    @property
    def _scroll_bar(self) -> QScrollBar:
        return self._hands.window.body.step.words_area.verticalScrollBar()

    @property
    def is_in_parts(self) -> bool:
        """Whether the parts table has the keys."""
        return self._hands.window.body.parts.ways.hasFocus()

    @property
    def row(self) -> CheckRow:
        """The row of that line, wherever the step is scrolled to."""
        return self._hands.window.body.checklist.row(self._hands.marked)

    def _label(self, item_id: str) -> str:
        item = self.job.guide.find_item(item_id)
        return plain(item.label) if item else ""


def _kept(said: Said) -> bool:
    """Whether the value was kept that was said: on the line that was said, or as the answer to what is asked."""
    entered = [act for act in said.acts if isinstance(act, Entered)]
    is_value = len(entered) == 1 and said.words.startswith(f"Keep {entered[0].typed}")
    return is_value and (isinstance(said.in_front, QuestionView | PutBackView) or said.done(Entered) == [said.detail])


def _typed(said: Said) -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, TypedField) and focus.text().endswith(said.words.removeprefix("Type "))


def _answered(said: Said) -> bool:
    """Whether the answer was taken: told in its words, or as the line of the guide that it is."""
    told = [act for act in said.acts if isinstance(act, Diagnosed)]
    return any(_says(act, said.words) for act in told) or bool(said.done(Ticked, Unticked, Entered))


def _says(act: Diagnosed, words: str) -> bool:
    if isinstance(act.finding, Repaired):
        return OUTCOME_WORDS[act.finding.outcome].answer == words
    return act.words.endswith(words)


def _is_back(said: Said) -> bool:
    view = said.in_front
    rows = view.rows if isinstance(view, PutBackView) else []
    is_back = any(plain(row.item.label) == said.detail and row.property("back") for row in rows)
    return is_back and len(said.done(Ticked, Unticked)) == 1


def _is_in_a_field(said: Said) -> bool:
    return isinstance(QApplication.focusWidget(), TypedField) and not said.acts


def _shows_report(said: Said) -> bool:
    dialog = said.in_front
    return isinstance(dialog, PrintDialog) and dialog.sheets.kind is SheetKind.REPORT


def _is_in_sight(said: Said) -> bool:
    row = said.row
    return not said.acts and said.marked == said.detail and row.visibleRegion().boundingRect().height() >= row.height()


def _is_past_the_intake(said: Said) -> bool:
    view = said.in_front
    return isinstance(view, QuestionView) and not isinstance(view.card, IntakeCard) and not said.acts


def _is_there(said: Said) -> bool:
    if said.detail == "what is further down":
        return said.is_further_down
    return said.detail in said.places or (said.detail == "the parts table" and said.is_in_parts)


def _is_chosen(said: Said) -> bool:
    return any(isinstance(act, OptionChosen) for act in said.acts)


_CHECKS: dict[str, Callable[[Said], bool]] = {
    "Show the marked line": _is_in_sight,
    "That is all that is known": _is_past_the_intake,
    "Tick": lambda said: said.done(Ticked) == [said.detail],
    "Begin the wait": lambda said: said.done(WaitBegun) == [said.detail],
    "Confirm": lambda said: said.is_asked and not said.acts,
    "Type the value": _is_in_a_field,
    "Count": _is_in_a_field,
    "On": _is_there,
    "Do it": _is_there,
    "Do this first": _is_there,
    "Find the fault": lambda said: isinstance(said.in_front, QuestionView) and said.job.state.complaint == said.detail,
    "To the question": lambda said: isinstance(said.in_front, QuestionView),
    "To what comes first": lambda said: said.marked == said.detail,
    "Put back": lambda said: isinstance(said.in_front, PutBackView),
    "It is back": _is_back,
    "Close the job": lambda said: said.job.state.is_closed and isinstance(said.in_front, JobsView),
    "Close as finished": lambda said: not isinstance(said.in_front, Closed),
    "Print the report": _shows_report,
}
