"""Every dialog at arm's length: read from two metres, hit with gloves, led through by three keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.ui.actions import Action
from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.builders import write_guide
from tests.ui.afar_checks import too_small
from tests.ui.hands import Hands, Workshop
from tests.ui.player.test_player import from_afar
from tests.ui.records.desk import desk_of
from tests.ui.room_checks import without_room
from tests.ui.room_walk import Case, RoomWalk, one_screen
from tests.ui.speaking import dialog_kinds, longer_words
from tests.ui.test_pseudo import GUIDE, changed, close, damaged, leave_out, tap_first

__all__ = ["longer_words", "one_screen"]

pytestmark = pytest.mark.thorough

Key = Qt.Key
SIZES = [(800, 600, 59), (1024, 600, 70), (1366, 768, 80), (1920, 1080, 98), (3840, 2160, 167)]
"""Screens, and how many pixels are 15 mm on small ones of these."""
ASKED = (
    *(Action.NEW_JOB, Action.DETAILS, Action.CLOSE_JOB, Action.PRINT, Action.SETTINGS, Action.BACKUPS),
    *(Action.KEYS, Action.ABOUT, Action.CHANGES),
)


class DialogWalk(RoomWalk):
    """A walk that looks at dialogs only, and whether they can be read and hit from afar: ``kinds`` are those it met."""

    def __init__(self, hands: Hands, target: int) -> None:
        super().__init__(hands)
        self.target = target
        self.kinds: set[type[QWidget]] = set()

    def _note(self, window: QWidget) -> None:
        if window is self.hands.window.frame:
            return
        self.kinds.add(type(window))
        self.seen += 1
        room = FarRoom(*self.room.toTuple(), self.target)  # type: ignore[call-arg]  # two numbers
        if window.geometry() != self.hands.window.frame.geometry():
            self._add(f"{type(window).__name__} has not all of the window: {window.size().toTuple()}")
        for fault in (*without_room(window), *too_small(window, room)):
            self._add(f"{type(window).__name__}: {fault}")


def walk_dialogs(workshop: Workshop, walk_of: Callable[[Hands], DialogWalk]) -> DialogWalk:
    """Open every dialog that there is."""
    hands = damaged(workshop)
    walk = walk_of(hands)
    desk = desk_of(hands)
    walk.act("damaged", desk.show_backups)
    walk.act("restoring", lambda: desk.ask_to_restore(desk._listed()[0]))
    walk.act("restored", lambda: desk._tell("All of them are back. " * 9))
    workshop.close()
    for file in (*workshop.files.folder.glob("jobs*"), *workshop.files.backups.glob("*.*")):
        file.unlink()
    kinds = walk.kinds, walk.found
    hands = changed(workshop)
    walk = walk_of(hands)
    walk.kinds, walk.found = kinds
    walk.actions(hands.window.body.show_job_view, ASKED)
    walk.act("a picture", lambda: tap_first(hands, "look", DiagramView))
    walk.act("a circuit", lambda: tap_first(hands, "circuit", DiagramView))
    walk.act("a photo", lambda: hands.window.notes._on_photo(photo_of(hands)))
    walk.act("a quote", hands.window.quotes.add)
    walk.act("leaving out", lambda: leave_out(hands))
    walk.act("a scan", lambda: hands.window.scans.ask("SJNFAAK12U1234567"))
    hands.window.workbench.attempt(close)
    walk.act("blank", lambda: hands.choose(Action.BLANK))
    return walk


def photo_of(hands: Hands) -> KeptPhoto:
    """Return the photo of the job."""
    assert hands.window.workbench.shown
    return hands.window.workbench.shown.state.photos[0]


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("size", [SIZES[0], SIZES[4], *SIZES[1:4]], ids=str)
def test_every_dialog_is_read_and_hit_from_two_metres(
    longer_words: None,
    workshop: Workshop,
    tmp_path: Path,
    one_screen: Callable[[RoomWalk], None],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int, int],
) -> None:
    width, height, target = size
    monkeypatch.setattr("micra_assistant.ui.style.far_sizes.target_on", lambda _screen: target)
    write_guide(tmp_path, GUIDE).rename(tmp_path / "guides" / "9")

    def walk_of(hands: Hands) -> DialogWalk:
        for dialog in hands.window.frame.findChildren(QDialog):
            dialog.close()
        walk = DialogWalk(hands, target)
        one_screen(walk)
        walk.take(Case(width, height, 1.0))
        from_afar(hands, width, height)
        return walk

    walk = walk_dialogs(workshop, walk_of)
    assert sorted(walk.found) == []
    assert dialog_kinds() - walk.kinds == set()
