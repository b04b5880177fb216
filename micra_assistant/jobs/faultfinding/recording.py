"""How what a person says to the fault finder becomes acts of the job: on the checklist where it has a line."""

from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Outcome, Repaired
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.telling import told
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.events import Diagnosed
from micra_assistant.jobs.faultfinding.case_of_job import case_of
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.words import _


def _takes_one_act(line: Line) -> bool:
    """Whether a line is to be ticked, and no more than that is to be done for it."""
    waits = isinstance(line.item, Tick) and line.item.wait
    return not (line.done or line.held_by or line.item.needs_second_act or waits)


class Recorder:
    """Records for one moment of the search. Each method raises what ``OpenJob.do`` does.

    ``name`` is that of the model's file.
    """

    def __init__(self, inquiry: Inquiry, name: str) -> None:
        self._inquiry = inquiry
        self._name = name
        self._words = words_of_items(inquiry.open_job.guide)

    def answer(self, open_job: OpenJob, answer: str, typed: str = "") -> None:
        """Record an answer to the test: as a tick of its line if it is that, else by itself.

        ``typed`` is the reading that it was typed as, if that has no line of its own.
        """
        test, line, failing = self._inquiry.test, self._inquiry.line, self._inquiry.case.failing
        if test is None:
            return
        is_tick = line and isinstance(line.item, Tick) and answer == test.ticked
        if failing and is_tick and line and _takes_one_act(line):
            open_job.toggle(line.item.id)
        else:
            self._keep(open_job, Answered(test.id, answer, failing), typed)

    def reading(self, open_job: OpenJob, item: str, typed: str, answer: str) -> None:
        """Record a reading on the checklist; ``answer`` is what it comes to, empty if nothing.

        A car that does not fail now shows a reading that is not that of its fault: it is an answer by itself. So is
        one that was taken before and no longer held.
        """
        test, failing = self._inquiry.test, self._inquiry.case.failing
        answering = self._inquiry.answering
        is_answer = bool(answer) and answering is not None and item == answering.id
        if failing or not is_answer:
            open_job.enter(item, typed)
        if test and is_answer and not self._is_answered(open_job, test):
            self._keep(open_job, Answered(test.id, answer, failing))

    def outcome(self, open_job: OpenJob, outcome: str) -> None:
        """Record what the repair led to."""
        if repair := self._inquiry.repair:
            self._keep(open_job, Repaired(repair.id, Outcome(outcome)))

    def leave_out(self, open_job: OpenJob, *, unknown: bool) -> None:
        """Record that nobody knows what is asked, or that it cannot be done here."""
        asked, goal = self._inquiry.asked, self._inquiry.goal
        move = asked if asked.id in self._inquiry.case.open_gates(goal) else goal
        words = _("Not known: {what}") if unknown else _("Cannot be done here: {what}")
        open_job.do(Diagnosed(self._name, LeftOut(move), words.format(what=self._inquiry.name(move))))

    def _is_answered(self, open_job: OpenJob, test: Test) -> bool:
        case = self._inquiry.case
        now = case_of(case.model, self._name, case.rate_per_hour, open_job.guide, open_job.state)
        return now.is_answered(test.id)

    def _keep(self, open_job: OpenJob, finding: AnyFinding, typed: str = "") -> None:
        words = told(self._inquiry.model, finding, self._words)
        words = _("{found} ({typed})").format(found=words, typed=typed) if typed else words
        open_job.do(Diagnosed(self._name, finding, words))
