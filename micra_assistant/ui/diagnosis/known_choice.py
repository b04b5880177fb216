"""Something that may be known already: a huge button that stays pressed, with a tick while it does."""

from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.faultfinding.intake import Known
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.second_press import second_press
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.words import _


class KnownChoice(AnswerChoice):
    """One answer to a test, or one repair that was tried in vain.

    Attributes:
        known: what it is.
    """

    def __init__(self, known: Known, words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words, 0, look, parent)
        self.known = known
        self.setCheckable(True)
        self._tick = SignLabel(Sign.TICK, "")
        self._tick.hide()
        if row := self.layout():
            row.addWidget(self._tick)
        self.toggled.connect(self._show)

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does once this is known."""
        return second_press(self, _("Unmark"))

    def _show(self, is_known: bool) -> None:
        self._tick.setVisible(is_known)
        self._wear(known=is_known)
