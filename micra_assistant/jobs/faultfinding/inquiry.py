"""What is to be asked or done next on the open job, and all that it rests on; it knows no widgets."""

from decimal import Decimal
from enum import Enum, auto

from msgspec import Struct

from micra_assistant.diagnosis.advice import Advice, Lead
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import contradicts, fit
from micra_assistant.diagnosis.explain import name_of, why, why_not
from micra_assistant.diagnosis.fault_model import Access, Model, Repair, Test
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from micra_assistant.diagnosis.guide_items import items_of
from micra_assistant.diagnosis.planner import advise
from micra_assistant.diagnosis.steps import cost_of
from micra_assistant.guide.model import AnyItem, Reading
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.faultfinding.case_of_job import case_of
from micra_assistant.jobs.faultfinding.given_answers import Said, said_so_far
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.money import about


class Stage(Enum):
    """What the person is asked for."""

    TEST = auto()
    REPAIR = auto()
    GATE = auto()
    HAND_OVER = auto()
    CURED = auto()
    DOUBT = auto()


class Aim(Struct, frozen=True):
    """What is looked for, and how.

    Attributes:
        model, name: the model, and the name of its file.
        rate_per_hour: the labour rate of this workshop.
        failing: whether the car shows its complaint now.
        chosen: what the person would rather do than what is advised, None if that is fine.
        accepted: the fit of findings that contradict themselves at which the person went on all the same.
    """

    model: Model
    name: str
    rate_per_hour: Decimal
    failing: bool = True
    chosen: Move | None = None
    accepted: float = 1.0


class Inquiry:
    """A moment of the search.

    Attributes:
        open_job, model, case, said: the job, what is known of the complaint, of this car, and what was said so far.
        advice: what is advised.
        goal: the test, the repair or the giving up that it is about: what was chosen, else what is advised.
        gate: the item of the guide that must be done before, None if there is none.
        stage: what the person is asked for.
    """

    def __init__(self, open_job: OpenJob, sought: Aim) -> None:
        self.open_job = open_job
        self.model = sought.model
        self.said: tuple[Said, ...] = said_so_far(open_job, sought.model, sought.name)
        case = case_of(sought.model, sought.name, sought.rate_per_hour, open_job.guide, open_job.state)
        self.case = Case(case.model, case.rate_per_hour, case.findings, items=case.items, failing=sought.failing)
        self.advice: Advice = advise(self.case)
        self.goal = sought.chosen if sought.chosen and self._is_left(sought.chosen) else self.advice.goal
        self.gate = self._first_gate()
        self.stage = self._stage(sought)
        self._items = items_of(open_job.guide).words

    @property
    def is_advised(self) -> bool:
        """Whether it is about what is advised, not about what was chosen instead."""
        return self.goal == self.advice.goal

    @property
    def test(self) -> Test | None:
        """The test it is about, None if it is about something else."""
        tests = self.model.tests if self.goal.kind is MoveKind.TEST else ()
        return next((test for test in tests if test.id == self.goal.id), None)

    @property
    def repair(self) -> Repair | None:
        """The repair it is about, None if it is about something else."""
        repairs = self.model.repairs if self.goal.kind is MoveKind.REPAIR else ()
        return next((repair for repair in repairs if repair.id == self.goal.id), None)

    @property
    def title(self) -> str:
        """What the goal is called."""
        return name_of(self.case, self.goal)

    @property
    def step(self) -> str:
        """The step of the guide that says how it is done, empty if none does."""
        part = self.test or self.repair
        return part.step if part else ""

    @property
    def cost(self) -> str:
        """What the goal costs, with access work that must be done for it."""
        return self.money(cost_of(self.case, self.goal))

    @property
    def minutes(self) -> str:
        """How many minutes the goal takes, with access work that must be done for it."""
        part = self.test or self.repair or self.model.give_up
        return f"{part.cost.minutes + sum(access.cost.minutes for access in self._to_open):g}"

    @property
    def takes_apart(self) -> bool:
        """Whether access work must be done first."""
        return bool(self._to_open)

    @property
    def why(self) -> str:
        """Why it is this that is asked."""
        return why(self.case, self.advice, self._items) if self.is_advised else self.why_not(self.goal)

    @property
    def leads(self) -> tuple[Lead, ...]:
        """What each answer leads to, for what is advised."""
        return self.advice.leads if self.is_advised else ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that answer the test when they are typed: the one taken off first, if it is not there."""
        line = self.line
        if self.test is None or line is None or not isinstance(line.item, Reading) or not self.test.limits:
            return ()
        less = self._item(line.item.minus)
        is_missing = isinstance(less, Reading) and self.open_job.checklist.taken_off(line.item) is None
        return (less, line.item) if is_missing and isinstance(less, Reading) else (line.item,)

    @property
    def line(self) -> Line | None:
        """The line of the checklist that answers the test too, None if none does."""
        item = self._item(self.test.item) if self.test else None
        return self.open_job.checklist.line(item.id) if item else None

    def name(self, move: Move) -> str:
        """Return what a move is called."""
        return self._items.get(move.id, move.id) if move.kind is MoveKind.GATE else name_of(self.case, move)

    def why_not(self, move: Move) -> str:
        """Return why a move is not what is advised."""
        return why_not(self.case, self.advice, move, self._items)

    def money(self, amount: float) -> str:
        """Return an amount as it is shown."""
        return about(Decimal(str(round(amount, 2))), self.model.currency)

    @property
    def _to_open(self) -> list[Access]:
        part = self.test or self.repair
        closed = (access for access in self.model.access if access.id not in self.case.opened)
        return [access for access in closed if part and access.id == part.access]

    def _item(self, item_id: str) -> AnyItem | None:
        return next((item for item in self.open_job.guide.items if item.id == item_id), None)

    def _is_left(self, move: Move) -> bool:
        left = {Move(MoveKind.TEST, test.id) for test in self.case.tests_left()}
        return move == GIVING_UP or move in left | {
            Move(MoveKind.REPAIR, repair.id) for repair in self.case.repairs_left()
        }

    def _first_gate(self) -> AnyItem | None:
        """Return the first gate before the goal: one that the model names, or that the checklist holds its line by."""
        gates = self.case.open_gates(self.goal)
        if gates:
            return self._item(gates[0])
        return self.line.held_by if self.line else None

    def _stage(self, sought: Aim) -> Stage:
        if self.case.cured_by:
            return Stage.CURED
        if contradicts(self.case) and fit(self.case) < sought.accepted:
            return Stage.DOUBT
        if self.gate:
            return Stage.GATE
        return {MoveKind.TEST: Stage.TEST, MoveKind.REPAIR: Stage.REPAIR}.get(self.goal.kind, Stage.HAND_OVER)
