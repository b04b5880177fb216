"""Lets a screen reader be told roles that Qt does not know; nothing of it is loaded before one asks."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


@cache
def tell_roles() -> None:
    """Have a screen reader that comes, now or later, told all roles."""
    QAccessible.installFactory(_told)


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    from micra_assistant.ui.screen_reader.told_widgets import told_widget  # noqa: PLC0415 - as is said above

    return told_widget(kind, thing)
