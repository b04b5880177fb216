"""All records on a stick, and back from there."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backup, Stopped
from micra_assistant.jobs.rescue.carried import brought, carry_out, said_of
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.records.background import Background
from micra_assistant.ui.records.records_words import acts_words, jobs_words
from micra_assistant.ui.records.stick import likely_stick
from micra_assistant.words import _


class CarryingController(QObject):
    """Copies the records to where the person says, and takes a copy from there.

    Signals:
        back_wanted: a sound copy is to take the place of the records; carries the Backup. It is asked once more first.
        said: something is being done; carries the words.
        failed: something went wrong; carries the words.
    """

    back_wanted = Signal(object)
    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self, store: SqliteStore, records: Path, background: Background, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._store = store
        self._records = records
        self._background = background
        self._appearance = appearance
        self._window = window

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.CARRY_OUT: self.carry_out, Action.BRING_BACK: self.bring_back}

    def carry_out(self) -> None:
        """Ask where to, and copy the records there; what came of it stays in sight until it is read."""
        if not self._store.keeps:
            self.failed.emit(_("Nothing is kept now, so there is nothing to copy: bring the records in order first."))
            return
        title = _("Choose the stick or folder that the records are copied to")
        if folder := QFileDialog.getExistingDirectory(self._window, title, likely_stick()):
            self.said.emit(_("The records are being copied to {folder}…").format(folder=folder))
            self._background.run(self._carrying(Path(folder)), self._on_carried)

    def bring_back(self) -> None:
        """Ask for a copy, and have it take the place of the records if it is sound and that is meant."""
        title, filters = _("Choose the copy of the records to bring back"), _("Copies of records (*.sqlite3)")
        file, _filter = QFileDialog.getOpenFileName(self._window, title, likely_stick(), filters)
        if file:
            self.said.emit(_("{file} is being read through…").format(file=Path(file).name))
            self._background.run(partial(brought, Path(file)), self._on_brought)

    def _carrying(self, folder: Path) -> Callable[[], object]:
        def carry() -> object:
            try:
                return carry_out(self._records, folder, datetime.now(), self._background.is_stopped)  # noqa: DTZ005
            except Stopped:
                return None

        return carry

    def _on_carried(self, result: object) -> None:
        if isinstance(result, Backup):
            words = _("{jobs}, {acts} are copied to {file}. The copy was read from beginning to end: it is sound.")
            jobs, acts = jobs_words(result.jobs), acts_words(result.events)
            self._tell(words.format(jobs=jobs, acts=acts, file=result.file), said_of(result, self._records))
        self._on_failed(result)

    def _on_brought(self, result: object) -> None:
        if isinstance(result, Backup):
            self.back_wanted.emit(result)
        self._on_failed(result)

    def _on_failed(self, result: object) -> None:
        if isinstance(result, Exception):
            self.failed.emit(str(result))

    def _tell(self, *words: str) -> None:
        """Say what was done until the person has read it."""
        from micra_assistant.ui.frame.message_dialog import MessageDialog  # noqa: PLC0415 - loaded when it is wanted

        said, look = " ".join(words).strip(), self._appearance.look.of_dialogs
        MessageDialog(_("Job records"), said, look, self._window).tell()
