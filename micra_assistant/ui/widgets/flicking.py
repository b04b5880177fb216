"""Areas that a finger scrolls, at any place of them: a tap stays a tap, and what is dragged past is not pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from micra_assistant.ui.widgets.finger import Finger

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


def let_flick(area: QAbstractScrollArea, view: QWidget | None = None) -> None:
    """Let a finger scroll an area; ``view`` is its viewport, if that is known."""
    _Flicking(area, view or area.viewport())


class _Flicking(QObject):
    """Hands on what touches an area."""

    def __init__(self, area: QAbstractScrollArea, view: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._view = view
        self._finger: Finger | None = None
        view.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent) and watched is self._view:
            return self._touched().take(event)
        return super().eventFilter(watched, event)

    def _touched(self) -> "Finger":
        from micra_assistant.ui.widgets.finger import Finger  # noqa: PLC0415 - many PCs have no screen to touch

        self._finger = self._finger or Finger(self._area, self._view)
        return self._finger
