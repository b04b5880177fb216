"""The bar on top: the program, the job on the bench, and what can be asked for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.jobs.bench import Bench
from micra_assistant.ui.actions import Act
from micra_assistant.ui.numbers_choice import NUMBERS_ACTS
from micra_assistant.ui.search.search_field import SearchField

_JOB_MENU = (
    (Act.NEW_JOB, Act.DUPLICATE, Act.DETAILS),
    (Act.UNDO, Act.REDO),
    (Act.NOTE, Act.PHOTO),
    (Act.AWAY, Act.PUT_BACK, Act.TIMELINE, Act.CHANGES),
    (Act.CLOSE_JOB, Act.REOPEN, Act.BLANK),
    (Act.EXPORT, Act.IMPORT, Act.BACKUPS),
)
_PRINT_MENU = (
    (Act.PREVIEW_CHECKLIST, Act.PREVIEW_GUIDE, Act.PREVIEW_REASSEMBLY, Act.PREVIEW_REPORT, Act.PREVIEW_FAULT_RECORD),
    (Act.SAVE_CHECKLIST, Act.SAVE_GUIDE, Act.SAVE_REASSEMBLY, Act.SAVE_REPORT, Act.SAVE_FAULT_RECORD),
)
_ROOM_FOR_WORDS = 480
"""How wide words like to be, in pixels."""
_VIEW_MENU = (
    (Act.DARK,),
    (Act.LARGER, Act.SMALLER),
    tuple(NUMBERS_ACTS),
    (Act.KEYS, Act.FAULT_REPORT, Act.ABOUT),
)


class Header(QFrame):
    """Program name, job, and buttons for the actions."""

    def __init__(self, actions: dict[Act, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._job = _JobLabel()
        self._not_kept = QLabel(self.tr("NOT KEPT"))
        self._not_kept.setObjectName("not-kept")
        self._not_kept.hide()
        self.search = SearchField()
        self._back = _button(actions[Act.BACK_TO_JOB], self.tr("◀  Back to the job"))
        self._back.hide()
        name = QLabel("Micra Assistant")
        name.setObjectName("name")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addSpacing(12)
        layout.addWidget(self._job, 1)
        layout.addWidget(self._back)
        layout.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._not_kept, 0, Qt.AlignmentFlag.AlignVCenter)
        self._jobs = _button(actions[Act.JOBS], self.tr("Jobs"))
        layout.addWidget(self._jobs)
        layout.addWidget(_menu_button(self.tr("Job"), _JOB_MENU, actions, self))
        layout.addWidget(_button(actions[Act.FIND_FAULT], self.tr("Find fault")))
        layout.addWidget(_button(actions[Act.PARTS], actions[Act.PARTS].text()))
        layout.addWidget(_menu_button(self.tr("Print"), _PRINT_MENU, actions, self))
        layout.addWidget(_menu_button(self.tr("View"), _VIEW_MENU, actions, self))

    def room_for_words(self) -> QRect:
        """Return where words may lie over the bar: right of the name, over the search only if need be."""
        self._row.activate()
        left = self._job.x()
        ends = [self._back.x()] if self._back.isVisible() else [self.search.x(), self._jobs.x()]
        right = next((end for end in ends if end - left >= _ROOM_FOR_WORDS), ends[-1]) - self._row.spacing()
        return QRect(left, 0, right - left, self.height())

    def show_bench(self, bench: Bench, *, can_go_back: bool) -> None:
        """Show which job is on the bench, or that a guide is looked up and whether there is a job to go back to."""
        name, car, title = bench.job.name if bench.job else "", bench.state.car, bench.guide.title
        words = [self.tr("Job %1").replace("%1", escape(name)) if name else self.tr("Looking up")]
        words += [f"<b>{escape(car)}</b>"] if car else []
        words += [self.tr("closed")] if bench.state.is_closed else []
        self._job.show_words(" · ".join(words), title)
        self._back.setVisible(bench.job is None and can_go_back)
        self._not_kept.setVisible(not bench.keeps)

    def show_nothing(self) -> None:
        """Show that nothing is on the bench."""
        self._job.show_words("", "")
        self._back.hide()


class _JobLabel(QLabel):
    """Which job is on the bench; its title is cut short with … where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._whose = self._title = ""
        self.setObjectName("job")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_words(self, whose: str, title: str) -> None:
        """Show ``whose`` job it is, as rich text, and the title of its guide."""
        if (whose, title) == (self._whose, self._title):
            return
        self._whose, self._title = whose, title
        self.setToolTip(escape(title))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._whose:
            self.clear()
            return
        self.setText(f"{self._whose} · ")
        room = self.width() - super().sizeHint().width()
        title = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{self._whose} · {escape(title)}" if room > 0 and title != "…" else self._whose)


def _button(action: QAction, words: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(words)
    action.changed.connect(lambda: button.setText(words))
    return button


def _menu_button(
    words: str, groups: tuple[tuple[Act, ...], ...], actions: dict[Act, QAction], parent: QWidget
) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu = QMenu(parent)
    for group in groups:
        menu.addActions([actions[act] for act in group])
        menu.addSeparator()
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
