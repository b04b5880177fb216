"""Reading what is left of a SQLite file without SQLite."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.jobs.rescue.carving import records
from tests.jobs.recordfiles import PHOTO, PHOTO_ID, fill, job_of, leave_log


def test_every_record_can_be_read_without_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite3"
    events = fill(file, [job_of(30), job_of(30)])
    leave_log(file, events[0].job, 20)
    found = list(records(file))
    assert {event.id for event in events} <= {columns[1] for _, columns in found if len(columns) > 1}
    assert max(row for row, columns in found if len(columns) == 8) == len(events) + 20
    assert (PHOTO_ID, PHOTO) in {columns for _, columns in found}


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_records_are_read_from_pages_of_any_size(tmp_path: Path, size: int) -> None:
    values = [(None, 0, 1, -7, 2**40, "Ω" * length, bytes(length)) for length in (0, 1, 100, 3000, 200_000)]
    with closing(sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE some (a, b, c, d, e, f, g)")
        connection.executemany("INSERT INTO some VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    found = [columns for _, columns in records(tmp_path / "any.sqlite3") if len(columns) == 7]
    assert found == values


def test_rubbish_holds_no_records(tmp_path: Path) -> None:
    file = tmp_path / "rubbish"
    file.write_bytes(bytes([13]) + random.Random(1).randbytes(100_000))  # noqa: S311 - it need not be secret
    for _ in records(file):
        pass
    assert list(records(tmp_path / "none")) == []
