"""Which label sheet of the shops lies in the printer."""

from PySide6.QtCore import Signal

from micra_assistant.paper.label_grids import LabelGrid, grid_for, grids_for
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.words import _
from micra_assistant.workshop.values import PaperSize


class LabelSheetChoice(ChoiceBox):
    """The label sheets of one paper.

    Signals:
        chosen: another one is wanted.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__([], look)
        self._grids: tuple[LabelGrid, ...] = ()
        self.setAccessibleName(_("Label sheet"))
        self.activated.connect(self.chosen)

    @property
    def name(self) -> str:
        """What the label sheet goes by."""
        return self._grids[self.currentIndex()].name

    def show_for(self, paper: PaperSize, name: str) -> None:
        """Show the label sheets of a paper; the one of that name is chosen, or the usual one."""
        self._grids = grids_for(paper)
        self.clear()
        self.addItems([grid.words for grid in self._grids])
        self.setMaxVisibleItems(len(self._grids))
        self.setCurrentIndex(self._grids.index(grid_for(paper, name)))
