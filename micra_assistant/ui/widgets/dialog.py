"""What every dialog is: read from two metres where the window is, else as large as it likes to be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QStyle, QVBoxLayout, QWidget

from micra_assistant.ui.style.dialog_sheet import letters_sheet, targets_sheet
from micra_assistant.ui.style.look import Look

_EDGE, _GAP = 14, 8
"""Round what stands in a dialog read from afar, and between a name and its field, in pixels at scale 1."""


class Dialog(QDialog):
    """A dialog in a look; that of dialogs read from afar lets it have all of the window, under its title.

    Attributes:
        is_from_afar: whether it is read from afar.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_from_afar = look.far is not None
        self._targets = targets_sheet(look) if self.is_from_afar else ""
        self._edge, self._gap = look.size(_EDGE), look.size(_GAP)
        self.suit(look)

    def suit(self, look: Look) -> None:
        """Have the colours of a look, which have changed while it is open."""
        if self.is_from_afar:
            self.setStyleSheet(letters_sheet(look))

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Have room between what stands side by side, and from afar all of the window, before it is seen."""
        if visible and not self.isVisible():
            self._space_rows()
            if self.is_from_afar:
                self._fill_window()
        super().setVisible(visible)

    def _space_rows(self) -> None:
        """Let rows and grids that have the gap of the desktop have one that suits the letters."""
        usual = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        for row in self.findChildren(QHBoxLayout):
            if row.spacing() == usual:
                row.setSpacing(self._gap)
        for grid in self.findChildren(QGridLayout):
            if grid.horizontalSpacing() == usual:
                grid.setHorizontalSpacing(self._gap)

    def _fill_window(self) -> None:
        if (layout := self.layout()) and layout.menuBar() is None:
            self._lay_out_afar(layout)
        if parent := self.parentWidget():
            window = parent.window()
            self.setGeometry(window.geometry())
            self.setWindowState(window.windowState() & Qt.WindowState.WindowFullScreen)

    def _lay_out_afar(self, layout: QLayout) -> None:
        """Put the title over a layout, and let all have the sizes for afar; the words wrap, so there is room."""
        layout.setMenuBar(_DialogHead(self.windowTitle(), self._edge))
        layout.setContentsMargins(*[self._edge] * 4)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(0, 0)
        for grid in self.findChildren(QGridLayout):
            grid.setHorizontalSpacing(self._gap)
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setStyleSheet(self._targets)


class _DialogHead(QFrame):
    """The title, which no desktop draws over what fills the screen."""

    def __init__(self, title: str, edge: int) -> None:
        super().__init__()
        self.setObjectName("bar")
        words = QLabel(title)
        words.setObjectName("place")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row = QVBoxLayout(self)
        row.setContentsMargins(edge, edge // 3, edge, edge // 3)
        row.addWidget(words)
