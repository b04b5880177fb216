"""Words that are only half typed, kept beside the records."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.events import Closed, Opened, new_event
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups, Reason
from tests.jobs.recordfiles import NOW


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of records that are there."""
    file = tmp_path / "jobs.sqlite3"
    SqliteStore(file).close()
    return file


def test_drafts_are_there_in_the_next_run_until_they_are_emptied(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        assert store.drafts.all() == {}
        assert store.drafts.put({("job", "battery"): "12", ("", "new job"): "{}"})
        assert store.drafts.put({("job", "battery"): "12.6"})
    with closing(SqliteStore(file)) as store:
        assert store.drafts.all() == {("job", "battery"): "12.6", ("", "new job"): "{}"}
        assert store.drafts.put({("job", "battery"): "", ("", "new job"): ""})
        assert store.drafts.all() == {}


@given(st.dictionaries(st.tuples(st.text(), st.text()), st.text()))
def test_any_words_are_kept_as_they_are_or_none_are(drafts: dict[tuple[str, str], str]) -> None:
    with closing(SqliteStore(None)) as store:
        kept = store.drafts.put(drafts)
        assert store.drafts.all() == ({place: words for place, words in drafts.items() if words} if kept else {})


def test_a_job_that_was_blanked_takes_no_draft(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        store.append([new_event("job", 1, Opened("button", "1", customer="Ann")), new_event("job", 2, Closed())])
        assert store.drafts.put({("job", "note"): "Ann called"})
        blank(store, "job", "", ())
        assert store.drafts.put({("job", "note"): "Ann called again", ("other", "note"): "kept"})
        assert store.drafts.all() == {("other", "note"): "kept"}


def test_a_draft_is_no_event(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        before = store.last()
        store.drafts.put({("job", "battery"): "12"})
        assert (store.last(), store.last_job()) == (before, None)


def test_a_draft_that_cannot_be_written_holds_nobody_up(file: Path) -> None:
    with closing(SqliteStore(file)) as store, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.drafts.put({("job", "battery"): "12"})
        other.execute("ROLLBACK")
        with store.alone():
            assert not store.drafts.put({("job", "battery"): "12"})
        assert store.drafts.put({("job", "battery"): "12"})
        other.execute("DROP TABLE drafts")
        assert (store.drafts.put({("job", "battery"): "13"}), store.drafts.all()) == (False, {})
        assert store.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 10_000


def test_a_backup_has_no_drafts(file: Path, tmp_path: Path) -> None:
    with closing(SqliteStore(file)) as store:
        store.drafts.put({("job", "note"): "Loom cut at the left hinge"})
    made = Backups(tmp_path / "backups").make(file, Reason.DAILY, NOW)
    assert b"Loom cut" not in made.file.read_bytes()
    with closing(sqlite3.connect(made.file)) as copy:
        assert copy.execute("SELECT * FROM drafts").fetchall() == []
