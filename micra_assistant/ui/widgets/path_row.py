"""A file or folder of the program: its path, to be opened or copied."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.words import _


class PathRow(QWidget):
    """What lies there, its path, and what can be done with it; ``absent`` is said if it is not there."""

    def __init__(self, words: str, path: Path, absent: str = "") -> None:
        super().__init__()
        self._path = path
        self._absent = absent or _("It is not there yet: it is made when something is kept in it.")
        self._field = LineField(str(path))
        self._field.setReadOnly(True)
        self._field.setCursorPosition(0)
        self._field.setProperty("kind", "path")
        self._field.setAccessibleName(words)
        self._said = label("", "hint")
        self._said.hide()
        name = QLabel(words)
        name.setProperty("kind", "form")
        name.setBuddy(self._field)
        row = FlowRow(name)
        row.add_gap()
        for caption, act in ((_("Open"), self._open), (_("Copy path"), self._copy)):
            button = QPushButton(caption)
            button.setAutoDefault(False)
            button.setAccessibleName(_("{act}: {what}").format(act=caption, what=words))
            button.clicked.connect(act)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._field)
        column.addWidget(self._said)

    @property
    def said(self) -> str:
        """What came of the last tap."""
        return self._said.text()

    def _open(self) -> None:
        if not self._path.exists():
            self._say(self._absent)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            self._say(_("It cannot be opened from here: copy its path instead."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
        self._say(_("The path is copied."))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
