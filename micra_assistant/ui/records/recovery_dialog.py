"""Says that the job records are damaged or gone, and offers to put sound ones in their place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from micra_assistant.errors import DamagedError, GoneError
from micra_assistant.jobs.rescue.backups import Backup
from micra_assistant.ui.frame.far_foot import add_foot_afar, to_choose
from micra_assistant.ui.records.records_words import offer_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.words import N_, _

_WIDTH = 620
_DAMAGED = N_(
    "The damaged file is kept as it is, under another name. Until sound records are in its place, nothing you do is"
    " sure to be kept."
)
_GONE = N_(
    "A file that lies in their place is kept as it is, under another name. Until sound records are there, nothing you"
    " do is sure to be kept."
)


class RecoveryDialog(Dialog):
    """What is wrong and what would be brought back; accepted if the person wants it.

    It opens by itself, in the midst of work: the keys that were meant for the step answer nothing.

    ``problem`` is what is wrong, ``backup`` the newest one that is sound, None if there is none.
    """

    def __init__(self, problem: DamagedError, backup: Backup | None, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("records")
        is_gone = isinstance(problem, GoneError)
        self.setWindowTitle(_("The job records are gone") if is_gone else _("The job records are damaged"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(26), look.size(20), look.size(26), look.size(20))
        layout.setSpacing(look.size(12))
        if not look.far:
            layout.addWidget(_label(self.windowTitle(), "title"))
        layout.addWidget(_label(offer_words(backup), "body"))
        layout.addWidget(_label(_(_GONE) if is_gone else _(_DAMAGED), "body"))
        layout.addWidget(_label(str(problem), "hint"))
        layout.addSpacing(look.size(6))
        if look.far:
            layout.addStretch(1)
        layout.addWidget(self._buttons(backup, look))
        add_foot_afar(self, layout, look, to_choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        if not look.far:
            self.setFixedWidth(look.size(_WIDTH))

    def _buttons(self, backup: Backup | None, look: Look) -> QDialogButtonBox:
        words = _("Restore this backup") if backup else _("Bring back what can be read")
        buttons = QDialogButtonBox()
        restore = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        restore.setObjectName("primary")
        buttons.addButton(_("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if row := buttons.layout():
            row.setSpacing(look.size(16))
        return buttons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press only a button that was marked: Qt would press the first that accepts."""
        if Qt.Key(event.key()) not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
