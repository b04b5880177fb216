"""Buttons whose words end in … where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.widgets.sure_button import SureButton, literal


class Short(QPushButton):
    """A button that may be narrower than its words; all of them are in its tooltip."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(literal(words), parent)
        self.setAccessibleName(words)
        self.setToolTip(escape(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_short(self)


class ShortButton(SureButton):
    """The same as a SureButton."""

    def __init__(self, words: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, kind, parent)
        self.setToolTip(escape(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_short(self)


def paint_short(button: QPushButton) -> None:
    """Paint a button with as much of its words as there is room for."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
    words = button.text().replace("&&", "&")
    option.text = literal(button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
    QStylePainter(button).drawControl(QStyle.ControlElement.CE_PushButton, option)
