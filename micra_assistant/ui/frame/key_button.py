"""One of the three keys at the foot of a window: its cap, what it does now, and what with."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.frame.key_words import KeyWords, pens_for, words_in
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.sized_letters import SizedLetters
from micra_assistant.ui.three_keys import Key, KeyAct, cap_of
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_SIDES = {
    Key.BACK: Qt.AlignmentFlag.AlignLeft,
    Key.SPACE: Qt.AlignmentFlag.AlignHCenter,
    Key.ON: Qt.AlignmentFlag.AlignRight,
}
_CAP = 13
"""The size of its letters at scale 1, in pixels."""
_EDGE, _GAP = 12, 12
_CAP_HEIGHT, _HIGH_CAP = 28, 40
_ROOM_FOR_CAP, _ROOM_FOR_WIDE_CAP = 170, 260
"""From this width on, in pixels at scale 1, the cap of the key is drawn, and from this on its words on one line;
it is not drawn where the words would be cut short for it."""
_LEAST = 60


class KeyButton(SureButton):
    """Shows its words as large as there is room for; it is grey while its key does nothing."""

    def __init__(self, key: Key, parent: QWidget | None = None) -> None:
        super().__init__("", "key", parent)
        self.key = key
        self._act = KeyAct("")
        self._look: Look | None = None
        self._pens: _Pens | None = None
        if key is Key.SPACE:
            self.setObjectName("primary")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._cap)

    @property
    def said(self) -> tuple[str, str]:
        """What it says that it does, and what with."""
        return self._act.said

    def show_act(self, act: KeyAct, look: Look) -> None:
        """Show what the key does."""
        if (_seen(act), look) == (_seen(self._act), self._look):
            return
        self._act, self._look = act, look
        self.setEnabled(act.act is not None)
        self.setAccessibleName(act.words or self._cap)
        self.setAccessibleDescription(_("{detail} ({key})").format(detail=act.detail, key=self._cap).strip())
        self.setToolTip("\n".join(filter(None, act.said)))
        self.update()

    @property
    def _cap(self) -> str:
        return self._act.cap or cap_of(self.key)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.size(_LEAST) if self._look else _LEAST, 0)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if look := self._look:
            if self._pens is None or self._pens.made_for != (look, self.font()):
                self._pens = _Pens(look, self.font())
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, self._room(look), look, self._pens)

    def _room(self, look: Look) -> QRect:
        return self.rect().adjusted(look.size(_EDGE), 0, -look.size(_EDGE), 0)

    def _cap_width(self, look: Look, pens: "_Pens") -> int:
        """Return how wide the cap is, 0 if there is no room for one."""
        lines = self._cap_lines(look)
        return max(pens.cap.width(line) for line in lines) + 2 + look.size(18) if lines else 0

    def _words_beside(self, cap: int, room: QRect, look: Look, pens: "_Pens") -> KeyWords:
        beside = room.width() - cap - look.size(_GAP) if cap else 0
        return words_in(self._act.said, room.size(), beside, pens.sizes)

    def _draw(self, painter: QPainter, room: QRect, look: Look, pens: "_Pens") -> None:
        """Draw the cap, if there is room for it, and the words beside it: at the outer side, or both in the middle."""
        side, cap = _SIDES[self.key], self._cap_width(look, pens)
        shown = self._words_beside(cap, room, look, pens)
        cap = cap if shown.has_cap else 0
        beside = cap + look.size(_GAP) if cap else 0
        if side is Qt.AlignmentFlag.AlignHCenter:
            needed = min(room.width(), beside + shown.width + 2)
            room = QRect(room.center().x() - needed // 2, room.y(), needed, room.height())
        is_right = side is Qt.AlignmentFlag.AlignRight
        if cap:
            self._draw_cap(painter, self._cap_place(cap, room, look, is_right=is_right), look, pens.cap)
            room = room.adjusted(0, 0, -beside, 0) if is_right else room.adjusted(beside, 0, 0, 0)
        text_side = Qt.AlignmentFlag.AlignLeft if side is Qt.AlignmentFlag.AlignHCenter and cap else side
        self._draw_words(painter, room, shown, text_side)

    def _cap_place(self, width: int, room: QRect, look: Look, *, is_right: bool) -> QRect:
        height = look.size(_CAP_HEIGHT if len(self._cap_lines(look)) == 1 else _HIGH_CAP)
        x = room.right() - width if is_right else room.left()
        return QRect(x, room.center().y() - height // 2, width, height)

    def _cap_lines(self, look: Look) -> list[str]:
        """Return what stands on the cap: its words one below the other where it is narrow, none where it is more so."""
        if self.width() < look.size(_ROOM_FOR_CAP):
            return []
        is_high = self.width() < look.size(_ROOM_FOR_WIDE_CAP) and self.height() > look.size(_HIGH_CAP)
        return self._cap.split(" ") if is_high else [self._cap]

    def _draw_words(self, painter: QPainter, room: QRect, shown: KeyWords, side: Qt.AlignmentFlag) -> None:
        heights = [round(letters.height * shown.pitch) for _said, letters in shown.lines]
        y = room.center().y() - sum(heights) // 2 + 1
        for (words, letters), height in zip(shown.lines, heights, strict=True):
            painter.setFont(letters.font)
            painter.setPen(self._ink(is_detail=not letters.font.bold()))
            place = QRect(room.x(), y, room.width(), height)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
            y += height

    def _draw_cap(self, painter: QPainter, cap: QRect, look: Look, letters: SizedLetters) -> None:
        painter.setFont(letters.font)
        painter.setPen(QPen(self._ink(), look.size(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, look.size(5), look.size(5))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, "\n".join(self._cap_lines(look)))

    def _ink(self, *, is_detail: bool = False) -> QColor:
        is_plain = self.isEnabled() and self.key is not Key.SPACE
        if is_detail and is_plain and self._look:
            return self._look.theme.colour("muted")
        return self.palette().color(self.foregroundRole())


class _Pens:
    """The letters of a key in a look, made once: it is painted with every step."""

    def __init__(self, look: Look, font: QFont) -> None:
        self.made_for = look, font
        self.sizes = pens_for(look, font)
        self.cap = SizedLetters(font, look.size(_CAP), bold=True)


def _seen(act: KeyAct) -> tuple[object, ...]:
    """Return all that is drawn of what a key does."""
    return *act.said, act.cap, act.act is None
