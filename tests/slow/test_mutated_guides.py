"""Thousands of guides changed by a slip or by somebody hostile, read in bounded time and memory."""

from collections import Counter
from pathlib import Path

import pytest

from tests.slow.reading import read_mutated

pytestmark = pytest.mark.slow


def test_thousands_of_mutated_guides_are_read_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = Counter[str]()
    for seed in range(60):
        found += read_mutated(tmp_path / "guides", seed, guides=50)
    with capsys.disabled():
        print(f"\n{found.total()} mutated guides: {dict(found)}")  # noqa: T201 - the figures are what this is for
    assert found.total() == 3000
    assert min(found["refused"], found["sound"], found["found fault with"]) > 100
