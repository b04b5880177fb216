"""The one way to have a screen reader say something that no focus leads to."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, words: str) -> None:
    """Have a screen reader say ``words`` about a widget, once it has said what it is saying; nothing if there is none.

    What has the focus, and what is typed, it says by itself.
    """
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, words))
