"""The foot of the window: PageUp, Space and PageDown, always at the same place, and what they do now."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from micra_assistant.ui.frame.key_button import KeyButton
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.three_keys import Key, ThreeKeys

_HEIGHT = 60
"""Of a key, in pixels at scale 1: big enough for gloves."""
_LEAST = 48
_SHARE = 0.11
"""How much of the height of a window the keys have at the most."""
_SHARE_FROM_AFAR = 0.16
_SIDE = 84
_SHARES = {Key.BACK: 5, Key.SPACE: 8, Key.ON: 5}
_GAP, _EDGE = 10, 14
"""Between two keys, and at either side of all, in pixels at scale 1."""
_ABOVE, _LOW_ABOVE = 8, 3
_MOST_ABOVE = 0.0125
"""How much is free above and below the keys, in pixels at scale 1, and how much of a window's height at the most."""
_LOW = 450
"""Below this height of a window the foot has less room round the keys."""
_LINE = 1
"""How high the line above it is, in pixels of the screen."""
_WITH_NAMES = 940
"""How wide it is in a dialog, in pixels at scale 1, so that the name of each key is seen."""
_SHARE_OF_WIDTH = 0.7
"""How much of the width of the window it has in a dialog at the most."""


Side = tuple[QAction, str]
"""An action, and what it is called at the side of the foot."""


class Foot(QFrame):
    """The three keys, to be read and to be tapped, and an action at either side.

    Signals:
        pressed: one of them was tapped; carries the Key.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.buttons = {key: KeyButton(key) for key in Key}
        self.left, self.right = _side_button(), _side_button()
        self._has_sides = True
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.left)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.pressed.emit(key))
            row.addWidget(button, _SHARES[key])
        row.addWidget(self.right)

    def fit_dialog(self, dialog: QWidget, look: Look) -> None:
        """Be as in the window, and so wide that each key has its name, where screen and window have room."""
        room = screen_of(dialog).availableSize()
        self.fit(room, look, look.target)
        edges = self.contentsMargins()
        self.setContentsMargins(0, edges.top(), 0, edges.bottom())
        self.setMinimumHeight(self.minimumHeight() + _LINE)
        over = dialog.parentWidget()
        widest = min(room.width(), over.window().width()) if over else room.width()
        self.setMinimumWidth(min(look.compact.size(_WITH_NAMES), round(widest * _SHARE_OF_WIDTH)))

    def show_keys(self, keys: ThreeKeys, look: Look) -> None:
        """Show what the three keys do."""
        for key, button in self.buttons.items():
            button.show_act(keys.of(key), look.compact)

    def show_sides(self, left: Side | None, right: Side | None) -> None:
        """Show an action at either side in a word, none where there is None."""
        for button, side in ((self.left, left), (self.right, right)):
            button.setVisible(side is not None and self._has_sides)
            if side and button.defaultAction() is not side[0]:
                for former in button.actions():
                    button.removeAction(former)
                side[0].setIconText(side[1])  # the button says this again whenever its action changes
                button.setDefaultAction(side[0])

    def fit(self, size: QSize, look: Look, target: int = 0, *, has_sides: bool = True) -> None:
        """Be as high as gloves need, but in a low window no higher than a small share of it.

        From afar the keys are as high as a ``target``, in pixels, and the share is larger.
        """
        look = look.compact
        self._has_sides = has_sides
        free = min(look.size(_ABOVE), round(size.height() * _MOST_ABOVE)) if size.height() >= _LOW else _LOW_ABOVE
        self.setContentsMargins(look.size(_EDGE), free, look.size(_EDGE), free)
        self._row.setSpacing(look.size(_GAP))
        height = max(_LEAST, min(look.size(_HEIGHT), round(size.height() * _SHARE)))
        height = max(height, min(target, round(size.height() * _SHARE_FROM_AFAR)))
        for button in (*self.buttons.values(), self.left, self.right):
            button.setFixedHeight(height)
        edges = self.contentsMargins()
        self.setMinimumHeight(height + edges.top() + edges.bottom())  # a style sheet takes that of the keys away
        for button in (self.left, self.right):
            button.setVisible(self._has_sides and bool(button.actions()))
            button.setFixedWidth(max(min(look.size(_SIDE), size.width() // 12), button.minimumSizeHint().width()))


def _side_button() -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.hide()
    return button
