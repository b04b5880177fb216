"""A heading, and under it what there is, or that there is nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label


class Section(Flowing, QWidget):
    """One section of the page."""

    def __init__(self, heading: str, rows: Sequence[QWidget], nothing: str, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.size(10))
        column.setSpacing(look.size(4))
        column.addWidget(label(heading, "panel-title"))
        for row in rows or [label(nothing, "hint")]:
            column.addWidget(row)
