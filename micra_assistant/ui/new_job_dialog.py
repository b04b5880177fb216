"""Begin a job: which guide, which car."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)


class NewJobDialog(QDialog):
    """Asks for a guide and, if the person likes, a registration."""

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New job"))
        self._guides = QListWidget()
        for name, title in titles.items():
            entry = QListWidgetItem(title)
            entry.setData(Qt.ItemDataRole.UserRole, name)
            self._guides.addItem(entry)
        self._guides.setCurrentRow(0)
        self._guides.itemDoubleClicked.connect(self.accept)
        self._car = QLineEdit()
        self._car.setMaxLength(20)
        self._car.setPlaceholderText(self.tr("may stay empty"))
        buttons = QDialogButtonBox()
        begin = buttons.addButton(self.tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        begin.setObjectName("primary")
        begin.setEnabled(bool(titles))
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Registration"), self._car)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(QLabel(self.tr("What is wrong with the car?")))
        layout.addWidget(self._guides)
        layout.addLayout(form)
        layout.addWidget(QLabel(self.tr("The job before is kept as it is.")))
        layout.addWidget(buttons)
        self.resize(520, 360)
        self._car.setFocus()

    @property
    def choice(self) -> tuple[str, str]:
        """The id of the guide and the registration, which may be empty."""
        name: str = self._guides.currentItem().data(Qt.ItemDataRole.UserRole)
        return name, self._car.text().strip().upper()

    @classmethod
    def ask(cls, titles: dict[str, str], parent: QWidget) -> tuple[str, str] | None:
        """Ask, and return the choice, None if the person would rather not."""
        dialog = cls(titles, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice if accepted else None
        dialog.deleteLater()
        return choice
