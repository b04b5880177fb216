"""What a guide is read from, and its fingerprint."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.errors import GuideError
from micra_assistant.guide.contents import contents, fingerprint, fingerprint_of_files
from micra_assistant.guide.reader import examine, read_guide
from tests.builders import HEAD, SOURCES, Files, literal, write_guide

DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"
FILES: Files = {
    "guide.toml": f'{literal(HEAD)}common = ["20-meter.md"]\n',
    "10-own.md": "# Own {: #own }\n\n## Begin {: #begin }\n\n![Button](diagrams/button.svg)\n",
    "parts.toml": "",
    "diagrams/button.svg": DRAWING,
    "diagrams/button.toml": "",
    "../common/meter.md": "# Meter {: #meter }\n\n## Ohms {: #ohms }\n\n![Meter](diagrams/meter.svg)\n",
    "../common/diagrams/meter.svg": DRAWING,
    "../common/diagrams/meter.toml": "",
}
OTHERS: Files = {
    **dict.fromkeys((".hidden.toml", "10-own.md~", ".10-own.md.swp", "guide.toml.partial", "notes.md", "a.txt"), ""),
    **dict.fromkeys(("diagrams/unused.svg", ".git/button.svg", "diagrams/notes.toml"), DRAWING),
    **dict.fromkeys(
        ("../common/fuses.md", "../common/diagrams/fuses.svg", "../words.toml", "../other/10-a.md"), DRAWING
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a guide that is read from a file of each kind."""
    return write_guide(tmp_path, FILES)


def test_a_guide_is_read_from_its_files_its_sources_and_what_it_draws_in(folder: Path) -> None:
    assert list(contents(folder)) == [
        "button/10-own.md",
        "button/diagrams/button.svg",
        "button/diagrams/button.toml",
        "button/guide.toml",
        "button/parts.toml",
        "common/diagrams/meter.svg",
        "common/diagrams/meter.toml",
        "common/meter.md",
        "sources.toml",
    ]
    assert contents(folder)["sources.toml"] == literal(SOURCES).encode()


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_do_not_count(folder: Path, name: str) -> None:
    before = contents(folder)
    write_guide(folder.parents[1], {**FILES, name: OTHERS[name]})
    assert (folder / name).exists()
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("[there]: diagrams/a%b.svg", "diagrams/a%b.svg"),
        ("![Two words](<diagrams/two words.png>)", "diagrams/two words.png"),
        (r"![Escaped](diagrams/my\_clip.jpg)", "diagrams/my_clip.jpg"),
        ("![Capitals](Diagrams/CLIP.SVG)", "diagrams/clip.svg"),
    ],
)
def test_a_picture_counts_however_it_is_named(folder: Path, written: str, name: str) -> None:
    (folder / name).touch()
    assert f"button/{name}" not in contents(folder)
    (folder / "10-own.md").write_text(written)
    assert f"button/{name}" in contents(folder)


def test_a_guide_without_sources(folder: Path) -> None:
    (folder.parent / "sources.toml").unlink()
    assert "sources.toml" not in contents(folder)


def test_what_lies_elsewhere_is_not_taken(folder: Path) -> None:
    secret = folder.parent / "secret.svg"
    secret.write_text("secret")
    (folder / "diagrams" / "button.svg").unlink()
    (folder / "diagrams" / "button.svg").symlink_to(secret)
    assert b"secret" not in contents(folder).values()


@pytest.mark.parametrize("name", FILES)
def test_another_content_is_another_fingerprint(folder: Path, name: str) -> None:
    before = fingerprint(folder)
    with (folder / name).open("a") as file:
        file.write("\n")
    assert fingerprint(folder) != before


def test_another_name_is_another_fingerprint(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "10-own.md").rename(folder / "11-own.md")
    assert fingerprint(folder) != before


def _as_on_windows(folder: Path) -> None:
    for file in folder.rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


def _in_another_order(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    for file in sorted(folder.with_name("copy").rglob("*.*"), reverse=True):
        place = folder / file.relative_to(folder.with_name("copy"))
        place.parent.mkdir(parents=True, exist_ok=True)
        file.rename(place)


@pytest.mark.parametrize("become", [_as_on_windows, _in_another_order])
def test_the_fingerprint_is_the_same_on_every_system(folder: Path, become: Callable[[Path], None]) -> None:
    before = fingerprint(folder)
    become(folder.parent)
    assert fingerprint(folder) == before


def test_line_breaks_count_in_photos() -> None:
    assert fingerprint_of_files({"a.png": b"\r\n"}) != fingerprint_of_files({"a.png": b"\n"})


def test_the_fingerprint_is_that_of_a_list_as_sha256sum_writes_it() -> None:
    known = "0b6645985a39bb5d1314393bf7be1ec15fc3c37a6821655306e2e704b3224751"
    assert fingerprint_of_files({"sources.toml": b"", "b/guide.toml": b"x"}) == known


@pytest.mark.parametrize("name", ["tailgate-button", "remote-key"])
def test_a_guide_carries_its_fingerprint(name: str) -> None:
    folder = assets.guides_folder() / name
    assert read_guide(folder).fingerprint == fingerprint(folder)


def test_a_file_that_cannot_be_read_is_a_fault_of_the_guide(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {"10-own.md": "# Own {: #own }\n\n## Begin {: #begin }\n\nWords.\n"})
    (folder / "parts.toml").mkdir()
    (fault,) = examine(folder).mistakes
    assert (fault.file.name, fault.message) == ("parts.toml", "cannot be read: Is a directory")
    with pytest.raises(GuideError, match=r"guide\.toml"):
        fingerprint(tmp_path)
