"""The foot of the window: the three keys, to be read and to be tapped."""

from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import SIGNAL, QRectF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.key_presser import KeyPresser
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.text_size import compact
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key, KeyAct, ThreeKeys
from tests.ui.dressing import dress
from tests.ui.hands import Hands, settle
from tests.ui.painted_text import painted_texts

LOOK = Look(load_theme(ThemeName.LIGHT))


@dataclass
class Place:
    """A place where Space counts, as long as it says so."""

    words: str = "Count"
    counted: list[str] = field(default_factory=list)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp does nothing, PageDown says what it counts."""
        on = KeyAct("On", "a little further", partial(self.counted.append, "on"))
        space = KeyAct(self.words, act=partial(self.counted.append, self.words))
        return ThreeKeys(KeyAct("Back", "This is the beginning."), space, on)


class Bench:
    """A foot under a place."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.place = Place()
        self.foot = Foot(self.window)
        self.foot.fit(QSize(1366, 768), LOOK)
        self.foot.setGeometry(0, 0, 1366, 76)
        self.window.resize(1366, 200)
        self.window.show()
        self.presser = KeyPresser(self.foot, lambda: self.place, lambda: LOOK)
        self.presser.refresh()

    def tap(self, key: Key) -> None:
        """Tap a key."""
        QTest.mouseClick(self.foot.buttons[key], Qt.MouseButton.LeftButton)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """Return a foot in sight."""
    return Bench(qtbot)


def test_each_key_says_what_it_does_and_a_tap_does_it(bench: Bench) -> None:
    assert [bench.foot.buttons[key].said for key in Key] == [
        ("Back", "This is the beginning."),
        ("Count", ""),
        ("On", "a little further"),
    ]
    bench.tap(Key.SPACE)
    bench.tap(Key.ON)
    assert bench.place.counted == ["Count", "on"]


def test_a_key_that_does_nothing_is_grey_with_its_reason(bench: Bench) -> None:
    assert not bench.foot.buttons[Key.BACK].isEnabled()
    bench.presser.press(Key.BACK)
    bench.tap(Key.BACK)
    assert bench.place.counted == []


def test_what_is_not_so_any_more_is_shown_anew_and_not_done(bench: Bench) -> None:
    bench.place.words = "Blow it up"
    bench.presser.press(Key.SPACE)
    assert bench.place.counted == []
    assert bench.foot.buttons[Key.SPACE].said == ("Blow it up", "")
    bench.presser.press(Key.SPACE)
    assert bench.place.counted == ["Blow it up"]


def test_the_second_half_of_a_double_tap_does_nothing(bench: Bench) -> None:
    bench.tap(Key.SPACE)
    QTest.mouseDClick(bench.foot.buttons[Key.SPACE], Qt.MouseButton.LeftButton)
    assert len(bench.place.counted) <= 2


def test_a_button_that_has_the_focus_is_what_space_is_for(bench: Bench) -> None:
    button = QPushButton("Note && photo", bench.window)
    button.clicked.connect(lambda: bench.place.counted.append("noted"))
    button.show()
    button.setFocus()
    settle()
    assert bench.foot.buttons[Key.SPACE].said == ("Note & photo", "")
    bench.presser.press(Key.SPACE)
    assert bench.place.counted == ["noted"]


def test_a_button_is_listened_to_once_however_often_the_focus_comes_back(bench: Bench) -> None:
    buttons = [QPushButton(words, bench.window) for words in ("Undo", "Keys")]
    for button in (*buttons, *buttons, buttons[0]):
        button.show()
        button.setFocus()
        bench.presser.refresh()
    assert [button.receivers(SIGNAL("toggled(bool)")) for button in buttons] == [1, 0]


def test_what_it_says_is_read_out_with_its_key(bench: Bench) -> None:
    on = bench.foot.buttons[Key.ON]
    assert (on.accessibleName(), on.accessibleDescription()) == ("On", "a little further (Page Down)")


@pytest.mark.parametrize(
    ("height", "scale", "expected"), [(768, 1.0, 60), (1080, 1.5, 90), (600, 1.5, 66), (360, 2, 48)]
)
def test_it_is_big_enough_for_gloves_and_leaves_the_rest_its_room(
    bench: Bench, height: int, scale: float, expected: int
) -> None:
    bench.foot.fit(QSize(1366, height), Look(LOOK.theme, scale))
    assert {button.height() for button in bench.foot.buttons.values()} == {expected}


@pytest.mark.parametrize("name", list(ThemeName))
def test_the_focus_is_seen_on_a_blue_button(qtbot: QtBot, qapp: object, name: ThemeName) -> None:
    theme = load_theme(name)
    dress(qapp, Look(theme))  # type: ignore[arg-type]  # it is the application
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Open", window)
    button.setObjectName("primary")
    button.resize(200, 50)
    window.show()
    window.activateWindow()
    edge = (100, 1)
    button.setFocus()
    settle()
    focused = button.grab().toImage().pixelColor(*edge)
    button.clearFocus()
    settle()
    assert focused == theme.colour("ink") != button.grab().toImage().pixelColor(*edge)


