"""What is asked at one moment of a search, in words, and how it can be answered."""

from collections.abc import Mapping

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.guide.model import AnyItem, Count, Reading, Tick, Written
from micra_assistant.jobs.faultfinding.case_of_job import answer_on_the_checklist
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.jobs.waiting import wait_caption
from micra_assistant.words import N_, _

DONE = "done"
"""The answer that an item was done, or the job given up."""
GO_ON = "go-on"
"""The answer that all is as it was answered, although that does not fit together."""

DO_NOT_FIT = N_("These answers do not fit together")
WHICH_IS_DOUBTED = N_("Which answer do you doubt? It is taken back and asked again.")
HANGS_ON = N_("This hangs on one answer: “{answer}”. Is it right?")
AS_ANSWERED = N_("It is all as I said, go on")


class Question:
    """What an inquiry asks.

    Attributes:
        contradicts: whether it is asked which of the answers is doubted, as they do not fit together.
        gate: the first line of the checklist that is to be done before the goal, None if there is none.
        asked: what is to be done now: the goal, or the first thing that must be done before it.
    """

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry = inquiry
        self._checklist = inquiry.open_job.checklist
        self.contradicts = inquiry.stage is Stage.DOUBT
        self.gate = self._first_gate()
        self.asked = Move(MoveKind.GATE, self.gate.id) if self.gate else inquiry.asked

    @property
    def words(self) -> str:
        """What is asked, and what there is to say of a value that was typed for it and does not lead on."""
        if self.contradicts:
            return f"{_(DO_NOT_FIT)}. {_(WHICH_IS_DOUBTED)}"
        name, value = self._inquiry.name(self.asked), self._value_so_far()
        if waits := self._waits():
            return _("{name} ({waits})").format(name=name, waits=waits)
        if not value:
            return name
        words = _("{name} ({value} is not as it must be)") if self.gate else _("{name} ({value} alone does not tell)")
        return words.format(name=name, value=value)

    @property
    def answers(self) -> Mapping[str, str]:
        """What can be answered, in words by id; nothing if only a value can be typed."""
        if self.contradicts:
            doubted = {answer.event: answer.words for answer in self._inquiry.doubted}
            return {**doubted, GO_ON: _(AS_ANSWERED)}
        match self.asked.kind:
            case MoveKind.TEST:
                return self._inquiry.model.test(self.asked.id).answers
            case MoveKind.REPAIR:
                return {outcome.value: words.answer for outcome, words in OUTCOME_WORDS.items()}
            case MoveKind.GATE:
                return {DONE: _("It is done")} if self.gate is None or isinstance(self.gate, Tick) else {}
            case MoveKind.GIVE_UP:
                return {DONE: _("Give up")}

    @property
    def item_typed(self) -> Reading | Count | Written | None:
        """The reading, count or words that may be typed, None if nothing may."""
        if self.contradicts or isinstance(self.gate, Tick):
            return None
        return self.gate or (self._reading() if self.asked.kind is MoveKind.TEST else None)

    @property
    def unit(self) -> str:
        """The unit of a reading that may be typed, the noun of what may be counted or written; empty if none may."""
        item = self.item_typed
        if isinstance(item, Written):
            return _("words")
        return item.unit if isinstance(item, Reading) else item.noun if item else ""

    @property
    def cost(self) -> float:
        """What it costs to do what is asked, with access work that must be done for it."""
        return cost_of(self._inquiry.case, self.asked)

    def _waits(self) -> str:
        """Return what there is to say of the wait for the gate, empty if nothing."""
        return wait_caption(self._checklist.line(self.gate.id), self._inquiry.open_job.clock()) if self.gate else ""

    def _first_gate(self) -> AnyItem | None:
        first = self._inquiry.gate if self._inquiry.has_checklist else None
        if isinstance(first, Reading) and self._checklist.taken_off(first) is None:
            return self._inquiry.open_job.guide.find_item(first.minus) or first
        return first

    def _reading(self) -> Reading | None:
        """Return the reading that answers the test, None if it is none."""
        test = self._inquiry.test
        item = self._inquiry.answering if test and test.limits else None
        return item if isinstance(item, Reading) else None

    def _value_so_far(self) -> str:
        """Return what stands on the checklist and does not pass the gate, or answer the test; empty if nothing."""
        line = self._checklist.line(self.gate.id) if self.gate else self._inquiry.line
        test = self._inquiry.test
        is_answer = not self.gate and test and line and answer_on_the_checklist(test, self._checklist, line.item.id)
        return "" if line is None or is_answer else line.value
