"""Tests that import by the hundred read the guides in this process; those of the trial have one of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from micra_assistant.cli.try_guides import open_guide
from micra_assistant.errors import MicraError
from micra_assistant.jobs.jobfile import trial


def _read_here(_folder: Path, guides: list[Path]) -> str:
    try:
        for guide in guides:
            open_guide(guide)
    except MicraError as error:
        return str(error).partition("\n")[0]
    return ""


@pytest.fixture(autouse=True, scope="package")
def no_process() -> Iterator[None]:
    """Read the guides of job files without a process of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trial, "mistake_of", _read_here)
        yield
