"""A button with a sign instead of words."""

import pytest

from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.widgets.icon_button import IconButton
from tests.ui.hands import Hands, settle

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("theme", ThemeName)
def test_its_sign_has_the_colour_that_words_of_a_button_have_in_each_theme(hands: Hands, theme: ThemeName) -> None:
    hands.window.look.set_theme(theme)
    settle()
    for button in hands.window.body.step.findChildren(IconButton):
        drawn = button.grab().toImage()
        colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
        assert hands.window.appearance.look.theme.colour("accent").name() in colours
