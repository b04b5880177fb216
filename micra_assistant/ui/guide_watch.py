"""Notices when somebody writes at the guide being shown."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from micra_assistant.guide.folders import files_of

_PAUSE = 200
"""Milliseconds of quiet to wait for: editors write a file in several goes."""


class GuideWatch(QObject):
    """Watches all files that one guide is read from.

    Signals:
        changed: files were written, added or removed, and then left alone for a moment.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._on_change)
        self._files.directoryChanged.connect(self._on_change)
        self._quiet = QTimer(self, singleShot=True, interval=_PAUSE)
        self._quiet.timeout.connect(self._on_quiet)
        self._begin = QTimer(self, singleShot=True, interval=0)
        self._begin.timeout.connect(self._watch_all)

    def watch(self, folder: Path) -> None:
        """Watch the guide in ``folder``, and no other, as soon as the window has nothing else to do."""
        self._folder = folder
        self._quiet.stop()
        self._begin.start()

    def _watch_all(self) -> None:
        """Watch every file there is now; an editor may have put a new one in the place of one watched before."""
        if self._folder is None:
            return
        wanted = {str(path) for path in files_of(self._folder)}
        watched = {*self._files.files(), *self._files.directories()}
        if gone := watched - wanted:
            self._files.removePaths(sorted(gone))
        if new := wanted - watched:
            self._files.addPaths(sorted(new))

    def _on_change(self) -> None:
        self._quiet.start()

    def _on_quiet(self) -> None:
        self._watch_all()
        self.changed.emit()
