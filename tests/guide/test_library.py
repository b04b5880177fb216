"""The guides there are."""

from pathlib import Path

import pytest

from micra_assistant.errors import GuideError, UnknownNameError
from micra_assistant.guide.library import Library
from tests.builders import HEAD, literal, step_file, write_guide


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Return a folder of a sound guide, ``button``, and a faulty one, ``key``."""
    sound = write_guide(tmp_path, step_file("Words."))
    faulty = sound.with_name("key")
    faulty.mkdir()
    (faulty / "guide.toml").write_text(literal(HEAD))
    (sound.parent / "no-guide").mkdir()
    return sound.parent


def test_guides_go_by_the_name_of_their_folder(guides: Path) -> None:
    library = Library(guides)
    assert library.names() == ("button", "key")
    assert library.guide("button").title == "Tailgate button"


def test_a_guide_is_read_once(guides: Path) -> None:
    library = Library(guides)
    assert library.guide("button") is library.guide("button")


def test_a_faulty_guide_hides_no_other(guides: Path) -> None:
    library = Library(guides)
    assert [way.title for way in library.ways_in()] == ["Tailgate button (button)", "Tailgate button (key)"]
    with pytest.raises(GuideError, match="has no pages"):
        library.guide("key")


def test_complaints_are_the_ways_into_guides(guides: Path) -> None:
    ways = '[[complaints]]\ntitle = "It stays shut"\nstep = "step"\n[[complaints]]\ntitle = "It opens"\nstep = "step"\n'
    (guides / "button" / "guide.toml").write_text(literal(HEAD) + ways)
    (guides / "key" / "guide.toml").write_text("title = 1")
    assert [(way.guide, way.title) for way in Library(guides).ways_in()] == [
        ("button", "It stays shut"),
        ("button", "It opens"),
        ("key", "key"),
    ]


@pytest.mark.parametrize("name", ["buton", "", "..", "no-guide", "../guides/button"])
def test_a_guide_there_is_not_is_named_with_those_there_are(guides: Path, name: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        Library(guides).guide(name)
    assert str(error.value) == f"there is no guide “{name}”; there is: button, key"


def test_a_library_of_one_guide(guides: Path) -> None:
    assert Library(guides / "button").guide("button").title == "Tailgate button"


def test_an_empty_library(tmp_path: Path) -> None:
    assert Library(tmp_path / "gone").names() == ()
    with pytest.raises(UnknownNameError, match="there is: none"):
        Library(tmp_path / "gone").guide("button")


def test_complaints_with_a_place_come_first_in_that_order(guides: Path) -> None:
    ways = "".join(
        f'[[complaints]]\ntitle = "{title}"\nstep = "step"\norder = {order}\n'
        for title, order in (("last", 0), ("second", 2), ("first", 1))
    )
    (guides / "key" / "guide.toml").write_text(literal(HEAD) + ways)
    titles = [way.complaint.title for way in Library(guides).ways_in()]
    assert titles == ["first", "second", "Tailgate button", "last"]
