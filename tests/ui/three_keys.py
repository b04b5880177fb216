"""The three keys as a person meets them: what the foot says of each, and a press of one."""

from micra_assistant.ui.three_keys import HasThreeKeys, Key
from tests.ui.hands import Hands


def said(hands: Hands, key: Key = Key.SPACE) -> str:
    """Return what the foot of the window says of a key, in one line."""
    return " · ".join(filter(None, hands.window.body.foot.buttons[key].said))


def press(place: HasThreeKeys, key: Key = Key.SPACE) -> None:
    """Press a key in a place that no window is round; it must do something."""
    act = place.three_keys.of(key).act
    assert act, f"it does nothing: {place.three_keys.of(key).said}"
    act()
