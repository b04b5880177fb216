"""Looks after the job records: backups while nobody notices, and the way back when something is broken."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from micra_assistant.errors import DamagedError, GoneError, MicraError, StoreError
from micra_assistant.jobs.records.soundness import look_through
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backup, Backups, Reason, Stopped
from micra_assistant.jobs.rescue.changeover import Changeover
from micra_assistant.time_words import moment_words
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.records.background import Background
from micra_assistant.ui.records.records_words import acts_words, jobs_words, recovery_words
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.records.backups_dialog import BackupsDialog

_AFTER_START = 5_000
_EVERY = 3_600_000


class RecordsController(QObject):
    """Makes backups, shows them, and brings them back; ``store`` then goes on with other records.

    ``note`` gets what is a fault of the program in the work that is done behind the window.

    Signals:
        replacing: the records are about to be replaced; what is being typed belongs to those there are.
        replaced: other records are there; nothing that is open is sure to be in them.
        failed: something went wrong; carries the words.
    """

    replacing = Signal()
    replaced = Signal()
    failed = Signal(str)

    def __init__(
        self,
        store: SqliteStore,
        files: UserFiles,
        appearance: Appearance,
        window: QWidget,
        note: Callable[[Exception], object],
    ) -> None:
        super().__init__(window)
        self._store = store
        self._file = files.records
        self._appearance = appearance
        self._window = window
        self._background = Background(note, self)
        self._backups = Backups(files.backups, self._background.is_stopped)
        self._changeover = Changeover(store, files.records, self._backups)
        self._damage: DamagedError | None = None
        self._is_offering = False
        self._dialog: BackupsDialog | None = None
        store.when_damaged = self.offer_recovery
        self._first = QTimer(self, singleShot=True, interval=_AFTER_START)
        self._hourly = QTimer(self, interval=_EVERY)
        self._first.timeout.connect(self.begin)
        self._hourly.timeout.connect(self.back_up_if_due)
        for timer in (self._first, self._hourly):
            timer.start()

    @property
    def background(self) -> Background:
        """Where work on the records is done behind the window, one piece at a time."""
        return self._background

    def close(self) -> None:
        """Leave off what is being done."""
        self._background.stop()

    def begin(self) -> None:
        """Look all records through, once after each start: what is missing in a damaged file may not be missed."""
        if self._store.keeps and self._damage is None and not self._backups.due(datetime.now()):  # noqa: DTZ005
            self._background.run(lambda: look_through(self._file, self._background.is_stopped), self._on_backed_up)
        else:
            self.back_up_if_due()

    def back_up_if_due(self) -> None:
        """Make the backup of this day if there is none yet."""
        now = datetime.now()  # noqa: DTZ005 - the clock on the wall, here and below
        if self._store.keeps and self._damage is None and self._backups.due(now):
            self._background.run(lambda: self._made(Reason.DAILY), self._on_backed_up)

    def offer_recovery(self, error: DamagedError) -> None:
        """Offer to put sound records in the place of damaged ones, once the window has done what it is at."""
        if self._damage is None:
            self._damage = error
            QTimer.singleShot(0, self, self._offer)

    def show_backups(self) -> None:
        """Show all backups; if the records are damaged, offer to recover them."""
        if self._damage:
            self._offer()
            return
        from micra_assistant.ui.records.backups_dialog import BackupsDialog  # noqa: PLC0415 - loaded when it is wanted

        self._dialog = dialog = BackupsDialog(self._backups.folder, self._appearance.look.of_dialogs, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget_dialog)
        dialog.backup_wanted.connect(self._on_backup_wanted)
        dialog.restore_wanted.connect(self.ask_to_restore)
        dialog.open()
        self._background.run(self._listed, self._on_listed)

    def _forget_dialog(self) -> None:
        self._dialog = None

    # backups

    def _made(self, why: Reason) -> Backup | None:
        """Make a backup, in the background; None if it was broken off."""
        try:
            return self._backups.make(self._file, why, datetime.now())  # noqa: DTZ005
        except Stopped:
            return None

    def _listed(self) -> tuple[Backup, ...]:
        return self._backups.list(datetime.now())  # noqa: DTZ005

    def _on_backed_up(self, result: object) -> None:
        if isinstance(result, DamagedError):
            self.offer_recovery(result)
        if isinstance(result, MicraError):
            self.failed.emit(str(result))

    def _on_listed(self, result: object) -> None:
        if self._dialog and isinstance(result, tuple):
            self._dialog.show_backups(result)
        self._on_failed(result)

    def _on_backup_wanted(self) -> None:
        if self._dialog:
            self._dialog.show_busy(_("The backup is being made…"))
        self._background.run(lambda: (self._made(Reason.BY_HAND), self._listed()), self._on_made_by_hand)

    def _on_made_by_hand(self, result: object) -> None:
        if isinstance(result, tuple) and self._dialog:
            self._dialog.show_backups(result[1], _("The backup is made."))
        self._on_failed(result)

    def _on_failed(self, result: object) -> None:
        """Close the dialog that waits for the work if it came to nothing, so that the reason can be read."""
        if isinstance(result, Exception):
            self._on_backed_up(result)
            if self._dialog:
                self._dialog.close()

    # the way back

    def _offer(self) -> None:
        from micra_assistant.ui.records.recovery_dialog import RecoveryDialog  # noqa: PLC0415 - loaded when it is wanted

        if self._is_offering or self._damage is None:
            return
        self._is_offering = True
        if isinstance(self._damage, GoneError):
            self._save_copy(self._damage)
        backup = self._backups.newest_good(datetime.now())  # noqa: DTZ005
        dialog = RecoveryDialog(self._damage, backup, self._appearance.look.of_dialogs, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_answered)
        dialog.open()

    def _save_copy(self, gone: GoneError) -> None:
        """Make a backup of what the records held that were taken away, and say how it stands."""
        words = _("{problem}. The program works on with a copy, but nothing you do is kept after it is closed.")
        try:
            self._changeover.save_copy(datetime.now())  # noqa: DTZ005
            self.failed.emit(words.format(problem=gone))
        except StoreError as error:
            self.failed.emit(f"{words.format(problem=gone)} {error}")

    def _on_answered(self, answer: int) -> None:
        self._is_offering = False
        if answer:
            self._replace(self._recover)

    def ask_to_restore(self, backup: Backup) -> None:
        """Ask whether a backup is to take the place of the records, saying what will happen."""
        words = _(
            "The records of {time} ({jobs}, {acts}) take the place of those there are now. What was done since then is"
            " not in them. The records as they are now are kept as {file}, in the same folder."
        )
        from micra_assistant.jobs.rescue.recovery import REPLACED, kept_as  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.frame.message_dialog import MessageDialog  # noqa: PLC0415 - loaded when it is wanted

        now = datetime.now()  # noqa: DTZ005
        aside = kept_as(self._file, REPLACED, now).name
        jobs, acts = jobs_words(backup.jobs), acts_words(backup.events)
        words = words.format(time=moment_words(backup.at), jobs=jobs, acts=acts, file=aside)
        title = _("Restore this backup?")
        question = MessageDialog(title, words, self._appearance.look.of_dialogs, self._dialog or self._window)
        question.ask(_("Restore"), lambda: self._replace(lambda: self._restore(backup, now)))

    def _recover(self) -> str:
        return recovery_words(self._changeover.recover(datetime.now()))  # noqa: DTZ005

    def _restore(self, backup: Backup, now: datetime) -> str:
        kept = self._changeover.restore(backup, now)
        words = _("The backup of {time} is restored.").format(time=moment_words(backup.at))
        beside = _("The records as they were are kept as {file}")
        return f"{words} {beside.format(file=kept.name)}" if kept else words

    def _replace(self, work: Callable[[], str]) -> None:
        """Put other records in place while the window waits, and say what came of it."""
        if self._dialog:
            self._dialog.close()
        self.replacing.emit()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._background.wait()
            words = work()
            self._damage = None
        except StoreError as error:
            self.replaced.emit()
            self.failed.emit(str(error))
        except Exception:
            self.replaced.emit()
            raise
        else:
            self.replaced.emit()
            self._tell(words)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _tell(self, words: str) -> None:
        """Say what was done until the person has read it."""
        from micra_assistant.ui.frame.message_dialog import MessageDialog  # noqa: PLC0415 - loaded when it is wanted

        MessageDialog(_("Job records"), words, self._appearance.look.of_dialogs, self._window).tell()
