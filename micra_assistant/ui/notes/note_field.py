"""The field that the words of a note are typed in, which keeps its keys from the window."""

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from micra_assistant.ui.notes.photo_intake import has_picture
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _

_LINES = 4
_AROUND = 1.2
"""What the field takes above and below its lines, in lines."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (
    *_ENTER,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Keys of the window that are the field's while one types in it: a pedal must not lead away from half a note."""
_NO_WORDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Letters that show nothing and that not everything can keep."""


class NoteField(QPlainTextEdit):
    """Plain words, a few lines of them.

    Signals:
        save_wanted: Ctrl+Enter or Ctrl+S was pressed.
        leave_wanted: Esc was pressed.
        photos_given: pictures were dropped or pasted here; carries the QMimeData.
    """

    save_wanted = Signal()
    leave_wanted = Signal()
    photos_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        let_flick(self)
        self.setProperty("ends_scans", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def key_act(self) -> KeyAct:
        """Space types a space here: the note is kept by another key."""
        return KeyAct(_("Save the note"), cap=_("Ctrl+Enter"), act=self.save_wanted.emit)

    @property
    def typed(self) -> str:
        """The words, without white space around them."""
        return _NO_WORDS.sub("", self.toPlainText()).strip()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(super().sizeHint().width(), round((_LINES + _AROUND) * self.fontMetrics().lineSpacing()))

    def event(self, event: QEvent) -> bool:
        """Keep from the window the keys that mean something here."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() not in _OWN_KEYS and not event.matches(QKeySequence.StandardKey.Save):
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Save) or (held and event.key() in _ENTER):
            self.save_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:  # noqa: N802 - Qt's name
        return source is not None and (super().canInsertFromMimeData(source) or _is_picture(source))

    def insertFromMimeData(self, source: QMimeData | None) -> None:  # noqa: N802 - Qt's name
        if source is None:
            return
        if _is_picture(source):
            self.photos_given.emit(source)
        else:
            super().insertFromMimeData(source)


def _is_picture(data: QMimeData) -> bool:
    """Whether pictures are meant: files, or a picture that does not come with words, as from a spreadsheet."""
    return any(url.isLocalFile() for url in data.urls()) or (has_picture(data) and not data.hasFormat("text/plain"))
