"""What is shown instead of a guide that has mistakes: each mistake in its line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from micra_assistant.errors import GuideError
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _, ngettext


class MistakesView(QFrame):
    """The mistakes of one guide, to be copied and mended.

    Signals:
        back_wanted: the person wants the job back that was shown before.
    """

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._mistakes = _to_be_copied()
        self._back = BackButton(_("Back to the job"))
        self._back.clicked.connect(self.back_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 14, 12)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(_advice())
        layout.addWidget(self._mistakes, 1)

    @property
    def words(self) -> str:
        """The mistakes shown, a line each."""
        return self._mistakes.toPlainText()

    def show_mistakes(self, name: str, error: GuideError, *, can_go_back: bool) -> None:
        """Show what is wrong with the guide ``name``."""
        self._back.setVisible(can_go_back)
        count = len(error.mistakes)
        words = ngettext("The guide “{name}” has a mistake", "The guide “{name}” has {count} mistakes", count)
        self._title.setText(words.format(name=name, count=count))
        self._mistakes.setPlainText(str(error))
        announce(self, self._title.text())


def _advice() -> QLabel:
    advice = QLabel(
        _("Mend these lines: the guide opens as soon as it is sound. The other guides work. The job is safe.")
    )
    advice.setWordWrap(True)
    advice.setProperty("kind", "body")
    return advice


def _to_be_copied() -> QPlainTextEdit:
    """Return a field for mistakes, which can be marked and copied but not changed."""
    mistakes = QPlainTextEdit()
    let_flick(mistakes)
    mistakes.setReadOnly(True)
    mistakes.setAccessibleName(_("Mistakes of the guide"))
    mistakes.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return mistakes
