"""Paints what is on the screen: the window, and what lies over it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.ui.sheets.print_dialog import PrintDialog
from tests.ui.hands import Hands, settle

_LOOK_EVERY, _SETTLED, _SET, _LONGEST = 40, 300, 3000, 8000
"""Milliseconds: between two looks, until what came up is painted, until a sheet is set, at the longest."""
_VEIL, _FRAME = QColor(0, 0, 0, 90), QColor("#d00060")
"""What lies over the window is told from it by these: no desktop draws a frame here."""


class ScreenPainter:
    """Takes one picture of the screen; a dialog is closed without an answer once it is painted."""

    def __init__(self, hands: Hands) -> None:
        self._frame = hands.window.frame
        self._file: Path | None = None
        self._up = QElapsedTimer()
        self._watch = QTimer(interval=_LOOK_EVERY)
        self._watch.timeout.connect(self._look)

    def take(self, file: Path, act: Callable[[], object]) -> None:
        """Do something, and paint what comes of it into a file."""
        self._file = file
        self._watch.start()
        act()
        settle()
        QTest.qWait(_SETTLED)
        waiting = QElapsedTimer()
        waiting.start()
        while self._file and QApplication.activeModalWidget() and waiting.elapsed() < _LONGEST:
            QTest.qWait(_LOOK_EVERY)
        self._watch.stop()
        self._paint()
        for window in self._over():
            window.close()

    def _look(self) -> None:
        """Paint and close a dialog that waits for an answer, once it is complete."""
        dialog = QApplication.activeModalWidget()
        if dialog is None or self._file is None:
            return
        if not self._up.isValid():
            self._up.start()
        if self._up.elapsed() > (_SET if isinstance(dialog, PrintDialog) else _SETTLED):
            self._paint()
            dialog.close()

    def _paint(self) -> None:
        """Paint what is to be seen, unless that was painted."""
        if self._file is None:
            return
        picture = self._frame.grab()
        painter = QPainter(picture)
        for window in self._over():
            place = window.frameGeometry().topLeft() - self._frame.frameGeometry().topLeft()
            painter.fillRect(picture.rect(), _VEIL)
            painter.drawPixmap(place, window.grab())
            painter.setPen(_FRAME)
            painter.drawRect(window.rect().translated(place).adjusted(-1, -1, 0, 0))
        painter.end()
        picture.toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(self._file))
        self._file = None

    def _over(self) -> list[QWidget]:
        return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window is not self._frame]
