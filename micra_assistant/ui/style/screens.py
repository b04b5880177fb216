"""The screen that something is seen on.

``QWidget.screen()`` must not be asked: PySide takes the screen for a part of the widget from then on, and when Python
collects the widget it destroys the screen as well. The next window that is made then ends the program.
"""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_of(widget: QWidget) -> QScreen:
    """Return the screen that the middle of a widget is on, or the first one if it is on none."""
    middle = widget.mapToGlobal(widget.rect().center())
    return QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
