"""Let a widget follow the style sheet again after one of its properties has changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def restyle(*widgets: QWidget) -> None:
    """Apply the style sheet anew to those of ``widgets`` that have it already: Qt looks at properties only then."""
    for widget in widgets:
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            style = widget.style()
            style.unpolish(widget)
            style.polish(widget)
