"""What a step view shows of a step, whatever way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.widgets.scroll_column import Column


class StepContents(Column):
    """All that a step says, with its lines.

    Signals:
        step_wanted, source_wanted: as TextBlock.
        diagram_wanted: a picture was tapped; carries it. A circuit enlarges itself.

    Attributes:
        picture: what may stand beside it, None if there is nothing.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    diagram_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Make it where it will be seen, hidden until it is filled."""
        super().__init__(parent)
        self.hide()
        self.picture: QWidget | None = None
