"""The bar on top: the program, the open job, and what can be asked for."""

from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.frame.numbers_choice import NUMBERS_ACTS
from micra_assistant.ui.frame.reasoned_menu import ReasonedMenu
from micra_assistant.ui.key_names import first_key
from micra_assistant.ui.search.search_field import SearchField
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.words import _

_JOB_MENU = (
    (Action.NEW_JOB, Action.DUPLICATE, Action.SHOW_JOB, Action.DETAILS),
    (Action.UNDO, Action.REDO),
    (Action.NOTE, Action.PHOTO, Action.BASKET),
    (Action.ALL_LINES, Action.LEAVE_OUT, Action.AWAY, Action.PUT_BACK, Action.TIMELINE, Action.CHANGES),
    (Action.CLOSE_JOB, Action.REOPEN, Action.BLANK),
    (Action.CAR_PAGE, Action.EXPORT, Action.IMPORT),
    (Action.CARRY_OUT, Action.BRING_BACK, Action.BACKUPS),
)
_PRINT_MENU = (
    (
        Action.PRINT,
        Action.PREVIEW_CHECKLIST,
        Action.PREVIEW_GUIDE,
        Action.PREVIEW_PUT_BACK,
        Action.PREVIEW_REPORT,
        Action.PREVIEW_FAULT_RECORD,
        Action.PREVIEW_DECISION_TREE,
        Action.PREVIEW_LABELS,
    ),
    (Action.BLANK_SHEET, Action.PREVIEW_FORMS),
    (Action.PREVIEW_PARTS, Action.PREVIEW_SHOPPING_LIST, Action.PREVIEW_QUOTATION),
    (Action.SAVE_CHECKLIST, Action.SAVE_GUIDE, Action.SAVE_PUT_BACK, Action.SAVE_REPORT, Action.SAVE_FAULT_RECORD),
    (Action.SAVE_DECISION_TREE, Action.SAVE_LABELS, Action.SAVE_FORMS),
    (Action.SAVE_PARTS, Action.SAVE_SHOPPING_LIST, Action.SAVE_QUOTATION),
)
_LETTERS_OF_JOB = 20
"""How long the job is that must be seen: the program's name gives way to it first, then the buttons go into one menu.
"""
_LETTERS_OF_TITLE = 12
"""A title that would have less room is left out."""
_VIEW_MENU = (
    (Action.DESKTOP_COLOURS, Action.LIGHT, Action.DARK),
    (Action.CONTRAST_LIGHT, Action.CONTRAST_DARK, Action.OTHER_COLOURS),
    (Action.LARGER, Action.SMALLER),
    (Action.PLAYER, Action.READ_ALOUD, Action.READ_AGAIN),
    (*NUMBERS_ACTS, Action.SETTINGS),
    (Action.PRACTICE, Action.KEYS, Action.BUG_REPORT, Action.ABOUT),
    (Action.QUIT,),
)


@runtime_checkable
class HasPlace(Protocol):
    """A view that the button of an action in the bar leads to."""

    place: Action


