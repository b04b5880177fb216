"""Notes and photos at a step, as a person adds them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Closed, Event, Noted
from micra_assistant.ui.notes.note_card import NoteCard
from micra_assistant.ui.notes.photo_thumb import PhotoCell
from tests.ui.hands import Hands, Workshop, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def picture(width: int = 2000, height: int = 1000) -> QImage:
    """Return a picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return a picture as a file."""
    file = tmp_path / "clip.jpg"
    assert picture().save(str(file))
    return file


def write_note(hands: Hands, words: str) -> None:
    """Write a note and save it."""
    hands.press(Key.Key_M, held=CONTROL)
    type_note(hands, words)
    hands.press(Key.Key_Return, held=CONTROL)


def type_note(hands: Hands, words: str) -> None:
    """Type words into the note that is being written."""
    hands.type(words, then=Key.Key_Shift)


def notes(hands: Hands) -> list[str]:
    """Return the notes of the job."""
    assert hands.window.workbench.shown is not None
    return [f"{note.step}: {note.text}" for note in hands.window.workbench.shown.state.notes]


def photos(hands: Hands) -> list[tuple[str, str, int, int]]:
    """Return the photos of the job: step, name, size."""
    assert hands.window.workbench.shown is not None
    return [(photo.step, photo.name, photo.width, photo.height) for photo in hands.window.workbench.shown.state.photos]


def cards(hands: Hands) -> list[NoteCard]:
    """Return the notes in sight."""
    return [card for card in hands.window.body.step.findChildren(NoteCard) if card.isVisible()]


def cells(hands: Hands) -> list[PhotoCell]:
    """Return the photos in sight."""
    return [cell for cell in hands.window.body.step.findChildren(PhotoCell) if cell.isVisible()]


# notes


def test_a_note_stays_with_its_step_and_the_job(workshop: Workshop, hands: Hands) -> None:
    write_note(hands, "Two clips broken")
    assert (notes(hands), len(cards(hands))) == (["look: Two clips broken"], 1)
    hands.turn(1)
    assert cards(hands) == []
    workshop.close()
    hands = workshop.open()
    hands.turn(-1)
    assert len(cards(hands)) == 1


def test_a_note_begun_at_a_step_belongs_to_it(hands: Hands) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    type_note(hands, "Rust here")
    hands.tap(hands.button("Take the power off"))
    hands.tap(hands.button("Save"))
    assert (hands.step, notes(hands)) == ("power-off", ["look: Rust here"])


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda hands: hands.window.frame.close(), id="window closed"),
        pytest.param(lambda hands: hands.begin("button"), id="another job"),
    ],
)
def test_words_that_were_not_saved_are_not_lost(hands: Hands, leave: Callable[[Hands], None]) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    type_note(hands, "Half a no")
    open_job = hands.window.workbench.shown
    assert open_job is not None
    leave(hands)
    assert [note.text for note in open_job.state.notes] == ["Half a no"]


def test_a_note_is_changed_in_its_place(hands: Hands) -> None:
    write_note(hands, "One clip broken")
    hands.tap(hands.button("Change"))
    hands.press(Key.Key_A, held=CONTROL)
    type_note(hands, "Two clips broken")
    hands.press(Key.Key_Return, held=CONTROL)
    assert notes(hands) == ["look: Two clips broken"]
    hands.press(Key.Key_Z, held=CONTROL)
    assert notes(hands) == ["look: One clip broken"]


def test_a_note_that_is_removed_comes_back_by_undo(hands: Hands) -> None:
    write_note(hands, "One clip broken")
    hands.tap(hands.button("Remove"))
    assert (notes(hands), hands.said) == ([], "Removed. Undo brings it back.")
    hands.press(Key.Key_Z, held=CONTROL)
    assert notes(hands) == ["look: One clip broken"]


# photos


def test_a_picked_photo_is_kept_scaled_and_shown(
    workshop: Workshop, hands: Hands, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    hands.press(Key.Key_I, held=CONTROL)
    assert photos(hands) == [("look", "clip.jpg", 1600, 800)]
    assert len(cells(hands)) == 1
    photo.unlink()
    workshop.close()
    hands = workshop.open()
    assert len(cells(hands)) == 1


def test_a_picture_is_pasted(hands: Hands) -> None:
    QGuiApplication.clipboard().setImage(picture(300, 200))
    hands.press(Key.Key_V, held=CONTROL)
    assert [photo[2:] for photo in photos(hands)] == [(300, 200)]


def test_pasted_words_become_a_note(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("From the phone")
    hands.press(Key.Key_V, held=CONTROL)
    hands.press(Key.Key_Return, held=CONTROL)
    assert notes(hands) == ["look: From the phone"]


def drop(hands: Hands, data: QMimeData) -> bool:
    """Drop something on the step; return whether it would take it."""
    step, middle = hands.window.body.step, QPoint(100, 100)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(step, enter)
    if enter.isAccepted():
        QApplication.sendEvent(step, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, keys))
    settle()
    return enter.isAccepted()


def test_files_are_dropped_and_a_bad_one_is_told(hands: Hands, photo: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(photo.read_bytes()[:2000])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in (photo, broken)])
    assert drop(hands, data)
    assert [name for _, name, _, _ in photos(hands)] == ["clip.jpg"]
    assert "broken.jpg" in hands.said


def test_what_is_no_picture_is_not_taken_by_dropping(hands: Hands) -> None:
    data = QMimeData()
    data.setText("words")
    assert not drop(hands, data)


def test_a_photo_is_seen_larger(hands: Hands) -> None:
    QGuiApplication.clipboard().setImage(picture(300, 200))
    hands.press(Key.Key_V, held=CONTROL)
    hands.tap(cells(hands)[0], at=QPoint(40, 40))
    assert QApplication.activeModalWidget() is not None
    hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


# where nothing can be added


def test_a_closed_job_takes_no_notes(hands: Hands) -> None:
    assert hands.window.workbench.shown is not None
    hands.window.workbench.shown.do(Closed())
    hands.press(Key.Key_M, held=CONTROL)
    assert hands.said == "This job is closed: reopen it to go on with it."
    QGuiApplication.clipboard().setImage(picture(300, 200))
    hands.press(Key.Key_V, held=CONTROL)
    assert photos(hands) == []
    hands.tap(hands.button("Reopen"))
    hands.press(Key.Key_V, held=CONTROL)
    assert len(photos(hands)) == 1


@pytest.mark.usefixtures("workshop")
def test_a_note_is_never_kept_with_another_job(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    type_note(hands, "Of the first job")
    assert hands.window.workbench.shown is not None
    store = hands.window.workbench.shown._store
    keep = store.append

    def keep_no_notes(events: Iterable[Event], attached: Mapping[str, bytes], left_open: int | None = None) -> None:
        kept = list(events)
        if any(isinstance(event.act, Noted) for event in kept):
            _disk_is_full()
        keep(kept, attached, left_open)

    monkeypatch.setattr(store, "append", keep_no_notes)
    hands.begin("button")
    monkeypatch.undo()
    hands.tap(hands.button("Save"))
    assert (notes(hands), hands.said[:38]) == ([], "The note you are writing belongs to an")


def _disk_is_full(*_: object) -> None:
    raise StoreError("cannot write the job records: the disk is full")


def test_the_window_stays_once_if_a_note_cannot_be_kept(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press(Key.Key_M, held=CONTROL)
    type_note(hands, "Half a no")
    assert hands.window.workbench.shown is not None
    monkeypatch.setattr(hands.window.workbench.shown._store, "append", _disk_is_full)
    hands.window.frame.close()
    assert hands.window.frame.isVisible()
    assert hands.said.startswith("The note you are writing could not be kept.")
    hands.window.frame.close()
    assert not hands.window.frame.isVisible()


def test_notes_of_a_step_that_is_gone_are_shown_at_the_first(hands: Hands) -> None:
    assert hands.window.workbench.shown is not None
    hands.window.workbench.shown.do(Noted("gone", "Still worth knowing"))
    hands.window.workbench.changed.emit()
    assert len(cards(hands)) == 1


def test_a_clipboard_whose_owner_is_gone_holds_nothing(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that was copied from has ended: Qt then gives no data at all."""

    class Emptied:
        def mimeData(self) -> None:  # noqa: N802 - Qt's name
            return None

    monkeypatch.setattr(QGuiApplication, "clipboard", Emptied)
    hands.press(Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert hands.said == ""
