"""A program that is killed loses nothing that it had acknowledged; tests/slow does the same hundreds of times."""

from pathlib import Path

import pytest

from tests.slow.killing import Killing

pytestmark = pytest.mark.thorough


def test_no_acknowledged_event_is_lost(tmp_path: Path) -> None:
    killing = Killing(tmp_path, seed=4)
    killing.kill_writers("write", 4)
    killing.kill_writers("backup", 2)
    killing.kill_migrations(2)
    killing.kill_recoveries(2)
    assert killing.kills.total() > 7
    assert killing.acknowledged > 0
