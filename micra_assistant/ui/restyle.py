"""Let a widget follow the style sheet again after one of its properties has changed."""

from PySide6.QtWidgets import QWidget


def restyle(*widgets: QWidget) -> None:
    """Apply the style sheet anew to ``widgets``: Qt looks at properties only then."""
    for widget in widgets:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
