"""Models read from a text."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from micra_assistant.diagnosis.fault_model import Model
from tests.diagnosis.lamp import read_lamp


@pytest.fixture
def lamp(tmp_path: Path) -> Callable[[str], Model]:
    """Return what reads a text as a model without a guide."""
    return partial(read_lamp, tmp_path)
