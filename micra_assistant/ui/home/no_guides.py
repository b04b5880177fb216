"""What home says when there is no guide yet."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.key_presser import press_of
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.path_row import PathRow
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _


class NoGuides(QFrame):
    """Says where guides belong, and leads there; what needs none can be practised.

    Signals:
        practice_wanted: the first job, for practice, is to be begun.
        look_wanted: guides were put there, and are to be looked for again.
    """

    practice_wanted = Signal()
    look_wanted = Signal()

    place = Action.HOME
    """Whose button in the bar leads here."""

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Home"))
        self.setObjectName("card")
        self.setProperty("compact", True)
        self._look = look.compact
        self._area = ScrollColumn()
        self._area.show_column(self._column(folder))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[self._look.size(20)] * 4)
        layout.addWidget(self._area)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown mark a button, Space presses it; while none is marked it begins the practice."""
        practise = KeyAct(_("Practise"), _("A first job, for practice"), self.practice_wanted.emit)
        return ThreeKeys(self._to(_("Up"), -1), practise, self._to(_("Down"), 1))

    def _to(self, words: str, direction: int) -> KeyAct:
        buttons = self.findChildren(QAbstractButton)
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1 if direction > 0 else 0)
        button = buttons[(at + direction) % len(buttons)]
        return KeyAct(words, press_of(button).words, partial(self._mark, button))

    def _mark(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(button)

    def _column(self, folder: Path) -> Column:
        """Return all that is said: it scrolls where the window is low or the letters are large."""
        made = Column()
        column = QVBoxLayout(made)
        column.setContentsMargins(*[self._look.size(4)] * 4)
        column.setSpacing(self._look.size(14))
        column.addWidget(label(_("There is no guide yet"), "question"))
        column.addWidget(label(_advice(), "body"))
        column.addWidget(PathRow(_("Here the guides belong"), folder, _("This folder is not there yet: make it.")))
        column.addLayout(self._acts())
        column.addStretch(1)
        return made

    def _acts(self) -> FlowRow:
        practise, again = SureButton(_("A first job, for practice"), ""), SureButton(_("Look again"), "")
        practise.setObjectName("primary")
        practise.clicked.connect(self.practice_wanted)
        again.clicked.connect(self.look_wanted)
        return FlowRow(practise, again)


def _advice() -> str:
    return _(
        "Put each guide into a folder of its own below the one named here, with a file guide.toml and its pages, then"
        " have it looked for again. Guides in another place are found if the program is started with --guides FOLDER."
    )
