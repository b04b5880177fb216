"""How a widget in sight is done away with."""

from PySide6.QtWidgets import QWidget

_OUT_OF_SIGHT = -10_000


def let_go(widget: QWidget) -> None:
    """Hide a widget at once, and delete it once nobody needs it: it may hold the very button that was just tapped.

    It is moved away, as Qt paints anew what is where a deleted widget was, hidden or not: all of a new step once more.
    """
    widget.hide()
    widget.move(_OUT_OF_SIGHT, _OUT_OF_SIGHT)
    widget.deleteLater()
