"""Finding a fault by asking and answering: what is asked now, and what each answer makes of it.

Nothing is read or written here; a terminal, a pipe or a test carries the words to and fro.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.advice import Advice
from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import name_of, why, why_not
from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.guide_items import Items
from micra_assistant.diagnosis.planner import advise, alternatives, value_of
from micra_assistant.diagnosis.steps import cost_of, step_of
from micra_assistant.errors import MicraError
from micra_assistant.guide.entering import entered
from micra_assistant.guide.measure import AskedError, Choice, ReadingError
from micra_assistant.guide.model import Reading
from micra_assistant.numbers import Numbers

DONE = "done"
"""The answer that an item was done, or the job given up."""

_OUTCOMES = {
    Outcome.CURED: "Cured",
    Outcome.NO_CHANGE: "Done, it changed nothing",
    Outcome.PART_WAS_BAD: "The part was really bad, but the complaint stays",
}
ANSWER = "answer"
"""The choice of a doubt that means one of the answers."""
_NOTHING_LEFT = "Nothing is left to find: the job is done. Go back first."


class AnswerError(MicraError):
    """What was said is no answer to what was asked."""


class End(StrEnum):
    """How a conversation ended."""

    CURED = "cured"
    GIVEN_UP = "given-up"


class Doubt(Struct, frozen=True):
    """What was typed and can mean several things: the question which of them it is, and what it can be.

    ``answer`` is the id of the answer that the choice ``ANSWER`` means, if that is one of them.
    """

    typed: str
    question: str
    choices: tuple[Choice, ...]
    answer: str = ""


class Conversation(Struct, frozen=True):
    """A moment of it; never changes: every answer makes another.

    Attributes:
        case: what is known of the car.
        advice: what is advised on it.
        goal: the test, the repair or the giving up that it is about: what is advised, or what was chosen instead.
        items: what the guide says of its items, nothing if there is none.
        numbers: how numbers are written here.
        paid: what was spent so far, in the currency of the model.
        end: how it ended, None while it goes on.
        before: the moment before, None at first.
        doubt: what was typed last and is asked about first, None if nothing is.
    """

    case: Case
    advice: Advice
    goal: Move
    items: Items = Items()
    numbers: Numbers = Numbers.POINT
    paid: float = 0.0
    end: End | None = None
    before: "Conversation | None" = None
    doubt: Doubt | None = None

    @property
    def asked(self) -> Move:
        """What is to be done now: the goal, or the first thing that must be done before it."""
        gates = self.case.open_gates(self.goal)
        return Move(MoveKind.GATE, gates[0]) if gates else self.goal

    @property
    def question(self) -> str:
        """What is asked, in words."""
        if self.doubt:
            return self.doubt.question
        if self.asked.kind is MoveKind.GATE:
            return self.items.words.get(self.asked.id, self.asked.id)
        return name_of(self.case, self.asked)

    @property
    def answers(self) -> Mapping[str, str]:
        """What can be answered, in words by id."""
        if self.doubt:
            return {choice.name: choice.words for choice in self.doubt.choices}
        match self.asked.kind:
            case MoveKind.TEST:
                return _test(self).answers
            case MoveKind.REPAIR:
                return {outcome.value: words for outcome, words in _OUTCOMES.items()}
            case MoveKind.GATE:
                return {DONE: "It is done"}
            case MoveKind.GIVE_UP:
                return {DONE: "Give up"}

    @property
    def reading(self) -> Reading | None:
        """The reading that may be typed instead of an answer, None if there is none."""
        test = _test(self) if self.asked.kind is MoveKind.TEST else None
        return self.items.readings.get(test.item) if test and test.limits else None

    @property
    def cost(self) -> float:
        """What it costs to do what is asked, with access work that must be done for it."""
        return cost_of(self.case, self.asked)


def begin(
    case: Case,
    items: Items = Items(),  # noqa: B008 - frozen
    numbers: Numbers = Numbers.POINT,
) -> Conversation:
    """Begin to find the fault of a car."""
    advice = advise(case)
    return Conversation(case, advice, advice.goal, items, numbers)


def answered(now: Conversation, answer: str) -> Conversation:
    """Return what comes after an answer, by its id; AnswerError if it is none of those asked for."""
    _check_going_on(now)
    if answer not in now.answers:
        raise AnswerError(f"There is no answer “{answer}” here; there is: {', '.join(now.answers)}.")
    if now.doubt and now.before:
        return _meant(now.before, now.doubt, answer)
    move, case = now.asked, now.case
    match move.kind:
        case MoveKind.TEST:
            return _once_done(now, case.found(Answered(move.id, answer, case.failing)))
        case MoveKind.REPAIR:
            return _once_done(now, case.found(Repaired(move.id, Outcome(answer))))
        case MoveKind.GATE:
            return replace(_after(now, _with_items(case, case.items | {move.id})), goal=now.goal)
        case MoveKind.GIVE_UP:
            return replace(now, end=End.GIVEN_UP, paid=now.paid + now.cost, before=now)


def typed(now: Conversation, text: str) -> Conversation:
    """Return what comes after a reading was typed, such as ``0.4 Ω``, anything else already taken off it.

    A lone 1 in ohms, and a number that can be two, is asked about. AnswerError if no reading is asked for, it is none,
    or it is none of the answers.
    """
    _check_going_on(now)
    reading = now.reading
    if reading is None:
        raise AnswerError("No reading is asked for here: give one of the answers.")
    try:
        kept = entered(text, reading.unit, now.numbers)
    except AskedError as asked:
        return replace(now, doubt=Doubt(text, str(asked), asked.choices), before=now)
    except ReadingError as error:
        raise AnswerError(str(error)) from error
    return _as_reading(now, reading, kept)


def numbered(now: Conversation, number: int) -> Conversation:
    """Return what comes after a bare whole number, which may be that of an answer or a reading: then it is asked which.

    AnswerError if there is no answer of that number.
    """
    answers = dict(enumerate(now.answers.items(), 1))
    unit = now.reading.unit if now.reading else ""
    if number not in answers:
        hint = f" A reading is typed with its unit: {number} {unit}." if unit else ""
        raise AnswerError(f"There is no answer {number}.{hint}")
    answer, words = answers[number]
    if now.doubt or not unit:
        return answered(now, answer)
    first = Choice(ANSWER, "", f"Answer {number}: {words}")
    doubt = Doubt(str(number), "Which is meant?", (first, *_as_typed(number, unit)), answer)
    return replace(now, doubt=doubt, before=now)


def _as_typed(number: int, unit: str) -> tuple[Choice, ...]:
    """Return what a whole number can be as a reading."""
    try:
        entered(str(number), unit)
    except AskedError as asked:
        return asked.choices
    return (Choice("reading", f"{number} {unit}", f"The meter shows {number} {unit}"),)


def _meant(now: Conversation, doubt: Doubt, name: str) -> Conversation:
    """Return what comes after the moment of a doubt, once it was said what was meant."""
    if name == ANSWER:
        return answered(now, doubt.answer)
    kept = next(choice.typed for choice in doubt.choices if choice.name == name)
    return typed(now, kept)


def _as_reading(now: Conversation, reading: Reading, kept: str) -> Conversation:
    answer = answer_typed(_test(now), reading, kept, Decimal(0))
    if not answer:
        raise AnswerError("This reading alone does not tell which of the answers it is: give one of them.")
    return answered(now, answer)


def skipped(now: Conversation) -> Conversation:
    """Return what comes after nobody knows the answer to what is asked, or it cannot be done on this car."""
    _check_going_on(now)
    if now.asked == GIVING_UP:
        raise AnswerError("This is the last that is left: go back, or end here.")
    return _after(now, now.case.found(LeftOut(now.asked)))


def chosen(now: Conversation, move: Move) -> Conversation:
    """Return the conversation with another move than the advised one; AnswerError if it is not left to do."""
    _check_going_on(now)
    if value_of(now.case, move) is None:
        raise AnswerError(f"“{move.id or move.kind}” is not left to do on this car.")
    return replace(now, goal=move, before=now, doubt=None)


def failing(now: Conversation, *, does: bool) -> Conversation:
    """Return the conversation on a car that shows its complaint now, or does not."""
    _check_going_on(now)
    case = now.case
    return _after(now, Case(case.model, case.rate_per_hour, case.findings, items=case.items, failing=does))


def back(now: Conversation) -> Conversation:
    """Return the moment before; AnswerError at the first."""
    if now.before is None:
        raise AnswerError("This is where it began.")
    return now.before


def others(now: Conversation) -> tuple[Move, ...]:
    """Return what could be done instead of what is asked, the best first."""
    return tuple(valued.move for valued in alternatives(now.case) if valued.move != now.goal)


def reason(now: Conversation) -> str:
    """Return why it is this that is asked."""
    if now.end:
        return _NOTHING_LEFT
    if now.goal != now.advice.goal:
        return f"You chose it. {reason_against(now, now.goal)}"
    return why(now.case, now.advice, now.items.words)


def reason_against(now: Conversation, move: Move) -> str:
    """Return why another move is not what is advised."""
    return why_not(now.case, now.advice, move, now.items.words)


def _test(now: Conversation) -> Test:
    return next(test for test in now.case.model.tests if test.id == now.asked.id)


def _check_going_on(now: Conversation) -> None:
    if now.end:
        raise AnswerError(_NOTHING_LEFT)


def _once_done(now: Conversation, found: Case) -> Conversation:
    """Return the moment after a step; whether its gates, such as no power, still hold has to be asked anew."""
    found = _with_items(found, found.items - set(step_of(found.model, now.asked).gates))
    after = replace(_after(now, found), paid=now.paid + now.cost)
    return replace(after, end=End.CURED) if found.cured_by else after


def _after(now: Conversation, case: Case) -> Conversation:
    advice = advise(case)
    return replace(now, case=case, advice=advice, goal=advice.goal, before=now, doubt=None)


def _with_items(case: Case, items: frozenset[str]) -> Case:
    return Case(case.model, case.rate_per_hour, case.findings, items=items, failing=case.failing)
