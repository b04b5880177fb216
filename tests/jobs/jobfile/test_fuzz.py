"""Changed job files are refused in words or taken whole; make test-long tries more, make test-slow thousands."""

from pathlib import Path

import pytest

from tests.jobs.jobfile.fuzzing import fuzz

pytestmark = pytest.mark.thorough


@pytest.mark.walk
@pytest.mark.parametrize(("first", "number"), [(0, 45), (45, 105)])
def test_changed_job_files(tmp_path: Path, first: int, number: int) -> None:
    outcomes = fuzz(tmp_path, first, number)
    assert outcomes["taken"] > number / 15
    assert outcomes["refused"] > number / 2
