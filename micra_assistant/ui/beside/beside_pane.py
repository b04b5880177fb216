"""The right-hand side: the picture of the step, large, and what the marked reading says on the scale of the meter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.guide.model import Reading
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn

if TYPE_CHECKING:
    from micra_assistant.diagnosis.fault_model import Model
    from micra_assistant.ui.beside.meter_scale import MeterScale
    from micra_assistant.ui.beside.reading_pane import ReadingPane


_MARGINS = (14, 14, 4, 10)
"""In pixels at scale 1."""
_LEAST_PICTURE = 240
"""How high a picture may be, however low the pane is, in pixels at scale 1."""


class BesidePane(QFrame):
    """Shows a picture, a reading, or both; it has something to show, or is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._picture: QWidget | None = None
        self._look: Look | None = None
        self._reading: ReadingPane | None = None
        self._stack: _Stack | None = None
        self._around = QVBoxLayout(self)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to show."""
        return self._picture is not None or (self._reading is not None and not self._reading.isHidden())

    @property
    def scale(self) -> "MeterScale":
        """The scale of the reading, hidden if the marked line is none with limits."""
        return self._made().scale

    def show_picture(self, picture: QWidget | None, look: Look) -> None:
        """Show the picture of a step, or none, in place of the one before; no reading is shown yet."""
        if self._picture:
            let_go(self._picture)
        self._picture, self._look = picture, look
        self._around.setContentsMargins(*(look.compact.size(edge) for edge in _MARGINS))
        self._hide_reading()
        if picture:
            stacked = self._made_stack().stacked
            stacked.setSpacing(look.size(14))
            stacked.insertWidget(0, picture)
        self._fit()

    def put_away(self) -> None:
        """Be empty until a picture or a reading is shown again."""
        if self._stack:
            delete(self._stack)
        self._stack = self._picture = self._reading = None

    def _made_stack(self) -> "_Stack":
        """Return what picture and reading stand in, made with the first of them."""
        if self._stack is None:
            self._stack = _Stack(self)
            self._stack.resized.connect(self._fit)
            self._around.addWidget(self._stack)
        return self._stack

    def _fit(self) -> None:
        """Let all of the picture be seen, with what belongs to it, unless it would be too small for that."""
        if self._look and self._stack and isinstance(self._picture, DiagramView | Figure):
            picture, room = self._picture, self._stack.maximumViewportSize()
            view = picture.picture if isinstance(picture, Figure) else picture
            other = picture.heightForWidth(room.width()) - view.heightForWidth(room.width())
            view.keep_within(max(room.height() - other, self._look.size(_LEAST_PICTURE)))

    def show_reading(self, line: Line | None, model: "Model | None" = None) -> None:
        """Show where the value of the marked line lies; nothing of a line that is no reading with limits."""
        if line and isinstance(line.item, Reading) and self._look:
            self._show_bands(line, line.item, model, self._look)
        else:
            self._hide_reading()

    def _show_bands(self, line: Line, item: Reading, model: "Model | None", look: Look) -> None:
        from micra_assistant.jobs.reading_scale import bands_of  # noqa: PLC0415 - many steps measure nothing

        if bands := bands_of(item, model):
            reading = self._made()
            reading.show_reading(line, item, bands, look)
            reading.show()
        else:
            self._hide_reading()

    def _made(self) -> "ReadingPane":
        from micra_assistant.ui.beside.reading_pane import ReadingPane  # noqa: PLC0415 - likewise

        if self._reading is None:
            self._reading = ReadingPane()
            self._reading.hide()
            stacked = self._made_stack().stacked
            stacked.insertWidget(stacked.count() - 1, self._reading)
        return self._reading

    def _hide_reading(self) -> None:
        if self._reading:
            self._reading.hide()


class _Stack(ScrollColumn):
    """Picture and reading, one below the other.

    Attributes:
        stacked: their layout.

    Signals:
        resized: they have another size.
    """

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        held = Column()
        self.stacked = QVBoxLayout(held)
        self.stacked.setContentsMargins(0, 0, 0, 0)
        self.stacked.addStretch(1)
        self.show_column(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
