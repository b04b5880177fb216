"""Every dialog at arm's length: read from two metres, hit with gloves, led through by three keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from micra_assistant.errors import DamagedError
from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.keys_dialog import KeysDialog
from micra_assistant.ui.frame.message_dialog import MessageDialog
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from micra_assistant.ui.records.recovery_dialog import RecoveryDialog
from micra_assistant.ui.scans.scan_question import ScanQuestion
from micra_assistant.ui.style.far_sizes import FarRoom
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.three_keys import Key as Place
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.ui.workshop.settings_dialog import SettingsDialog
from tests.builders import write_guide
from tests.ui.afar_checks import too_small
from tests.ui.hands import Hands, Workshop, answer, settle
from tests.ui.in_sight import dialogs, labels
from tests.ui.player.test_player import from_afar
from tests.ui.records.desk import desk_of
from tests.ui.room_checks import without_room
from tests.ui.room_walk import Case, RoomWalk, one_screen
from tests.ui.speaking import dialog_kinds, longer_words
from tests.ui.test_pseudo import GUIDE, changed, close, damaged, leave_out, tap_first
from tests.ui.three_keys import press_in, said_in

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
        room = FarRoom(*self.room.toTuple(), self.target)
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


@pytest.mark.walk
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


def test_every_dialog_is_of_the_one_kind_that_knows_arms_length() -> None:
    assert [kind for kind in dialog_kinds() if not issubclass(kind, Dialog)] == []


@pytest.fixture
def afar(hands: Hands) -> Hands:
    """Return hands at a job that is seen from afar."""
    return from_afar(hands)


def letters_of(dialog: QWidget) -> set[int]:
    """Return how high, in pixels, the letters of all labels of a dialog are."""
    return {label.fontInfo().pixelSize() for label in labels(dialog)}


def test_it_has_all_of_the_screen_where_the_window_has(hands: Hands) -> None:
    hands.press(Key.Key_F11)
    met: list[tuple[bool, bool]] = []
    frame = hands.window.frame
    answer(
        DetailsDialog,
        lambda dialog: met.append((dialog.isFullScreen(), dialog.geometry() == frame.geometry())),
        lambda dialog: dialog.reject(),
    )
    hands.choose(Action.DETAILS)
    assert met == [(True, True)]


def test_its_title_stands_in_it(afar: Hands) -> None:
    met: list[str] = []
    answer(DetailsDialog, lambda dialog: met.append(labels(dialog)[-1].text()), lambda dialog: dialog.reject())
    afar.choose(Action.DETAILS)
    assert met == ["Details of the job"]


def test_in_the_window_it_is_as_it_was(hands: Hands) -> None:
    seen: list[object] = []

    def see(dialog: DetailsDialog) -> None:
        seen.append((dialog.size().toTuple(), letters_of(dialog), dialog.styleSheet(), dialog.isFullScreen()))

    for _time in range(2):
        answer(DetailsDialog, see, lambda dialog: dialog.reject())
        hands.choose(Action.DETAILS)
        hands.press(Key.Key_F11, Key.Key_F11)
        hands.window.frame.showNormal()
        hands.window.frame.resize(1366, 768)
    assert seen[0] == seen[1]
    assert seen[0][1:] == ({15}, "", False)  # type: ignore[index]  # it is a tuple


def test_three_keys_and_letters_lead_through_it_and_back_to_the_same_line(afar: Hands) -> None:
    afar.press(Key.Key_PageDown)
    before = afar.marked

    def fill_in(dialog: DetailsDialog) -> None:
        settle()
        press_in(dialog, Key.Key_PageDown, Key.Key_PageDown, Key.Key_A, Key.Key_B)
        press_in(dialog, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
        assert said_in(dialog) == "Keep · ab"
        press_in(dialog, Key.Key_Space)
        assert not dialog.isVisible()

    answer(DetailsDialog, fill_in)
    afar.choose(Action.DETAILS)
    assert afar.window.workbench.shown
    assert afar.window.workbench.shown.state.customer == "ab"
    assert (afar.marked, afar.window.player.is_on) == (before, True)


@pytest.mark.parametrize("is_far", [True, False], ids=["afar", "near"])
def test_f11_in_it_loses_nothing_that_is_typed(hands: Hands, is_far: bool) -> None:
    if is_far:
        from_afar(hands)
    typed: list[str] = []

    def type_and_press(dialog: DetailsDialog) -> None:
        settle()
        dialog.form.customer.setFocus()
        QTest.keyClicks(dialog.form.customer, "Anna")
        hands.press(Key.Key_F11, Key.Key_F11, Key.Key_F11)
        typed.append(dialog.form.customer.text())

    answer(DetailsDialog, type_and_press, lambda dialog: dialog.accept())
    hands.choose(Action.DETAILS)
    assert hands.window.workbench.shown
    assert (typed, hands.window.workbench.shown.state.customer) == (["Anna"], "Anna")
    assert hands.window.player.is_on is is_far


def told(afar: Hands) -> MessageDialog:
    """Return a message in front of what is seen from afar."""
    dialog = MessageDialog("Job records", "All is back.", afar.window.appearance.look.of_dialogs, afar.window)
    dialog.tell()
    settle()
    return dialog


def test_space_closes_what_is_only_to_be_read(afar: Hands) -> None:
    dialog = told(afar)
    assert said_in(dialog, Place.SPACE) == "Close"
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    afar.press(Key.Key_Space)
    assert gone == [0]


def test_no_key_says_yes_before_an_answer_is_marked(afar: Hands) -> None:
    answers: list[str] = []
    dialog = MessageDialog("Restore?", "All is replaced.", afar.window.appearance.look.of_dialogs, afar.window)
    dialog.ask("Restore", lambda: answers.append("yes"))
    settle()
    afar.press(Key.Key_Space)
    assert (said_in(dialog, Place.SPACE), answers) == ("Choose an answer · Page Down marks one.", [])
    afar.press(Key.Key_PageDown)
    assert said_in(dialog, Place.SPACE) == "Restore"
    afar.press(Key.Key_Space)
    assert answers == ["yes"]


def asked_afar(afar: Hands) -> Iterator[QDialog]:
    """Open each dialog that asks for an answer in few words."""
    look, window = afar.window.appearance.look.of_dialogs, afar.window
    message = MessageDialog("Restore?", "All is replaced.", look, window)
    message.ask("Restore", lambda: None)
    yield message
    damaged = RecoveryDialog(DamagedError("No database"), None, look, window)
    damaged.open()
    yield damaged
    window.scans.ask("SJNFAAK12U1234567")
    yield dialogs(window, ScanQuestion)[0]


def test_answers_begin_at_the_left_just_above_the_keys(afar: Hands) -> None:
    lefts = set()
    for dialog in asked_afar(afar):
        settle()
        foot = dialog.findChild(Foot)
        assert foot
        answers = [button for button in dialog.findChildren(QPushButton) if not foot.isAncestorOf(button)]
        rooms = [QRect(button.mapTo(dialog, QPoint()), button.size()) for button in answers]
        lefts.add(min(room.left() for room in rooms))
        assert all(0 < foot.y() - room.bottom() < room.height() for room in rooms)
        dialog.reject()
    assert len(lefts) == 1


def test_keys_read_a_long_page_before_they_mark_a_button(afar: Hands) -> None:
    afar.press(Key.Key_F1)
    (dialog,) = dialogs(afar.window, KeysDialog)
    area = dialog.findChild(ScrollColumn)
    assert area
    bar = area.verticalScrollBar()
    for _page in range(40):
        if bar.value() == bar.maximum():
            break
        assert said_in(dialog, Place.SPACE) == "Close"
        afar.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
    afar.press(Key.Key_PageDown)
    assert said_in(dialog, Place.SPACE) == "Choose other keys…"
    dialog.close()


def test_a_list_that_drops_has_rows_for_gloves(afar: Hands) -> None:
    high: list[int] = []

    def drop(dialog: QDialog) -> None:
        box = next(box for box in dialog.findChildren(QComboBox) if box.isVisible())
        box.showPopup()
        settle()
        high.append(box.view().visualRect(box.model().index(0, 0)).height())
        box.hidePopup()

    afar.choose(Action.SETTINGS)
    (dialog,) = dialogs(afar.window, SettingsDialog)
    drop(dialog)
    dialog.close()
    assert high[0] >= 57


def test_other_colours_come_while_it_is_open(afar: Hands) -> None:
    afar.choose(Action.SETTINGS)
    (dialog,) = dialogs(afar.window, SettingsDialog)
    before = letters_of(dialog)
    themes = dialog.fields["theme"].editor
    assert isinstance(themes, QComboBox)
    themes.setCurrentIndex(themes.count() - 1)
    themes.activated.emit(themes.count() - 1)
    settle()
    assert afar.window.appearance.look.theme.name is ThemeName.CONTRAST_DARK
    assert dialog.grab().toImage().pixelColor(dialog.width() // 2, 60).name() == "#000000"
    assert letters_of(dialog) == before
    dialog.close()


def test_a_scan_in_a_dialog_is_asked_about_in_large_letters_too(afar: Hands) -> None:
    asked: list[QSize] = []

    def scan(dialog: DetailsDialog) -> None:
        afar.window.scans.ask("SJNFAAK12U1234567")
        (question,) = [one for one in dialog.findChildren(ScanQuestion) if one.isVisible()]
        asked.append(question.size())
        assert min(letters_of(question)) >= 25
        question.reject()

    answer(DetailsDialog, scan, lambda dialog: dialog.reject())
    afar.choose(Action.DETAILS)
    assert asked == [afar.window.frame.size()]
