"""What is to be asked or done next on the open job, and all that it rests on; it knows no widgets."""

from enum import Enum, auto
from math import floor, log10

from micra_assistant.diagnosis.advice import Advice, Lead
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import contradicts, doubted, fit
from micra_assistant.diagnosis.explain import name_of, why, why_not
from micra_assistant.diagnosis.fault_model import Access, Repair, Test, WayBack
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Move, MoveKind, Repaired
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.hanging import hangs_on
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import AnyItem, Reading
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.faultfinding.case_of_job import case_of
from micra_assistant.jobs.faultfinding.given_answers import GivenAnswer, answers_given
from micra_assistant.jobs.faultfinding.part_choice import PartChoice
from micra_assistant.jobs.faultfinding.search_options import SearchOptions
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.money import about
from micra_assistant.time_words import estimate_words
from micra_assistant.words import _

MOST_DOUBTED = 4
"""Of so many answers it is asked which of them is doubted."""


class Stage(Enum):
    """What the person is asked for."""

    TEST = auto()
    REPAIR = auto()
    GATE = auto()
    HAND_OVER = auto()
    CURED = auto()
    DOUBT = auto()


class Inquiry:
    """A moment of the search.

    Attributes:
        open_job, model, case, given: the job, what is known of the complaint, of this car, and the answers so far.
        model_name: the name of the file of the model.
        advice: what is advised, with the part that the parts table would have.
        goal: the test, the repair or the giving up that it is about: what was chosen, else what is advised.
        asked: what is to be done now: the goal, or the first thing that must be done before it.
        gate: the item of the guide to be done first for this, None if it is none, or there is no guide: what is asked,
            or what holds it on the checklist.
        stage: what the person is asked for.
        has_checklist: whether the checklist of the job says what is done, and takes the answers that it has a line for.
    """

    def __init__(self, open_job: OpenJob, options: SearchOptions) -> None:
        self.open_job = open_job
        self.model, self.model_name = options.model, options.name
        self.given: tuple[GivenAnswer, ...] = answers_given(open_job, options.model, options.name)
        self.has_checklist = options.passed is None
        self.case = self._case(options)
        self.advice: Advice = PartChoice(open_job, self.case, self.model_name).with_part(advise(self.case))
        self.goal = self._goal(options.chosen or self._chosen_on_job)
        self.asked = self._asked()
        self.gate = self._gate()
        self.stage = self._stage(options)
        self._items = words_of_items(open_job.guide)

    @property
    def complaint_step(self) -> str:
        """The step of the guide that tells of the complaint, empty if none does."""
        complaints = self.open_job.guide.complaints
        return next((complaint.step for complaint in complaints if complaint.faults == self.model_name), "")

    @property
    def is_advised(self) -> bool:
        """Whether it is about what is advised, not about what was chosen instead."""
        return self.goal == self.advice.goal

    @property
    def test(self) -> Test | None:
        """The test it is about, None if it is about something else."""
        return self.model.test(self.goal.id) if self.goal.kind is MoveKind.TEST else None

    @property
    def repair(self) -> Repair | None:
        """The repair it is about, None if it is about something else."""
        return self.model.repair(self.goal.id) if self.goal.kind is MoveKind.REPAIR else None

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
        """What the goal costs, with access work that must be done for it; of an unknown price only the work."""
        cost = cost_of(self.case, self.goal)
        if self.repair and not self.repair.cost.is_known:
            return _("unknown, at least {price}").format(price=self.money(cost - float(self.repair.cost.money)))
        return self.money(cost)

    @property
    def time(self) -> str:
        """How long the goal takes in words, with access work that must be done and what is put back for it."""
        part = self.test or self.repair or self.model.give_up
        costs = [part.cost, *(work.cost for work in self.to_open), *(back.cost for back in self.put_back_first)]
        return estimate_words(sum(cost.minutes for cost in costs))

    @property
    def to_open(self) -> tuple[Access, ...]:
        """The access work that must be done for the goal, in order, each at what is still to do of it."""
        part = self.test or self.repair
        return self.case.to_open(part.access) if part else ()

    @property
    def put_back_first(self) -> tuple[WayBack, ...]:
        """What is put back for the test, as the car will be once its access work is done."""
        return self.case.put_back_first(self.test) if self.test else ()

    @property
    def takes_apart(self) -> bool:
        """Whether access work must be done first."""
        return bool(self.to_open)

    @property
    def why(self) -> str:
        """Why it is this that is asked."""
        return why(self.case, self.advice, self._items) if self.is_advised else self.why_not(self.goal)

    @property
    def saving(self) -> str:
        """What testing first saves on average against repairs only, about; empty if nothing, or it is not advised."""
        saved = self.advice.untested - self.advice.expected
        is_advised = self.is_advised and self.goal.kind is MoveKind.TEST
        return self.money(_two_figures(saved)) if is_advised and saved >= 1 else ""

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
        item = self.answering if self.has_checklist else None
        return self.open_job.checklist.line(item.id) if item else None

    @property
    def answering(self) -> AnyItem | None:
        """The item of the guide that answers the test too: at the second time another one, if the guide has it."""
        test = self.test
        if test is None:
            return None
        once_more = test.again if test.id in self.case.again else ()
        return next((item for name in (*once_more, test.item) if (item := self._item(name))), None)

    @property
    def doubted(self) -> tuple[GivenAnswer, ...]:
        """The answers without which the others would fit together better, the one that matters most first."""
        given = {_about(answer.finding): answer for answer in self.given}
        about = dict.fromkeys(_about(finding) for finding in doubted(self.case))
        return tuple(given[one] for one in about if one in given)[:MOST_DOUBTED]

    @property
    def hangs_on(self) -> GivenAnswer | None:
        """The answer on which the repair that is asked for hangs, if that is dear: worth a second look."""
        repair = self.repair if self.stage is Stage.REPAIR else None
        answer = hangs_on(self.case, repair) if repair else None
        return next((given for given in reversed(self.given) if given.finding == answer), None)

    def name(self, move: Move) -> str:
        """Return what a move is called."""
        return self._items.get(move.id, move.id) if move.kind is MoveKind.GATE else name_of(self.case, move)

    def why_not(self, move: Move) -> str:
        """Return why a move is not what is advised."""
        return why_not(self.case, self.advice, move, self._items)

    def money(self, amount: float) -> str:
        """Return an amount as it is shown."""
        return about(amount, self.model.currency)

    def _item(self, item_id: str) -> AnyItem | None:
        return self.open_job.guide.find_item(item_id)

    def _case(self, options: SearchOptions) -> Case:
        job = self.open_job
        known = case_of(options.model, options.name, options.rate_per_hour, job.guide, job.state, job.checklist)
        if options.passed is None:
            items, in_force = known.items, known.in_force
        else:
            items, in_force = options.passed, None
        return Case(
            known.model,
            known.rate_per_hour,
            known.findings,
            items=items,
            in_force=in_force,
            begun=known.begun,
            closed=known.closed,
            stays=known.stays if self.has_checklist else (),
            failing=options.failing,
        )

    @property
    def _chosen_on_job(self) -> Move | None:
        """What was chosen on the job instead of the advice, None if nothing was."""
        state = self.open_job.state
        return state.chosen if self.has_checklist and state.model == self.model_name else None

    def _goal(self, chosen: Move | None) -> Move:
        return chosen if chosen and self.case.is_left(chosen) else self.advice.goal

    def _asked(self) -> Move:
        """Return the first gate before the goal, one that the model names or its line is held by; else the goal."""
        held_by = self.line.held_by if self.line else None
        gates = self.case.open_gates(self.goal) or ((held_by.id,) if held_by else ())
        return Move(MoveKind.GATE, gates[0]) if gates else self.goal

    def _gate(self) -> AnyItem | None:
        gate = self._item(self.asked.id) if self.asked.kind is MoveKind.GATE else None
        return self.open_job.checklist.first_before(gate) if gate and self.has_checklist else gate

    def _stage(self, options: SearchOptions) -> Stage:
        if self.case.cured_by:
            return Stage.CURED
        if contradicts(self.case, self.goal) and fit(self.case) < options.accepted:
            return Stage.DOUBT
        if self.asked.kind is MoveKind.GATE:
            return Stage.GATE
        return {MoveKind.TEST: Stage.TEST, MoveKind.REPAIR: Stage.REPAIR}.get(self.goal.kind, Stage.HAND_OVER)


def _two_figures(amount: float) -> float:
    return round(amount, 1 - floor(log10(amount)))


def _about(finding: AnyFinding) -> tuple[str, str]:
    """Return which answer of a test or which repair a finding is, so that a later one takes the place of a former."""
    match finding:
        case Answered(test=test, answer=answer):
            return test, answer
        case Repaired(repair=repair):
            return "", repair
        case _:
            return "", ""
