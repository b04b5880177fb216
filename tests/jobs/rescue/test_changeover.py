"""A store that is being worked with goes on with other records, or with those it had."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.events import Event, Ticked, new_event
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.changeover import Changeover, open_records, to_copy
from tests.jobs.recordfiles import NOW, Example, all_events, events_in, scribble


@pytest.fixture
def example(tmp_path: Path) -> Example:
    """Return records with a backup of yesterday."""
    example = Example(tmp_path)
    example.fill()
    return example


@pytest.fixture
def everything(example: Example, tmp_path: Path) -> set[Event]:
    """Return all events of the example."""
    return events_in(example.copy(tmp_path / "copy").file)


@pytest.fixture
def store(example: Example) -> Iterator[SqliteStore]:
    """Return the store of the example."""
    with closing(SqliteStore(example.file)) as opened:
        yield opened


def test_a_store_goes_on_with_a_backup(example: Example, store: SqliteStore) -> None:
    (backup,) = example.backups.list(NOW)
    Changeover(store, example.file, example.backups).restore(backup, NOW)
    backed_up = all_events(store)
    assert len(backed_up) == backup.events
    more = new_event(store.rows(JobQuery())[0].id, 99, Ticked("off"))
    store.append([more])
    assert events_in(example.file) == backed_up | {more}


def test_a_store_stays_with_its_records_if_a_backup_cannot_be_restored(
    example: Example, store: SqliteStore, everything: set[Event]
) -> None:
    (backup,) = example.backups.list(NOW)
    scribble(backup.file, 4096, b"scribble" * 2000)
    with pytest.raises(StoreError):
        Changeover(store, example.file, example.backups).restore(backup, NOW)
    assert store.keeps
    assert all_events(store) == everything


def test_what_was_done_meanwhile_is_kept_after_a_recovery(example: Example, everything: set[Event]) -> None:
    example.break_head()
    with pytest.raises(DamagedError) as error:
        open_records(example.file, example.backups, NOW)
    with closing(SqliteStore.unkept_copy(to_copy(example.file, example.backups, error.value, NOW))) as store:
        job = store.rows(JobQuery())[0].id
        meanwhile = new_event(job, 99, Ticked("off"))
        store.append([meanwhile], {"photo": b"jpeg"})
        Changeover(store, example.file, example.backups).recover(NOW)
        assert store.keeps
        assert all_events(store) == everything | {meanwhile}
        assert store.attachment("photo") == b"jpeg"
