"""What home says when there is no guide yet."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _


class NoGuides(QFrame):
    """Says where guides belong, and that they are found by themselves."""

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        advice = _(
            "Put each guide into a folder of its own below it, with a file guide.toml and its pages; then open the"
            " program again. Guides in another place are found with --guides FOLDER."
        )
        where = label(_("Guides belong in {folder}").format(folder=folder), "body")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.size(24)] * 4)
        column.setSpacing(look.size(10))
        column.addWidget(label(_("There is no guide yet"), "question"))
        column.addWidget(where)
        column.addWidget(label(advice, "body"))
        column.addStretch(1)
