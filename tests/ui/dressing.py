"""The look of the window for widgets that stand in none."""

from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.ui.appearance import put_on
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import style_sheet


def dress(application: QApplication, look: Look) -> None:
    """Give all lone widgets a look."""
    put_on(QWidget(), look)
    application.setStyleSheet(style_sheet(look.theme, look.scale))


def undress(application: QApplication) -> None:
    """Leave the look to the windows, as the program does."""
    application.setStyleSheet("")
