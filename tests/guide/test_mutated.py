"""A guide that was changed by a slip or by somebody hostile is read or refused, in bounded time and memory."""

from pathlib import Path

import pytest

from tests.slow.reading import read_mutated

pytestmark = pytest.mark.thorough


def test_a_few_mutated_guides_are_read_or_refused(tmp_path: Path) -> None:
    found = read_mutated(tmp_path / "guides", seed=20261129, guides=6)
    assert found.total() == 6
    assert found["refused"] > 1