def test_the_keys_grow_with_the_text_where_nothing_else_moves(hands: Hands) -> None:
    hands.window.frame.resize(3840, 2160)
    hands.window.body.step.setFocus()
    settle()
    hands.window.look.set_scale(1.15)
    settle()
    look = hands.window.appearance.look.compact
    assert look.scale == 1.15
    assert {button.minimumSizeHint().width() for button in hands.window.body.foot.buttons.values()} == {look.size(60)}


def test_in_a_dialog_it_is_so_wide_that_each_key_has_its_name(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    foot = Foot(dialog)
    foot.fit_dialog(dialog, LOOK)
    room = screen_of(dialog).availableSize().width()
    assert foot.minimumWidth() == min(940, round(room * 0.7))
    foot.setFixedWidth(940)
    dialog.show()
    settle()
    assert min(button.width() for button in foot.buttons.values()) >= 190


LONG = "The tailgate no longer opens from its button"


def painted(bench: Bench, width: int, keys: ThreeKeys) -> dict[Key, list[str]]:
    """Return what stands on each key of a foot that is so many pixels wide."""
    bench.foot.fit(QSize(width, 600), LOOK)
    bench.foot.setGeometry(0, 0, width, 76)
    bench.foot.show_keys(keys, LOOK)
    settle()
    return {key: [text.words for text in painted_texts(button)] for key, button in bench.foot.buttons.items()}


def test_where_it_is_narrow_what_keys_do_stands_below_each_other_and_not_cut_short(bench: Bench) -> None:
    on = KeyAct("On", "what is further down the way", lambda: None)
    keys = ThreeKeys(KeyAct("Up", "There is no other job this way."), KeyAct("Find the fault", LONG, print), on)
    seen = painted(bench, 840, keys)
    assert not any("…" in words for on_key in seen.values() for words in on_key)
    assert (seen[Key.BACK][:2], seen[Key.ON][:2]) == (["Page", "Up"], ["Page", "Down"])
    assert " ".join(seen[Key.BACK][2:]) == "Up There is no other job this way."


def test_where_it_is_wide_the_name_of_a_key_and_what_it_does_have_a_line_each(bench: Bench) -> None:
    seen = painted(bench, 1366, ThreeKeys(KeyAct("Up", "to it"), KeyAct("Find", LONG, print), KeyAct("On", "x")))
    assert list(seen.values()) == [["Page Up", "Up", "to it"], ["Space", "Find", LONG], ["Page Down", "On", "x"]]


GATE = "Yes: Nobody at the button, gloves on, head clear"
CROWDED = ThreeKeys(
    KeyAct("Back", GATE), KeyAct("Keep 14 Ω: Over 10 Ω, or OL", "TOO HIGH"), KeyAct("Down", f"2 · {LONG}")
)


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0, 2.5])
def test_keys_say_all_that_they_do_beside_what_stands_at_the_sides(bench: Bench, scale: float) -> None:
    size = QSize(800, 600)
    look = Look(LOOK.theme, scale, compact(size, scale))
    bench.foot.fit(size, look)
    bench.foot.setGeometry(0, 0, 620, bench.foot.sizeHint().height())
    bench.foot.show_keys(CROWDED, look)
    settle()
    for key, button in bench.foot.buttons.items():
        texts = painted_texts(button)
        assert " ".join(text.words for text in texts).endswith(" ".join(CROWDED.of(key).said))
        assert all(QRectF(button.rect()).contains(text.room) for text in texts)


def test_letters_stay_as_large_as_they_can_and_the_cap_stays_while_it_can(bench: Bench) -> None:
    few, many = (ThreeKeys(*[KeyAct("Back", detail)] * 3) for detail in ("to it", GATE))
    heights, caps = [], []
    for width, keys in ((1366, few), (1366, many), (700, many)):
        assert painted(bench, width, keys)
        texts = painted_texts(bench.foot.buttons[Key.BACK])
        heights.append(texts[-1].room.height())
        caps.append(texts[0].words == "Page Up")
    assert heights[0] == heights[1] > heights[2]
    assert caps == [True, True, False]


def test_more_than_a_foot_can_hold_is_cut_and_told_where_it_is_pointed_at(bench: Bench) -> None:
    seen = painted(bench, 500, ThreeKeys(*[KeyAct("Back", LONG * 4)] * 3))
    assert all(words[-1].endswith("…") for words in seen.values())
    assert LONG * 4 in bench.foot.buttons[Key.BACK].toolTip()


def test_gaps_and_edges_grow_with_the_text(bench: Bench) -> None:
    for scale in (1.0, 2.5):
        bench.foot.fit(QSize(3840, 2160), Look(LOOK.theme, scale))
        bench.foot.setGeometry(0, 0, 3840, bench.foot.sizeHint().height())
        settle()
        back, space = (bench.foot.buttons[key].geometry() for key in (Key.BACK, Key.SPACE))
        assert (back.left(), space.left() - back.right() - 1) == (round(14 * scale), round(10 * scale))


@pytest.mark.parametrize(("height", "scale", "free"), [(768, 1.0, 8), (1080, 2.5, 14), (400, 1.0, 3)])
def test_what_is_free_above_the_keys_grows_with_the_text_as_far_as_the_window_is_high(
    bench: Bench, height: int, scale: float, free: int
) -> None:
    bench.foot.fit(QSize(1366, height), Look(LOOK.theme, scale))
    edges = bench.foot.contentsMargins()
    assert (edges.top(), edges.bottom()) == (free, free)
