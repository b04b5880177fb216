"""What lies in the folder of a guide, however much of it there is."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from micra_assistant.errors import GuideError
from micra_assistant.guide import contents as contents_module
from micra_assistant.guide import folders
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.contents import contents
from micra_assistant.guide.folders import files_below, files_of
from micra_assistant.guide.library import Library
from micra_assistant.guide.reader import examine
from micra_assistant.search.index import SearchIndex
from tests.builders import step_file, write_guide

DEPTH = 1500
"""So deep that Python would not go down by calling itself."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a guide."""
    return write_guide(tmp_path, {**step_file("Words."), "diagrams/old/clip.svg": "", "../common/meter.md": ""})


def test_all_that_a_guide_is_read_from_is_there(folder: Path) -> None:
    assert {path.relative_to(folder.parent).as_posix() for path in files_of(folder)} == {
        *("button", "button/guide.toml", "button/10-page.md", "button/diagrams", "button/diagrams/old"),
        *("button/diagrams/old/clip.svg", "sources.toml", "common", "common/meter.md"),
    }


def test_what_is_hidden_and_what_links_lead_to_is_not(folder: Path, tmp_path: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").touch()
    (folder / "elsewhere").symlink_to(tmp_path)
    (folder / "round").symlink_to(folder)
    names = {path.relative_to(folder).as_posix() for path in files_below(folder)}
    assert names == {
        "guide.toml",
        "10-page.md",
        "diagrams",
        "diagrams/old",
        "diagrams/old/clip.svg",
        "elsewhere",
        "round",
    }


@pytest.mark.thorough
def test_folders_may_lie_in_each_other_without_end(folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(DEPTH):
        os.mkdir("a", dir_fd=here)
        deeper = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    assert len(list(files_below(folder))) > DEPTH
    assert signature(folder)
    assert examine(folder).guide
    take_apart(folder / "a")


def take_apart(outer: Path) -> None:
    """Take folders out of each other, so that whoever clears up can."""
    while (inner := outer / outer.name).exists():
        aside = inner.rename(outer.with_name("aside"))
        outer.rmdir()
        aside.rename(outer)


@pytest.mark.parametrize("name", ["30-\udcff.md", "diagrams/\udcff.svg", "faults\udcff.toml", "diagrams/\udcff"])
def test_a_file_whose_name_is_no_text_does_no_harm(folder: Path, tmp_path: Path, name: str) -> None:
    """They come from a memory stick of another system."""
    (folder / name).write_text("# More {: #more }\n\n## On {: #on }\n\nWords.\n")
    library = Library(folder.parent, GuideCache(tmp_path / "cache"))
    guide = library.guide("button")
    assert GuideCache(tmp_path / "cache").guide(folder) in (guide, None)
    with closing(SearchIndex(tmp_path / "index.sqlite3", folder.parent)) as index:
        assert [progress.guide for progress in index.refresh(library.cache)] == ["button"]


def test_a_folder_whose_name_is_no_text_is_no_guide_and_check_says_so(folder: Path, tmp_path: Path) -> None:
    odd = folder.with_name("\udcff-guide")
    shutil.copytree(folder, odd)
    assert guide_mistakes(odd)[0].message == "the name of this folder is no text: give it another, such as remote-key"
    library = Library(folder.parent, GuideCache(tmp_path / "cache"))
    assert library.names() == ("button",)
    with closing(SearchIndex(tmp_path / "index.sqlite3", folder.parent)) as index:
        assert [progress.guide for progress in index.refresh(library.cache)] == ["button"]


def test_a_disk_full_of_something_else_is_no_guide(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FILES", 20)
    monkeypatch.setattr(contents_module, "MOST_FILES", 20)
    for number in range(15):
        (folder / "diagrams" / f"{number}.svg").touch()
    assert contents(folder)
    for number in range(1000):
        (folder / "diagrams" / f"{number}.svg").touch()
    assert len(list(files_below(folder))) == 21
    with pytest.raises(GuideError, match="has more than 20 files: take out what is not of this guide"):
        contents(folder)
