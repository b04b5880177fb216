"""Finding a fault in words: one question at a time, and what each answer makes of the job.

It asks what the inquiry of the search asks, and the recorder keeps the answers, as in the window. Nothing is read or
written here; a terminal, a pipe or a test carries the words to and fro.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import GIVING_UP, Move
from micra_assistant.diagnosis.move_costs import cost_of, spent
from micra_assistant.diagnosis.planner import alternatives, value_of
from micra_assistant.errors import MicraError
from micra_assistant.guide.entering import entered
from micra_assistant.guide.measure import AskedError, ReadingError
from micra_assistant.guide.model import Reading
from micra_assistant.jobs.events import Undone
from micra_assistant.jobs.faultfinding.answering import AnswerError, Answering
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.intake import Known, may_be_known, tell
from micra_assistant.jobs.faultfinding.moments import Moment, undo
from micra_assistant.jobs.faultfinding.question import Question
from micra_assistant.jobs.faultfinding.unclear import ANSWER, Unclear, answer_or_reading
from micra_assistant.words import N_, _

_NOTHING_LEFT = N_("Nothing is left to find: the job is done. Go back first.")


class End(StrEnum):
    """How a conversation ended."""

    CURED = "cured"
    GIVEN_UP = "given-up"


class Conversation:
    """Asks and is answered about one search, until the car is cured or given up.

    Each answer is kept with the job as the window would keep it. What is raised besides AnswerError is what OpenJob.do
    raises; all is as before then.

    Attributes:
        inquiry: what is known now, and why this is asked.
        unclear: what was typed last and is asked about first, None if nothing is.
    """

    def __init__(self, search: FaultSearch) -> None:
        self._search = search
        self._open_job = search.open_job
        self._before: list[Moment] = []
        self._own: frozenset[str] = frozenset()
        self._is_given_up = False
        self.unclear: Unclear | None = None
        self._look()
        search.begin()

    @property
    def case(self) -> Case:
        """What is known of the car."""
        return self.inquiry.case

    @property
    def end(self) -> End | None:
        """How it ended, None while it goes on."""
        if self.case.cured_by:
            return End.CURED
        return End.GIVEN_UP if self._is_given_up else None

    @property
    def asked(self) -> Move:
        """What is to be done now: the goal, or the first thing that must be done before it."""
        return self._question.asked

    @property
    def contradicts(self) -> bool:
        """Whether it is asked which of the answers is doubted, as they do not fit together."""
        return self._question.contradicts

    @property
    def question(self) -> str:
        """What is asked, in words."""
        return self.unclear.question if self.unclear else self._question.words

    @property
    def answers(self) -> Mapping[str, str]:
        """What can be answered, in words by id; nothing if only a value can be typed."""
        return self.unclear.answers if self.unclear else self._question.answers

    @property
    def unit(self) -> str:
        """The unit in which a reading may be typed, the noun of what may be counted; empty if nothing may be typed."""
        return self._question.unit

    @property
    def cost(self) -> float:
        """What it costs to do what is asked, with access work that must be done for it."""
        return self._question.cost

    @property
    def paid(self) -> float:
        """What was spent so far, in the currency of the model."""
        return spent(self.case) + (cost_of(self.case, GIVING_UP) if self.end is End.GIVEN_UP else 0.0)

    def catch_up(self) -> None:
        """Take in what others have done on the job meanwhile; StoreError if that cannot be read.

        AnswerError if they went on with another text of the guide.
        """
        if self._open_job.catch_up():
            self._look()
        if self._open_job.has_other_text:
            raise AnswerError(_("The job goes on with another text of its guide: end here, and begin again."))

    def answer(self, answer: str) -> None:
        """Take an answer, by its id; AnswerError if it is none of those asked for."""
        self._check_going_on()
        if answer not in self.answers:
            raise AnswerError(
                _("There is no answer “{answer}” here; there is: {answers}.").format(
                    answer=answer, answers=", ".join(self.answers)
                )
            )
        if self.unclear:
            self._take_meant(self.unclear, answer)
        else:
            self._take(lambda: self._answering.keep(answer), gives_up=self.asked == GIVING_UP)

    def type(self, text: str) -> None:
        """Take a reading that was typed, such as ``0.4 Ω``, anything else already taken off it.

        A lone 1 in ohms, and a number that can be two, is asked about. AnswerError if no reading is asked for, it is
        none, or it is none of the answers.
        """
        self._check_going_on()
        item = self._question.item_typed
        if item is None:
            raise AnswerError(_("No reading is asked for here: give one of the answers."))
        try:
            value = entered(text, item.unit, self._open_job.workshop().numbers) if isinstance(item, Reading) else text
        except AskedError as asked:
            self._ask_about(Unclear(text, str(asked), asked.choices))
        except ReadingError as error:
            raise AnswerError(str(error)) from error
        else:
            self._take(lambda: self._answering.keep_typed(item, value))

    def number(self, number: int) -> None:
        """Take a bare whole number, which may be that of an answer or a reading: then it is asked which.

        AnswerError if there is no answer of that number.
        """
        answers, unit = dict(enumerate(self.answers.items(), 1)), self.unit
        if not answers:
            self.type(str(number))
        elif number not in answers:
            words = _("There is no answer {number}. A reading is typed with its unit: {number} {unit}.")
            words = words if unit else _("There is no answer {number}.")
            raise AnswerError(words.format(number=number, unit=unit))
        elif self.unclear or not unit:
            self.answer(answers[number][0])
        else:
            self._ask_about(answer_or_reading(number, *answers[number], unit))

    def skip(self, *, unknown: bool = False) -> None:
        """Take that what is asked cannot be done on this car, or that nobody knows it."""
        self._check_going_on()
        if self.asked == GIVING_UP:
            raise AnswerError(_("This is the last that is left: go back, or end here."))
        self._take(lambda: self._answering.leave_out(unknown=unknown))

    @property
    def may_be_known(self) -> tuple[Known, ...]:
        """What may be known of the car already, without anything being done for it."""
        return may_be_known(self.case)

    def tell(self, known: Sequence[Known]) -> None:
        """Take what is known already, free of charge; AnswerError if it is two answers to one test, or not left."""
        self._check_going_on()
        self._take(lambda: tell(self.inquiry, known))

    def look_again(self) -> None:
        """Take back the answer on which the repair hangs, to ask for it once more; AnswerError if there is none."""
        self._check_going_on()
        answer = self.inquiry.hangs_on
        if answer is None:
            raise AnswerError(_("No dear repair hangs on one answer here."))
        self._take(lambda: self._open_job.do(Undone(answer.event)))

    def choose(self, move: Move) -> None:
        """Ask for another move than the advised one; AnswerError if it is not left to do."""
        self._check_going_on()
        if value_of(self.case, move) is None:
            raise AnswerError(_("“{move}” is not left to do on this car.").format(move=move.id or move.kind))
        self._take(lambda: self._search.prefer(move))

    def set_failing(self, *, failing: bool) -> None:
        """Take that the car shows its complaint now, or does not."""
        self._check_going_on()
        self._take(lambda: self._search.set_failing(failing, self.inquiry.goal))

    def back(self) -> None:
        """Go back to the moment before; at the first, take back the last answer that the job came with.

        AnswerError if there is none. What was undone elsewhere meanwhile stays so.
        """
        if self._before:
            undo(self._open_job, self._own - self._before[-1].own)
            self._go_back_to(self._before.pop())
        elif self.inquiry.given:
            self._open_job.do(Undone(self.inquiry.given[-1].event))
        else:
            raise AnswerError(_("This is where it began."))
        self._look()

    def others(self) -> tuple[Move, ...]:
        """Return what could be done instead of what is asked, the best first."""
        return tuple(valued.move for valued in alternatives(self.case) if valued.move != self.inquiry.goal)

    def reason(self) -> str:
        """Return why it is this that is asked."""
        if self.end:
            return _(_NOTHING_LEFT)
        return self.inquiry.why if self.inquiry.is_advised else _("You chose it. {why}").format(why=self.inquiry.why)

    def _look(self) -> None:
        self.inquiry: Inquiry = self._search.inquiry()
        self._question = Question(self.inquiry)
        self._answering = Answering(self._search, self.inquiry, self._question)

    def _check_going_on(self) -> None:
        if self.end:
            raise AnswerError(_(_NOTHING_LEFT))

    def _take(self, act: Callable[[], object], *, gives_up: bool = False) -> None:
        """Do what was said, and remember how it was before."""
        before, known = self._now(), {event.id for event in self._open_job.history.events}
        act()
        self._own |= {event.id for event in self._open_job.history.events} - known
        self._before.append(before)
        self.unclear, self._is_given_up = None, gives_up and not self.contradicts
        self._look()

    def _ask_about(self, unclear: Unclear) -> None:
        self._before.append(self._now())
        self.unclear = unclear

    def _take_meant(self, unclear: Unclear, name: str) -> None:
        """Take what was unclear as if it had been typed so at once."""
        asking = self._before.pop()
        self.unclear = None
        try:
            self.answer(unclear.answer) if name == ANSWER else self.type(unclear.meant(name))
        except MicraError:
            self._before.append(asking)
            self.unclear = unclear
            raise

    def _now(self) -> Moment:
        return Moment(self._search.options, self.unclear, self._is_given_up, self._own)

    def _go_back_to(self, moment: Moment) -> None:
        self._search.options, self.unclear, self._is_given_up = moment.options, moment.unclear, moment.is_given_up
