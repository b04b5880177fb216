"""The first levels of the search for a fault on paper: cards that lead from answer to answer, with the PC off."""

from collections.abc import Generator, Iterator
from heapq import heappop, heappush
from typing import TypeVar

from msgspec import Struct

from micra_assistant.diagnosis.advice import Lead
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import name_of
from micra_assistant.diagnosis.fault_model import Repair, Test
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Callout, Guide, SignalWord, plain
from micra_assistant.paper.step_numbers import step_numbers
from micra_assistant.time_words import estimate_words
from micra_assistant.words import _

Grown = TypeVar("Grown")
Growing = Generator[None, None, Grown]
"""What is worked out a short part at a time, and returned at the end."""

MOST_CARDS = 20
"""What has room on two sides of A4, and is worked out in half a second."""
_LEAST_SHARE = 0.012
"""Of so few cars the way is not told any further."""


class TreeAnswer(Struct, frozen=True):
    """An answer; ``to`` is the number of the card that it leads to, 0 if none: then ``then`` says what is next."""

    words: str
    to: int
    then: str


class TreeWarning(Struct, frozen=True):
    """A warning of the step of a card, by its signal word and title."""

    signal: SignalWord
    title: str


class TreeCard(Struct, frozen=True):
    """What is to be tested or repaired.

    Attributes:
        number: that of the card, from 1.
        words: the question, or what is repaired.
        is_repair: whether it is a repair.
        where: number and title of the step that says how, empty if none does.
        time: how long it takes, empty if it takes none.
        first: the access work that is to be done first.
        warnings: those of the step.
    """

    number: int
    words: str
    is_repair: bool
    where: str
    time: str
    first: tuple[str, ...]
    warnings: tuple[TreeWarning, ...]
    answers: tuple[TreeAnswer, ...]


class DecisionTree(Struct, frozen=True):
    """The search for the fault behind a complaint; ``suspects`` are what it may be, each with how likely in a word."""

    complaint: str
    cards: tuple[TreeCard, ...]
    suspects: tuple[tuple[str, str], ...]


Trees = tuple[DecisionTree, ...]


def last_of(growing: Growing[Grown]) -> Grown:
    """Return what comes of something once it has grown to its end."""
    while True:
        try:
            next(growing)
        except StopIteration as end:
            grown: Grown = end.value
            return grown


def growing_tree(guide: Guide, complaint: str, case: Case) -> Growing[DecisionTree]:
    """Grow the tree of a car as it stands, a card at a time: none of them takes long.

    Ways that go on alike share their cards.
    """
    root = yield from _growing(case)
    cards = _Cards(guide)
    cards.add(root)
    left = (suspect for suspect in suspects(case) if not suspect.is_out)
    return DecisionTree(complaint, cards.in_order(), tuple((one.fault.text, one.word) for one in left))


class _Node:
    """A situation: what is done in it, and what each outcome leads to, as far as that is told."""

    def __init__(self, case: Case) -> None:
        self.case = case
        advice = advise(case)
        self.move, self.leads = advice.goal, advice.leads
        self.after: dict[str, _Node] = {}
        self.ends: dict[str, Move] = {}

    @property
    def signature(self) -> tuple[object, ...]:
        """What two situations have in common that go on alike."""
        ways = ((lead.answer, self._signature_after(lead)) for lead in self.leads)
        return (self.move, *ways)

    def _signature_after(self, lead: Lead) -> object:
        after = self.after.get(lead.answer)
        return after.signature if after else self.ends.get(lead.answer)

    def outcome(self, lead: Lead) -> Case:
        """Return the car after an outcome."""
        if self.move.kind is MoveKind.TEST:
            return self.case.found(Answered(self.move.id, lead.answer))
        return self.case.found(Repaired(self.move.id, Outcome.NO_CHANGE))


def _growing(case: Case) -> Growing[_Node]:
    """Grow the tree whose cards most cars meet."""
    yield
    root = _Node(case)
    waiting = [(-lead.share, number, root, lead) for number, lead in enumerate(root.leads)]
    count = 1
    while waiting and -waiting[0][0] >= _LEAST_SHARE:
        yield
        share, _number, node, lead = heappop(waiting)
        after = _Node(node.outcome(lead))
        if count == MOST_CARDS or after.move == GIVING_UP:
            node.ends[lead.answer] = after.move
            continue
        node.after[lead.answer] = after
        count += 1
        for number, more in enumerate(after.leads):
            heappush(waiting, (share * more.share, count * 100 + number, after, more))
    return root


class _Cards:
    """Numbers the situations in the order of reading, the likelier way first, and makes cards of them."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._steps = step_numbers(guide)
        self._numbers: dict[tuple[object, ...], int] = {}
        self._nodes: list[_Node] = []

    def add(self, node: _Node) -> None:
        """Give a situation and all that follows their numbers."""
        if node.signature in self._numbers:
            return
        self._nodes.append(node)
        self._numbers[node.signature] = len(self._nodes)
        for lead in sorted(node.leads, key=lambda lead: -lead.share):
            if after := node.after.get(lead.answer):
                self.add(after)

    def in_order(self) -> tuple[TreeCard, ...]:
        """Return the cards."""
        return tuple(self._card(number, node) for number, node in enumerate(self._nodes, 1))

    def _card(self, number: int, node: _Node) -> TreeCard:
        part = node.case.model.find_step(node.move)
        access = node.case.to_open(part.access) if part else ()
        minutes = part.cost.minutes if part else 0
        return TreeCard(
            number=number,
            words=name_of(node.case, node.move),
            is_repair=node.move.kind is not MoveKind.TEST,
            where=self._where(part),
            time=estimate_words(minutes) if minutes else "",
            first=tuple(one.text for one in access),
            warnings=tuple(self._warnings(part)),
            answers=tuple(self._answers(node)),
        )

    def _answers(self, node: _Node) -> Iterator[TreeAnswer]:
        test = node.case.model.find_test(node.move.id) if node.move.kind is MoveKind.TEST else None
        for lead in node.leads:
            words = test.answers[lead.answer] if test else OUTCOME_WORDS[Outcome.NO_CHANGE].answer
            after = node.after.get(lead.answer)
            to = self._numbers[after.signature] if after else 0
            yield TreeAnswer(words, to, "" if after else self._then(node, lead))

    def _then(self, node: _Node, lead: Lead) -> str:
        """Return what comes next where the cards end."""
        if (move := node.ends.get(lead.answer)) is None:
            return _("go on at the PC")
        part = node.case.model.find_step(move)
        number = self._steps.get(part.step, "") if part else ""
        words = name_of(node.case, move)
        return f"{words} ({number})" if number else words

    def _where(self, part: Test | Repair | None) -> str:
        step = self._guide.find_step(part.step) if part else None
        return f"{self._steps[step.id]} {step.title}" if step else ""

    def _warnings(self, part: Test | Repair | None) -> Iterator[TreeWarning]:
        step = self._guide.find_step(part.step) if part else None
        for block in step.blocks if step else ():
            if isinstance(block, Callout) and block.signal.holds_gate:
                yield TreeWarning(block.signal, plain(block.title))
