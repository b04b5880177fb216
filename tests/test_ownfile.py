"""The one door to the files of a guide: what it lets through, and what it keeps out."""

import os
import socket
from pathlib import Path

import pytest

from micra_assistant import ownfile
from micra_assistant.check import guide_mistakes
from micra_assistant.guide.contents import contents
from micra_assistant.guide.reader import examine, read_guide
from micra_assistant.guide.snapshot import pack
from micra_assistant.parts.options import read_parts
from micra_assistant.search.wordlist import read_words
from tests.builders import HEAD, Files, faults_found, literal, write_guide

pytestmark = pytest.mark.thorough

PAGE = "# Page {: #page }\n\n## Step {: #step }\n\n![Button](diagrams/button.svg)\n"
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"
FILES: Files = {
    "guide.toml": f'{literal(HEAD)}common = ["20-meter.md"]\n',
    "10-page.md": PAGE,
    "diagrams/button.svg": DRAWING,
    "../common/meter.md": "# Meter {: #meter }\n\n## Ohms {: #ohms }\n\nWords.\n",
}
OUTSIDE = "secret = 'of the user'\n"
READ = ["guide.toml", "parts.toml", "10-page.md", "../sources.toml", "../common/meter.md"]
"""Files that every reader of the guide looks into."""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """Return the folder of a sound guide."""
    return write_guide(tmp_path, FILES)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file of the user that is no part of any guide."""
    file = tmp_path / "secret.toml"
    file.write_text(OUTSIDE)
    return file


def put(file: Path, target: Path) -> None:
    """Put a link to ``target`` in the place of ``file``."""
    file.unlink(missing_ok=True)
    file.symlink_to(target)


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert ownfile.read_text(tmp_path / "a.toml", tmp_path, 100) == "one\ntwo\nthree\n"


def test_a_file_is_no_larger_than_it_may_be(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"12345")
    assert ownfile.read(file, tmp_path, 5) == b"12345"
    with pytest.raises(OSError, match="it is too large: at most 4 bytes"):
        ownfile.read(file, tmp_path, 4)


def test_a_file_that_grows_while_it_is_read_is_no_larger_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"12345")
    monkeypatch.setattr(ownfile, "_check_kind", lambda *_: file.write_bytes(b"1234567890"))
    with pytest.raises(OSError, match="it is too large: at most 5 bytes"):
        ownfile.read(file, tmp_path, 5)


def test_what_a_name_leads_to_when_it_is_opened_is_what_counts(
    guide: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that is put back in time for every look at the name is seen through all the same."""
    file = guide / "parts.toml"
    file.write_text("sound")
    aside = guide / "aside.toml"
    opened = os.open

    def open_another(path: Path, flags: int) -> int:
        file.rename(aside)
        file.symlink_to(secret)
        try:
            return opened(path, flags)
        finally:
            file.unlink()
            aside.rename(file)

    monkeypatch.setattr(os, "open", open_another)
    with pytest.raises(OSError, match="leads out of the folder"):
        ownfile.read(file, guide, 100)


@pytest.mark.parametrize("missing", ["O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"])
def test_a_system_need_not_know_every_way_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    from importlib import reload

    (tmp_path / "a.md").write_bytes(b"1")
    with monkeypatch.context() as without:
        without.delattr(os, missing)
        assert reload(ownfile).read(tmp_path / "a.md", tmp_path, 5) == b"1"
    reload(ownfile)


@pytest.mark.parametrize("name", READ)
def test_a_link_out_of_the_folder_is_refused(guide: Path, secret: Path, name: str) -> None:
    put(guide / name, secret)
    assert guide_mistakes(guide)
    assert examine(guide).guide is None


@pytest.mark.parametrize("name", READ)
def test_a_link_to_another_file_of_the_folder_is_followed(guide: Path, name: str) -> None:
    file = guide / name
    if file.exists():
        kept = file.rename(file.with_name("kept.txt"))
        file.symlink_to(kept.name)
    assert guide_mistakes(guide) == []


