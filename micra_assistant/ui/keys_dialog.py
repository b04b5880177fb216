"""The keys and what they do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from micra_assistant.ui.actions import keys_in_words


def show_keys(parent: QWidget) -> None:
    """Show all keys until the person closes them."""
    title = QCoreApplication.translate("keys", "Keys")
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, keys_in_words(), parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
