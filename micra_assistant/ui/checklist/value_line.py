"""What stands under the words of a line that takes a value: the field, its unit, what is expected and what is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class ValueLine(QWidget):
    """A field and, beside or under it, what is expected over what is said; the room of both is always there.

    Attributes:
        sign: the unit, or what is counted.
        expected: what is expected.
        said: the verdict, or what else there is to say.
    """

    def __init__(self, field: TypedField, sign: str, look: Look, *, is_wide: bool) -> None:
        """Make the line round a field; of one that ``is_wide``, for words, the rest stands under it."""
        super().__init__()
        self.sign = _plain(sign, "unit")
        self.sign.setParent(self)
        self.sign.setHidden(is_wide)
        self.expected = _plain("", "expected")
        self.said = small_print()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.size(12))
        grid.setVerticalSpacing(0)
        if is_wide:
            grid.addWidget(field, 0, 0)
            grid.addWidget(self.expected, 1, 0)
            grid.addWidget(self.said, 2, 0)
            return
        grid.setColumnStretch(2, 1)
        grid.addWidget(field, 0, 0, 2, 1)
        grid.addWidget(self.sign, 0, 1, 2, 1)
        grid.addWidget(self.expected, 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.said, 1, 2, Qt.AlignmentFlag.AlignTop)

    def show_expected(self, words: str) -> None:
        """Show what is expected; nothing if that is not known."""
        shown = _("expected {limits}").format(limits=words) if words else ""
        if shown != self.expected.text():
            self.expected.setText(shown)

    def drop_expected(self) -> None:
        """Leave no room for what is expected: what is said stands on the line of the field."""
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            grid.removeWidget(self.expected)
            self.expected.hide()
            grid.addWidget(self.said, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)


def small_print() -> QLabel:
    """Return an empty label for what is said of a line."""
    return _plain("", "caption")


def _plain(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(kind != "unit")
    label.setProperty("kind", kind)
    return label
