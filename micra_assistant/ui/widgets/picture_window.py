"""One picture, large: it fills the window, the wheel, keys or buttons zoom, a tap or Escape closes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_STEP = 1.25
_MOST = 6.0


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
        words = QLabel(caption)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("kind", "caption")
        words.setHidden(self.is_from_afar)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self._area, 1)
        self.column.addLayout(self._foot(words))
        self.resize(parent.size() * 0.92)

    def _foot(self, words: QLabel) -> QHBoxLayout:
        """Return the caption, with what fingers do that have no wheel and no keys beside it."""
        foot = QHBoxLayout()
        foot.addWidget(words, 1)
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
        room = self._area.maximumViewportSize()
        fitted = self._shown.sizeHint().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._shown.resize(fitted * self._zoom)


class _Area(QScrollArea):
    """A scroll area that leaves the wheel to the window."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
