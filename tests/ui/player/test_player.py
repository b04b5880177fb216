"""Arm's length: the same job from two metres, one line at a time."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import Hands

pytestmark = pytest.mark.thorough

Key = Qt.Key


def test_f11_shows_the_marked_line_alone(hands: Hands) -> None:
    hands.press(Key.Key_F11)
    assert [row.item.id for row in hands.window.body.checklist.rows if row.isVisible()] == ["doors"]
