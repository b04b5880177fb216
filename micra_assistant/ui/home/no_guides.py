"""What home says when there is no guide yet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import _


class NoGuides(QFrame):
    """Says where guides belong, and that they are found by themselves; what needs none can be practised."""

    place = Action.HOME
    """Whose button in the bar leads here."""

    def __init__(self, folder: Path, practise: Callable[[], object], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Home"))
        self._practise = practise
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

    @property
    def three_keys(self) -> ThreeKeys:
        """Space begins the job for practice, which has a guide of its own."""
        nothing = _("There is nothing to mark here.")
        practise = KeyAct(_("Practise"), _("A first job, for practice"), self._practise)
        return ThreeKeys(KeyAct(_("Up"), nothing), practise, KeyAct(_("Down"), nothing))
