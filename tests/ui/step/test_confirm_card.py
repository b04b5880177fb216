"""The second act: what it says, that it must be meant, and that nothing else in the window answers meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.ui.step.confirm_card import ConfirmCard
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.window_settings import WindowSettings
from tests.builders import Files, write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import text
from tests.ui.listening import Heard
from tests.ui.one_window import begun
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

LOOK = Look(load_theme(ThemeName.LIGHT))
PAGE: Files = {
    "15-mend.md": """
        # Mend {: #mend }

        ## Cut the wire {: #cut-the-wire }

        !!! notice "Wire cut"
            It stays cut.[^versa] Think first, as in [measuring](#measure).

            - only the wire that failed

            - [ ] Wire & sleeve cut[^meters] {: #wire-cut no-return="A wire once cut is never whole again." }
            - [ ] Joined {: #joined }
        """
}
FILES: Files = {**GUIDE, **PAGE}


class Asked:
    """A card over a window, and what was answered."""

    def __init__(self, behind: QWidget, guide: Guide) -> None:
        self.guide = guide
        self.answers: list[str] = []
        self.card = ConfirmCard(behind)
        self.card.confirmed.connect(self.answers.append)
        self.card.refused.connect(lambda: self.answers.append("not yet"))
        self.card.step_wanted.connect(lambda step: self.answers.append(f"go to {step}"))

    def ask(self, item_id: str = "negative-off") -> None:
        """Open the card for an item."""
        item = next(item for item in self.guide.items if item.id == item_id)
        self.card.show_item(self.guide, item, LOOK)
        settle()

    @property
    def words(self) -> str:
        """All labels in sight, a line each."""
        return text(self.card)

    @property
    def chosen(self) -> str:
        """Which answer has the focus."""
        buttons = {"yes": self.card.yes_button, "not yet": self.card.not_yet_button}
        return next((name for name, button in buttons.items() if button.hasFocus()), "")

    def yes_place(self) -> QRect:
        """Return where yes lies in the window."""
        button = self.card.yes_button
        return QRect(button.mapTo(button.window(), QPoint(0, 0)), button.size())


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at the window, whose guide has a gate and a point of no return; in a new job."""
    return begun(request, FILES)


@pytest.fixture
def asked(hands: Hands) -> Iterator[Asked]:
    """Return a card that asks for the gate."""
    assert hands.window.workbench.shown
    asked = Asked(hands.window.body.above_foot, hands.window.workbench.shown.guide)
    asked.ask()
    yield asked
    asked.card.withdraw()
    asked.card.deleteLater()


def repeat(key: Qt.Key, text: str = "") -> None:
    """Let a held key repeat for a while."""
    for _ in range(20):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            focus = QApplication.focusWidget()
            assert focus is not None
            QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, True))
    settle()


# what it says


def test_it_says_hazard_what_happens_and_what_is_confirmed(asked: Asked) -> None:
    assert "WARNING</b>&nbsp; <b>Short circuit" in asked.words
    assert "A spanner across the posts burns you. Undo the negative clamp only." in asked.words
    assert "You confirm: <b>Negative off<a" in asked.words
    assert "No way back" not in asked.words
    assert asked.card.yes_button.text() == "Yes: Negative off"
    assert asked.card.not_yet_button.text() == "Not yet"


def test_no_message_lies_over_what_is_confirmed(hands: Hands) -> None:
    messages = hands.window.body.messages
    row = hands.row("negative-off")
    messages.say_problem("The disk is full.")
    before = messages.geometry()
    hands.tap(row)
    card = hands.window.findChild(ConfirmCard)
    assert card
    sheet = card.findChild(QFrame, "sheet")
    assert sheet
    assert not messages.geometry().intersects(QRect(sheet.mapTo(hands.window.body, QPoint()), sheet.size()))
    hands.press(Qt.Key.Key_Escape)
    assert messages.geometry() == before
    messages.dismiss()
    messages.say("Somebody has ticked something.")
    hands.tap(hands.row("negative-off"))
    assert not messages.words


def test_it_says_that_there_is_no_way_back(asked: Asked) -> None:
    asked.ask("wire-cut")
    assert "<b>No way back:</b> A wire once cut is never whole again." in asked.words
    assert "It stays cut.<a" in asked.words
    assert "only the wire that failed" in asked.words
    assert "Short circuit" not in asked.words
    assert "Joined" not in asked.words
    assert "You confirm: <b>Wire &amp; sleeve cut" in asked.words
    assert asked.card.yes_button.text() == "Yes: Wire && sleeve cut"


def test_an_item_outside_callouts_can_be_asked_for(asked: Asked) -> None:
    asked.ask("panel")
    assert "You confirm: <b>Panel off</b>" in asked.words
    assert "Short circuit" not in asked.words


def test_a_badge_tells_its_source_and_a_link_leads_away_without_a_yes(hands: Hands, asked: Asked) -> None:
    asked.ask("wire-cut")
    place = asked.yes_place()
    hands.tap_link("source:versa", asked.card)
    assert "Manual of a sister car" in asked.words
    assert asked.yes_place() == place
    hands.tap_link("step:measure", asked.card)
    assert asked.answers == ["go to measure"]
    assert not asked.card.isVisible()


def test_it_speaks_to_those_who_do_not_see_it(asked: Asked, heard: Heard) -> None:
    asked.ask("wire-cut")
    said = "It stays cut. Think first, as in measuring. only the wire that failed"
    assert asked.card.accessibleName() == "NOTICE: Wire cut"
    assert asked.card.accessibleDescription() == f"{said} No way back: A wire once cut is never whole again."
    assert asked.card.yes_button.accessibleName() == "Yes: Wire & sleeve cut"
    assert asked.card.not_yet_button.accessibleName() == "Not yet"
    assert heard.take() == [
        f"NOTICE: Wire cut\n{said} No way back: A wire once cut is never whole again.\nYou confirm: Wire & sleeve cut"
    ]
    card = QAccessible.queryAccessibleInterface(asked.card)
    assert card is not None
    assert card.role() is QAccessible.Role.Dialog


# keys


@pytest.mark.walk(first=6)
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ((Qt.Key.Key_PageUp, Qt.Key.Key_Space), ["negative-off"]),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_Return), ["negative-off"]),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Enter), ["negative-off"]),
        ((Qt.Key.Key_Left, Qt.Key.Key_Space), ["negative-off"]),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Space), ["negative-off"]),
        ((Qt.Key.Key_Space,), ["not yet"]),
        ((Qt.Key.Key_Return,), ["not yet"]),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space), ["not yet"]),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Space), ["not yet"]),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space), ["not yet"]),
        ((Qt.Key.Key_Escape,), ["not yet"]),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_Escape), ["not yet"]),
        ((Qt.Key.Key_PageUp,) * 9, []),
        ((Qt.Key.Key_PageDown,) * 9, []),
        ((Qt.Key.Key_Tab,) * 9, []),
    ],
)
def test_keys_answer(hands: Hands, asked: Asked, keys: tuple[Qt.Key, ...], answers: list[str]) -> None:
    assert asked.chosen == "not yet"
    hands.press(*keys)
    assert asked.answers == answers
    assert asked.card.isVisible() is (answers == [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return])
