"""The job list: which jobs are found, in which order, and that only those looked at are read."""

from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Described, Event, Held, Opened
from micra_assistant.jobs.records.found_jobs import FoundJobs
from micra_assistant.jobs.records.job_query import JobQuery, Order, Shown
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.kept_jobs import keep_job


class Watched(SqliteStore):
    """A store in memory that remembers what was asked of it, and may fail."""

    def __init__(self) -> None:
        super().__init__(None)
        self.asked: list[str] = []
        self.is_broken = False

    def numbers(self, query: JobQuery) -> list[int]:
        """Return all numbers, as the store does."""
        self._note("numbers")
        return super().numbers(query)

    def found(self, query: JobQuery) -> set[int]:
        """Return the numbers found, as the store does."""
        self._note("found")
        return super().found(query)

    def rows_of(self, numbers: Sequence[int]) -> dict[int, JobRow]:
        """Return the rows, as the store does."""
        self._note(f"rows {numbers[0]}-{numbers[-1]}")
        return super().rows_of(numbers)

    def _note(self, asked: str) -> None:
        if self.is_broken:
            raise StoreError("the disk is gone")
        self.asked.append(asked)


@pytest.fixture
def store() -> Iterator[Watched]:
    """Return an empty store."""
    with closing(Watched()) as opened:
        yield opened


def found(store: SqliteStore, query: JobQuery) -> list[str]:
    """Return the jobs that a query finds, from the top."""
    jobs = FoundJobs(store)
    jobs.ask(query, anew=True)
    rows = [jobs.row(place) for place in range(len(jobs.numbers))]
    return [row.id for row in rows if row]


@pytest.fixture
def four(store: Watched) -> Watched:
    """Return a store with four jobs."""
    keep_job(store, "first", Opened("key", "1", "XY99 ZZZ", customer="müller", complaint="Ключ не работает"), Held.YES)
    keep_job(store, "second", Opened("button", "1", "", "Tailgate button", customer="Smith"))
    keep_job(store, "third", Opened("button", "1", "AB-12 CDE", mileage=84000, complaint="rattles"), Held.NO)
    keep_job(store, "fourth", Opened("button", "1", "ab13 xyz", customer="Jones", complaint="Button"), Held.UNKNOWN)
    return store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["first", "second", "third", "fourth"]),
        ("ab", ["third", "fourth"]),
        ("ab12", ["third"]),
        ("ab12cde", ["third"]),
        ("AB12 cde", ["third"]),
        ("muller", ["first"]),
        ("КЛЮЧ", ["first"]),
        ("jones button", ["fourth"]),
        ("0002", ["second"]),
        ("tailgate", ["second"]),
        ("84000", ["third"]),
        ("jones rattles", []),
        ("-", ["first", "second", "third", "fourth"]),
        ("%", []),
    ],
)
def test_a_job_is_found_by_all_of_its_words(four: Watched, text: str, expected: list[str]) -> None:
    assert found(four, JobQuery(text, order=Order.NUMBER, descending=False)) == expected


@pytest.mark.parametrize(
    ("order", "ascending"),
    [
        (Order.NUMBER, ["first", "second", "third", "fourth"]),
        (Order.WORKED, ["first", "second", "third", "fourth"]),
        (Order.OUTCOME, ["second", "third", "fourth", "first"]),
    ],
)
def test_orders(four: Watched, order: Order, ascending: list[str]) -> None:
    assert found(four, JobQuery(order=order, descending=False)) == ascending
    assert found(four, JobQuery(order=order)) == ascending[::-1]


@pytest.mark.parametrize(
    ("order", "filled", "empty"),
    [
        (Order.CAR, ["third", "fourth", "first"], ["second"]),
        (Order.CUSTOMER, ["fourth", "first", "second"], ["third"]),
        (Order.COMPLAINT, ["fourth", "third", "first"], ["second"]),
    ],
)
def test_jobs_with_nothing_to_order_by_come_last(
    four: Watched, order: Order, filled: list[str], empty: list[str]
) -> None:
    assert found(four, JobQuery(order=order, descending=False)) == filled + empty
    assert found(four, JobQuery(order=order)) == filled[::-1] + empty


