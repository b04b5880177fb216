"""What broke on the jobs of this workshop: counted where things came off, and spares were really bought."""

from collections.abc import Iterable

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.counts import Counts
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.basket_things import ThingKind
from micra_assistant.parts.breakage import Broken

_MOST_JOBS = 200
"""The last jobs that are looked at: more would take long, and say little more."""


def broken_here(store: Store, guide: Guide, lines: Iterable[str], but: str = "") -> dict[str, Broken]:
    """Return what broke so far of what the ``lines`` of a guide count, without the job with the id ``but``."""
    rows = store.rows(JobQuery(), 0, _MOST_JOBS)
    states = [replay(store.events(row.id)) for row in rows if row.guide == guide.id and row.closed and row.id != but]
    return {line: _broken(guide, line, states) for line in lines}


def _broken(guide: Guide, line: str, states: Iterable[JobState]) -> Broken:
    """Return what broke of one line: on a closed job, the spares of it that were bought."""
    item = guide.find_item(line)
    counted = [(state, Counts(guide, state.values).number(item)) for state in states] if item else []
    off = sum(number for _state, number in counted if number)
    return Broken(off, min(off, sum(_spares(state, line) for state, number in counted if number)))


def _spares(state: JobState, line: str) -> int:
    things = (kept for kept in state.basket if kept.is_there)
    return sum(kept.thing.pieces for kept in things if kept.thing.kind is ThingKind.SPARE and kept.thing.item == line)
