"""The rows of a form: a name and its field, side by side, or one over the other where it is narrow."""

from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

_LETTERS_BESIDE = 22
"""How many letters of a field there must be room for beside its name."""


class _Row(NamedTuple):
    name: QLabel
    holder: QWidget


class FormRows:
    """Lays out a form, row after row."""

    def __init__(self, form: QWidget) -> None:
        self._grid = QGridLayout(form)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[_Row] = []
        self._is_narrow = False

    def add_row(self, name: QLabel, *column: QWidget) -> None:
        """Put one more row at the end: a name, and what stands in a column beside it."""
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in column:
            layout.addWidget(widget)
        self._rows.append(_Row(name, holder))
        self._place()

    def hide_row(self, number: int) -> None:
        """Hide a row, counted from 0."""
        for widget in self._rows[number]:
            widget.hide()

    def fit(self, width: int) -> None:
        """Put the fields beside their names or under them, as a width in pixels asks for."""
        widest = max((row.name.sizeHint().width() for row in self._rows), default=0)
        letter = self._rows[0].name.fontMetrics().averageCharWidth() if self._rows else 0
        is_narrow = width < widest + _LETTERS_BESIDE * letter
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        for number, (name, holder) in enumerate(self._rows):
            if self._is_narrow:
                self._grid.addWidget(name, 2 * number, 0, 1, 2)
                self._grid.addWidget(holder, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(name, number, 0)
                self._grid.addWidget(holder, number, 1)
