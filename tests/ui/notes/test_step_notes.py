"""What has been noted and photographed at a step, below what the guide says."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.state import KeptPhoto, Note
from micra_assistant.ui.notes.note_card import NoteCard
from micra_assistant.ui.notes.photo_thumb import PhotoCell, PhotoThumb
from micra_assistant.ui.notes.step_notes import StepNotes
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from tests.clocks import clock_in
from tests.ui.hands import settle
from tests.ui.photos import colours, encoded, no_photo, photo, two_halves

AT = "2026-11-20T10:05:00.123+00:00"
CLIPS = Note("n1", "step", "Two clips were broken.", AT, "Anna")
BOLT = Note("n2", "step", "Bolt sheared off.", AT)
JPEG = encoded(two_halves(400, 300), "jpeg")


@pytest.fixture
def place(qtbot: QtBot) -> ScrollColumn:
    """Return where steps are shown, in a size."""
    area = ScrollColumn()
    qtbot.addWidget(area)
    area.resize(600, 500)
    area.show()
    return area


@pytest.fixture
def notes(place: ScrollColumn) -> StepNotes:
    """Return the notes of a step, none yet."""
    notes = StepNotes()
    place.show_column(notes)
    notes.hide()
    settle()
    return notes


@pytest.fixture
def east_of_london() -> Iterator[None]:
    """Put this computer where clocks are three hours ahead."""
    with clock_in("XYZ-3"):
        yield


def show(
    view: StepNotes,
    notes: Sequence[Note] = (),
    photos: Sequence[KeptPhoto] = (),
    picture: Callable[[str], bytes] = lambda _: JPEG,
    scale: float = 1,
) -> None:
    """Show notes and photos, and let them find their places."""
    view.show_notes(notes, photos, picture, Look(load_theme(ThemeName.LIGHT), scale))
    settle()


def words(view: QWidget) -> list[str]:
    """Return all words in sight, without what only breaks lines."""
    return [label.text().replace("\u200b", "") for label in view.findChildren(QLabel) if label.isVisible()]


def buttons(view: QWidget, saying: str) -> list[QPushButton]:
    """Return the buttons in sight that say this."""
    return [button for button in view.findChildren(QPushButton) if button.isVisible() and button.text() == saying]


def thumbs(view: QWidget) -> list[PhotoThumb]:
    """Return the photos in sight."""
    return [thumb for thumb in view.findChildren(PhotoThumb) if thumb.isVisible()]


def test_a_step_without_notes_shows_nothing_and_takes_no_room(notes: StepNotes) -> None:
    show(notes)
    assert (notes.isHidden(), notes.heightForWidth(500)) == (True, 0)
    show(notes, [CLIPS])
    assert (notes.isHidden(), notes.heightForWidth(500) > 50) == (False, True)
    show(notes)
    assert (notes.isHidden(), notes.heightForWidth(500)) == (True, 0)


def test_a_note_says_its_words_and_when_and_who_wrote_it(notes: StepNotes, east_of_london: None) -> None:
    show(notes, [CLIPS, BOLT])
    expected = ["Two clips were broken.", "2026-11-20 13:05 · Anna", "Bolt sheared off.", "2026-11-20 13:05"]
    assert words(notes) == ["Noted on this job", *expected]


@pytest.mark.parametrize("at", ["", "yesterday", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00"])
def test_a_moment_that_makes_no_sense_does_no_harm(notes: StepNotes, at: str) -> None:
    show(notes, [Note("n", "step", "Words", at, "Anna")])
    assert words(notes)[2].endswith("Anna")


@pytest.mark.parametrize(
    "text", ["<b>bold</b>", "<img src='file:///etc/passwd'>", "&amp; %1 <a href='x'>x</a>", "a\nb"]
)
def test_words_are_only_words(notes: StepNotes, text: str) -> None:
    show(notes, [Note("n", "step", text, AT, text)], [photo("p", name=text)])
    assert words(notes)[1] == text
    labels = notes.findChildren(QLabel)
    assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText, Qt.TextFormat.AutoText}
    assert labels[0].text() == "Noted on this job"
    assert "<b>" not in thumbs(notes)[0].toolTip()
    assert "<img" not in thumbs(notes)[0].toolTip()


@pytest.mark.parametrize("width", [340, 460, 900])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_all_is_whole_at_every_width(notes: StepNotes, place: ScrollColumn, width: int, scale: float) -> None:
    long = Note("n", "step", "Part ordered: " + "90552-AX060/" * 30 + "\n" + "Some more words. " * 20, AT, "Anna" * 40)
    show(notes, [CLIPS, long], [photo(f"p{number}") for number in range(5)], scale=scale)
    place.resize(width, 400)
    settle()
    assert notes.height() >= notes.heightForWidth(notes.width())
    for label in notes.findChildren(QLabel):
        if label.wordWrap():
            assert QLabel.heightForWidth(label, label.width()) <= label.height()
            room = label.fontMetrics().boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, label.text())
            assert room.width() <= label.width()
    for child in [*notes.findChildren(PhotoCell), *notes.findChildren(QPushButton)]:
        parent = child.parentWidget()
        assert parent is not None
        assert parent.rect().contains(child.geometry())


def test_photos_stand_in_as_many_rows_as_they_need(notes: StepNotes, place: ScrollColumn) -> None:
    show(notes, [], [photo(f"p{number}") for number in range(5)])
    assert [len({cell.y() for cell in notes.findChildren(PhotoCell)})] == [2]
    place.resize(230, 500)
    settle()
    assert [cell.y() for cell in notes.findChildren(PhotoCell)] == sorted(
        cell.y() for cell in notes.findChildren(PhotoCell)
    )
    assert len({cell.y() for cell in notes.findChildren(PhotoCell)}) == 5


@pytest.mark.parametrize(
    ("size", "expected"), [((400, 300), "red blue"), ((1600, 100), "red blue"), ((100, 900), "red blue")]
)
def test_a_photo_fills_its_place_whatever_its_shape(notes: StepNotes, size: tuple[int, int], expected: str) -> None:
    show(notes, [], [photo("p")], lambda _: encoded(two_halves(*size), "jpeg"))
    (thumb,) = thumbs(notes)
    image = thumb.grab().toImage()
    assert image.size().toTuple() == (150, 110)
    assert colours(image.copy(3, 3, 144, 104)).startswith(expected)


def test_what_is_known_of_a_photo_is_said(notes: StepNotes) -> None:
    show(notes, [], [photo("p", name="clip.jpg")])
    (thumb,) = thumbs(notes)
    for said in (thumb.accessibleName(), thumb.toolTip()):
        assert "Anna" in said
        assert "2026" in said
        assert "clip.jpg" in said


@pytest.mark.parametrize("picture", [no_photo, lambda _: b"GIF89a", lambda _: b""])
def test_a_photo_that_cannot_be_read_says_so(notes: StepNotes, picture: Callable[[str], bytes]) -> None:
    show(notes, [], [photo("p"), photo("q")], picture)
    assert [thumb.readable for thumb in thumbs(notes)] == [False, False]
    assert len(buttons(notes, "Remove")) == 2


def test_a_photo_is_read_once_and_only_when_it_comes_into_sight(notes: StepNotes, place: ScrollColumn) -> None:
    read: list[str] = []

    def picture(id_: str) -> bytes:
        read.append(id_)
        return JPEG

    place.resize(600, 200)
    show(notes, [Note("n", "step", "Words. " * 300, AT)], [photo("p", "sha-p")], picture)
    assert read == []
    place.verticalScrollBar().setValue(10_000)
    settle()
    thumbs(notes)[0].update()
    settle()
    assert read == ["sha-p"]


def test_the_buttons_say_what_is_wanted(notes: StepNotes) -> None:
    show(notes, [CLIPS, BOLT], [photo("p1"), photo("p2")])
    changed, removed = QSignalSpy(notes.note_change_wanted), QSignalSpy(notes.remove_wanted)
    for button in [*buttons(notes, "Change"), *buttons(notes, "Remove")]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [changed.at(number) for number in range(changed.count())] == [["n1"], ["n2"]]
    assert [removed.at(number) for number in range(removed.count())] == [["n1"], ["n2"], ["p1"], ["p2"]]


def test_a_tap_on_a_photo_asks_to_see_it_larger(notes: StepNotes) -> None:
    photos = [photo("p1"), photo("p2")]
    show(notes, [], photos)
    wanted = QSignalSpy(notes.photo_wanted)
    for thumb in thumbs(notes):
        QTest.mouseClick(thumb, Qt.MouseButton.LeftButton)
        QTest.keyClick(thumb, Qt.Key.Key_Return)
    assert [wanted.at(number)[0] for number in range(wanted.count())] == [photos[0], photos[0], photos[1], photos[1]]


def test_enter_presses_the_button_that_has_the_focus(notes: StepNotes) -> None:
    show(notes, [CLIPS])
    wanted = QSignalSpy(notes.note_change_wanted)
    QTest.keyClick(buttons(notes, "Change")[0], Qt.Key.Key_Return)
    assert wanted.count() == 1


def test_nothing_is_built_anew_if_nothing_has_changed(notes: StepNotes) -> None:
    show(notes, [CLIPS], [photo("p")])
    before = buttons(notes, "Change") + thumbs(notes)
    show(notes, (CLIPS,), (photo("p"),))
    assert buttons(notes, "Change") + thumbs(notes) == before
    show(notes, [CLIPS, BOLT], [photo("p")])
    assert len(buttons(notes, "Change")) == 2
    show(notes, [CLIPS, BOLT], [photo("p")], scale=1.5)
    assert thumbs(notes)[0].width() == 225


def test_the_button_just_tapped_may_take_its_own_note_out(notes: StepNotes) -> None:
    show(notes, [CLIPS, BOLT])
    notes.remove_wanted.connect(lambda _: show(notes, [BOLT]))
    QTest.mouseClick(buttons(notes, "Remove")[0], Qt.MouseButton.LeftButton)
    assert words(notes)[1] == "Bolt sheared off."


def test_they_are_no_higher_and_no_wider_than_they_need_however_large_the_window(
    place: ScrollColumn, qtbot: QtBot
) -> None:
    notes = StepNotes()
    place.add_tail(notes)
    place.resize(3000, 2000)
    show(notes, [CLIPS], [photo("p")])
    (card,) = notes.findChildren(NoteCard)
    assert (card.width(), card.height()) == (700, card.heightForWidth(card.width()))
    (cell,) = notes.findChildren(PhotoCell)
    assert cell.mapTo(notes, QPoint()).y() < 300
