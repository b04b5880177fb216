"""Taking a picture into the job: what comes out is ours whatever came in, and a bad file is refused in plain words."""

import os
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QColorSpace, QImage, QPixmap

from micra_assistant.errors import MicraError, PhotoError
from micra_assistant.ui.notes.note_field import NoteField
from micra_assistant.ui.notes.photo_intake import (
    LONGEST_SIDE,
    MOST_AT_ONCE,
    MOST_BYTES,
    TakenPhoto,
    has_picture,
    may_hold_photos,
    take_dropped,
    take_file,
    take_image,
)
from tests.ui.photos import colours, encoded, png_claiming, two_halves, with_exif, with_passes, with_segment, written

pytestmark = pytest.mark.thorough

NOISE = pytest.mark.qt_log_ignore(".")
"""What Qt says of a broken picture on its way to refusing it."""


def shown(photo: TakenPhoto) -> QImage:
    """Return a photo as anyone would see it."""
    return QImage.fromData(photo.content)


def refused(take: Callable[[], object]) -> str:
    """Return why a picture is not taken."""
    with pytest.raises(PhotoError) as caught:
        take()
    return str(caught.value)


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp"])
def test_a_picture_of_each_kind_is_kept_as_a_jpeg(tmp_path: Path, kind: str) -> None:
    photo = take_file(written(tmp_path / f"clip.{kind}", encoded(two_halves(), kind)))
    assert (photo.name, photo.width, photo.height) == (f"clip.{kind}", 40, 30)
    assert photo.content.startswith(b"\xff\xd8\xff")
    assert photo.id == sha256(photo.content).hexdigest()
    assert colours(shown(photo)).startswith("red blue")


@pytest.mark.parametrize("name", ["clip", "clip.txt", "clip.svg", "clip.png"])
def test_the_content_decides_and_not_the_name(tmp_path: Path, name: str) -> None:
    photo = take_file(written(tmp_path / name, encoded(two_halves(), "jpeg")))
    assert colours(shown(photo)).startswith("red blue")


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp"])
@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((3200, 2000), (1600, 1000)),
        ((1000, 2000), (800, 1600)),
        ((1600, 20), (1600, 20)),
        ((9000, 2), (1600, 1)),
        ((1, 1), (1, 1)),
    ],
)
def test_a_large_picture_is_scaled_in_its_shape(
    tmp_path: Path, kind: str, size: tuple[int, int], kept: tuple[int, int]
) -> None:
    photo = take_file(written(tmp_path / "clip", encoded(two_halves(*size), kind)))
    assert (photo.width, photo.height) == shown(photo).size().toTuple() == kept


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [(1, "red blue"), (2, "blue red"), (3, "blue red"), (6, "red blue down"), (8, "blue red down")],
)
def test_a_photo_is_turned_upright(tmp_path: Path, orientation: int, expected: str) -> None:
    held = with_exif(encoded(two_halves(2400, 1800), "jpeg"), orientation)
    photo = take_file(written(tmp_path / "held.jpg", held))
    left, right, top, bottom = colours(shown(photo)).split()
    if expected.endswith("down"):
        assert (photo.width, photo.height, f"{top} {bottom} down") == (1200, 1600, expected)
    else:
        assert (photo.width, photo.height, f"{left} {right}") == (1600, 1200, expected)


def test_nothing_but_the_points_is_kept(tmp_path: Path) -> None:
    image = two_halves()
    image.setText("Location", "at home")
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    content = with_segment(with_exif(encoded(image, "jpeg"), 1), 0xFE, b"by Bob")
    for secret in (b"Spyphone", b"at home", b"by Bob", b"Exif", b"ICC_PROFILE"):
        assert secret in content
    photo = take_file(written(tmp_path / "clip.jpg", content))
    for secret in (b"Spyphone", b"at home", b"by Bob", b"Exif", b"ICC_PROFILE"):
        assert secret not in photo.content


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_what_can_be_seen_through_is_white(tmp_path: Path, kind: str) -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    photo = take_file(written(tmp_path / "sign", encoded(image, kind)))
    assert colours(shown(photo)) == "white white white white"


