"""What every test stands on: no screen, a user's folder of its own, the same drawn examples in every run."""

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.number_words import write_with
from tests.disks import IN_MEMORY, is_roomy

pytest.register_assert_rewrite("tests.builders")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# some machines forbid it, and each process that a test starts then compiles the whole program for itself
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# a disk in memory brings home at once what each window and each job of a test bring to the disk
if is_roomy(IN_MEMORY):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=40)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=10)
settings.register_profile("long", deadline=None, derandomize=True, max_examples=300)
settings.load_profile("repeatable")


_NUMBERS = count()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Let Python not look through what is collected for what can go: it stays to the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to `make test-long` what a walk comes to after its first cases, but for what is slow."""
    seen: Counter[str] = Counter()
    for item in items:
        walk = item.get_closest_marker("walk")
        if walk and not item.get_closest_marker("slow"):
            whole = item.nodeid.partition("[")[0]
            seen[whole] += 1
            if seen[whole] > walk.kwargs.get("first", 1):
                item.add_marker(pytest.mark.long)


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the program keeps for its user in a folder of the test's own, which is made when it is wanted."""
    number = next(_NUMBERS)
    folder = tmp_path_factory.getbasetemp() / f"user-{number}"
    sockets = tmp_path_factory.getbasetemp() / "r" / f"{number}"  # as short as the name of a socket must be
    sockets.mkdir(mode=0o700, parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(sockets))
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: folder / name)
    return folder


@pytest.fixture(autouse=True)
def _usual_numbers() -> Iterator[None]:
    """Let no test write numbers as the one before did."""
    yield
    write_with(".")


@pytest.fixture
def nowhere() -> Iterator[SqliteStore]:
    """Return a store that keeps nothing once it is closed."""
    with closing(SqliteStore(None)) as store:
        yield store
