"""The registrations of cars that were here before, for whoever begins to type one."""

from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.store import Store
from micra_assistant.lookalikes import plate

_LEAST_LETTERS = 2
_LOOKED_AT = 40
"""So many jobs that have these letters anywhere are looked at, the latest first."""


def known_cars(store: Store, typed: str, most: int = 6) -> list[str]:
    """Return the cars whose registration begins with what was typed, however that is written, the latest first.

    Nothing before there are two letters. StoreError as ``rows``.
    """
    wanted = plate(typed)
    if len(wanted) < _LEAST_LETTERS:
        return []
    found: dict[str, str] = {}
    for row in store.rows(JobQuery(wanted), 0, _LOOKED_AT):
        if plate(row.car).startswith(wanted):
            found.setdefault(plate(row.car), row.car)
    return list(found.values())[:most]
