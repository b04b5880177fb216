"""Some hundreds of changed job files are refused in words or taken whole; make test-slow tries thousands."""

from pathlib import Path

import pytest

from tests.jobs.jobfile.fuzzing import fuzz

pytestmark = pytest.mark.thorough


def test_changed_job_files(tmp_path: Path) -> None:
    outcomes = fuzz(tmp_path, 0, 150)
    assert outcomes["taken"] > 10
    assert outcomes["refused"] > 80
