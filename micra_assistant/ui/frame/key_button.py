"""One of the three keys at the foot of a window: its cap, what it does now, and what with."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import N_, _

_CAPS = {Key.BACK: N_("Page Up"), Key.SPACE: N_("Space"), Key.ON: N_("Page Down")}
_SIDES = {
    Key.BACK: Qt.AlignmentFlag.AlignLeft,
    Key.SPACE: Qt.AlignmentFlag.AlignHCenter,
    Key.ON: Qt.AlignmentFlag.AlignRight,
}
_WORDS, _DETAIL, _CAP = 17, 14, 13
"""Sizes of letters at scale 1, in pixels."""
_EDGE, _GAP = 12, 12
_CAP_HEIGHT = 28
_ROOM_FOR_CAP = 190
"""From this width on, in pixels at scale 1, the cap of the key is drawn."""
_LEAST = 60


class KeyButton(SureButton):
    """Shows as much of its words as there is room for; it is grey while its key does nothing."""

    def __init__(self, key: Key, parent: QWidget | None = None) -> None:
        super().__init__("", "key", parent)
        self.key = key
        self._act = KeyAct("")
        self._look: Look | None = None
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
        return self._act.cap or _(_CAPS[self.key])

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.size(_LEAST) if self._look else _LEAST, 0)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if look := self._look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = self.rect().adjusted(look.size(_EDGE), 0, -look.size(_EDGE), 0)
            self._draw(painter, room, look)

    def _draw(self, painter: QPainter, room: QRect, look: Look) -> None:
        """Draw the cap, if there is room for it, and the words beside it: at the outer side, or both in the middle."""
        side, cap, gap = _SIDES[self.key], 0, look.size(_GAP)
        words, detail = self._font(look, _WORDS, bold=True), self._font(look, _DETAIL)
        if self.width() >= look.size(_ROOM_FOR_CAP):
            cap = self._cap_width(look) + gap
        if side is Qt.AlignmentFlag.AlignHCenter:
            needed = min(
                room.width(), cap + max(self._width(words, self._act.words), self._width(detail, self._act.detail))
            )
            room = QRect(room.center().x() - needed // 2, room.y(), needed, room.height())
        if cap:
            is_right = side is Qt.AlignmentFlag.AlignRight
            self._draw_cap(painter, room, look, is_right=is_right)
            room = room.adjusted(0, 0, -cap, 0) if is_right else room.adjusted(cap, 0, 0, 0)
        text_side = Qt.AlignmentFlag.AlignLeft if side is Qt.AlignmentFlag.AlignHCenter and cap else side
        self._draw_words(painter, room, (words, detail), text_side)

    def _draw_words(self, painter: QPainter, room: QRect, fonts: tuple[QFont, QFont], side: Qt.AlignmentFlag) -> None:
        lines = [(words, font) for words, font in zip(self._act.said, fonts, strict=True) if words]
        heights = [QFontMetrics(font).height() for _said, font in lines]
        if sum(heights) > self.height():
            lines, heights = lines[:1], heights[:1]
        y = room.center().y() - sum(heights) // 2 + 1
        for (words, font), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(self._ink(is_detail=font is fonts[1]))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.x(), y, room.width(), height), side | Qt.AlignmentFlag.AlignVCenter, shown)
            y += height

    def _draw_cap(self, painter: QPainter, room: QRect, look: Look, *, is_right: bool) -> None:
        width, height = self._cap_width(look), look.size(_CAP_HEIGHT)
        x = room.right() - width if is_right else room.left()
        cap = QRect(x, room.center().y() - height // 2, width, height)
        painter.setFont(self._font(look, _CAP, bold=True))
        painter.setPen(QPen(self._ink(), look.size(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, look.size(5), look.size(5))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)

    def _cap_width(self, look: Look) -> int:
        return self._width(self._font(look, _CAP, bold=True), self._cap) + look.size(18)

    def _font(self, look: Look, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        font.setPixelSize(look.size(pixels))
        return font

    def _width(self, font: QFont, words: str) -> int:
        return QFontMetrics(font).horizontalAdvance(words) + 2

    def _ink(self, *, is_detail: bool = False) -> QColor:
        is_plain = self.isEnabled() and self.key is not Key.SPACE
        if is_detail and is_plain and self._look:
            return self._look.theme.colour("muted")
        return self.palette().color(self.foregroundRole())


def _seen(act: KeyAct) -> tuple[object, ...]:
    """Return all that is drawn of what a key does."""
    return *act.said, act.cap, act.act is None
