"""One picture, large: it fills the window, the wheel, keys or buttons zoom, a tap or Escape closes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_STEP = 1.25
_MOST = 6.0
_LEAST_WIDTH, _GAP = 150, 12
"""From this width on the caption stands beside a picture that is read from afar; the gap, in pixels at scale 1."""
_Way = QBoxLayout.Direction


class PictureWindow(Dialog):
    """A widget that shows a picture, as large as the screen allows; its size hint tells its shape."""

    def __init__(self, view: QWidget, caption: str, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._zoom = 1.0
        self._shown = view
        self._area = _Area()
        self._area.setWidget(view)
        self._area.setAccessibleName(caption)
        let_flick(self._area)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = QLabel(caption)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("kind", "caption")
        self._least, self._gap_beside = look.size(_LEAST_WIDTH), look.size(_GAP)
        self._above = QBoxLayout(_Way.LeftToRight)
        self._above.setSpacing(self._gap_beside)
        self._above.addWidget(self._area, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self._above, 1)
        self.column.addLayout(self._foot())
        self.resize(parent.size() * 0.92)

    def _foot(self) -> QHBoxLayout:
        """Return what fingers do that have no wheel and no keys; beside the caption, unless it is read from afar."""
        foot = QHBoxLayout()
        (self._above if self.is_from_afar else foot).addWidget(self.words, 0 if self.is_from_afar else 1)
        for sign, name, kind, act in (
            ("−", _("Smaller"), "square", lambda: self._zoom_by(1 / _STEP)),
            ("+", _("Larger"), "square", lambda: self._zoom_by(_STEP)),
            (_("Close"), _("Close"), "finder", self.reject),
        ):
            button = SureButton(sign, kind)
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            foot.addWidget(button)
        return foot

    def showEvent(self, event: object) -> None:  # noqa: ARG002
        self._fit()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom_by(1 / _STEP)
        else:
            super().keyPressEvent(event)

    def _zoom_by(self, factor: float) -> None:
        self._zoom = min(_MOST, max(1.0, self._zoom * factor))
        self._fit()

    def _fit(self) -> None:
        """Give the picture the room there is, times the zoom."""
        if self.is_from_afar:
            self._place_words()
        room = self._area.maximumViewportSize()
        fitted = self._shown.sizeHint().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._shown.resize(fitted * self._zoom)

    def _place_words(self) -> None:
        """Put the caption where a picture that is not enlarged leaves room: beside or below it, else nowhere."""
        room, words = self._above.geometry().size(), self.words
        free = room - self._shown.sizeHint().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        beside = free.width() - self._gap_beside
        is_beside = beside >= self._least and words.heightForWidth(beside) <= room.height()
        is_below = words.heightForWidth(room.width()) + self._gap_beside <= free.height()
        words.setVisible(self._zoom == 1 and (is_beside or is_below))
        words.setFixedWidth(beside if is_beside else room.width())
        self._above.setDirection(_Way.LeftToRight if is_beside else _Way.TopToBottom)
        self._above.activate()


class _Area(QScrollArea):
    """A scroll area that leaves the wheel to the window."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
