"""Which part a repair is advised with: the search says which work, the parts table by which way to get the part.

The search reckons with what a repair costs now, the table with the years that the car is kept. So that both name the
same, of repairs that are the same work with another part the one is advised whose way was chosen, else the one whose
way the table puts first.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from micra_assistant.diagnosis.advice import Advice, Lead
from micra_assistant.diagnosis.case import Case, as_move
from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.planner import advise_instead
from micra_assistant.errors import StoreError
from micra_assistant.jobs.faultfinding.fitting_minutes import minutes_on
from micra_assistant.jobs.faultfinding.seen_on_car import seen_on_car
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.parts.comparison import Fitted, compare
from micra_assistant.parts.own_failures import OwnFailures
from micra_assistant.parts.reading_rules import Heard, KnownOfCar, heard_of
from micra_assistant.parts.recommending import recommend


class PartChoice:
    """The choice on one job, as it is now, for a search with the model called ``name``."""

    def __init__(self, open_job: OpenJob, case: Case, name: str) -> None:
        self._job = open_job
        self._case = case
        self._name = name
        self._ways: tuple[Fitted, ...] | None = None

    def with_part(self, advice: Advice) -> Advice:
        """Return the advice with the part that the parts table would have, also in what it leads to."""
        goal = self._with_part(advice.goal)
        chosen = advice if goal == advice.goal else advise_instead(self._case, advice, goal)
        return replace(chosen, leads=tuple(self._lead(lead, goal) for lead in chosen.leads))

    def _lead(self, lead: Lead, goal: Move) -> Lead:
        then = tuple(self._with_part(move, goal) for move in lead.then)
        return replace(lead, move=self._with_part(lead.move, goal), then=then)

    def _with_part(self, move: Move, done: Move | None = None) -> Move:
        """Return a move with the part to be taken, once another is done."""
        repair = self._case.model.find_repair(move.id) if move.kind is MoveKind.REPAIR else None
        return as_move(self._of(repair, done)) if repair else move

    def _of(self, repair: Repair, done: Move | None) -> Repair:
        """Return the repair that is the same work with the part to be taken."""
        left = [one for one in self._case.repairs_left() if as_move(one) != done]
        by_option = {one.option: one for one in left if is_same_work(one, repair)}
        if len(by_option) < 2:
            return repair
        ways = [way for way in self._compared() if way.option.fitted_as in by_option]
        chosen = next((way for way in ways if way.option.id == self._job.state.option), None)
        best = chosen or self._first_of(ways)
        return by_option[best.option.fitted_as] if best else repair

    def _first_of(self, ways: Iterable[Fitted]) -> Fitted | None:
        """Return the way that the table puts first: over the years, else fitted now."""
        known = tuple(ways)
        found = recommend(known, self._job.workshop().kept_years) or recommend(known, 0)
        return found.cheapest if found else None

    def _compared(self) -> tuple[Fitted, ...]:
        if self._ways is None:
            table, case = self._job.ways, self._case
            exchange, heard = self._job.workshop().exchange, _heard(self._job, case, self._name)
            rate, minutes = case.rate_per_hour, minutes_on([case])
            self._ways = compare(table, rate, minutes, own_failures(self._job), exchange, heard) if table else ()
        return self._ways


def own_failures(job: OpenJob) -> Mapping[str, OwnFailures]:
    """Return how often ways have failed here; nothing if that cannot be read: the table says so."""
    try:
        return job.own_failures
    except StoreError:
        return {}


def _heard(job: OpenJob, case: Case, name: str) -> Mapping[str, tuple[Heard, ...]]:
    """Return by way what readings of this car say of it, and answers to this search."""
    rules = job.parts.readings if job.parts else ()
    if not rules:
        return {}
    seen = seen_on_car(job.guide, job.state, job.checklist, {name: case.model})
    return heard_of(rules, KnownOfCar(seen, {test: {found.answer} for test, found in case.answers.items()}))


def is_same_work(one: Repair, other: Repair) -> bool:
    """Whether two repairs fit the same part, each got in another way."""
    are_parts = bool(one.option and other.option and one.steps)
    return are_parts and (one.steps, one.access, one.fixes.keys()) == (other.steps, other.access, other.fixes.keys())