class Header(QFrame):
    """Program name, job, and buttons for the actions; that of what is in sight is marked.

    Signals:
        printing_near: the menu of what can be printed opens.
    """

    printing_near = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._job = _JobLabel()
        self._not_kept = QLabel(_("NOT KEPT"))
        self._not_kept.setObjectName("not-kept")
        self._not_kept.hide()
        self.search = _search_field(actions[Action.SEARCH])
        self._back = _button(actions[Action.BACK_TO_JOB], _("Back to the job"))
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wear(self._back, Sign.BACK)
        self._back.hide()
        self._name = QLabel("Micra Assistant")
        self._name.setObjectName("name")
        menus = [
            _menu(_("Job"), _JOB_MENU, actions, self),
            _menu(_("Print"), _PRINT_MENU, actions, self),
            _menu(_("View"), _VIEW_MENU, actions, self),
        ]
        menus[1].aboutToShow.connect(self.printing_near)
        job, printing, view = (_menu_button(menu) for menu in menus)
        self._home = _button(actions[Action.HOME], _("Home"))
        self._jobs = _button(actions[Action.JOBS], _("Jobs"))
        find = _button(actions[Action.FIND_FAULT], _("Find fault"))
        parts = _button(actions[Action.PARTS], actions[Action.PARTS].text())
        self._buttons = (self._home, self._jobs, job, find, parts, printing, view)
        self._job_button = job
        self._places = {Action.HOME: self._home, Action.JOBS: self._jobs, Action.FIND_FAULT: find}
        self._here: QToolButton | None = None
        whole = QMenu(_("Menu"), self)
        self._all = _menu_button(whole)
        self._fill_all = partial(_fill_with_all, whole, actions, menus)
        self._all.hide()
        self._row = self._lay_out()

    def _lay_out(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.addWidget(self._name)
        row.addWidget(self._job, 1)
        row.addWidget(self._back)
        for widget in (self.search, self._not_kept):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (*self._buttons, self._all):
            row.addWidget(button)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def show_look(self, look: Look) -> None:
        """Have edges and gaps that suit the text size, and give way as far as the width asks for."""
        self._row.setContentsMargins(look.compact.size(16), 0, look.compact.size(14), 0)
        self._row.setSpacing(look.compact.size(8))
        self.fit()

    def fit(self) -> None:
        """Give way as far as the width asks for."""
        gap = self._row.spacing()
        buttons = sum(button.sizeHint().width() + gap for button in self._buttons)
        others = [widget for widget in (self._back, self._not_kept) if not widget.isHidden()]
        taken = sum(widget.sizeHint().width() + gap for widget in (*others, self.search))
        free = self.width() - taken - _LETTERS_OF_JOB * self._job.fontMetrics().averageCharWidth()
        has_buttons = free >= buttons
        if not has_buttons:
            self._fill_all()
        self._all.setHidden(has_buttons)
        for button in self._buttons:
            button.setVisible(has_buttons)
        rest = free - (buttons if has_buttons else self._all.sizeHint().width() + gap)
        self._name.setVisible(rest >= self._name.sizeHint().width() + gap)

    def show_place(self, view: QWidget | None) -> None:
        """Mark the button that leads to a view; None, and what no button leads to, belong to the job."""
        here = self._places[view.place] if isinstance(view, HasPlace) else self._job_button
        if here is self._here:
            return
        former, self._here = self._here, here
        for button in filter(None, (former, here)):
            button.setProperty("here", button is here)
            restyle(button)

    def show_open_job(self, open_job: OpenJob, *, can_go_back: bool) -> None:
        """Show which job is open, or that a guide is looked up and whether there is a job to go back to."""
        name, car, title = open_job.job.name if open_job.job else "", open_job.state.car, open_job.guide.title
        job = _("Job {name}").format(name=name) if name else _("Looking up")
        state = _("closed") if open_job.state.is_closed else ""
        words = (escape(job), f"<b>{escape(car)}</b>" if car else "", escape(state))
        self._job.show_words(" · ".join(filter(None, words)), title)
        self._job.setAccessibleName(" · ".join(filter(None, (job, car, state, title))))
        self._show_besides(can_go_back=open_job.job is None and can_go_back, is_kept=open_job.keeps)

    def _show_besides(self, *, can_go_back: bool, is_kept: bool) -> None:
        """Show what the rest gives way to, if that is something else than before."""
        if (can_go_back, is_kept) != (not self._back.isHidden(), self._not_kept.isHidden()):
            self._back.setVisible(can_go_back)
            self._not_kept.setHidden(is_kept)
            self.fit()

    def show_nothing(self) -> None:
        """Show that nothing is open."""
        self._job.show_words("", "")
        self._job.setAccessibleName("")
        self._back.hide()


class _JobLabel(QLabel):
    """Which job is open; its title is cut short with … where there is no room for all of it."""

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
        room, metrics = self.width() - super().sizeHint().width(), self.fontMetrics()
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        tells = title == self._title or room >= _LETTERS_OF_TITLE * metrics.averageCharWidth()
        self.setText(f"{self._whose} · {escape(title)}" if tells else self._whose)


def _search_field(action: QAction) -> SearchField:
    """Return the field, which names the key that leads to it."""
    field = SearchField()
    action.changed.connect(lambda: field.name_key(first_key(action)))
    field.name_key(first_key(action))
    return field


def _button(action: QAction, words: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(words)
    action.changed.connect(lambda: button.setText(words))
    return button


def _menu(words: str, groups: tuple[tuple[Action, ...], ...], actions: Actions, parent: QWidget) -> QMenu:
    menu = ReasonedMenu(words, parent)
    menu.setToolTipsVisible(True)
    for group in groups:
        menu.addActions([actions[act] for act in group])
        menu.addSeparator()
    return menu


def _fill_with_all(menu: QMenu, actions: Actions, menus: list[QMenu]) -> None:
    """Put what the buttons lead to into one menu, for windows that are too narrow for them."""
    if menu.isEmpty():
        menu.addActions([actions[act] for act in (Action.HOME, Action.JOBS, Action.FIND_FAULT, Action.PARTS)])
        menu.addSeparator()
        for inner in menus:
            menu.addMenu(inner)


def _menu_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setText(menu.title())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
