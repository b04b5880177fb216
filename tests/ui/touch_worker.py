"""Somebody who does a whole job by taps on what is in sight; of the keyboard they use the digits alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.three_keys import Key
from micra_assistant.ui.widgets.sign_choices import SignChoices
from micra_assistant.ui.widgets.tick_box import TickBox
from tests.ui.hands import settle, tap
from tests.ui.three_key_worker import ThreeKeyWorker

_MOST_TAPS = 20


class TouchWorker(ThreeKeyWorker):
    """Taps a box, an answer, a sign or a card where it is in sight, else the words at the foot."""

    def press(self, key: Key) -> None:
        """Tap one of the three keys at the foot."""
        self._tap(self._button_now(key), "foot")

    def _act(self, words: str) -> None:
        """Tap the box that Space would tick, if that is in sight, else what the foot says."""
        row = self._hands.window.body.checklist.marked_row
        is_tick = words == "Tick" and self._hands.window.body.in_front is None
        if is_tick and row and _is_in_sight(_box_of(row)):
            self._tap(row, "box")
        else:
            super()._act(words)

    def begin(self, complaint: str) -> None:
        """Tap the way in on the card of the complaint."""
        view = self._hands.aside(HomeView)
        card = next(card for card in view.complaints.cards if card.what == complaint)
        self._tap(card.find_button, "card")

    def choose(self, answer: str) -> None:
        """Tap the answer; PageDown at the foot brings it into sight if it is not."""
        choices = self._hands.window.findChildren(AnswerChoice)
        choice = next(choice for choice in choices if choice.isVisible() and choice.words.startswith(answer))
        for _tap in range(_MOST_TAPS):
            if not _is_in_sight(choice):
                self.press(Key.ON)
        self._tap(choice, "answer")

    def type_sign(self, sign: str) -> None:
        """Tap the sign beside the field."""
        signs = next(signs for signs in self._hands.window.findChildren(SignChoices) if signs.isVisible())
        self._tap(next(button for button in signs.buttons if button.text() == sign), "sign")

    def _tap(self, widget: QWidget, what: str) -> None:
        self.presses[what] += 1
        tap(widget)


class KeysPressed(QObject):
    """Notes what is pressed on the keyboard.

    Attributes:
        digits, others: how many of the one, and which others.
    """

    def __init__(self) -> None:
        super().__init__()
        self.digits = 0
        self.others: set[int] = set()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a key, and let it go on its way."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
                self.digits += 1
            else:
                self.others.add(event.key())
        return False


def _is_in_sight(widget: QWidget) -> bool:
    """Whether a tap on the middle of it meets it."""
    settle()
    window = widget.window()
    met = window.childAt(widget.mapTo(window, widget.rect().center()))
    return met is not None and (met is widget or widget.isAncestorOf(met))


def _box_of(row: CheckRow) -> QWidget:
    box = row.findChild(TickBox)
    assert box
    return box
