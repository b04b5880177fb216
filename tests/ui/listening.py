"""Who listens to what the window has a screen reader say."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


class Heard:
    """What was said since it was asked for last, in the order in which it was."""

    def __init__(self) -> None:
        self._said: list[str] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        """Whether somebody listens."""
        return True

    def updateAccessibility(self, event: QAccessibleEvent) -> None:  # noqa: N802 - Qt's name
        """Listen to an event; states are asked for, not heard."""
        if isinstance(event, QAccessibleAnnouncementEvent):
            self._said.append(event.message())

    def take(self) -> list[str]:
        """Return what was said, and listen anew."""
        said, self._said = self._said, []
        return said


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """Return a screen reader's ears."""
    heard = Heard()
    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "isActive", heard.isActive)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.updateAccessibility)
    yield heard
    QAccessible.setActive(False)
