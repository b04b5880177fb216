"""The bar on top: the program, the job on the bench, and what can be asked for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.actions import Act


class Header(QFrame):
    """Program name, job, and buttons for the actions."""

    def __init__(self, actions: dict[Act, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._job = QLabel()
        self._job.setObjectName("job")
        self._job.setTextFormat(Qt.TextFormat.RichText)
        self._not_kept = QLabel(self.tr("NOT KEPT"))
        self._not_kept.setObjectName("not-kept")
        self._not_kept.hide()
        name = QLabel("Micra Assistant")
        name.setObjectName("name")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addSpacing(12)
        layout.addWidget(self._job, 1)
        layout.addWidget(self._not_kept, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(_button(actions[Act.NEW_JOB], self.tr("New job")))
        layout.addWidget(_button(actions[Act.PARTS], actions[Act.PARTS].text()))
        sheets = (Act.PREVIEW_CHECKLIST, Act.PREVIEW_GUIDE, Act.SAVE_CHECKLIST, Act.SAVE_GUIDE)
        layout.addWidget(_menu_button(self.tr("Print"), [actions[act] for act in sheets], self))
        views = (Act.DARK, Act.LARGER, Act.SMALLER, Act.KEYS)
        layout.addWidget(_menu_button(self.tr("View"), [actions[act] for act in views], self))

    def show_job(self, name: str, car: str, title: str, *, keeps: bool) -> None:
        """Show which job is on the bench, and whether it is kept."""
        words = [self.tr("Job %1").replace("%1", escape(name))] if name else []
        words += [f"<b>{escape(car)}</b>"] if car else []
        words += [escape(title)]
        self._job.setText(" · ".join(words))
        self._job.setToolTip(escape(title))
        self._not_kept.setVisible(not keeps)


def _button(action: QAction, words: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(words)
    action.changed.connect(lambda: button.setText(words))
    return button


def _menu_button(words: str, actions: list[QAction], parent: QWidget) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu = QMenu(parent)
    menu.addActions(actions)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
