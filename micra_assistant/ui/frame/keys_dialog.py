"""The keys and what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.ui.actions import keys_and_words
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_WIDTH, _HEIGHT = 620, 560


class KeysDialog(QDialog):
    """Every key beside what it does; it scrolls where the screen is low."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        column = Column()
        grid = QGridLayout(column)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(keys_and_words()):
            name, told = QLabel(key), QLabel(words)
            name.setProperty("kind", "panel-title")
            told.setWordWrap(True)
            grid.addWidget(name, row, 0)
            grid.addWidget(told, row, 1)
        area = ScrollColumn()
        area.take_keys(Qt.FocusPolicy.StrongFocus)
        area.show_column(column)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(min(_WIDTH, parent.width() - 40), min(_HEIGHT, parent.height() - 40))


def show_keys(parent: QWidget) -> None:
    """Show all keys until the person closes them."""
    KeysDialog(parent).open()
