"""The window's tests run in a workshop of their own, which must be left as it was found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from micra_assistant.app import make_application
from tests.builders import write_guide
from tests.ui.workshop import GUIDE, Hands, Workshop


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Return the application in our letters."""
    return make_application()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """Return a workshop with the small guide; at the end its window and its records must be closed."""
    write_guide(tmp_path, GUIDE)
    workshop = Workshop(tmp_path)
    yield workshop
    workshop.close()
    assert QApplication.topLevelWidgets() == []
    assert not list(tmp_path.rglob("*.sqlite3-wal"))


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at the window, in a new job."""
    return workshop.open()
