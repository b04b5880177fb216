"""Photos of the guide: unpacked when they are painted, and no larger than anybody can see."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap

from micra_assistant.guide.photos import read_photo
from micra_assistant.ui.widgets.guide_photo import GuidePhoto
from tests.ui.photos import encoded, two_halves, with_exif

pytestmark = pytest.mark.thorough


def guide_photo(content: bytes) -> GuidePhoto:
    return GuidePhoto(read_photo(content))


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_photo_is_as_large_as_it_is(kind: str) -> None:
    photo = guide_photo(encoded(two_halves(40, 30), kind))
    assert photo.size == photo.pixmap().size() == QSize(40, 30)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_of_a_large_one_no_more_is_kept_than_can_be_seen(kind: str) -> None:
    photo = guide_photo(encoded(two_halves(4800, 1200), kind))
    assert photo.size == QSize(4800, 1200)
    assert photo.pixmap().size() == QSize(2400, 600)
    left, right = (QColor(photo.pixmap().toImage().pixel(x, 300)) for x in (100, 2300))
    assert left.red() > 200 > left.blue()
    assert right.blue() > 200 > right.red()


def test_it_is_unpacked_once_and_when_it_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[QImage] = []
    made = QPixmap.fromImage

    def counted(image: QImage) -> QPixmap:
        unpacked.append(image)
        return made(image)

    monkeypatch.setattr(QPixmap, "fromImage", counted)
    photo = guide_photo(encoded(two_halves(), "png"))
    assert unpacked == []
    photo.pixmap()
    photo.pixmap()
    assert len(unpacked) == 1


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("longest", [40, 3200])
def test_it_is_upright_however_the_phone_was_held(orientation: int, longest: int) -> None:
    wide = guide_photo(with_exif(encoded(two_halves(longest, longest // 2), "jpeg"), orientation))
    is_upright = orientation < 5
    assert wide.size == (QSize(longest, longest // 2) if is_upright else QSize(longest // 2, longest))
    shown = wide.pixmap().toImage()
    assert (shown.width() > shown.height()) is is_upright
    corners = shown.pixelColor(1, 1), shown.pixelColor(shown.width() - 2, shown.height() - 2)
    is_red = [colour.red() > colour.blue() for colour in corners]
    assert is_red == ([True, False] if orientation in (1, 4, 5, 6) else [False, True])
