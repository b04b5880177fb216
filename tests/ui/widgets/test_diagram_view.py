"""A picture of the guide that is no longer what it was when the guide was read."""

from pathlib import Path

import pytest

from micra_assistant.guide.model import Diagram
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.diagram_view import DiagramView, content_of
from tests.builders import exchange, write_guide
from tests.ui.photos import encoded, two_halves

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>"
FROM_COMMON = "../common/diagrams/meter.svg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a guide with pictures of all kinds."""
    folder = write_guide(tmp_path, {"diagrams/clip.svg": SVG, FROM_COMMON: SVG})
    (folder / "diagrams" / "photo.png").write_bytes(encoded(two_halves(40, 30), "png"))
    return folder


def view_of(folder: Path, path: str) -> DiagramView:
    """Return a picture as it is shown."""
    return DiagramView(folder, Diagram(path, "A clip"), load_theme(ThemeName.LIGHT))


@pytest.mark.parametrize("path", ["diagrams/clip.svg", FROM_COMMON, "diagrams/photo.png"])
def test_it_is_shown_in_its_own_shape(folder: Path, path: str) -> None:
    assert view_of(folder, path).sizeHint().width() > 0


@pytest.mark.parametrize("path", ["diagrams/clip.svg", FROM_COMMON, "diagrams/photo.png"])
@pytest.mark.parametrize("kind", ["pipe", "link", "device", "large"])
def test_one_that_was_exchanged_shows_as_nothing(folder: Path, path: str, kind: str) -> None:
    exchange(folder / path, kind)
    assert content_of(folder, Diagram(path, "A clip")) == b""
    assert view_of(folder, path).sizeHint().width() <= 0


def test_one_that_has_gone_shows_as_nothing(folder: Path) -> None:
    assert content_of(folder, Diagram("diagrams/gone.svg", "A clip")) == b""
