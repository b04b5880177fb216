"""A line of words to the person: what holds them up, where a file lies, what went wrong."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from micra_assistant.words import _

_SHOWN_MS = 9000
_MOST_LINES = 3
"""How many lines of a message are seen until the person asks for more."""


class Tone(StrEnum):
    """How a message is meant. All but hints stay until they are closed; a fault is one of the program itself."""

    HINT = "hint"
    OFFER = "offer"
    PROBLEM = "problem"
    BUG = "bug"


class _Message(Struct):
    words: str
    tone: Tone
    button: str = ""
    take: Callable[[], object] | None = None


@runtime_checkable
class HasRoomForWords(Protocol):
    """A view that has room where a message hides nothing."""

    @property
    def room_for_words(self) -> QRect:
        """That room, empty if there is none now."""
        ...


def room_for_words(view: object) -> QRect:
    """Return the room that a view has for a message once it is laid out, empty if it has none."""
    if not isinstance(view, HasRoomForWords):
        return QRect()
    if isinstance(view, QWidget) and (layout := view.layout()):
        layout.activate()
    return view.room_for_words


class MessageBar(QFrame):
    """One message at a time, over what is there: nothing under a finger moves because something is said.

    They lie in a room: that is the first that ``room`` gives, the second are what is to stay free.

    A fault of the program is not lost by what is said after it, nor does it cover anything for good: when the one is
    closed, the other comes back.

    Signals:
        left: the bar was closed while the focus was on one of its buttons.
    """

    left = Signal()

    def __init__(self, room: Callable[[], tuple[QRect, Sequence[QRect]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("compact", True)
        self._room = room
        self._over = parent
        self._shown: _Message | None = None
        self._covered: _Message | None = None
        self._is_made = False
        self.hide()

    def _make(self) -> None:
        """Make what is in the bar, once something is said."""
        self._is_made = True
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._make_buttons()
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)

    def _make_buttons(self) -> None:
        self._offer = QPushButton()
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offer.clicked.connect(self._on_offer)
        self._more = QPushButton(_("More"))
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.toggled.connect(self.place)
        close = QPushButton()
        wear(close, Sign.CROSS)
        close.setObjectName("close")
        close.setAccessibleName(_("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.dismiss)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 6, 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._offer)
        layout.addWidget(close)

    @property
    def words(self) -> str:
        """What is shown, empty if nothing is."""
        return "" if self.isHidden() else self._words.text()

    @property
    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_offer(self) -> None:
        """Do what the button of the message does, if it has one."""
        if self.isVisible() and self._offer.isVisible():
            self._on_offer()

    def drop_hint(self) -> None:
        """Hide what is shown if it is no problem: the person has gone on."""
        if self._tone is Tone.HINT:
            self.dismiss()

    def drop_offer(self) -> None:
        """Hide an offer: it was about what is no longer there."""
        if self._tone is Tone.OFFER:
            self.dismiss()

    def withdraw(self, words: str) -> None:
        """Hide these words, if they are what is shown: what they say is not so any more."""
        if self.words == words:
            self.dismiss()

    def drop(self) -> None:
        """Hide whatever is shown but a fault: it was about records that are not there any more."""
        if self._tone is not Tone.BUG:
            self.dismiss()

    def dismiss(self) -> None:
        """Close what is shown; what it covered comes back."""
        if self._has_focus:
            self.left.emit()
        self.hide()
        self._shown, covered, self._covered = None, self._covered, None
        if covered:
            self._show(covered)

    def say(self, words: str, tone: Tone = Tone.HINT) -> None:
        """Show ``words``."""
        if tone is Tone.HINT and self._tone in (Tone.PROBLEM, Tone.BUG):
            return
        self._cover(_Message(words, tone))

    def say_problem(self, words: str) -> None:
        """Say what went wrong, until the person closes it."""
        self.say(words, Tone.PROBLEM)

    def say_saved(self, output: Path, remarks: Sequence[str] = ()) -> None:
        """Say where something was saved; with what there is to remark on it, it stays until it is closed."""
        saved = _("Saved: {file}").format(file=output)
        if remarks:
            self.say_problem(" ".join((f"{saved}.", *remarks)))
        else:
            self.say(saved)

    def offer(self, words: str, button: str, take: Callable[[], object]) -> None:
        """Show ``words`` until they are closed, with a button that does something about them."""
        self._cover(_Message(words, Tone.OFFER, button, take))

    def tell_bug(self, words: str, button: str, take: Callable[[], object]) -> None:
        """Show a fault of the program until it is closed; the button does something and closes nothing."""
        self._cover(_Message(words, Tone.BUG, button, take))

    def showEvent(self, event: QShowEvent) -> None:
        """Take its place: what was said before the window was shown has none yet."""
        super().showEvent(event)
        self.place()

    def place(self) -> None:
        """Lie at the foot of the room, or at its head if the foot must stay free; of many words a few are seen."""
        if not self._is_made or self.isHidden():
            return
        room, free = self._room()
        is_long = self._lines(room.width()) > _MOST_LINES
        self._more.setVisible(is_long)
        is_cut = is_long and not self._more.isChecked()
        line = self._words.fontMetrics().lineSpacing()
        self._words.setMaximumHeight(_MOST_LINES * line if is_cut else NO_LIMIT)
        top = Qt.AlignmentFlag.AlignTop if is_cut else Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | top)
        self._layout.invalidate()
        height = min(max(self._layout.totalHeightForWidth(room.width()), 2 * line), self._over.height())
        place = QRect(room.left(), max(0, room.bottom() + 1 - height), room.width(), height)
        above = QRect(place)
        above.moveTop(room.top())
        hides = [any(one.intersects(part) for part in free) for one in (place, above)]
        self.setGeometry(above if hides[0] and not hides[1] else place)

    def _lines(self, width: int) -> int:
        """Return how many lines the words need if the bar is ``width`` pixels wide."""
        buttons = [button for button in self.findChildren(QPushButton) if not button.isHidden()]
        margins = self._layout.contentsMargins()
        taken = sum(button.sizeHint().width() + self._layout.spacing() for button in buttons)
        room = max(1, width - taken - margins.left() - margins.right())
        return round(self._words.heightForWidth(room) / self._words.fontMetrics().lineSpacing())

    @property
    def _tone(self) -> Tone | None:
        return None if self.isHidden() or self._shown is None else self._shown.tone

    def _cover(self, message: _Message) -> None:
        """Show a message instead of what is shown; that waits if it or the message is a fault."""
        former = None if self._tone in (None, Tone.HINT) else self._shown
        if former and (former.tone is Tone.BUG) != (message.tone is Tone.BUG):
            self._covered = former
        self._show(message)

    def _show(self, message: _Message) -> None:
        if not self._is_made:
            self._make()
        self._shown = message
        self._words.setText(message.words)
        self._more.setChecked(False)
        self._offer.setText(message.button)
        self._offer.setVisible(bool(message.button))
        self.setProperty("tone", message.tone.value)
        restyle(self, self._words)
        self.show()
        self.raise_()
        self.place()
        announce(self, message.words)
        if message.tone is Tone.HINT:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_offer(self) -> None:
        message = self._shown
        if message and message.tone is not Tone.BUG:
            self.dismiss()
        if message and message.take:
            message.take()