def test_one_key_over_and_over_never_says_yes(hands: Hands, asked: Asked, key: Qt.Key) -> None:
    for _ in range(5):
        asked.ask()
        hands.press(key)
    assert "negative-off" not in asked.answers


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("moved", [False, True])
def test_a_held_key_answers_nothing(hands: Hands, asked: Asked, key: Qt.Key, moved: bool) -> None:
    if moved:
        hands.press(Qt.Key.Key_PageUp)
    repeat(key, " ")
    assert asked.answers == []
    assert asked.chosen == ("yes" if moved else "not yet")


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left])
def test_a_held_key_does_not_even_move_to_yes(hands: Hands, asked: Asked, key: Qt.Key) -> None:
    repeat(key)
    assert asked.chosen == "not yet"
    hands.press(Qt.Key.Key_Space)
    assert asked.answers == ["not yet"]


def test_nothing_else_answers_to_keys(hands: Hands, asked: Asked) -> None:
    step, marked, dark = hands.step, hands.marked, hands.window.grab().toImage().pixelColor(5, 5)
    hands.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F9, Qt.Key.Key_F1)
    hands.press(Qt.Key.Key_F, Qt.Key.Key_N, Qt.Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
    assert (hands.step, hands.marked, asked.answers) == (step, marked, [])
    assert hands.window.grab().toImage().pixelColor(5, 5) == dark
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [hands.window.frame]
    assert asked.chosen == "not yet"


def test_the_window_closes_by_its_key_as_by_its_cross(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.window.work.toggle("negative-off")
    hands.press(Qt.Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier)
    assert (hands.window.frame.isVisible(), hands.line("negative-off").done) == (False, False)


def test_the_focus_cannot_be_taken_away(hands: Hands, asked: Asked) -> None:
    hands.window.body.step.setFocus()
    assert asked.chosen == "not yet"
    hands.window.body.header.search.setFocus()
    assert asked.chosen == "not yet"


@pytest.mark.parametrize(
    "close",
    [
        lambda hands, _: hands.press(Qt.Key.Key_Escape),
        lambda hands, _: hands.press(Qt.Key.Key_PageUp, Qt.Key.Key_Space),
        lambda _, asked: asked.card.withdraw(),
    ],
)
def test_the_focus_goes_back_to_where_it_was(hands: Hands, asked: Asked, close: Callable[[Hands, Asked], None]) -> None:
    asked.card.withdraw()
    for widget in (hands.window.body.step, hands.button("Find fault")):
        widget.setFocus()
        asked.ask()
        asked.ask("wire-cut")
        close(hands, asked)
        assert QApplication.focusWidget() is widget


def test_what_had_the_focus_may_be_gone(hands: Hands, asked: Asked) -> None:
    asked.card.withdraw()
    field = QLineEdit(hands.window.body)
    field.show()
    field.setFocus()
    asked.ask()
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    hands.press(Qt.Key.Key_Escape)
    assert asked.answers == ["not yet"]
    assert not asked.card.isVisible()


def test_a_withdrawn_card_has_no_answer_and_lets_the_window_go_on(hands: Hands, asked: Asked) -> None:
    asked.card.withdraw()
    asked.card.withdraw()
    step = hands.step
    hands.turn(1)
    assert hands.step != step
    assert asked.answers == []


# taps


def test_a_tap_answers(hands: Hands, asked: Asked) -> None:
    hands.tap(asked.card.yes_button)
    asked.ask()
    hands.tap(asked.card.not_yet_button)
    assert asked.answers == ["negative-off", "not yet"]


def test_the_answers_stand_clear_of_the_keys(asked: Asked) -> None:
    card, yes = asked.card, asked.card.yes_button
    assert card.rect().bottom() - yes.mapTo(card, yes.rect().bottomLeft()).y() >= 8


def test_a_tap_beside_the_sheet_does_nothing(hands: Hands, asked: Asked) -> None:
    for place in (QPoint(20, 20), QPoint(700, 200), QPoint(1200, 300), QPoint(20, 650)):
        hands.tap(asked.card, place)
    assert asked.answers == []
    assert asked.card.isVisible()


class Item(QWidget):
    """Something that opens a card when it is tapped, wherever the tap is."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.resize(1000, 600)
        self.setLayout(QVBoxLayout())
        self.asked = Asked(self, guide)
        self.taps = 0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        event.accept()
        self.taps += 1
        self.asked.ask()


@pytest.fixture
def item(qtbot: QtBot, tmp_path: Path) -> Item:
    """Return what opens a card, in a window of its own."""
    item = Item(read_guide(write_guide(tmp_path, GUIDE)))
    qtbot.addWidget(item)
    item.show()
    item.activateWindow()
    item.asked.ask()
    item.asked.card.withdraw()
    return item


def test_a_double_tap_does_not_say_yes_even_where_yes_comes_to_lie(item: Item) -> None:
    place = item.asked.yes_place().center()
    QTest.mouseDClick(item.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert item.asked.card.isVisible()
    assert item.asked.answers == []
    assert item.asked.chosen == "not yet"
    QTest.mouseClick(item.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert item.asked.answers == ["negative-off"]


def test_a_tap_beside_the_sheet_does_not_reach_what_is_behind(item: Item) -> None:
    item.asked.ask()
    for place in (QPoint(20, 20), item.asked.yes_place().topLeft() - QPoint(0, 6)):
        QTest.mouseClick(item.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseDClick(item.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert item.taps == 0
    assert item.asked.answers == []


@pytest.mark.walk(first=4)
@pytest.mark.parametrize("scale", sorted(SCALES, reverse=True))
@pytest.mark.parametrize("size", [(860, 480), (1024, 600), (1366, 768), (1920, 1080)])
def test_yes_lies_where_no_item_can_be(workshop: Workshop, size: tuple[int, int], scale: float) -> None:
    settings = WindowSettings(workshop.files.settings)
    settings.scale, settings.parts_shown = scale, False
    hands = workshop.open(*size)
    body = hands.window.body
    assert hands.window.workbench.shown
    asked = Asked(body, hands.window.workbench.shown.guide)
    item = next(item for item in asked.guide.items if item.id == "negative-off")
    asked.card.show_item(asked.guide, item, hands.window.appearance.look)
    settle()
    yes, slip = asked.yes_place(), 12
    area = body.step.findChild(ScrollColumn)
    assert area is not None
    assert yes.top() - area.mapTo(hands.window, area.rect().bottomLeft()).y() > slip


# its place


def test_it_follows_the_window(hands: Hands, asked: Asked) -> None:
    for size in ((1000, 500), (1500, 900)):
        hands.window.frame.resize(*size)
        settle()
        assert asked.card.geometry() == hands.window.body.above_foot.rect()
        assert hands.window.rect().contains(asked.yes_place())


def test_long_words_scroll_and_leave_the_buttons_in_sight(tmp_path: Path, item: Item) -> None:
    long = GUIDE["10-get-ready.md"].replace("burns you.", "burns you." + (" It does." * 20 + "\n            ") * 25)
    asked = item.asked
    asked.guide = read_guide(write_guide(tmp_path, {**GUIDE, "10-get-ready.md": long}))
    asked.ask()
    area = asked.card.findChild(ScrollColumn)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    assert item.rect().contains(asked.yes_place())


def test_words_too_long_for_the_button_do_not_push_the_other_away(tmp_path: Path, item: Item) -> None:
    long = GUIDE["10-get-ready.md"].replace("Negative off", "Negative off " * 20)
    asked = item.asked
    asked.guide = read_guide(write_guide(tmp_path, {**GUIDE, "10-get-ready.md": long}))
    asked.ask()
    assert asked.card.yes_button.width() // 3 == pytest.approx(asked.card.not_yet_button.width() // 2, abs=2)
    assert asked.card.yes_button.accessibleName() == "Yes: " + ("Negative off " * 20).strip()
