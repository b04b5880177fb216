"""Nothing is shown as a window of its own while a view is made: it would flash, and take the keys away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant import assets
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key


class Watch(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.flashed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.flashed.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Return what watches the whole application."""
    application, watching = QApplication.instance(), Watch()
    assert application
    application.installEventFilter(watching)
    yield watching
    application.removeEventFilter(watching)


@pytest.fixture
def shipped(workshop: Workshop) -> Hands:
    """Return hands at a job with the tailgate."""
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin("tailgate-button", "AB12")
    settle()
    return hands


def test_no_step_view_or_page_flashes(shipped: Hands, watch: Watch) -> None:
    shown = shipped.window.workbench.shown
    assert shown
    watch.flashed.clear()
    for step in shown.guide.steps[:: len(shown.guide.steps) // 12]:
        shipped.window.workbench.go_to(step.id)
        settle()
    shipped.window.workbench.go_to("choose-part")
    settle()
    for key in (Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F3, Key.Key_F8):
        shipped.press(key)
    assert watch.flashed == []


def test_the_finder_does_not_flash(finder: Finder, watch: Watch) -> None:
    finder.play("Do the doors lock and unlock? → Yes", "What do you hear at the latch? → Nothing")
    finder.press("Something else instead…")
    finder.press("Why this?")
    assert watch.flashed == []
