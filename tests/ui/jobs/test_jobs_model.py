"""The job list as a Qt model."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Held, Opened, PartAwaited, PartCame, new_event
from micra_assistant.jobs.records.job_query import JobQuery, Order, Shown
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.jobs.job_words import JobStanding, day_words
from micra_assistant.ui.jobs.jobs_model import REMARK_ROLE, STANDING_ROLE, JobColumn, JobsModel
from tests.jobs.kept_jobs import keep_job
from tests.ui.in_sight import column

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=3)))


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    """Return a store with four jobs."""
    with closing(SqliteStore(None)) as store:
        keep_job(store, "a", Opened("key", "1", "XY99 ZZZ", "Remote key", customer="Müller"), Held.YES)
        keep_job(
            store, "b", Opened("key", "1", "", "Remote key", complaint="Locks itself"), Held.NO, left_open=("x", "y")
        )
        keep_job(store, "c", Opened("key", "1"), Held.UNKNOWN, "2026-11-20T21:30:00.000+00:00")
        keep_job(store, "d", Opened("key", "1", "AB12 CDE"), at="2026-11-21T05:02:00.000+00:00")
        yield store


@pytest.fixture
def model(store: SqliteStore) -> JobsModel:
    """Return the model of the four, the last of them open."""
    model = JobsModel(now=lambda: NOW)
    model.show_store(store, "d")
    return model


def heads(model: JobsModel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """Return the words above the columns, as they are seen or heard."""
    return [model.headerData(number, Qt.Orientation.Horizontal, role) for number in JobColumn]


def test_it_is_a_sound_model(store: SqliteStore, qtmodeltester: ModelTester) -> None:
    model = JobsModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_store(store, "")
    model.ask(JobQuery("key"))
    model.refresh()
    model.ask(JobQuery("nobody"))


def test_what_the_cells_say(model: JobsModel) -> None:
    said = [" | ".join(str(model.index(row, number).data()) for number in JobColumn) for row in range(4)]
    assert said == [
        "0004 | AB12 CDE |  | key | open | today 08:02",
        "0003 |  |  | key | not known if it held | today 00:30",
        "0002 |  |  | Locks itself | it did not hold | yesterday",
        "0001 | XY99 ZZZ | Müller | Remote key | it held | yesterday",
    ]


def test_the_sign_says_how_a_job_stands(model: JobsModel) -> None:
    signs = [JobStanding(str(sign)) for sign in column(model, JobColumn.STATE, STANDING_ROLE)]
    assert signs == [JobStanding.OPEN, JobStanding.NOT_KNOWN, JobStanding.NOT_HELD, JobStanding.HELD]


def test_remarks_below(model: JobsModel) -> None:
    assert column(model, JobColumn.JOB, REMARK_ROLE) == ["shown", "", "", ""]
    assert column(model, JobColumn.STATE, REMARK_ROLE) == ["", "", "left open: 2", ""]
    assert column(model, JobColumn.STATE, Qt.ItemDataRole.AccessibleTextRole)[2] == "it did not hold, left open: 2"


def test_a_job_that_waits_for_a_part_says_which_until_it_is_closed(store: SqliteStore, model: JobsModel) -> None:
    waits = PartAwaited("Button from Ivanov")
    store.append([new_event("d", 9, waits, now=NOW), new_event("b", 9, waits, now=NOW)])
    model.refresh()
    said = dict(zip(column(model, JobColumn.JOB), column(model, JobColumn.COMPLAINT, REMARK_ROLE), strict=True))
    assert said.pop("0004") == "waits for Button from Ivanov, ordered on 2026-11-21"
    assert set(said.values()) == {""}
    store.append([new_event("d", 10, PartCame(), now=NOW)])
    model.refresh()
    assert column(model, JobColumn.COMPLAINT, REMARK_ROLE) == [""] * 4


def test_the_order_is_said_above_its_column(model: JobsModel) -> None:
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert heads(model) == ["Job", "Registration", "Customer", "Complaint", "State", "Worked on"]
    assert heads(model, heard)[-1] == "Worked on, highest first"
    model.sort(JobColumn.CAR)
    assert heads(model, heard)[1] == "Registration, lowest first"
    assert column(model, JobColumn.JOB) == ["0004", "0001", "0002", "0003"]


@pytest.mark.parametrize(
    ("number", "order"),
    [
        (JobColumn.JOB, Order.NUMBER),
        (JobColumn.CAR, Order.CAR),
        (JobColumn.CUSTOMER, Order.CUSTOMER),
        (JobColumn.COMPLAINT, Order.COMPLAINT),
        (JobColumn.STATE, Order.OUTCOME),
        (JobColumn.WORKED, Order.WORKED),
    ],
)
def test_each_column_has_its_order(model: JobsModel, number: JobColumn, order: Order) -> None:
    model.sort(number, Qt.SortOrder.DescendingOrder)
    assert model.query == JobQuery(order=order, descending=True)
    newest_first = model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.InitialSortOrderRole)
    assert (newest_first is Qt.SortOrder.DescendingOrder) is (number in (JobColumn.JOB, JobColumn.WORKED))


def test_what_is_asked_for_is_shown(model: JobsModel) -> None:
    model.ask(JobQuery("xy99"))
    assert (column(model, JobColumn.JOB), model.total) == (["0001"], 4)
    model.ask(JobQuery(shown=Shown.OPEN))
    assert column(model, JobColumn.JOB) == ["0004"]


def test_a_refresh_shows_what_is_new(model: JobsModel, store: SqliteStore) -> None:
    keep_job(store, "e", Opened("key", "1", "NEW 1"))
    assert column(model, JobColumn.CAR) == ["AB12 CDE", "", "", "XY99 ZZZ"]
    model.refresh()
    assert column(model, JobColumn.CAR) == ["NEW 1", "AB12 CDE", "", "", "XY99 ZZZ"]
    assert [model.place_of(number) for number in (5, 1, 9)] == [0, 4, -1]


def test_rows_that_stay_where_they_are_are_only_read_anew(model: JobsModel, store: SqliteStore, qtbot: QtBot) -> None:
    keep_job(store, "d", held=Held.YES)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert column(model, JobColumn.STATE)[0] == "it held"


class Broken(SqliteStore):
    """A store whose disk fails once it is shown."""

    def numbers(self, query: JobQuery) -> list[int]:
        """Return two jobs, or fail if they are wanted by their cars."""
        if query.order is Order.CAR:
            raise StoreError("the disk is gone")
        return [2, 1]

    def rows_of(self, numbers: Sequence[int]) -> dict[int, JobRow]:
        """Fail."""
        raise StoreError(f"jobs {numbers} cannot be read")


def test_what_cannot_be_read_is_said_once_and_shown_empty(qtbot: QtBot) -> None:
    model = JobsModel()
    said: list[str] = []
    model.failed.connect(said.append)
    with closing(Broken(None)) as store:
        model.show_store(store, "")
        assert column(model, JobColumn.JOB) == ["", ""]
        assert column(model, JobColumn.STATE) == ["", ""]
        assert said == ["jobs [2, 1] cannot be read"]
        assert model.job(0) is None
        model.sort(JobColumn.CAR)
        assert said[1:] == ["the disk is gone"]
        assert model.rowCount() == 2


def test_jobs_that_cannot_be_read_are_not_taken_for_none() -> None:
    model = JobsModel()
    with closing(Broken(None)) as store:
        model.sort(JobColumn.CAR)
        model.show_store(store, "")
        assert (model.rowCount(), model.is_unread) == (0, True)
        model.sort(JobColumn.JOB)
        assert (model.rowCount(), model.is_unread) == (2, False)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-21T06:29:59.000+00:00", "today 09:29"),
        ("2026-11-20T21:00:00.000+00:00", "today 00:00"),
        ("2026-11-20T20:59:59.000+00:00", "yesterday"),
        ("2026-11-21T22:00:00.000+00:00", "2026-11-22"),
        ("2025-01-02T03:04:05.000+00:00", "2025-01-02"),
        ("2026-11-23T06:30:00.000+00:00", ""),
        ("2099-01-01T00:00:00.000+00:00", ""),
        ("soon", ""),
        ("", ""),
        ("9999-12-31T23:59:59+00:00", ""),
    ],
)
def test_days_are_said_by_the_clock_of_this_place(at: str, said: str) -> None:
    assert day_words(at, NOW) == said


def test_days_of_a_place_without_a_shift() -> None:
    assert day_words("2026-11-20T23:59:00+00:00", NOW.astimezone(UTC)) == "yesterday"
