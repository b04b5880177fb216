"""How the print window is divided: sheets, paper and choices side by side, sheets over choices where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from micra_assistant.ui.sheets.paper_view import PaperView
from micra_assistant.ui.sheets.zoom_buttons import ZoomButtons
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flicking import let_flick

_NARROW = 980
"""Below this width, in pixels at scale 1, the choices stand under the sheets."""
_SHEETS, _CHOICES, _ZOOM = 250, 276, 68


class PrintLayout:
    """Lays views out in a window: ``sheets``, ``paper`` and ``choices``, and the ``foot`` in rows below them."""

    def __init__(
        self, window: QWidget, sheets: QWidget, paper: PaperView, choices: QWidget, foot: Sequence[QWidget], look: Look
    ) -> None:
        self._look = look
        self._choices = choices
        self._left, self._right = _Scrolled(sheets), _Scrolled()
        zoom = ZoomButtons(paper, look)
        zoom.setFixedWidth(look.size(_ZOOM))
        middle = QHBoxLayout()
        middle.setSpacing(look.size(10))
        for widget, share in ((self._left, 0), (paper, 1), (zoom, 0), (self._right, 0)):
            middle.addWidget(widget, share)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(*(look.size(edge) for edge in (14, 8, 14, 2)))
        layout.setSpacing(look.size(4))
        layout.addLayout(middle, 1)
        for row in foot:
            layout.addWidget(row)
        self._right.hold(self._choices)

    def share(self, width: int) -> None:
        """Give each view its part of a width in pixels."""
        is_narrow = width < self._look.size(_NARROW)
        (self._left if is_narrow else self._right).hold(self._choices)
        self._right.setVisible(not is_narrow)
        for column, least in ((self._left, _SHEETS), (self._right, _CHOICES)):
            column.setFixedWidth(max(self._look.size(least), column.needed_width))


class _Scrolled(QScrollArea):
    """A column that scrolls; more can be moved into it."""

    def __init__(self, *first: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        let_flick(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for widget in first:
            self._rows.addWidget(widget)
        self._rows.addStretch(1)
        self.setWidget(column)
        column.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @property
    def needed_width(self) -> int:
        """How wide it must be for what is in it."""
        column, bar = self.widget(), self.verticalScrollBar()
        return column.minimumSizeHint().width() + bar.sizeHint().width() if column else 0

    def hold(self, widget: QWidget) -> None:
        """Take a widget in below what is here, from wherever it is."""
        if widget.parentWidget() is not self.widget():
            self._rows.insertWidget(self._rows.count() - 1, widget)
            widget.show()