@pytest.mark.parametrize(
    ("shown", "expected"), [(Shown.OPEN, ["second"]), (Shown.CLOSED, ["fourth", "third", "first"])]
)
def test_open_and_closed_jobs(four: Watched, shown: Shown, expected: list[str]) -> None:
    assert found(four, JobQuery(shown=shown)) == expected
    assert found(four, JobQuery("ab1", shown)) == [name for name in expected if name in ("third", "fourth")]


@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "B", "ab"]), st.sampled_from([None, *Held])), max_size=12),
    st.builds(
        JobQuery, st.sampled_from(["", "a", "b a"]), st.sampled_from(Shown), st.sampled_from(Order), st.booleans()
    ),
)
def test_what_is_found_does_not_depend_on_the_order(cars: list[tuple[str, Held | None]], query: JobQuery) -> None:
    with closing(SqliteStore(None)) as store:
        for number, (car, held) in enumerate(cars):
            keep_job(store, f"{number}", Opened("guide", "1", car), held)
        names = found(store, query)
        wanted = [str(number) for number, (car, held) in enumerate(cars) if _wants(query, car, held)]
        assert sorted(names) == sorted(wanted)
        assert len(store.rows(query)) == len(names)


def _wants(query: JobQuery, car: str, held: Held | None) -> bool:
    is_shown = {Shown.ALL: True, Shown.OPEN: held is None, Shown.CLOSED: held is not None}[query.shown]
    return is_shown and all(word in car.lower() for word in query.text.split())


def test_only_what_is_looked_at_is_read(store: Watched) -> None:
    for number in range(250):
        keep_job(store, f"{number}")
    jobs = FoundJobs(store)
    jobs.ask(JobQuery(order=Order.NUMBER, descending=False), anew=True)
    assert store.asked == ["numbers"]
    assert [row.name for place in (0, 99, 240, 3) if (row := jobs.row(place))] == ["0001", "0100", "0241", "0004"]
    assert store.asked == ["numbers", "rows 1-100", "rows 201-250"]
    assert (jobs.row(-1), jobs.row(250), jobs.total) == (None, None, 250)


def test_what_stays_the_same_is_not_read_again(four: Watched) -> None:
    jobs = FoundJobs(four)
    jobs.ask(JobQuery(), anew=True)
    jobs.ask(JobQuery("ab"))
    jobs.ask(JobQuery("ab "))
    jobs.ask(JobQuery("ab ", order=Order.CAR))
    jobs.ask(JobQuery("", order=Order.CAR))
    assert four.asked == ["numbers", "found", "numbers"]
    jobs.ask(jobs.query, anew=True)
    assert four.asked == ["numbers", "found", "numbers", "numbers"]


def test_places_by_number(four: Watched) -> None:
    jobs = FoundJobs(four)
    jobs.ask(JobQuery("ab"), anew=True)
    assert [jobs.place_of(number) for number in (4, 3, 2)] == [0, 1, -1]


def test_a_change_of_the_details_is_found(four: Watched) -> None:
    four.append([Event("x", "second", 9, "2026-11-21T10:00:00.000+00:00", Described("NEW 1", "Brown", None, ""))])
    assert found(four, JobQuery("brown new1")) == ["second"]
    assert found(four, JobQuery("smith")) == []


def test_what_was_found_stays_if_more_cannot_be_read(four: Watched) -> None:
    jobs = FoundJobs(four)
    jobs.ask(JobQuery("ab"), anew=True)
    four.is_broken = True
    with pytest.raises(StoreError):
        jobs.ask(JobQuery("jones"))
    assert (jobs.query, len(jobs.numbers)) == (JobQuery("ab"), 2)
    with pytest.raises(StoreError):
        jobs.row(0)


@pytest.mark.parametrize("kept", ["А123ВС 77", "A123BC 77", "Α123BС 77", "а123вс-77"])
@pytest.mark.parametrize("text", ["A123BC", "a123bc77", "А123ВС", "а123вс 77"])
def test_a_registration_is_found_in_every_script_and_stays_as_typed(store: Watched, kept: str, text: str) -> None:
    keep_job(store, "car", Opened("key", "1", kept))
    keep_job(store, "other", Opened("key", "1", "А123ВК 77"))
    assert found(store, JobQuery(text)) == ["car"]
    assert store.rows(JobQuery(text))[0].car == kept
