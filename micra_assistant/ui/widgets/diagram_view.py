"""A picture of the guide in the colours of the theme; a tap enlarges it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.errors import PhotoError
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.html import escape
from micra_assistant.guide.model import Diagram
from micra_assistant.guide.picturefiles import picture_content
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.widgets.guide_photo import GuidePhoto

_FOCUS_LINE = 3
"""How wide the frame is that shows the focus, in pixels."""
_WORDS_SIZE = QSize(400, 100)
"""The room of what stands in place of a photo that cannot be shown."""


class DiagramView(QWidget):
    """A drawing or photo that keeps its shape: that of the guide in ``folder``, or the ``drawing`` made of it.

    Signals:
        tapped: the person wants to see it larger.
    """

    tapped = Signal()

    def __init__(
        self,
        folder: Path,
        picture: Diagram | Circuit,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        drawing: bytes | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: QSvgRenderer | None = None
        self._photo: GuidePhoto | None = None
        self._instead = ""
        self._natural, self._highest = QSize(), 0
        content = content_of(folder, picture) if drawing is None else drawing
        if picture.path.lower().endswith(".svg"):
            self.draw(content)
        elif content:
            self._show_photo(content)
        self.setAccessibleName(picture.alt)
        self.setToolTip(escape(picture.alt))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, drawing: bytes) -> None:
        """Show a drawing, in the colours of the theme, in place of what was shown before."""
        self._drawing = QSvgRenderer(QByteArray(self._theme.recoloured(drawing)))
        self._natural = self._drawing.defaultSize()
        self.update()

    def _show_photo(self, content: bytes) -> None:
        """Show a photo upright, or why it cannot be shown."""
        from micra_assistant.guide.photos import read_photo  # noqa: PLC0415 - most guides have drawings only
        from micra_assistant.ui.widgets.guide_photo import GuidePhoto  # noqa: PLC0415 - likewise

        try:
            self._photo = GuidePhoto(read_photo(content))
            self._natural = self._photo.size
        except PhotoError as error:
            self._instead = _("This picture cannot be shown: {reason}.").format(reason=error)
            self._natural = _WORDS_SIZE

    def hasHeightForWidth(self) -> bool:
        return True

    def keep_within(self, height: int) -> None:
        """Be no higher than that, in pixels: it is smaller then, and all of it is seen."""
        if height != self._highest:
            self._highest = height
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        height = round(width * self._natural.height() / max(1, self._natural.width()))
        return min(height, self._highest) if self._highest else height

    def sizeHint(self) -> QSize:
        return self._natural

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        fitted = self._natural.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - fitted.width()) / 2, 0, fitted.width(), fitted.height())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawing:
            self._drawing.render(painter, place)
        elif self._instead:
            painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, self._instead)
        elif self._photo:
            painter.drawPixmap(place.toRect(), self._photo.pixmap())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), _FOCUS_LINE))
            painter.drawRect(place.adjusted(_FOCUS_LINE, _FOCUS_LINE, -_FOCUS_LINE, -_FOCUS_LINE))

    @property
    def key_act(self) -> KeyAct:
        """What Space does while this has the focus."""
        return KeyAct(_("Show the picture larger"), self.accessibleName(), self.tapped.emit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)


def content_of(folder: Path, picture: Diagram | Circuit) -> bytes:
    """Return what a picture holds; one that is gone or was exchanged since the guide was read shows as nothing."""
    try:
        return picture_content(folder, picture.path)
    except OSError:
        return b""
