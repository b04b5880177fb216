"""The ways to get a part as they stand on one car: the one comparison that window, sheets and commands show."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.faultfinding.case_of_job import case_of, complaint_of
from micra_assistant.jobs.faultfinding.fitting_minutes import minutes_on
from micra_assistant.jobs.faultfinding.seen_on_car import seen_on_car
from micra_assistant.jobs.faultfinding.sound_models import sound_models
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.comparison import Fitted, Minutes, compare
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.own_failures import OwnFailures
from micra_assistant.parts.reading_rules import Heard, KnownOfCar, heard_of


class _OnCar(Struct, frozen=True):
    state: JobState
    minutes: Mapping[str, Minutes]
    heard: Mapping[str, tuple[Heard, ...]]


class WaysOnCar:
    """Compares the ways to get a part; the models of a guide are read once, those with mistakes left out."""

    def __init__(self, guide: Guide, parts: PartsTable | None) -> None:
        self._guide = guide
        self._rules = parts.readings if parts else ()
        self._models = list(sound_models(guide, parts)) if parts else []
        self._told: _OnCar | None = None

    def compared(
        self,
        table: PartsTable,
        rate_per_hour: Decimal,
        state: JobState,
        own: Mapping[str, OwnFailures],
        exchange: Sequence[ExchangeRate],
    ) -> tuple[Fitted, ...]:
        """Return the ways of ``table`` on the car of a job at a labour rate, with what its readings say of them."""
        on_car = self._on(state)
        return compare(table, rate_per_hour, on_car.minutes, own, exchange, on_car.heard)

    def _on(self, state: JobState) -> _OnCar:
        known = replace(state, step="", turn=0)  # which step is read changes nothing on the car
        if self._told is None or self._told.state != known:
            checklist = Checklist(self._guide, state)
            cases = list(self._cases(state, checklist))
            self._told = _OnCar(known, minutes_on(cases), self._heard(state, checklist, cases))
        return self._told

    def _cases(self, state: JobState, checklist: Checklist) -> Iterator[Case]:
        """Yield the car by each complaint, that which is sought first."""
        sought = complaint_of(self._guide, state)
        for complaint, model in sorted(self._models, key=lambda one: one[0] != sought):
            yield case_of(model, complaint.faults, model.rate_per_hour, self._guide, state, checklist)

    def _heard(self, state: JobState, checklist: Checklist, cases: Sequence[Case]) -> Mapping[str, tuple[Heard, ...]]:
        if not self._rules:
            return {}
        models = {complaint.faults: model for complaint, model in self._models}
        answers: dict[str, set[str]] = {}
        for case in cases:
            for test, found in case.answers.items():
                answers.setdefault(test, set()).add(found.answer)
        return heard_of(self._rules, KnownOfCar(seen_on_car(self._guide, state, checklist, models), answers))
