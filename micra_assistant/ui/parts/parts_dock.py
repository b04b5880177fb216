"""Where the parts table docks below the step: as high as it needs, or as there is room, and then it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.widgets.scroll_column import ScrollColumn

_LEAST_HEIGHT = 150
_MOST_SHARE = 0.4
"""How much of the height of the window the parts have at the most: the step stays in sight above them."""


class PartsDock(ScrollColumn):
    """Holds the parts panel, hidden with it until it is wanted: what is shown so is laid out once, at its width.

    Attributes:
        panel: what it holds.
    """

    def __init__(self, panel: PartsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._share = _MOST_SHARE
        self._follower = _Follower(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_column(panel)
        panel.installEventFilter(self._follower)
        self.hide()

    def take_all(self, *, takes: bool) -> None:
        """Be as high as the panel needs, or leave the step its share again."""
        self._share = 1 if takes else _MOST_SHARE
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height that the panel needs at the width that there is; beside the step it has what there is."""
        if self.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding:
            return QSize(super().sizeHint().width(), _LEAST_HEIGHT)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        most = round(self.window().height() * self._share)
        return QSize(super().sizeHint().width(), min(self.panel.heightForWidth(room), most))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_LEAST_HEIGHT, self.sizeHint().height()))


class _Follower(QObject):
    """Resizes a dock as its panel asks for."""

    def __init__(self, dock: PartsDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._dock.updateGeometry()
        return super().eventFilter(watched, event)
