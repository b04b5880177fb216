"""A button whose words end in … where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.widgets.sure_button import SureButton, literal


class ShortButton(SureButton):
    """May be narrower than its words; all of them are in its tooltip."""

    def __init__(self, words: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, kind, parent)
        self.setToolTip(escape(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        words = self.fontMetrics().elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, room)
        option.text = literal(words)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
