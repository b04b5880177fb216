"""The ring of a wait."""

import pytest
from pytestqt.qtbot import QtBot

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.count_ring import CountRing


@pytest.mark.parametrize("name", list(ThemeName))
def test_it_is_seen_before_any_of_the_wait_is_over(qtbot: QtBot, name: ThemeName) -> None:
    look = Look(load_theme(name))
    ring = CountRing(look, 60)
    qtbot.addWidget(ring)
    ring.setStyleSheet(f"background: {look.theme.colours['card']}")
    ring.show_time(180, 180)
    picture = ring.grab().toImage()
    card, edge = (look.theme.colour(name).lightness() for name in ("card", "edge"))
    farthest = max(abs(picture.pixelColor(place, 30).lightness() - card) for place in range(9))
    assert farthest >= 0.9 * abs(edge - card) > 0