def test_the_same_picture_is_the_same_photo(tmp_path: Path) -> None:
    content = encoded(two_halves(), "jpeg")
    one, other = (take_file(written(tmp_path / name, content)) for name in ("one", "other"))
    assert one.id == other.id


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty: copy it from the camera again."),
        (b"Dear customer", "is not a photo: choose a JPEG, PNG, WebP or BMP file."),
        (b"BMW needs a new clip", "is not a photo: choose a JPEG, PNG, WebP or BMP file."),
        (b"GIF89a", "is of the kind GIF, which is not taken as a photo: save it as JPEG and take that."),
        (b"\0\0\1\0\1\0", "is of the kind ICO, which is not taken as a photo: save it as JPEG and take that."),
        (b"II*\0", "is of the kind TIFF, which is not taken as a photo: save it as JPEG and take that."),
        (b"%PDF-1.7", "is of the kind PDF, which is not taken as a photo: save it as JPEG and take that."),
        (
            b'<?xml version="1.0"?><svg/>',
            "is of the kind SVG, which is not taken as a photo: save it as JPEG and take that.",
        ),
        (b"\0\0\0\x18ftypmp42", "is a film: take a photo of what is to be seen."),
        (
            b"\0\0\0\x18ftypheic",
            "is a photo of the kind HEIC, which cannot be read here: set the camera of the phone to JPEG (“most comp",
        ),
        (png_claiming(60000, 60000), "is too large, 60000 × 60000 points: save it smaller, up to 120 million points,"),
        (png_claiming(12001, 10000), "is too large, 12001 × 10000 points: save it smaller, up to 120 million points,"),
        (encoded(two_halves(), "jpeg")[:-200], "is cut off: copy it from the camera again."),
        (encoded(two_halves(), "png")[:-20], "is cut off: copy it from the camera again."),
        (encoded(two_halves(), "webp")[:-1], "is cut off: copy it from the camera again."),
        (encoded(two_halves(), "bmp")[:-1], "is cut off: copy it from the camera again."),
        (b"\xff\xd8\xff", "is cut off: copy it from the camera again."),
        (b"\xff\xd8" + b"\xff\xfe\0\2" * 5000, "is cut off: copy it from the camera again."),
    ],
)
def test_what_is_no_sound_photo_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = written(tmp_path / "thing.jpg", content)
    assert refused(lambda: take_file(file)).startswith(f"“thing.jpg” {reason}")


@NOISE
@pytest.mark.parametrize(
    "content",
    [
        png_claiming(50, 50),
        png_claiming(0, 50),
        b"\xff\xd8\xff\xda\0\2\xff\xd9",
        b"RIFF\4\0\0\0WEBP",
        b"BM\x0e\0\0\0" + bytes(8),
        encoded(two_halves(), "jpeg").replace(b"\xff\xda", b"\xff\xda" * 50),
    ],
)
def test_a_damaged_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = written(tmp_path / "clip.jpg", content)
    words = "“clip.jpg” is damaged: copy it from the camera again, or take the photo again."
    assert refused(lambda: take_file(file)) == words


@NOISE
def test_a_picture_made_to_keep_the_program_busy_is_refused(tmp_path: Path) -> None:
    usual = written(tmp_path / "usual.jpg", with_passes(two_halves(), 30))
    assert take_file(usual).width == 40
    busy = written(tmp_path / "busy.jpg", with_passes(two_halves(), 300))
    assert "“busy.jpg” is damaged" in refused(lambda: take_file(busy))


def test_the_colours_of_a_phone_are_turned_into_those_of_a_screen(tmp_path: Path) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 90, 90))
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    photo = take_file(written(tmp_path / "clip.png", encoded(image, "png")))
    assert shown(photo).pixelColor(10, 10).red() == pytest.approx(214, abs=3)


def test_a_jpeg_is_cut_off_even_if_the_small_picture_in_it_is_whole(tmp_path: Path) -> None:
    inner = encoded(two_halves(8, 8), "jpeg")
    whole = with_segment(encoded(two_halves(), "jpeg"), 0xE1, b"Exif\0\0" + inner)
    assert take_file(written(tmp_path / "whole.jpg", whole)).width == 40
    cut = written(tmp_path / "cut.jpg", whole[:-2])
    assert "is cut off" in refused(lambda: take_file(cut))


def test_what_a_phone_writes_behind_the_picture_does_no_harm(tmp_path: Path) -> None:
    film = b"\0\0\0\x18ftypmp42" + b"\xff\xda" * 100
    assert take_file(written(tmp_path / "motion.jpg", encoded(two_halves(), "jpeg") + film)).width == 40


def test_a_file_of_200_mb_is_refused_by_its_size_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "huge.jpg", encoded(two_halves(), "jpeg"))
    os.truncate(file, 200 * 1024**2)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    words = "“huge.jpg” is larger than 64 MB: save the photo smaller, and take that."
    assert refused(lambda: take_file(file)) == words


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path / "growing.jpg", encoded(two_halves(), "jpeg"))
    before = file.stat()
    os.truncate(file, MOST_BYTES + 1)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: before)
    assert "is larger than 64 MB" in refused(lambda: take_file(file))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Photos").mkdir()
    os.mkfifo(tmp_path / "pipe")
    reasons = {
        "Photos": "is a folder: open it and choose the photos in it.",
        "pipe": "is not a file: choose a photo.",
        "gone.jpg": "is not there any more: take the photo again, or choose another.",
        "no\0name": "cannot be read (embedded null byte): copy it to this computer, and take that.",
    }
    for name, reason in reasons.items():
        assert refused(partial(take_file, tmp_path / name)).endswith(f"” {reason}")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path / "clip.jpg", b"locked")

    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    words = "“clip.jpg” cannot be read (Permission denied): copy it to this computer, and take that."
    assert refused(lambda: take_file(file)) == words


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("my photo.jpg", "my photo.jpg"),
        ("two\nlines\t.jpg", "two lines .jpg"),
        ("gnp.\u202egpj", "gnp.\ufffdgpj"),
        ("bad\udcff.jpg", "bad\ufffd.jpg"),
        ("a" * 200 + ".jpg", "a" * 60 + "…" + "a" * 56 + ".jpg"),
    ],
)
def test_the_name_is_kept_as_it_can_be_shown(tmp_path: Path, name: str, kept: str) -> None:
    assert take_file(written(tmp_path / name, encoded(two_halves(), "png"))).name == kept


