"""The one guide that most commands are tried on, and those that ship, read once for all commands."""

from pathlib import Path

import pytest

from micra_assistant.guide import translation
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from tests.builders import step_file, write_guide
from tests.shipped import LIBRARY


@pytest.fixture(scope="session")
def shipped() -> dict[Path, Guide]:
    """Return the guides that ship, by their folders."""
    guides = map(LIBRARY.guide, LIBRARY.names())
    return {guide.folder: guide for guide in guides}


@pytest.fixture(autouse=True)
def _shipped_guides_are_read_once(monkeypatch: pytest.MonkeyPatch, shipped: dict[Path, Guide]) -> None:
    monkeypatch.setattr(translation, "read_guide", lambda folder: shipped.get(folder) or read_guide(folder))


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Return a folder of one guide, ``button``, with one line to tick, ``off``."""
    return write_guide(tmp_path, step_file("- [ ] Battery off {: #off }")).parent
