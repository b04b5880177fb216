"""Every word that is shown was looked up: a walk through all that the window shows, in a language of brackets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from micra_assistant.diagnosis.findings import Answered
from micra_assistant.jobs.events import CalledAway, Closed, Described, Diagnosed, FaultSought, Held, Noted, PhotoAdded
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action
from tests.builders import HEAD, SOURCES, Files, literal, rewrite, write_guide
from tests.circuits import CIRCUIT, PICTURE
from tests.other_letters import files_in_other_letters, in_other_letters
from tests.ui.diagnosis.finder import FAULTY_GUIDE
from tests.ui.hands import Hands, Workshop
from tests.ui.photos import encoded, two_halves
from tests.ui.speaking import Walk, dialog_kinds, walk

__all__ = ["walk"]

pytestmark = pytest.mark.thorough

SAID = in_other_letters("Anna said so")
GUIDE: Files = files_in_other_letters(
    {
        "guide.toml": HEAD,
        "../sources.toml": SOURCES,
        **FAULTY_GUIDE,
        **CIRCUIT,
        "30-circuit.md": f"# Circuit {{: #circuits }}\n\n## Know it {{: #circuit }}\n\n{PICTURE}\n",
    }
)


@pytest.fixture
def foreign(workshop: Workshop, tmp_path: Path, walk: Walk) -> Workshop:
    """Return a workshop whose guide is in other letters."""
    write_guide(tmp_path, GUIDE)
    return workshop


def test_a(foreign: Workshop, walk: Walk) -> None:
    hands = foreign.open()
    walk.look("new", hands)
    walk.every_action("new", hands)
    print(walk.read, walk.kinds)
    for k, v in walk.found.items(): print(k, sorted(v))
    print(dialog_kinds() - walk.kinds)
    assert 0