def test_an_image_is_taken(tmp_path: Path) -> None:
    photo = take_image(two_halves(2 * LONGEST_SIDE, 300))
    assert (photo.name, photo.width, photo.height) == ("", LONGEST_SIDE, 150)


@pytest.mark.parametrize("size", [(0, 0), (20000, 7000)])
def test_an_image_that_is_empty_or_too_large_is_refused(size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_Mono)
    assert refused(lambda: take_image(image)).startswith("“pasted picture” is")


def mime(*files: Path | str) -> QMimeData:
    """Return files, or addresses, as they are dropped."""
    data = QMimeData()
    data.setUrls([QUrl(file) if isinstance(file, str) else QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_several_files_are_taken_at_once_and_a_bad_one_does_not_stop_them(tmp_path: Path) -> None:
    good = [written(tmp_path / f"{width}.png", encoded(two_halves(width), "png")) for width in (40, 50)]
    bad = written(tmp_path / "letter.txt", b"Dear customer")
    data = mime(good[0], bad, good[1], good[0])
    assert may_hold_photos(data)
    taken = take_dropped(data)
    assert [photo.name for photo in taken.photos] == ["40.png", "50.png"]
    assert [str(problem) for problem in taken.problems] == [
        "“letter.txt” is not a photo: choose a JPEG, PNG, WebP or BMP file."
    ]


def test_a_whole_folder_of_files_is_too_much_at_once(tmp_path: Path) -> None:
    taken = take_dropped(mime(*(tmp_path / f"{number}.jpg" for number in range(MOST_AT_ONCE + 1))))
    assert taken.photos == ()
    assert [str(problem) for problem in taken.problems] == ["21 pictures at once are too many: take up to 20."]


def pasted_bytes(kind: str, content: bytes) -> QMimeData:
    """Return a picture as a browser gives it."""
    data = mime("https://example.org/clip.jpg")
    data.setData(f"image/{kind}", QByteArray(content))
    return data


def pasted_image(image: QImage | QPixmap) -> QMimeData:
    """Return a picture as a program for screenshots gives it."""
    data = QMimeData()
    data.setImageData(image)
    return data


@pytest.mark.parametrize("kind", ["jpeg", "png", "image", "pixmap"])
def test_a_picture_without_a_file_is_taken(kind: str) -> None:
    image = two_halves()
    data = {
        "image": lambda: pasted_image(image),
        "pixmap": lambda: pasted_image(QPixmap.fromImage(image)),
    }.get(kind, lambda: pasted_bytes(kind, encoded(image, kind)))()
    assert may_hold_photos(data)
    (photo,) = take_dropped(data).photos
    assert (photo.name, photo.width) == ("", 40)
    assert colours(shown(photo)).startswith("red blue")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (png_claiming(60000, 60000), "“pasted picture” is too large"),
        (b"<svg/>", "“pasted picture” is of the kind SVG"),
    ],
)
def test_a_bad_picture_without_a_file_is_refused_before_it_is_decoded(content: bytes, reason: str) -> None:
    taken = take_dropped(pasted_bytes("png", content))
    assert taken.photos == ()
    assert [str(problem)[: len(reason)] for problem in taken.problems] == [reason]


@pytest.mark.parametrize("data", [QMimeData(), mime("https://example.org/clip.jpg")])
def test_what_is_no_picture_at_all_is_refused(data: QMimeData) -> None:
    data.setText("Dear customer")
    assert not may_hold_photos(data)
    (problem,) = take_dropped(data).problems
    assert isinstance(problem, MicraError)
    assert str(problem).startswith("This is no photo: ")


SEEDS = [encoded(two_halves(), kind) for kind in ("jpeg", "png", "webp", "bmp")]


@NOISE
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=8)), max_size=6))
def test_whatever_is_in_a_file_it_is_taken_or_refused(
    tmp_path: Path, seed: bytes, changes: list[tuple[int, bytes]]
) -> None:
    content = seed
    for place, put_in in changes:
        content = content[:place] + put_in + content[place + len(put_in) :]
    outcome = taken_or_refused(written(tmp_path / "thing", content))
    if isinstance(outcome, TakenPhoto):
        assert shown(outcome).size().toTuple() == (outcome.width, outcome.height)
    else:
        assert outcome.startswith("“thing” is ")


def taken_or_refused(file: Path) -> TakenPhoto | str:
    """Return the photo, or why it is not taken."""
    try:
        return take_file(file)
    except PhotoError as error:
        return str(error)


def test_no_data_at_all_holds_no_photo(qapp: object) -> None:
    assert not has_picture(None)
    assert not may_hold_photos(None)
    assert [str(problem)[:16] for problem in take_dropped(None).problems] == ["This is no photo"]
    field = NoteField()
    assert not field.canInsertFromMimeData(None)
    field.insertFromMimeData(None)
    assert field.typed == ""
