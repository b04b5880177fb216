"""Open the window on the desktop that the environment names, and print as JSON how it looks there.

Run by test_desktops.py in a process of its own: Qt asks for the desktop only once.
"""

import json
import sys
import tempfile
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QMessageBox, QToolTip, QWidget

from micra_assistant.app import make_application
from micra_assistant.assembly import make_window
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.ui import when_idle
from micra_assistant.ui.actions import Action, Actions
from micra_assistant.ui.frame.keys_dialog import KeysDialog
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.userfiles import UserFiles

GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


def main(guides: Path) -> None:
    """Print how the window looks at two text sizes, and what becomes of it when the desktop turns dark."""
    application = make_application()
    when_idle._PAUSE = 600_000  # else a slow computer has more widgets by now, made ahead
    with tempfile.TemporaryDirectory() as data:
        window = make_window(Library(guides), UserFiles(Path(data)))
        window.workbench.begin(Library(guides).names()[0], Described("AB12 CDE"))
        window.frame.show()
        settle()
        seen: dict[str, object] = {"look": look_of(application, window)}
        for act in ("larger", "larger", "larger"):
            next(action for action in window.actions() if action.objectName() == act).trigger()
        settle()
        seen["larger"] = look_of(application, window)
        seen["light"] = window.appearance.look.theme.name
        application.styleHints().setColorScheme(Qt.ColorScheme.Dark)
        settle()
        seen["dark"] = window.appearance.look.theme.name
        seen["follows"] = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        seen["after"] = look_of(application, window)["letters"]
        window.frame.close()
    sys.stdout.write(json.dumps(seen))


def look_of(application: QApplication, window: MainWindow) -> dict[str, object]:
    """Return all that a desktop may have a say in: letters, colours, pictures, the order of buttons."""
    palette = application.palette()
    return {
        "letters": letters(application, window),
        "colours": [palette.color(group, role).name() for group in GROUPS for role in list(QPalette.ColorRole)[:-1]],
        "strange colours": [name for name in widget_classes() if palette_of(name) != palette],
        "tooltips": [QToolTip.font().toString(), QToolTip.palette().toolTipBase().color().name()],
        "pictures": QIcon.fromTheme("window-close").isNull(),
        "buttons": [
            buttons_of(KeysDialog(actions_of(window), window.appearance.look, window)),
            buttons_of(question(window)),
        ],
        "sizes": [button.fontInfo().pixelSize() for button in buttons_that_stay(window)],
    }


def actions_of(window: MainWindow) -> Actions:
    """Return the actions of the window."""
    return {Action(action.objectName()): action for action in window.actions()}


def buttons_that_stay(window: MainWindow) -> list[QAbstractButton]:
    """Return buttons that are not made anew with every step."""
    body = window.body
    return [*body.header.findChildren(QAbstractButton), *body.foot.findChildren(QAbstractButton)]


def letters(application: QApplication, window: MainWindow) -> dict[str, list[str]]:
    """Return the letters there are, each with the kinds of widgets that have them."""
    found: dict[str, set[str]] = {}
    for name in widget_classes():
        found.setdefault(font_of(name).toString(), set()).add(name)
    for widget in application.allWidgets():
        found.setdefault(widget.font().family(), set()).add(type(widget).__name__)
    return {font: sorted(names) for font, names in found.items()}


def font_of(name: str) -> QFont:
    """Return the letters for a kind of widget."""
    font: QFont = QApplication.font(name)  # type: ignore[call-overload]  # a name is what it takes
    return font


def palette_of(name: str) -> QPalette:
    """Return the colours for a kind of widget."""
    palette: QPalette = QApplication.palette(name)  # type: ignore[call-overload]  # a name is what it takes
    return palette


def widget_classes() -> list[str]:
    """Return the names of all kinds of widgets that Qt has."""
    kinds = ((name, getattr(QtWidgets, name)) for name in dir(QtWidgets))
    return [name for name, kind in kinds if isinstance(kind, type) and issubclass(kind, QWidget)]


def question(window: MainWindow) -> QWidget:
    """Return a box that asks something, with buttons of its own and of Qt."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Restore", "Restore?", QMessageBox.StandardButton.Close, window)
    box.addButton("Restore", QMessageBox.ButtonRole.AcceptRole)
    return box


def buttons_of(dialog: QWidget) -> list[tuple[str, bool]]:
    """Return the words on the buttons of a dialog, from left to right, and whether there are pictures on them."""
    dialog.show()
    settle()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    buttons = sorted(box.findChildren(QAbstractButton), key=lambda button: button.mapTo(dialog, QPoint()).x())
    seen = [(button.text().replace("&", ""), button.icon().isNull()) for button in buttons]
    dialog.close()
    return seen


def settle() -> None:
    """Let everything find its size."""
    for _ in range(4):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
