"""What stands under the words of a line that takes a value: the field, its unit, what is expected and what is said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from micra_assistant.ui.checklist.small_print import small_print
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _

_LEAST_BESIDE = 130
"""How much room there must be beside a field for what is expected, in pixels at scale 1."""
_ANYWHERE = Qt.AlignmentFlag(0)
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class ValueLine(QWidget):
    """A field and, beside or under it, what is expected over what is said; the room of both is always there.

    Attributes:
        sign: the unit, or what is counted.
        expected: what is expected.
        said: the verdict, or what else there is to say.
    """

    def __init__(self, field: TypedField, sign: str, look: Look, parent: QWidget, *, is_wide: bool) -> None:
        """Make the line round a field; of one that ``is_wide``, for words, the rest stands under it."""
        super().__init__(parent)
        self.sign = _plain(sign, "unit", self)
        self.sign.setHidden(is_wide)
        self.expected = _plain("", "expected", self)
        self.said = small_print(self)
        self._field, self._look, self._is_wide = field, look, is_wide
        self._is_narrow: bool | None = None
        self._below: QWidget = self.said
        self._stays_narrow = self._is_said_alone = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.size(12))
        self._grid.setVerticalSpacing(0)
        self._place(is_narrow=is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() - self._field.width() - self.sign.sizeHint().width()
        self._place(is_narrow=self._is_wide or beside < self._look.size(_LEAST_BESIDE))

    def _place(self, *, is_narrow: bool) -> None:
        """Put what is expected and said beside the field, or under it."""
        is_narrow = is_narrow or self._stays_narrow
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        grid, rows = self._grid, 1 if is_narrow else 2
        grid.setColumnStretch(1, 1 if is_narrow else 0)
        grid.setColumnStretch(2, 0 if is_narrow else 1)
        if self._is_wide:
            grid.addWidget(self._field, 0, 0, 1, 3)
        else:
            grid.addWidget(self._field, 0, 0, rows, 1)
            grid.addWidget(self.sign, 0, 1, rows, 1)
        if is_narrow:
            grid.addWidget(self.expected, 1, 0, 1, 3)
            grid.addWidget(self._below, 2, 0, 1, 3, _TOP_LEFT if self._below is not self.said else _ANYWHERE)
        elif self._is_said_alone:
            grid.addWidget(self.said, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            grid.addWidget(self.expected, 0, 2, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self._below, 1, 2, _TOP_LEFT if self._below is not self.said else Qt.AlignmentFlag.AlignTop)

    def show_instead_of_said(self, part: QWidget | None, *, is_narrow: bool) -> None:
        """Show a part, or nothing, where it is said what the value means; under the field where that ``is_narrow``."""
        self.said.hide()
        self._below, self._stays_narrow, was_narrow = part or self.said, is_narrow, bool(self._is_narrow)
        self._is_narrow = None
        self._place(is_narrow=was_narrow)

    def show_expected(self, words: str) -> None:
        """Show what is expected; nothing if that is not known."""
        shown = _("expected {limits}").format(limits=words) if words else ""
        if shown != self.expected.text():
            self.expected.setText(shown)

    def drop_expected(self) -> None:
        """Leave no room for what is expected: what is said stands on the line of the field."""
        self._is_said_alone, was_narrow = True, bool(self._is_narrow)
        self.expected.hide()
        self._is_narrow = None
        self._place(is_narrow=was_narrow)


def _plain(words: str, kind: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(kind != "unit")
    label.setProperty("kind", kind)
    return label
