"""What a job is tried on where a test brings nothing of its own: a guide of two steps, and empty records."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import guide_fixture
from tests.jobs.two_steps import PAGE

guide = guide_fixture(PAGE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the records shall be."""
    return tmp_path / "user" / "records" / "jobs.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(file)) as opened:
        yield opened
