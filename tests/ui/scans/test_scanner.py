"""What a barcode scanner types is words, in every view: nothing is ticked, answered, begun or pressed by it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described, Ticked
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from micra_assistant.ui.scans import scanner
from micra_assistant.ui.scans.scan_question import ScanQuestion
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, settle, tap
from tests.ui.in_sight import button

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """A keyboard whose clock is ours: each key comes so many milliseconds after the one before."""

    def __init__(self, hands: Hands, qtbot: QtBot) -> None:
        self.hands = hands
        self.gap = 5
        self._qtbot = qtbot
        self._now = 1000

    def moment_of(self, _event: QKeyEvent) -> int:
        """Return when a key was pressed."""
        return self._now

    def key(self, key: Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and let it go."""
        self._now += self.gap
        QTest.keyClick(self.hands._surface(), key, held)  # type: ignore[arg-type]  # it does take letters

    def scan(self, words: str, end: Key | None = Key.Key_Return, gap: int = 5) -> None:
        """Type as a scanner does, after a while, however busy this computer is meanwhile."""
        self._now += 1000
        self.gap = gap
        timer = self._scanner._timer
        sure_after = timer.interval()
        timer.setInterval(60_000)
        for letter in words:
            self.key(letter)
        if end is not None:
            self.key(end)
        timer.setInterval(sure_after)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is held any more."""
        self._qtbot.waitUntil(lambda: not self._scanner._held)
        settle()

    @property
    def _scanner(self) -> scanner.Scanner:
        found = self.hands.window.findChild(scanner.Scanner)
        assert found
        return found

    @property
    def question(self) -> ScanQuestion | None:
        """What is asked about a scan."""
        return next((found for found in self.hands.window.frame.findChildren(ScanQuestion) if found.isVisible()), None)

    @property
    def asked(self) -> str:
        """The words of that, empty if nothing is asked."""
        return self.question.findChildren(QLabel)[0].text() if self.question else ""

    def take(self, words: str) -> None:
        """Say where a scan goes."""
        assert self.question
        tap(button(self.question, words))


@pytest.fixture
def keyboard(hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    """Return a keyboard at the window, which has no other."""
    keyboard = Keyboard(hands, qtbot)
    monkeypatch.setattr(scanner, "moment_of", keyboard.moment_of)
    yield keyboard
    if keyboard.question:
        keyboard.question.reject()
    settle()


def acts(hands: Hands) -> int:
    """Return how much was done on the job."""
    assert hands.window.workbench.shown
    return len(hands.window.workbench.shown.history.events)


VIEWS = [
    pytest.param((), id="the job"),
    pytest.param((Key.Key_F6,), id="put back"),
    pytest.param((Key.Key_F8,), id="called away"),
    pytest.param((Key.Key_Tab, Key.Key_Tab), id="a button"),
    pytest.param((Key.Key_PageDown,) * 3, id="another step"),
    pytest.param((*(Key.Key_PageDown,) * 3, Key.Key_Space, Key.Key_Space), id="a gate that is asked about"),
]


@pytest.mark.walk(first=4)
@pytest.mark.parametrize("keys", VIEWS)
@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Tab, None])
@pytest.mark.parametrize("words", ["AB 12 CDE", "4006381333931", " 1 2 3 4 "])
def test_a_scan_is_asked_about_and_does_nothing(
    keyboard: Keyboard, hands: Hands, keys: tuple[Key, ...], end: Key | None, words: str
) -> None:
    keyboard.gap = 500
    for key in keys:
        keyboard.key(key)
    keyboard.rest()
    before, aside = acts(hands), hands.window.body.aside
    keyboard.scan(words, end)
    assert keyboard.asked == f"Scanned {words.strip()}: where does it go?"
    assert (acts(hands), hands.window.body.aside) == (before, aside)
    keyboard.scan("ABCDE")
    assert keyboard.asked == "Scanned ABCDE: where does it go?"
    keyboard.take("Nowhere")
    assert acts(hands) == before


@pytest.mark.parametrize(("gap", "ticks"), [(35, 0), (36, 1), (80, 1)])
def test_a_hand_is_slower_than_a_scanner(keyboard: Keyboard, hands: Hands, gap: int, ticks: int) -> None:
    keyboard.scan("  ab", None, gap)
    assert (hands.row("doors").mark is Mark.DONE) is bool(ticks)


def test_a_space_by_itself_ticks(keyboard: Keyboard, hands: Hands) -> None:
    keyboard.scan(" ", None)
    assert hands.row("doors").mark is Mark.DONE
    keyboard.scan(" ", None)
    assert hands.field("battery").hasFocus()


def test_a_few_quick_keys_are_keys(keyboard: Keyboard, hands: Hands) -> None:
    assert hands.window.workbench.shown
    keyboard.scan("  ", None)
    assert (hands.window.workbench.shown.history.events[-1].act, keyboard.asked) == (Ticked("doors"), "")
    assert hands.field("battery").hasFocus()


def test_a_held_space_is_no_scan(keyboard: Keyboard, hands: Hands) -> None:
    surface = hands.window.frame.windowHandle()
    QTest.keyPress(surface, Key.Key_Space)
    keyboard.rest()
    assert (hands.row("doors").mark, keyboard.asked) == (Mark.DONE, "")


def test_a_field_takes_a_scan_and_its_end_enters_nothing(keyboard: Keyboard, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    before = acts(hands)
    keyboard.scan("123456")
    assert (hands.typed("battery"), hands.field("battery").hasFocus(), keyboard.asked) == ("123456", True, "")
    assert acts(hands) == before
    keyboard.gap = 400
    keyboard.key(Key.Key_Return)
    assert acts(hands) == before + 1


def test_the_search_takes_a_scan_with_its_end(keyboard: Keyboard, hands: Hands) -> None:
    confirmed: list[bool] = []
    hands.window.body.header.search.confirmed.connect(lambda: confirmed.append(True))
    hands.window.body.header.search.take_focus()
    keyboard.scan("25321")
    assert (hands.window.body.header.search.text(), confirmed) == ("25321", [True])


def test_a_scan_goes_where_it_is_sent(keyboard: Keyboard, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard.scan("AB 12")
    keyboard.take("Search for it")
    assert hands.window.body.header.search.text() == "AB 12"
    hands.window.body.step.setFocus()
    keyboard.scan("90602-AX60A")
    keyboard.take("Note at this step")
    assert hands.window.body.step.note.typed == "90602-AX60A"
    hands.window.body.step.setFocus()
    suggested: list[str] = []
    monkeypatch.setattr(DetailsDialog, "ask", lambda former, *_, **__: suggested.append(former.car))
    keyboard.scan("AB12CDE")
    keyboard.take("Registration of the job")
    assert suggested == ["AB12CDE"]


def test_a_vin_that_is_scanned_is_that_of_the_job(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    suggested: list[str] = []
    monkeypatch.setattr(DetailsDialog, "ask", lambda former, *_, **__: suggested.append(former.vin))
    keyboard.scan("SJNFAAK12U1234567")
    keyboard.take("VIN of the job")
    assert suggested == ["SJNFAAK12U1234567"]


def begin_in_car(dialog: DetailsDialog) -> None:
    """Have the keys in a field."""
    dialog.form.car.setFocus()


def begin_in_none(dialog: DetailsDialog) -> None:
    """Have the keys where Space would keep."""
    dialog.setFocus()


@pytest.mark.parametrize("begin", [begin_in_car, begin_in_none])
def test_a_scan_ends_no_dialog(keyboard: Keyboard, hands: Hands, begin: Callable[[DetailsDialog], None]) -> None:
    dialog = DetailsDialog(Described(), hands.window.appearance.look, hands.window)
    dialog.open()
    settle()
    begin(dialog)
    keyboard.scan("SJNFDAK12U1234567")
    assert dialog.isVisible()
    if keyboard.question:
        keyboard.take("VIN")
    assert (dialog.form.car.text(), dialog.form.vin.text()) == ("", "SJNFDAK12U1234567")
    dialog.reject()
    dialog.deleteLater()


def test_a_key_by_itself_presses_a_button_of_a_dialog(keyboard: Keyboard, hands: Hands) -> None:
    dialog = QDialog(hands.window)
    pressed: list[bool] = []
    button = QPushButton("Yes", dialog)
    button.clicked.connect(lambda: pressed.append(True))
    QVBoxLayout(dialog).addWidget(button)
    dialog.open()
    settle()
    button.setFocus()
    for key in (Key.Key_Space, Key.Key_Return):
        keyboard.gap = 400
        keyboard.key(key)
        keyboard.rest()
    assert len(pressed) == 2
    dialog.reject()
    dialog.deleteLater()


def test_keys_with_control_are_no_scan(keyboard: Keyboard, hands: Hands) -> None:
    keyboard.gap = 5
    for _ in range(3):
        keyboard.key(Key.Key_Z, CONTROL)
        keyboard.key(Key.Key_Y, CONTROL)
    assert hands.said
    assert keyboard.asked == ""


def test_keys_that_a_program_sends_do_not_wait(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.NoModifier, 38, 97, 0, "a")
    assert scanner.moment_of(event) == event.timestamp()
