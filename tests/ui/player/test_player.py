"""Arm's length: the same job from two metres, one line at a time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant import assets
from micra_assistant.ui.player.picture_card import PictureCard
from micra_assistant.ui.player.player_body import PlayerBody
from micra_assistant.ui.player.player_head import PlayerHead
from micra_assistant.ui.player.verdict_banner import VerdictBanner
from micra_assistant.ui.style.far_sizes import FarRoom, scale_for
from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.window_settings import WindowSettings
from tests.builders import Files, write_guide
from tests.ui.awake.fake_waker import FakeWaker
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import labels
from tests.ui.step.test_step_body import clipped
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
SIZES = [(800, 600), (1024, 600), (1366, 768), (1920, 1080), (1080, 1920)]
LONG: Files = {
    "10-long.md": """
        # Long {: #long }

        ## No picture {: #bare }

        - [ ] """
    + "A line whose words are as large as others " * 11
    + """{: #words }

        ## Much to read {: #much }

        """
    + "\n\n        ".join(["Read this before you go on, all of it, for there is much to know about it. " * 3] * 9)
    + """

        - [ ] All of it read {: #read }
        """,
}
LONG = {
    name: text.replace("LINE", "A line whose words are many and all as large as others " * 6)
    for name, text in LONG.items()
}


@pytest.fixture
def afar(hands: Hands) -> Hands:
    """Return hands at a job that is seen from afar, in a usual window."""
    return from_afar(hands)


def from_afar(hands: Hands, width: int = 1366, height: int = 768) -> Hands:
    """Show all from afar, as on a screen of a size."""
    hands.press(Key.Key_F11)
    hands.window.frame.setWindowState(Qt.WindowState.WindowNoState)
    hands.window.frame.resize(width, height)
    settle()
    return hands


def in_sight(hands: Hands) -> list[str]:
    """Return the lines in sight."""
    return [row.item.id for row in hands.window.body.checklist.rows if row.isVisible()]


def head(hands: Hands) -> PlayerHead | None:
    """Return the head of what is seen from afar, None if it is not in sight."""
    return next((part for part in hands.window.body.findChildren(PlayerHead) if part.isVisible()), None)


def letters(hands: Hands, kind: str) -> set[int]:
    """Return how high, in pixels, the letters of this kind are that are in sight."""
    body = next(part for part in hands.window.findChildren(PlayerBody) if part.isVisible())
    return {label.fontInfo().pixelSize() for label in labels(body) if label.property("kind") == kind}


def test_f11_shows_the_marked_line_alone_and_the_foot_leads_from_line_to_line(afar: Hands) -> None:
    assert in_sight(afar) == ["doors"]
    afar.press(Key.Key_PageDown)
    assert in_sight(afar) == ["battery"]
    afar.press(Key.Key_PageUp, Key.Key_Space)
    assert afar.line("doors").done
    assert in_sight(afar) == ["battery"]


def test_after_the_last_line_it_is_said_that_the_step_ends(afar: Hands) -> None:
    afar.press(Key.Key_Space)
    assert "This is the end of this step." not in afar.text
    afar.type("12.6", Key.Key_Space)
    assert in_sight(afar) == []
    assert "This is the end of this step." in afar.text


def test_digits_go_to_the_huge_field_and_the_verdict_is_huge(afar: Hands) -> None:
    afar.press(Key.Key_Space)
    afar.press(Key.Key_1, Key.Key_4)
    banner = next(part for part in afar.window.findChildren(VerdictBanner) if part.isVisible())
    assert banner.words == "TOO HIGH"
    assert banner.property("verdict") == "wrong"
    assert said(afar) == "Keep 14 V: TOO HIGH · Battery, rested"
    assert afar.field("battery").fontInfo().pixelSize() == 768 // 8
    afar.press(Key.Key_Space)
    assert afar.line("battery").value == "14"


def test_a_count_of_which_nothing_is_said_has_no_coloured_banner(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    from_afar(hands).press(Key.Key_7)
    banner = next(part for part in hands.window.findChildren(VerdictBanner) if part.isVisible())
    assert hands.typed("clips") == "7"
    assert (banner.words, banner.property("verdict") or "") == ("", "")


def test_nothing_moves_when_the_verdict_comes(workshop: Workshop) -> None:
    workshop.guides = assets.guides_folder()
    hands = from_afar(workshop.open())
    hands.begin("tailgate-button")
    hands.row("leads")
    hands.press(Key.Key_Down, Key.Key_Up)
    player = next(part for part in hands.window.findChildren(PlayerBody) if part.isVisible())
    before = [(part, place_in(player, part)) for part in player.slide.findChildren(QWidget) if part.isVisible()]
    hands.press(Key.Key_1)
    after = [(part, place_in(player, part)) for part, _place in before if part.isVisible()]
    assert hands.typed("leads") == "1"
    assert after == before


def test_what_stands_at_the_edges_is_clear_of_them_as_its_letters_ask_for(hands: Hands) -> None:
    from_afar(hands, 3840, 2160)
    scale = hands.window.appearance.look.compact.scale
    body = hands.window.body
    bar = head(hands)
    assert bar
    for part in (bar, body.strip, body.foot):
        seen = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert min(child.x() for child in seen if child.isVisible()) >= round(14 * scale)


def test_the_instruction_is_an_18th_of_the_height(afar: Hands) -> None:
    assert letters(afar, "item") == {round(768 / 18)}


def test_head_and_car_now_say_what_they_say_in_the_window(afar: Hands) -> None:
    body = afar.window.body
    shown = head(afar)
    assert shown is not None
    assert not body.header.isVisible()
    assert not body.route.isVisible()
    assert shown.count == body.route.count == "0 of 12"
    afar.press(Key.Key_Space)
    assert shown.count == body.route.count == "1 of 12"
    assert "Nothing is open on the car." in afar.text


def test_the_gate_asks_as_in_the_window(afar: Hands) -> None:
    afar.window.workbench.show_line("power-off", "negative-off")
    settle()
    assert "A spanner across the posts burns you." in afar.text
    afar.press(Key.Key_Space)
    assert afar.question == "WARNING: Short circuit"
    afar.confirm()
    assert afar.line("negative-off").done


def test_what_is_seen_elsewhere_is_seen_from_afar_too(afar: Hands) -> None:
    afar.press(Key.Key_F6)
    assert afar.window.body.aside is not None
    assert head(afar)
    assert afar.window.body.foot.isVisible()
    assert afar.window.appearance.look.scale == scale_for(afar.window.frame.size())


@pytest.mark.parametrize("key", [Key.Key_F11, Key.Key_Escape])
def test_it_leaves_where_one_is_and_everything_is_as_before(workshop: Workshop, key: Qt.Key) -> None:
    hands = workshop.open(700, 600)
    frame = hands.window.frame
    place, look = frame.geometry(), hands.window.appearance.look
    hands.press(Key.Key_F11)
    assert frame.isFullScreen()
    hands.press(Key.Key_PageDown, key)
    if key is Key.Key_Escape:
        hands.press(key)  # the first one leaves the field
    settle()
    assert (frame.geometry(), frame.isFullScreen(), hands.window.appearance.look) == (place, False, look)
    assert head(hands) is None
    assert in_sight(hands) == ["doors", "battery"]
    assert hands.marked == "battery"
    assert hands.window.body.header.isVisible()


def test_what_is_half_typed_goes_on(hands: Hands) -> None:
    hands.press(Key.Key_PageDown, Key.Key_1, Key.Key_F11)
    hands.press(Key.Key_2, Key.Key_F11)
    assert hands.line("battery").value == ""
    hands.press(Key.Key_Period, Key.Key_6, Key.Key_Return)
    assert hands.line("battery").value == "12.6"


def test_the_whole_screen_is_not_kept_as_the_size_of_the_window(workshop: Workshop) -> None:
    hands = workshop.open(700, 600)
    hands.press(Key.Key_F11)
    workshop.close()
    hands = workshop.open(0)
    assert not hands.window.frame.isFullScreen()
    assert hands.window.frame.size().toTuple() == (700, 600)
    assert head(hands) is None


def test_escape_closes_a_message_first(afar: Hands) -> None:
    afar.window.workbench.said.emit("Look here.")
    afar.press(Key.Key_Escape)
    assert head(afar)
    afar.press(Key.Key_Escape)
    assert head(afar) is None


def test_other_text_sizes_are_not_offered_there(afar: Hands) -> None:
    before = afar.window.appearance.look
    afar.press(Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
    assert afar.window.appearance.look == before


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_and_the_bars_leave_three_fifths(hands: Hands, size: tuple[int, int]) -> None:
    walk(from_afar(hands, *size))


@pytest.mark.walk
@pytest.mark.parametrize("size", SIZES[:2])
def test_so_it_is_with_the_largest_text(workshop: Workshop, size: tuple[int, int]) -> None:
    WindowSettings(workshop.files.settings).scale = SCALES[-1]
    walk(from_afar(workshop.open(), *size))


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (640, 480), (3840, 2160), (5120, 1440)])
@pytest.mark.parametrize("guide", ["tailgate-button", "remote-key"])
def test_so_it_is_in_the_shipped_guides(workshop: Workshop, guide: str, size: tuple[int, int]) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin(guide)
    walk(from_afar(hands, *size))


def walk(hands: Hands) -> None:
    """Look at every line of every step."""
    for step in hands.window.workbench.shown.guide.steps if hands.window.workbench.shown else ():
        hands.window.workbench.go_to(step.id)
        settle()
        for item in ("", *(item.id for item in step.items)):
            hands.window.workbench.show_line(step.id, item)
            settle()
            assert_whole(hands)


def assert_whole(hands: Hands) -> None:
    """See that the parts of what is in sight lie in their place, side by side or one below the other."""
    body = hands.window.body
    player = next(part for part in hands.window.findChildren(PlayerBody) if part.isVisible())
    shown = [part for part in player.slide.children() if isinstance(part, QWidget) and part.isVisible()]
    cards = [card for card in player.findChildren(PictureCard) if card.isVisible()]
    places = [place_in(player, part) for part in (*shown, *cards)]
    assert all(player.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
    assert all(not row.isVisible() or is_in_sight(row) for row in player.slide.rows)
    assert [label.text() for label in labels(player) if label.text() and clipped(label)] == []
    for row in player.slide.rows:
        for part in row.findChildren(QWidget):
            assert not part.isVisible() or row.rect().contains(place_in(row, part)), (row.item.id, part)
    bars = [part for part in (head(hands), body.strip, body.foot) if part]
    assert len(bars) == 3
    assert sum(bar.height() for bar in bars) <= 0.4 * hands.window.height()


def place_in(holder: QWidget, part: QWidget) -> QRect:
    """Return where a part lies in what holds it."""
    return QRect(part.mapTo(holder, QPoint()), part.size())


@pytest.fixture
def long(workshop: Workshop, tmp_path: Path) -> Hands:
    """Return hands at a guide with many words, seen from afar."""
    workshop.guides = write_guide(tmp_path / "own", LONG).parent
    hands = workshop.open()
    hands.begin("button")
    return from_afar(hands)


def test_long_instructions_are_smaller_until_they_fit(long: Hands) -> None:
    assert not long.window.body.step.can_scroll(1)
    assert max(letters(long, "item")) < round(768 / 18)


def test_what_does_not_fit_at_all_scrolls_and_the_line_stays_large(long: Hands) -> None:
    long.window.workbench.go_to("much")
    settle()
    assert letters(long, "item") == {round(768 / 18)}
    assert letters(long, "body") == {FarRoom(1366, 768, 57).scrolled[0].words}
    assert said(long) == "Tick · All of it read"
    assert long.window.body.step.can_scroll(1)


def test_page_down_reads_on_and_space_leads_back_to_the_line(long: Hands) -> None:
    long.window.workbench.go_to("much")
    settle()
    long.press(Key.Key_PageDown)
    assert said(long) == "Show the marked line · All of it read"
    long.press(Key.Key_Space)
    assert said(long) == "Tick · All of it read"
    assert not long.window.body.step.can_scroll(-1)


def test_the_screen_stays_on_there(hands: Hands, workshop: Workshop, waker: FakeWaker) -> None:
    hands.press(Key.Key_F11)
    assert waker.wanted == ["The guide is read from a distance"]
    hands.press(Key.Key_F11)
    assert waker.wanted[1:] == ["let go"]
    hands.press(Key.Key_F11)
    workshop.close()
    assert waker.wanted[2:] == ["The guide is read from a distance", "let go"]


def test_without_a_job_it_is_home_that_is_seen(workshop: Workshop) -> None:
    hands = from_afar(workshop.open())
    hands.press(Key.Key_F7)
    assert head(hands)
    hands.press(Key.Key_PageDown, Key.Key_PageUp)
    assert said(hands).startswith("Open the guide")


def test_enter_in_a_field_goes_on_to_the_next_line(afar: Hands) -> None:
    afar.window.workbench.show_line("power-off", "negative-off")
    settle()
    afar.press(Key.Key_Space)
    afar.confirm()
    assert in_sight(afar) == ["clips"]
    afar.type("11")
    assert in_sight(afar) == ["panel"]
    assert said(afar) == "Tick · Panel off"


def test_the_keys_are_as_high_as_gloves_need_on_this_screen(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("micra_assistant.ui.style.far_sizes.target_on", lambda _screen: 83)
    hands = from_afar(workshop.open())
    assert min(key.height() for key in hands.window.body.foot.buttons.values()) >= 83
    hands.press(Key.Key_PageDown)
    buttons = hands.window.body.checklist.row("battery").findChildren(SureButton)
    assert all(min(button.size().toTuple()) >= 83 for button in buttons if button.isVisible())
    assert_whole(hands)


def test_a_dense_low_screen_keeps_three_fifths_for_the_work(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("micra_assistant.ui.style.far_sizes.target_on", lambda _screen: 167)
    assert_whole(from_afar(workshop.open(), 1024, 600))


def test_it_can_be_read_aloud_there(afar: Hands, qtbot: QtBot) -> None:
    shown = head(afar)
    assert shown
    afar.tap(next(button for button in shown.findChildren(QToolButton) if button.accessibleName() == "Read aloud"))
    qtbot.waitUntil(lambda: afar.said.startswith("No voice is installed on this computer."))
