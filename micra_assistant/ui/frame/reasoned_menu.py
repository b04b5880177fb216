"""A menu that says below its entries why some of them cannot be chosen now: nobody has to point at them for that."""

from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from micra_assistant.ui.actions import why_not
from micra_assistant.words import _, all_of

_FEW = 3
"""So many entries are named beside their reason."""


class ReasonedMenu(QMenu):
    """Looks at its entries whenever it opens."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._said: _Reasons | None = None
        self.aboutToShow.connect(self._say)

    def _say(self) -> None:
        if self._said:
            self.removeAction(self._said)
        entries = [action for action in self.actions() if not action.isSeparator()]
        reasons = _reasons(entries)
        self.setAccessibleDescription("\n".join(reasons))
        if reasons:
            width = max(self.actionGeometry(entry).width() for entry in entries)
            self._said = self._said or _Reasons(self)
            self.addAction(self._said)
            self._said.say("\n".join(reasons), width)


class _Reasons(QWidgetAction):
    """Words below the entries of a menu: they are none."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._words = QLabel()
        self._words.setProperty("kind", "why-not")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.setDefaultWidget(self._words)
        self.setEnabled(False)

    def say(self, words: str, width: int) -> None:
        """Say words, in lines of a ``width`` in pixels."""
        self._words.ensurePolished()
        self._words.setText(words)
        self._words.setFixedSize(width, self._words.heightForWidth(width))


def _reasons(entries: list[QAction]) -> list[str]:
    """Return each reason, with the names of the entries that it is of if these are few."""
    by_reason = defaultdict(list)
    for entry in entries:
        if reason := why_not(entry):
            by_reason[reason].append(entry.text().rstrip("…"))
    return [_said(reason, names) for reason, names in by_reason.items()]


def _said(reason: str, names: list[str]) -> str:
    if len(names) > _FEW:
        return reason
    return _("{entries}: {reason}").format(entries=all_of(names), reason=reason)
