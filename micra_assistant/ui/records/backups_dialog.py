"""The backups there are: what is in each, and the way back to one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.html import escape
from micra_assistant.jobs.rescue.backups import Backup
from micra_assistant.time_words import moment_words
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import KeyedDialog
from micra_assistant.ui.frame.next_row import next_row
from micra_assistant.ui.records.records_words import reason_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, icon
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_WIDTH, _HEIGHT = 860, 560
_ROW = 44
_NUMBERS = (2, 3, 4)
"""The columns that hold numbers."""
_CHECKED = 5


class BackupsDialog(KeyedDialog):
    """The list of backups.

    Signals:
        restore_wanted: a backup shall take the place of the records; carries the Backup.
        backup_wanted: a backup shall be made now.
    """

    restore_wanted = Signal(object)
    backup_wanted = Signal()

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("records")
        self.setWindowTitle(_("Backups of the job records"))
        self._backups: tuple[Backup, ...] = ()
        self._look = look
        self._said = QLabel()
        self._said.setProperty("kind", "body")
        self._said.setWordWrap(True)
        self._table = self._make_table()
        self._restore = SureButton(_("Restore…"), "")
        self._restore.clicked.connect(self._on_restore)
        self._make = SureButton(_("Make a backup now"), "")
        self._make.clicked.connect(self.backup_wanted)
        self._keys = DialogKeys(self, lambda: [self._table, self._restore, self._make], self._done, look)
        self._keys.show_leave(_("Close"), self.close)
        self._lay_out(folder, look)
        room = parent.size() * 0.94 if parent else self.maximumSize()
        self.resize(look.size(_WIDTH), look.size(_HEIGHT))
        self.resize(self.size().boundedTo(room))
        self._table.setFocus()
        self.show_busy(_("The backups are being checked…"))

    def _lay_out(self, folder: Path, look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(22), look.size(18), look.size(22), look.size(10))
        layout.setSpacing(look.size(12))
        if not look.far:
            layout.addWidget(_title(self.windowTitle()))
        for widget in (self._said, self._table, _place(folder)):
            layout.addWidget(widget, 1 if widget is self._table else 0)
        row = FlowRow(self._restore, self._make)
        row.setSpacing(look.size(16))
        layout.addLayout(row)
        layout.addWidget(self._keys.foot)

    def show_busy(self, words: str) -> None:
        """Say what is being done; until it is, nothing else can be."""
        self._said.setText(words)
        self._let_act(able=False)

    def show_backups(self, backups: Sequence[Backup], words: str = "") -> None:
        """Show these backups, newest first, and say ``words`` or what there is to know about them."""
        self._backups = tuple(backups)
        self._said.setText(words or self._advice())
        self._table.setRowCount(len(self._backups))
        for row, backup in enumerate(self._backups):
            for column, text in enumerate(self._columns(backup)):
                item = _item(text, is_number=column in _NUMBERS)
                item.setForeground(self._look.theme.colour("ink" if backup.good else "bad"))
                if column == _CHECKED:
                    item.setIcon(self._sign(backup))
                self._table.setItem(row, column, item)
        self._table.selectRow(0)
        self._let_act(able=True)

    def _sign(self, backup: Backup) -> QIcon:
        if backup.good:
            return icon(Sign.TICK, self._table)
        return icon(Sign.CROSS, self._table, QPalette.ColorRole.BrightText)

    def _advice(self) -> str:
        if not self._backups:
            return _("There is no backup yet. One is made every day while the program is open.")
        return _("One is made every day while the program is open, and the newest ones are kept.")

    def _columns(self, backup: Backup) -> tuple[str, ...]:
        counts = (str(backup.jobs), str(backup.events)) if backup.good else ("–", "–")
        return (
            moment_words(backup.at),
            reason_words(backup.reason),
            *counts,
            QLocale().formattedDataSize(backup.size),
            _("Sound") if backup.good else _("Damaged"),
        )

    def _make_table(self) -> "_BackupTable":
        titles = (_("Made"), _("Why"), _("Jobs"), _("Acts"), _("Size"), _("Checked"))
        table = _BackupTable(0, len(titles))
        for column, title in enumerate(titles):
            table.setHorizontalHeaderItem(column, _item(title, is_number=column in _NUMBERS))
        table.setProperty("kind", "backups")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        let_flick(table)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setAccessibleName(self.windowTitle())
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(self._look.size(_ROW), self._look.target))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(lambda: self._let_act(able=True))
        table.itemDoubleClicked.connect(self._on_restore)
        return table

    def _chosen(self) -> Backup | None:
        rows = self._table.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _let_act(self, *, able: bool) -> None:
        chosen = self._chosen()
        self._restore.setEnabled(able and chosen is not None and chosen.good)
        self._make.setEnabled(able)
        self._keys.refresh()

    def _done(self) -> KeyAct:
        is_busy = not self._make.isEnabled()
        words = self._make.accessibleName()
        return KeyAct(words, self._said.text()) if is_busy else KeyAct(words, act=self.backup_wanted.emit)

    def _on_restore(self) -> None:
        chosen = self._chosen()
        if chosen and chosen.good and self._restore.isEnabled():
            self.restore_wanted.emit(chosen)


class _BackupTable(QTableWidget):
    @property
    def key_act(self) -> KeyAct | None:
        return next_row(self)


def _item(text: str, *, is_number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(escape(text))
    return item


def _title(words: str) -> QLabel:
    title = QLabel(words)
    title.setProperty("kind", "title")
    return title


def _place(folder: Path) -> QLabel:
    label = QLabel(_("They are in {folder}").format(folder=folder))
    label.setProperty("kind", "hint")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
