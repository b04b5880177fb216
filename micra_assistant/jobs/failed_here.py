"""How often parts failed that this workshop has fitted: a car that comes again for the same part says so."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from micra_assistant.jobs.records.fittings import FittedWay, Fitting
from micra_assistant.jobs.records.store import Store
from micra_assistant.lookalikes import plate
from micra_assistant.parts.joined_quotes import way_like
from micra_assistant.parts.options import Option, OptionKind, PartsTable
from micra_assistant.parts.own_failures import OwnFailures

_DAYS_PER_YEAR = 365.25


class _Watched(Struct, frozen=True):
    """One part that was fitted: the id of its way, the years until it failed or until now, and whether it did."""

    option: str
    years: float
    failed: bool


def failed_here(store: Store, guide: str, table: PartsTable, now: datetime) -> dict[str, OwnFailures]:
    """Return by way of a guide how many parts were fitted here, and of them failed; StoreError if nobody can read it.

    A part has failed once its car had another closed job with the same guide on which the same part was got anew.
    Jobs without a registration say nothing: nobody would know whether their car came again.
    """
    cars: dict[tuple[str, str], list[tuple[Fitting, Option]]] = {}
    for fitting in store.fittings.of_guide(guide):
        if (car := plate(fitting.car)) and (option := _option(table, fitting.way)):
            cars.setdefault((car, table.part_of(option)), []).append((fitting, option))
    return _counted(watched for fittings in cars.values() for watched in _watched(fittings, now))


def _option(table: PartsTable, way: FittedWay) -> Option | None:
    if way.option:
        return next((option for option in table.options if option.id == way.option), None)
    like = way_like(table, OptionKind(way.kind), way.part) if way.kind else None
    return like if like and like.kind == way.kind else None


def _watched(fittings: list[tuple[Fitting, Option]], now: datetime) -> Iterator[_Watched]:
    """Yield the parts of one place of one car, each from when its job was done until the next one was begun."""
    ends = [fitting.begun for fitting, _option in fittings[1:]]
    for number, (fitting, option) in enumerate(fittings):
        failed = number < len(ends)
        end = _time(ends[number]) if failed else now
        yield _Watched(option.id, _years(_time(fitting.worked), end), failed)


def _counted(all_watched: Iterable[_Watched]) -> dict[str, OwnFailures]:
    found: dict[str, OwnFailures] = {}
    for watched in all_watched:
        before = found.get(watched.option, OwnFailures(0, 0, 0.0))
        found[watched.option] = OwnFailures(
            before.fitted + 1, before.failed + watched.failed, before.years + watched.years
        )
    return found


def _time(at: str) -> datetime | None:
    return datetime.fromisoformat(at) if at else None


def _years(begin: datetime | None, end: datetime | None) -> float:
    """Return the years between, 0 where a clock was wrong."""
    return max(0.0, (end - begin).days / _DAYS_PER_YEAR) if begin and end else 0.0
