"""Which of the blank forms is printed."""

from PySide6.QtCore import Signal

from micra_assistant.paper.forms import BlankForm, form_title
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.words import _


class FormChoice(ChoiceBox):
    """All forms, or one of them.

    Signals:
        chosen: something else is wanted.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__([_("All forms"), *map(form_title, BlankForm)], look)
        self._forms: list[BlankForm | None] = [None, *BlankForm]
        self.setAccessibleName(_("Form"))
        self.activated.connect(self.chosen)

    @property
    def form(self) -> BlankForm | None:
        """The one that is wanted, None if all are."""
        return self._forms[self.currentIndex()]

    def choose(self, form: BlankForm | None) -> None:
        """Show that a form is chosen, or that all are."""
        self.setCurrentIndex(self._forms.index(form))
