"""The one guide that most commands are tried on."""

from pathlib import Path

import pytest

from tests.builders import step_file, write_guide


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Return a folder of one guide, ``button``, with one line to tick, ``off``."""
    return write_guide(tmp_path, step_file("- [ ] Battery off {: #off }")).parent
