"""A list that drops down, made for fingers, that leaves the window's own keys to the window."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from micra_assistant.guide.html import escape
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys of the window that are this list's while it has the focus. PageUp and PageDown stay the window's."""
_LEAST_LETTERS = 10
_ARROW = ((-5, -2.5), (0, 2.5), (5, -2.5))
_ARROW_FROM_EDGE = 16
_ARROW_ROOM = 42


class ChoiceBox(QComboBox):
    """One of several words. Space, Enter or a tap drop the list; Up and Down choose; the wheel scrolls the step."""

    def __init__(self, words: list[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.addItems(words)
        self.setMaxVisibleItems(len(words))
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own one for this list knows no style sheet
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(lambda words: self.setToolTip(escape(words)))
        self.setToolTip(escape(self.currentText()))

    @property
    def key_act(self) -> KeyAct:
        """What Space does while this has the focus."""
        return KeyAct(_("Open the list"), self.accessibleName(), self.showPopup)

    def suit(self, look: Look) -> None:
        """Be drawn in another look."""
        self._look = look
        self.updateGeometry()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._look.size(24))
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _OWN_KEYS)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - self._look.size(_ARROW_ROOM)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), self._look.size(2)))
        middle = QPointF(self.width() - self._look.size(_ARROW_FROM_EDGE), self.height() / 2)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * self._look.scale for x, y in _ARROW]))
