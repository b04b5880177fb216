"""Brings what was caught, in whatever thread and in the middle of whatever, into the window's own time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from micra_assistant.bugs.bug_words import error_name
from micra_assistant.bugs.catcher import BugCatcher, CaughtBug, kind_and_place
from micra_assistant.words import _, ngettext

_SAID_EVERY = 500
"""Milliseconds between two counts: a bug while painting would else be caught again by being told."""
_MOST_TIMES = 100
_SEEN_BY_NOBODY = ("offscreen", "minimal")
"""The screens of Qt that are none."""


class BugTeller(QObject):
    """Tells the person about bugs, each kind once and with a count, by ``offer``: words, a button, what it does.

    Signals:
        caught: a bug was caught; emitted in the window's thread, once it is back in its loop.
    """

    caught = Signal()
    _noted = Signal(object)

    def __init__(
        self,
        catcher: BugCatcher,
        offer: Callable[[str, str, Callable[[], object]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catcher = catcher
        self._offer = offer
        self._last: CaughtBug | None = None
        self._said = ""
        self._again = QTimer(self, singleShot=True, interval=_SAID_EVERY)
        self._again.timeout.connect(self._say)
        self._noted.connect(self._on_noted, Qt.ConnectionType.QueuedConnection)
        catcher.tell_to(self._noted.emit)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        copy_report(self._catcher)

    def say_ended_hard(self) -> None:
        """Say that the program has not ended as it should the last time."""
        words = _("The program was ended by a fault the last time. All that was kept is there.")
        self._offer(words, _("Copy the report"), self.copy)

    def _on_noted(self, bug: CaughtBug) -> None:
        is_new = bug is not self._last
        self._last = bug
        self.caught.emit()
        if is_new:
            self._say()
        elif not self._again.isActive():
            self._again.start()

    def _say(self) -> None:
        if self._last and (words := words_of_bug(self._last)) != self._said:
            self._said = words
            self._offer(words, _("Copy the report"), self.copy)


def words_of_bug(bug: CaughtBug) -> str:
    """Return what is said to the person about a bug."""
    mistake = _("The program has made a mistake. What is kept stays kept; look whether the last thing was done.")
    details = [kind_and_place(bug), *([_times_words(bug.times)] if bug.times > 1 else [])]
    return f"{bug.words or mistake} ({', '.join(details)})"


def _times_words(times: int) -> str:
    if times > _MOST_TIMES:
        return ngettext("more than {count} time", "more than {count} times", _MOST_TIMES).format(count=_MOST_TIMES)
    return ngettext("{count} time", "{count} times", times).format(count=times)


def copy_report(catcher: BugCatcher) -> None:
    """Put the report on the clipboard: versions, the system, the end of the log; nothing of a customer."""
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - loaded when it is wanted

    from micra_assistant.bugs.bug_report import report  # noqa: PLC0415 - loaded when it is wanted

    more = {"Qt": qVersion(), _("Screen"): QGuiApplication.platformName()}
    QGuiApplication.clipboard().setText(report(catcher.log, more))


def tell_without_window(catcher: BugCatcher, error: Exception) -> None:
    """Say in a dialog why there is no window, or only an empty one, if there is a screen to say it on."""
    if QGuiApplication.platformName() in _SEEN_BY_NOBODY:
        return
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - seldom needed, and its names take time

    words = _("The window cannot be opened: {reason}.").format(reason=str(error) or error_name(error))
    box = QMessageBox(QMessageBox.Icon.Critical, "Micra Assistant", words, parent=QApplication.activeWindow())
    copy = box.addButton(_("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    catcher.note(error)
    while box.exec() and box.clickedButton() is copy:
        copy_report(catcher)


def say_refusal(words: str) -> None:
    """Say in a dialog why no window opens, though nothing is wrong here; only if there is a screen to say it on."""
    if QGuiApplication.platformName() not in _SEEN_BY_NOBODY:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - as above

        box = QMessageBox(QMessageBox.Icon.Information, "Micra Assistant", words)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