@pytest.mark.parametrize("name", ["guide.toml", "parts.toml", "../sources.toml", "../words.toml"])
@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "folder", "large"])
def test_what_is_no_plain_file_is_a_fault(guide: Path, name: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of these keeps anybody waiting, or fills the memory."""
    file = guide / name
    file.unlink(missing_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case "socket":
            monkeypatch.chdir(file.parent)
            with socket.socket(socket.AF_UNIX) as bound:
                bound.bind(file.name)
        case "folder":
            file.mkdir()
        case "large":
            file.touch()
            os.truncate(file, 200_000_000)
    said = [fault.message for fault in guide_mistakes(guide) if fault.file.name == file.name]
    assert said
    assert all(message.startswith("cannot be read: ") for message in said)


@pytest.mark.parametrize("kind", ["pipe", "large"])
@pytest.mark.parametrize("name", ["10-page.md", "../common/meter.md", "diagrams/button.svg", "diagrams/button.toml"])
def test_pages_and_pictures_are_held_to_the_same(guide: Path, kind: str, name: str) -> None:
    file = guide / name
    file.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.touch()
        os.truncate(file, 200_000_000)
    sound = kind == "pipe" and name == "diagrams/button.toml"  # then it is a picture and no circuit
    assert bool(guide_mistakes(guide)) is not sound


@pytest.mark.parametrize("name", ["parts.toml", "diagrams/button.toml", "diagrams/button.svg", "faults.toml"])
@pytest.mark.parametrize("target", ["nowhere", "itself", "chain"])
def test_links_that_lead_nowhere(guide: Path, name: str, target: str) -> None:
    file = guide / name
    put(file, {"nowhere": Path("gone"), "itself": Path(file.name), "chain": Path("chain")}[target])
    if target == "chain":
        put(file.with_name("chain"), Path(file.name))
    assert bool(guide_mistakes(guide)) is (name != "diagrams/button.toml")  # then it is a picture and no circuit


@pytest.mark.parametrize("name", ["notes.toml", "diagrams/notes.toml", "diagrams/button.toml", "parts.toml.toml"])
def test_no_other_file_gets_into_a_job_file(guide: Path, secret: Path, name: str) -> None:
    put(guide / name, secret)
    assert OUTSIDE.encode() not in contents(guide).values()
    assert OUTSIDE.encode() not in pack(guide)


def test_a_folder_that_leads_out_gives_nothing(guide: Path, secret: Path) -> None:
    (guide / "diagrams" / "button.svg").unlink()
    (guide / "diagrams").rmdir()
    (guide / "diagrams").symlink_to(secret.parent / "elsewhere")
    (secret.parent / "elsewhere").mkdir()
    (secret.parent / "elsewhere" / "button.svg").write_text(DRAWING)
    (secret.parent / "elsewhere" / "button.toml").write_text(OUTSIDE)
    assert "is outside the guide's folder" in guide_mistakes(guide)[0].message
    assert not [name for name in contents(guide) if "diagrams" in name]


def test_only_a_known_toml_file_is_part_of_a_guide(guide: Path) -> None:
    for name in ("notes.toml", "faults.toml", "faults-dead.toml", "faults secret.toml", "FAULTS-x.toml", "parts.toml"):
        (guide / name).write_text("")
    names = {name.removeprefix("button/") for name in contents(guide) if name.endswith(".toml")}
    assert names == {"guide.toml", "parts.toml", "faults.toml", "faults-dead.toml", "sources.toml"}


def test_a_guide_whose_folder_is_a_link_is_read(guide: Path, tmp_path: Path) -> None:
    """The folder, and the common one, are where their owner put them."""
    (tmp_path / "elsewhere").mkdir()
    for folder in (guide, guide.parent / "common"):
        moved = folder.rename(tmp_path / "elsewhere" / folder.name)
        folder.symlink_to(moved)
    linked = read_guide(guide)
    assert [page.id for page in linked.pages] == ["page", "meter"]
    assert guide_mistakes(guide) == []


def test_each_reader_goes_through_the_door(guide: Path, secret: Path) -> None:
    put(guide / "parts.toml", secret)
    put(guide.parent / "words.toml", secret)
    for read in (lambda: read_parts(guide), lambda: read_words(guide.parent)):
        (fault,) = faults_found(read)
        assert fault.message == "cannot be read: it leads out of the folder: copy the file here"
