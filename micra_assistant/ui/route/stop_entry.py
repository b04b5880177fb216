"""One entry of the checklist panel: a stop of the route, drawn with its sign on the road."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from micra_assistant.jobs.routing.stop import Stand
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.style.sized_letters import SizedLetters

_LEFT, _SIDE, _GAP = 12, 24, 12
_PADDING = 7
_EYEBROW, _TITLE, _SMALL = 13, 16, 13
"""Sizes of letters, in pixels at scale 1."""
_COLOURS = {Stand.DONE: "good", Stand.NOW: "accent"}
_LOUD = (Stand.NOW, Stand.NEXT)


class EntryWords(Struct, frozen=True):
    """What an entry shows: words over its title, the title, words under it; whether it is the step in sight.

    ``is_unfolded`` says whether what it stands for is in sight, None if it stands for itself.
    """

    stand: Stand
    title: str
    eyebrow: str = ""
    small: str = ""
    is_here: bool = False
    leads_to: str = ""
    is_unfolded: bool | None = None

    @property
    def spoken(self) -> str:
        """All its words, for those who do not see it."""
        return ", ".join(part for part in (self.eyebrow, self.title, self.small) if part)


class StopEntry(QAbstractButton):
    """An entry that can be tapped. Its words are cut short with … where there is no room for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = EntryWords(Stand.LATER, "")
        self._look: Look | None = None
        self._hint: QSize | None = None
        self._letters: dict[tuple[int, bool], SizedLetters] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def element(self) -> Element:
        """A button; that of the step in sight is marked."""
        entry, button = self.entry, Role.BUTTON
        return Element(button, is_current=entry.is_here, is_unfolded=entry.is_unfolded, press=self.click)

    def show_entry(self, entry: EntryWords, look: Look) -> None:
        """Show an entry; nothing happens if it is shown already."""
        if (entry, look) == (self.entry, self._look):
            return
        if look != self._look:
            self._letters.clear()
        self.entry, self._look = entry, look
        self._hint = None
        self.setText(entry.title)
        self.setAccessibleName(entry.spoken)
        self.setToolTip(entry.spoken)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, _width: int) -> int:
        return self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Return the size that its words need, reckoned once: layouts ask several times."""
        if self._look is None:
            return QSize(0, 0)
        if self._hint is None:
            self._hint = self._needed(self._look)
        return self._hint

    def _needed(self, look: Look) -> QSize:
        high = sum(letters.line for _words, letters, _ink in self._lines(look))
        return QSize(look.size(200), max(high + 2 * look.size(_PADDING), look.size(48)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, self._look)
        self._draw_road(painter, self._look)
        self._draw_words(painter, self._look)

    def _lines(self, look: Look) -> list[tuple[str, SizedLetters, QColor]]:
        entry, theme = self.entry, look.theme
        quiet = theme.colour("muted")
        eyebrow = theme.colour("accent") if entry.stand is Stand.NOW else quiet
        title = quiet if entry.stand in (Stand.DONE, Stand.LEFT_OUT) else theme.colour("ink")
        lines = [
            (entry.eyebrow, self._written(look.size(_EYEBROW), bold=True), eyebrow),
            (entry.title, self._written(look.size(_TITLE), bold=entry.stand in _LOUD or entry.is_here), title),
            (entry.small, self._written(look.size(_SMALL)), quiet),
        ]
        return [line for line in lines if line[0]]

    def _written(self, size: int, *, bold: bool = False) -> SizedLetters:
        if (size, bold) not in self._letters:
            self._letters[size, bold] = SizedLetters(self.font(), size, bold=bold)
        return self._letters[size, bold]

    def _draw_ground(self, painter: QPainter, look: Look) -> None:
        """Draw the step in sight on a ground of its own, and a frame round the entry that the keys are at."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.entry.is_here or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.theme.colour("soft"))
            painter.drawRoundedRect(room, look.size(8), look.size(8))
        if self.hasFocus():
            painter.setPen(QPen(look.theme.colour("accent"), look.size(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, look.size(8), look.size(8))

    def _draw_road(self, painter: QPainter, look: Look) -> None:
        disc = self._disc(look)
        painter.setPen(QPen(look.theme.colour("field-edge"), look.size(3)))
        painter.drawLine(QPointF(disc.center().x(), 0), QPointF(disc.center().x(), self.height()))
        colour = look.theme.colour(_COLOURS.get(self.entry.stand, "field-edge"))
        filled = self.entry.stand in _COLOURS
        painter.setPen(QPen(colour, look.size(3)))
        painter.setBrush(colour if filled else look.theme.colour("card"))
        painter.drawEllipse(disc)
        self._draw_sign(painter, disc, look)

    def _draw_sign(self, painter: QPainter, disc: QRectF, look: Look) -> None:
        inner = disc.adjusted(*(look.size(edge) for edge in (5, 5, -5, -5)))
        match self.entry.stand:
            case Stand.DONE:
                signs.draw(painter, Sign.TICK, inner, look.theme.colour("good-ink"))
            case Stand.LEFT_OUT:
                signs.draw(painter, Sign.CROSS, inner, look.theme.colour("muted"))
            case Stand.NOW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.theme.colour("accent-ink"))
                painter.drawEllipse(inner.center(), look.size(5), look.size(5))
            case Stand.WAITING:
                painter.setPen(QPen(look.theme.colour("ink"), look.size(2)))
                painter.drawLine(inner.center(), QPointF(inner.center().x(), inner.top()))
                painter.drawLine(inner.center(), QPointF(inner.right(), inner.center().y()))
            case _:
                pass

    def _disc(self, look: Look) -> QRectF:
        side = look.size(_SIDE)
        return QRectF(look.size(_LEFT), (self.height() - side) / 2, side, side)

    def _draw_words(self, painter: QPainter, look: Look) -> None:
        lines = self._lines(look)
        left = look.size(_LEFT + _SIDE + _GAP)
        top = (self.height() - sum(letters.line for _words, letters, _ink in lines)) / 2
        room = self.width() - left - look.size(6)
        for words, letters, ink in lines:
            painter.setFont(letters.font)
            painter.setPen(ink)
            shown = letters.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, top + letters.metrics.ascent()), shown)
            top += letters.line
