"""Thousands of changed job files, in processes that may take only so much time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NUMBER = 500
MOST_SECONDS = 1_200
MOST_BYTES = 1_500_000_000

pytestmark = pytest.mark.slow


def _limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


@pytest.mark.parametrize("first", range(1_000, 1_000 + 8 * NUMBER, NUMBER))
def test_nothing_breaks_and_nothing_takes_too_much(tmp_path: Path, first: int) -> None:
    command = [sys.executable, "-m", "tests.jobs.jobfile.fuzzing", str(first), str(NUMBER), str(tmp_path)]
    limit = None if sys.platform == "win32" else _limit
    ended = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
        preexec_fn=limit,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith(" refused\n")
