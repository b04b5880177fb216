"""The registrations of cars that were here before."""

import pytest

from micra_assistant.jobs.events import Opened, new_event
from micra_assistant.jobs.known_cars import known_cars
from micra_assistant.jobs.records.sqlite_store import SqliteStore


@pytest.fixture
def store() -> SqliteStore:
    """Return a store with some jobs, the last one begun last."""
    store = SqliteStore(None)
    for number, car in enumerate(("AB12 CDE", "AB99 XYZ", "XY12 AB", "AB-12-CDE", "", "AB12 CDE")):
        store.append([new_event(f"job{number}", 1, Opened("button", "1", car, customer="Abel"))])
    return store


@pytest.mark.parametrize(
    ("typed", "cars"),
    [
        ("ab", ["AB12 CDE", "AB99 XYZ"]),
        ("AB 1", ["AB12 CDE"]),
        ("ab-12", ["AB12 CDE"]),
        ("АВ", ["AB12 CDE", "AB99 XYZ"]),  # Cyrillic letters that look the same
        ("a", []),
        ("", []),
        ("12", []),
        ("Abel", []),
    ],
)
def test_those_are_found_that_begin_so(store: SqliteStore, typed: str, cars: list[str]) -> None:
    assert known_cars(store, typed) == cars


def test_no_more_are_told_than_are_wanted(store: SqliteStore) -> None:
    assert known_cars(store, "ab", 1) == ["AB12 CDE"]
