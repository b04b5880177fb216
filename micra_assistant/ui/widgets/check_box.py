"""A box to be ticked in a dialog, with the tick of a checklist line."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.tick_box import draw_tick


class CheckBox(QCheckBox):
    """Draws the tick itself, as the style sheet has one colour for all themes."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._ink = look.theme.colour("good-ink")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_tick(painter, self._box(), self._ink)

    def _box(self) -> QRectF:
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - takes long, and is seldom wanted

        option = QStyleOptionButton()
        self.initStyleOption(option)
        return QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
