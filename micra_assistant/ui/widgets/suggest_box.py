"""A field for a few words, with those that are likely in a list that drops down."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from micra_assistant.ui.style.dialog_sheet import targets_sheet
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.theme import style_sheet
from micra_assistant.ui.widgets.line_field import LineField

_MOST_LETTERS = 200
_ARROW = ((-5, -2.5), (0, 2.5), (5, -2.5))
_ARROW_FROM_EDGE = 15
_ROOM_BESIDE = 40
"""What the list has beside its words, and the screen beside the list."""


class SuggestBox(QComboBox):
    """Anything may be typed; Alt+Down or a tap on the arrow drops the list."""

    def __init__(self, suggestions: Sequence[str], words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setLineEdit(LineField())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(dict.fromkeys(filter(None, suggestions))))
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own one for this list knows no style sheet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        if completer := self.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
            if fitting := completer.popup():
                fitting.setTextElideMode(Qt.TextElideMode.ElideRight)
                targets = targets_sheet(look) if look.far else ""
                fitting.setStyleSheet(style_sheet(look.theme, look.scale) + targets)  # it stands in no window
        if field := self.lineEdit():
            field.setMaxLength(_MOST_LETTERS)
        self.setEditText(words)
        if field := self.lineEdit():
            field.setCursorPosition(0)  # of words that have no room the beginning is seen

    def setAccessibleName(self, words: str) -> None:  # noqa: N802 - Qt names it
        """Name the box, and the field in it, which has the keys."""
        super().setAccessibleName(words)
        if field := self.lineEdit():
            field.setAccessibleName(words)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.currentText().strip()

    def showPopup(self) -> None:  # noqa: N802 - Qt names it
        """Drop the list, as wide as its words need, or as the screen has room for."""
        room, view = screen_of(self).availableSize().width() - self._look.size(_ROOM_BESIDE), self.view()
        words = view.sizeHintForColumn(0) + self._look.size(_ROOM_BESIDE)
        view.setMinimumWidth(min(max(words, self.width()), room))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), self._look.size(2)))
        middle = QPointF(self.width() - self._look.size(_ARROW_FROM_EDGE), self.height() / 2)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * self._look.scale for x, y in _ARROW]))
