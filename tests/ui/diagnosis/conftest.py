"""A workshop with a guide whose faults can be found, and the finder in its window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from micra_assistant import assets
from tests.builders import write_guide
from tests.ui.diagnosis.finder import FAULTY_GUIDE, Finder
from tests.ui.workshop import Workshop, settle

Begin = Callable[[str], Finder]
"""Begins a job with a shipped guide, and opens the finder."""


@pytest.fixture
def workshop(workshop: Workshop, tmp_path: Path) -> Workshop:
    """Return a workshop whose small guide has a list of faults."""
    write_guide(tmp_path, FAULTY_GUIDE)
    return workshop


@pytest.fixture
def finder(workshop: Workshop) -> Finder:
    """Return the finder of the small guide, in sight, in a new job."""
    finder = Finder(workshop.open())
    finder.open()
    return finder


@pytest.fixture
def begin(workshop: Workshop) -> Begin:
    """Return what begins a job with a shipped guide."""

    def begun(guide: str) -> Finder:
        workshop.guides = assets.guides_folder()
        finder = Finder(workshop.open())
        finder.hands.window.jobs.begin(guide)
        settle()
        finder.open()
        return finder

    return begun
