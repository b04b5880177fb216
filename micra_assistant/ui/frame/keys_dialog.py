"""The keys and what they do, as the actions of the window have them now."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.frame.far_foot import close_from_foot
from micra_assistant.ui.key_names import said_keys
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_LETTERS, _LINES = 78, 30
_HEADING = 40
_THREE = (Action.BACK, Action.TICK, Action.NEXT)

Section = tuple[str, list[QAction]]
"""A heading, and the actions under it."""


class KeysDialog(Dialog):
    """Every key beside what it does, those of a menu under its name; it scrolls where the screen is low."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        area = ScrollColumn()
        area.take_keys(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        area.show_column(_column(actions))
        buttons = QDialogButtonBox()
        choose = QPushButton(_("Choose other keys…"))
        choose.clicked.connect(self.accept)
        choose.clicked.connect(actions[Action.SETTINGS].trigger)
        buttons.addButton(choose, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        close_from_foot(self, layout, look, area.verticalScrollBar())
        open_at(self, _LETTERS, _LINES)


def show_keys(actions: Actions, look: Look, parent: QWidget) -> None:
    """Show all keys until the person closes them."""
    KeysDialog(actions, look, parent).open()


def _column(actions: Actions) -> Column:
    column = Column()
    grid = QGridLayout(column)
    grid.setContentsMargins(12, 8, 12, 12)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    for heading, shown in _sections(actions):
        row = grid.rowCount()
        grid.setRowMinimumHeight(row, _HEADING)
        grid.addWidget(label(heading, "panel-title"), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for action in shown:
            _add_row(grid, action)
        if shown[0] is actions[Action.BACK]:
            grid.addWidget(label(_pedals(), "hint"), grid.rowCount(), 0, 1, 2)
    return column


def _add_row(grid: QGridLayout, action: QAction) -> None:
    row = grid.rowCount()
    key, told = QLabel(said_keys([keys.toString() for keys in action.shortcuts()])), QLabel(action.text())
    key.setProperty("kind", "key")
    key.setAlignment(Qt.AlignmentFlag.AlignTop)
    key.setWordWrap(True)
    told.setWordWrap(True)
    grid.addWidget(key, row, 0)
    grid.addWidget(told, row, 1)


def _sections(actions: Actions) -> Iterator[Section]:
    """Yield the three keys, what stands in no menu, and what stands in each; only what has a key."""
    three = [actions[name] for name in _THREE]
    others = [action for action in actions.values() if action.shortcuts() and action not in three]
    yield _("The three keys at the foot"), three
    by_menu: dict[str, list[QAction]] = {"": []}
    for action in others:
        by_menu.setdefault(_menu_of(action), []).append(action)
    for title, shown in by_menu.items():
        yield title or _("Everywhere"), shown


def _menu_of(action: QAction) -> str:
    """Return the title of the menu that an action stands in, empty if in none."""
    menus = [found.title() for found in action.associatedObjects() if isinstance(found, QMenu)]
    return next(iter(menus), "")


def _pedals() -> str:
    return _(
        "A pedal that sends these keys works as they do. For one that sends others, such as F13 to F24 or the keys of a"
        " music player, choose its keys in the settings, under “Keys”."
    )
