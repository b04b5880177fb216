"""One picture of the guide, large."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Diagram
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.picture_window import PictureWindow
from micra_assistant.words import _


class DiagramWindow(PictureWindow):
    """A picture of the guide as large as the screen allows."""

    def __init__(self, folder: Path, picture: Diagram | Circuit, look: Look, parent: QWidget) -> None:
        self.view = DiagramView(folder, picture, look.theme)
        super().__init__(self.view, picture.alt, look, parent)
        self.setWindowTitle(_("Picture"))
        self.view.tapped.connect(self.accept)
