"""Nothing that was acknowledged is lost, at whatever moment the program is killed."""

from pathlib import Path

import pytest

from tests.slow.killing import Killing

SEED = 20261121

pytestmark = pytest.mark.slow


def test_no_acknowledged_event_is_lost_in_hundreds_of_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    killing = Killing(tmp_path, SEED)
    killing.kill_writers("write", 130)
    killing.kill_writers("backup", 70)
    killing.kill_migrations(40)
    killing.kill_recoveries(40)
    with capsys.disabled():
        print(f"\nseed {SEED}: {killing.report}")  # noqa: T201 - the figures are what this is for
    assert killing.kills.total() >= 200
