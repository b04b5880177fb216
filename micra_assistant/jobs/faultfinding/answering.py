"""What an answer in words makes of the job and of the search: kept as the window would keep it."""

from decimal import Decimal

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.findings import MoveKind
from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Count, Reading, Written
from micra_assistant.jobs.events import Undone
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.question import GO_ON, Question
from micra_assistant.jobs.faultfinding.recording import Recorder
from micra_assistant.jobs.waiting import wait_caption
from micra_assistant.words import _


class AnswerError(MicraError):
    """What was said is no answer to what was asked."""


class Answering:
    """Keeps answers to one question. Each method raises what OpenJob.do does, and all is as before then."""

    def __init__(self, search: FaultSearch, inquiry: Inquiry, question: Question) -> None:
        self._search = search
        self._open_job = search.open_job
        self._inquiry = inquiry
        self._question = question
        self._recorder = Recorder(inquiry, search.options.name)

    def keep(self, answer: str) -> None:
        """Keep an answer, one of those that the question has; giving up is not kept."""
        if self._question.contradicts:
            self._keep_doubt(answer)
        elif self._question.asked.kind is MoveKind.GATE:
            self._pass_gate()
        elif self._question.asked.kind is not MoveKind.GIVE_UP:
            record = self._recorder.outcome if self._inquiry.repair else self._recorder.answer
            record(self._open_job, answer)
            self._search.go_on_from(self._question.asked)

    def keep_typed(self, item: Reading | Count | Written, value: str) -> None:
        """Keep a value on its line of the checklist, if it has one that says the same, else the answer that it is.

        AnswerError if it is to be an answer, and is none.
        """
        if self._question.gate or not isinstance(item, Reading):
            self._open_job.enter(item.id, value)
        elif self._keep_reading(item, value):
            self._search.go_on_from(self._question.asked)

    def leave_out(self, *, unknown: bool) -> None:
        """Keep that nobody knows what is asked, or that it cannot be done here."""
        self._recorder.leave_out(self._open_job, unknown=unknown)
        self._search.prefer(None)

    def _keep_doubt(self, answer: str) -> None:
        if answer == GO_ON:
            self._search.accept(self._inquiry)
        else:
            self._open_job.do(Undone(answer))

    def _pass_gate(self) -> None:
        if self._inquiry.has_checklist:
            line = self._open_job.toggle(self._question.asked.id)
            if line and not line.held_by:
                raise AnswerError(wait_caption(line, self._open_job.clock()))
        else:
            self._search.pass_gate(self._question.asked.id, self._inquiry.goal)

    def _keep_reading(self, reading: Reading, value: str) -> bool:
        """Keep a reading; return whether it answers the test."""
        answer = answer_typed(self._inquiry.model.test(self._question.asked.id), reading, value, Decimal(0))
        if self._inquiry.line and not reading.minus:
            self._recorder.reading(self._open_job, reading.id, value, answer)
        elif answer:
            self._recorder.answer(self._open_job, answer, value)
        else:
            raise AnswerError(_("This reading alone does not tell which of the answers it is: give one of them."))
        return bool(answer)
