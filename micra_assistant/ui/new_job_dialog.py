"""Begin a job: what is wrong, which car."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.model import Complaint


class NewJob(NamedTuple):
    """A job to begin: the id of its guide, the registration or nothing, the step to begin with or nothing."""

    guide: str
    car: str = ""
    step: str = ""


class NewJobDialog(QDialog):
    """Asks what is wrong with the car and, if the person likes, for its registration.

    ``complaints`` are the ways into the guides, each with the id of its guide; the first of ``guide`` is chosen.
    """

    def __init__(
        self, complaints: Sequence[tuple[str, Complaint]], guide: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New job"))
        self._complaints = complaints
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.addItems([complaint.title for _, complaint in complaints])
        guides = [name for name, _ in complaints]
        self._list.setCurrentRow(guides.index(guide) if guide in guides else 0)
        self._list.itemDoubleClicked.connect(self.accept)
        self._car = QLineEdit()
        self._car.setMaxLength(20)
        self._car.setPlaceholderText(self.tr("may stay empty"))
        buttons = QDialogButtonBox()
        begin = buttons.addButton(self.tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        begin.setObjectName("primary")
        begin.setEnabled(bool(complaints))
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Registration"), self._car)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(QLabel(self.tr("What is wrong with the car?")))
        layout.addWidget(self._list)
        layout.addLayout(form)
        layout.addWidget(QLabel(self.tr("The job before is kept as it is.")))
        layout.addWidget(buttons)
        self.resize(520, 360)
        self._car.setFocus()

    @property
    def choice(self) -> NewJob:
        """What the person asks for."""
        guide, complaint = self._complaints[self._list.currentRow()]
        return NewJob(guide, self._car.text().strip().upper(), complaint.step)

    @classmethod
    def ask(cls, complaints: Sequence[tuple[str, Complaint]], guide: str, parent: QWidget) -> NewJob | None:
        """Ask, and return the choice, None if the person would rather not."""
        dialog = cls(complaints, guide, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice if accepted else None
        dialog.deleteLater()
        return choice
