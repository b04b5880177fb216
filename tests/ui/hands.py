"""A workshop PC: a small guide on its disk, a window that can be opened and closed, and hands to work with."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from micra_assistant.assembly import make_window
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.events import Described
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.frame.mistakes_view import MistakesView
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.route.stop_entry import StopEntry
from micra_assistant.ui.step.confirm_card import ConfirmCard
from micra_assistant.ui.widgets.tick_box import TickBox
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.values import Workshop as Settings
from micra_assistant.workshop.workshopfile import WorkshopFile
from tests.spaces import spaced
from tests.ui import in_sight
from tests.ui.in_sight import Dialog, open_dialog

View = TypeVar("View", bound=QWidget)
Kind = type[View]


class Hands:
    """What a person does to the window; everything goes in where the machine's keyboard and mouse do."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def begin(self, guide: str, car: str = "") -> None:
        """Begin a job with a guide."""
        self.window.workbench.begin(guide, Described(car))

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, one after the other."""
        for key in keys:
            QTest.keyClick(self._surface(), key, held)
            settle()

    def turn(self, steps: int) -> None:
        """Turn over so many steps of the guide, back if negative, with the keys for whole steps."""
        key = Qt.Key.Key_PageDown if steps > 0 else Qt.Key.Key_PageUp
        self.press(*[key] * abs(steps), held=Qt.KeyboardModifier.ControlModifier)

    def confirm(self) -> None:
        """Say yes to the question whether a gate is passed, with the keys of a whole job."""
        assert self.question, "nothing is asked"
        self.press(Qt.Key.Key_PageUp, Qt.Key.Key_Space)

    def pass_gate(self, item_id: str) -> None:
        """Tap a gate, and confirm it."""
        self.tap(self.row(item_id))
        self.confirm()

    def type(self, words: str, then: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type words, and a last key."""
        for letter in words:
            QTest.keyClick(self._surface(), letter)  # type: ignore[call-overload]  # it does take letters
        self.press(then)

    def fill_in(self, item_id: str, words: str, then: Qt.Key = Qt.Key.Key_Return) -> None:
        """Tap the field of an item and type words over what is in it."""
        self.tap(self.field(item_id))
        self.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_Delete)
        self.type(words, then)

    def tap(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Tap a widget ``at`` a point of it, or its middle, or the box of a checklist line; it must be in sight."""
        tap(widget, at)

    def tap_link(self, link: str, inside: QWidget | None = None) -> None:
        """Tap a link of the step being read, or ``inside`` something else."""
        step = self.window.body.step
        labels = [
            label for part in ([inside] if inside else [step, step.beside]) for label in part.findChildren(QLabel)
        ]
        for words in labels:
            if f'"{link}"' in words.text() and (place := _place_of(link, words)):
                self.tap(words, place)
                return
        raise AssertionError(f"there is no link {link}")

    def _surface(self) -> QWindow:
        """Return what keys reach: the dialog that is open, else the window, which a desktop makes active again."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            settle()
        return _surface_of(QApplication.activeWindow())

    def row(self, item_id: str) -> CheckRow:
        """Return the line of an item; its step is turned to, and it is brought into sight, first."""
        shown = self.window.workbench.shown
        assert shown
        step = shown.guide.step_of(item_id).id
        if step != self.step:
            self.window.workbench.go_to(step)
            settle()
        row = self.window.body.checklist.row(item_id)
        self.window.body.step.words_area.ensureWidgetVisible(row)
        return row

    def line(self, item_id: str) -> Line:
        """Return how an item stands in the job, wherever its step is."""
        assert self.window.workbench.shown
        return self.window.workbench.shown.checklist.line(item_id)

    def field(self, item_id: str) -> QLineEdit:
        """Return the field of an item; its step is turned to first, if another one is in sight."""
        field = self.row(item_id).field
        assert field is not None
        return field

    def typed(self, item_id: str) -> str:
        """Return what stands in the field of an item."""
        return self.field(item_id).text()

    def open_parts(self) -> None:
        """Dock the parts table, if it is not in sight."""
        if not self.window.body.parts.isVisible():
            self.press(Qt.Key.Key_F4)

    def button(self, words: str) -> QAbstractButton:
        """Return the button in sight that says these words."""
        return in_sight.button_with(self.window, words)

    def choose(self, action: str) -> QAction:
        """Choose something in a menu, by the name of its action, and return that."""
        found = self.window.findChild(QAction, action)
        assert isinstance(found, QAction)
        found.trigger()
        settle()
        return found

    def aside(self, kind: Kind[View]) -> View:
        """Return what is shown instead of the step, which must be of this kind."""
        view = self.window.body.aside
        assert isinstance(view, kind), f"{view} is shown"
        return view

    @property
    def stops(self) -> list[str]:
        """The titles of the entries of the checklist panel, from the top."""
        return [entry.entry.title for entry in self.window.body.route.entries]

    def stop(self, title: str) -> StopEntry:
        """Return the entry of the checklist panel that has this title."""
        return next(entry for entry in self.window.body.route.entries if entry.entry.title == title)

    @property
    def step(self) -> str:
        """The step being read."""
        return self.window.workbench.shown.step.id if self.window.workbench.shown else ""

    @property
    def car(self) -> str:
        """The registration of the car of the open job, empty if none is open."""
        return self.window.workbench.shown.state.car if self.window.workbench.shown else ""

    @property
    def rate(self) -> str:
        """What stands in the field of the labour rate, once the parts table is in sight."""
        self.open_parts()
        return self.window.body.parts.rate.text()

    @property
    def marked(self) -> str:
        """The item that Space is for, as the step shows it."""
        rows = (row for row in self.window.body.checklist.rows if row.isVisible())
        return next((row.item.id for row in rows if row.property("current")), "")

    @property
    def said(self) -> str:
        """The message shown."""
        return spaced(self.window.body.messages.words)

    @property
    def question(self) -> str:
        """The hazard that is asked about before a gate is ticked, empty if nothing is asked."""
        card = self.window.findChild(ConfirmCard)
        return card.accessibleName() if card and card.isVisible() else ""

    @property
    def faults(self) -> str:
        """The faults of a guide shown instead of it."""
        view = self.window.body.aside
        return view.words if isinstance(view, MistakesView) else ""

    @property
    def text(self) -> str:
        """All labels in sight, a line each."""
        return in_sight.text(self.window)


class Workshop:
    """A PC with a folder of guides and a folder of records; guides may be ``kept`` as they were last read."""

    def __init__(self, folder: Path, kept: GuideCache | None = None) -> None:
        self.guides = folder / "guides"
        self._kept = kept
        self.files = UserFiles(folder / "data")
        self._window: MainWindow | None = None

    def open(
        self,
        width: int = 1366,
        height: int = 768,
        catcher: BugCatcher | None = None,
        paint: Callable[[MainWindow], object] = lambda _window: None,
    ) -> Hands:
        """Open the window in a size, or as it was left if the width is 0, over a catcher if one is spread.

        ``paint`` is called as soon as there is something to be seen.
        """
        self._window = make_window(Library(self.guides, self._kept), self.files, catcher, paint=paint)
        if width:
            self._window.frame.resize(width, height)
        self._window.frame.show()
        self._window.activateWindow()
        settle()
        return Hands(self._window)

    @property
    def settings(self) -> Settings:
        """What holds in the workshop, as it is kept."""
        return WorkshopFile(self.files.workshop, self.files.settings).now

    def close(self) -> None:
        """Close the window as its ✕ does, and let go of all that it held."""
        if self._window:
            self._window.frame.close()
            self._window.frame.deleteLater()
            self._window = None
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def tap(widget: QWidget, at: QPoint | None = None) -> None:
    """Tap a widget ``at`` a point of it, or its middle, or the box of a checklist line; it must be in sight."""
    window = widget.window()
    box = widget.findChild(TickBox) if isinstance(widget, CheckRow) else None
    place = widget.mapTo(window, at or (box.geometry() if box else widget.rect()).center())
    met = window.childAt(place)
    assert met is not None, f"{widget} is out of sight"
    assert met is widget or widget.isAncestorOf(met), f"{met} is where {widget} should be"
    QTest.mouseClick(_surface_of(window), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()


def answer(kind: type[Dialog], *acts: Callable[[Dialog], object]) -> None:
    """Do something to a dialog of this kind once it is open; it does not stay open if that fails."""

    def answered() -> None:
        dialog = open_dialog(kind)
        try:
            for act in acts:
                act(dialog)
        except Exception:
            dialog.done(QDialog.DialogCode.Rejected)
            raise

    QTimer.singleShot(0, answered)


def clear_away(but: QWidget | None = None) -> list[str]:
    """Delete every window ``but`` one and what is its own, so that the next test finds none; return what they were."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [window for window in QApplication.topLevelWidgets() if but is None or not _belongs_to(but, window)]
    names = [str(window) for window in left]
    for window in left:
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return names


def _belongs_to(window: QWidget, other: QWidget | None) -> bool:
    """Whether another window is this one, or hangs on it, as its menus do."""
    while other is not None and other is not window:
        other = other.parentWidget()
    return other is window


def settle() -> None:
    """Let everything find its size and be painted: blocks of words take a few rounds."""
    for _ in range(4):
        QApplication.processEvents()


def _surface_of(window: QWidget | None) -> QWindow:
    surface = window.windowHandle() if window else None
    assert surface is not None, "no window is active"
    return surface


def _place_of(link: str, words: QLabel) -> QPoint | None:
    """Return a point of a link, found as a person finds it: the pointer turns into a hand."""
    found: list[str] = []
    words.linkHovered.connect(found.append)
    for place in (QPoint(x, y) for y in range(3, words.height(), 3) for x in range(1, words.width(), 3)):
        QTest.mouseMove(words, place)
        if link in found:
            return place
    return None
