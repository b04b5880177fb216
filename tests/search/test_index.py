"""The index as a file: kept, brought up to date, thrown away, never in the way."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.search.index import Progress, SearchIndex
from micra_assistant.search.index_schema import APPLICATION_ID, VERSION
from tests.builders import literal, step_file, write_guide
from tests.search.shelf import PARTS, shelve, step, titles


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the index shall be."""
    return tmp_path / "user" / "search.sqlite3"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """Return the folder of the guide ``button``."""
    guide = write_guide(tmp_path, step_file("The relay clicks."))
    (guide.parent / "words.toml").write_text("")
    return guide


@pytest.fixture
def kept(file: Path, guide: Path) -> Iterator[SearchIndex]:
    """Return an index in the file, of the folder that the guide is in."""
    with closing(SearchIndex(file, guide.parent)) as opened:
        yield opened


def refresh(index: SearchIndex) -> list[Progress]:
    """Bring the index up to date and return what it tells meanwhile."""
    return list(index.refresh())


def needs_refresh(index: SearchIndex) -> bool:
    """Return what the index says of itself now."""
    return index.needs_refresh


def rewrite(guide: Path, text: str) -> None:
    """Write another text into the step of the guide."""
    (guide / "10-page.md").write_text(step_file(text)["10-page.md"])


def other_guide(guide: Path, name: str, text: str) -> Path:
    """Write a guide beside ``guide``."""
    other = guide.with_name(name)
    other.mkdir()
    (other / "guide.toml").write_text(literal((guide / "guide.toml").read_text()).replace("Tailgate button", name))
    rewrite(other, text)
    return other


def read_guides(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the name of each guide that is read."""
    read: list[str] = []
    original = Library.guide

    def guide(self: Library, name: str) -> Guide:
        read.append(name)
        return original(self, name)

    monkeypatch.setattr(Library, "guide", guide)
    return read


def test_nothing_is_found_before_it_is_refreshed(kept: SearchIndex) -> None:
    assert needs_refresh(kept)
    assert titles(kept, "relay") == []
    assert refresh(kept) == [Progress(1, 1, "button")]
    assert not needs_refresh(kept)
    assert titles(kept, "relay") == ["Step"]


def test_the_index_is_there_when_the_program_starts_again(
    kept: SearchIndex, file: Path, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(kept)
    kept.close()
    read = read_guides(monkeypatch)
    with closing(SearchIndex(file, guide.parent)) as again:
        assert again.is_kept
        assert titles(again, "relay") == ["Step"]
        refresh(again)
    assert read == []


def test_only_a_guide_that_has_changed_is_read(kept: SearchIndex, guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other_guide(guide, "key", "The fob.")
    refresh(kept)
    read = read_guides(monkeypatch)
    rewrite(guide, "The solenoid buzzes loudly.")
    refresh(kept)
    assert read == ["button"]
    assert titles(kept, "relay") == []
    assert titles(kept, "solenoid") == ["Step"]
    assert titles(kept, "fob") == ["Step"]


def test_a_guide_that_is_gone_is_found_no_more(kept: SearchIndex, guide: Path) -> None:
    other = other_guide(guide, "key", "The fob.")
    refresh(kept)
    for path in other.iterdir():
        path.unlink()
    other.rmdir()
    refresh(kept)
    assert titles(kept, "fob") == []
    assert titles(kept, "relay") == ["Step"]


def test_parts_are_found(kept: SearchIndex, guide: Path) -> None:
    (guide / "parts.toml").write_text(literal(PARTS).replace("Used part", "Used relay"))
    refresh(kept)
    hit = kept.search("used").hits[0]
    assert (hit.title.text, hit.guide, hit.option, hit.step) == ("Tailgate button: Used relay", "button", "used", "")


def test_faulty_parts_hide_no_guide(kept: SearchIndex, guide: Path) -> None:
    (guide / "parts.toml").write_text("part = 1")
    refresh(kept)
    assert titles(kept, "relay") == ["Step"]


def test_a_faulty_guide_is_found_by_its_title_only(kept: SearchIndex, guide: Path) -> None:
    rewrite(guide, "- [ ] No id, relay")
    refresh(kept)
    assert titles(kept, "relay") == []
    hit = kept.search("tailgate").hits[0]
    assert (hit.title.text, hit.guide, hit.step) == ("Tailgate button", "button", "")


def test_a_guide_whose_head_is_faulty_is_found_by_its_id(kept: SearchIndex, guide: Path) -> None:
    (guide / "guide.toml").write_text("nonsense")
    refresh(kept)
    assert titles(kept, "button") == ["button"]


def test_faulty_words_are_no_hindrance(kept: SearchIndex, guide: Path) -> None:
    (guide.parent / "words.toml").write_text("nonsense")
    refresh(kept)
    assert titles(kept, "relay") == ["Step"]


def test_new_phrases_are_found_after_a_restart(kept: SearchIndex, file: Path, guide: Path) -> None:
    rewrite(guide, "Look at the back door.")
    refresh(kept)
    kept.close()
    (guide.parent / "words.toml").write_text('[[groups]]\nwords = ["hatch", "back door"]')
    with closing(SearchIndex(file, guide.parent)) as again:
        refresh(again)
        assert titles(again, "hatch") == ["Step"]


def test_guides_come_from_the_cache(kept: SearchIndex, tmp_path: Path, guide: Path) -> None:
    cache = GuideCache(tmp_path / "cache")
    list(kept.refresh(cache))
    assert cache.guide(guide)


def test_a_word_that_is_gone_is_unknown_again(index: SearchIndex) -> None:
    shelve(index, {"one": (step("Relay"),), "two": (step("Lamp"),)})
    index.remove("one")
    assert index.search("relay").left_out == ("relay",)
    index.remove("never there")
    assert titles(index, "lamp") == ["Lamp"]


def test_a_copy_becomes_the_original_when_that_is_gone(index: SearchIndex) -> None:
    common = step("Take the battery off", "The clamp.")
    shelve(index, {"one": (common, step("One")), "two": (common, step("Two")), "three": (common,)})
    index.remove("one")
    assert [hit.guide for hit in index.search("clamp").hits] == ["two"]
    shelve(index, {"one": (common,)})
    assert [hit.guide for hit in index.search("clamp").hits] == ["two"]
    assert [hit.guide for hit in index.search("clamp", here="three").hits] == ["three"]


def break_open(file: Path) -> None:
    """Write over what is in the file, but not over its head."""
    with file.open("r+b") as opened:
        for page in range(1, file.stat().st_size // 4096):
            opened.seek(page * 4096)
            opened.write(b"broken" * 600)


def foreign(file: Path, *commands: str) -> None:
    """Make another database of ``file``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


@pytest.mark.parametrize(
    "commands",
    [
        ("CREATE TABLE theirs (it)",),
        ("CREATE TABLE theirs (it)", f"PRAGMA application_id = {APPLICATION_ID}"),
        (
            "CREATE TABLE theirs (it)",
            f"PRAGMA application_id = {APPLICATION_ID}",
            f"PRAGMA user_version = {VERSION + 1}",
        ),
    ],
)
def test_a_file_of_another_program_or_version_is_thrown_away(
    kept: SearchIndex, file: Path, commands: tuple[str, ...]
) -> None:
    foreign(file, *commands)
    refresh(kept)
    assert kept.is_kept
    assert titles(kept, "relay") == ["Step"]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"no database at all" * 1000])
def test_a_file_that_is_no_database_is_thrown_away(kept: SearchIndex, file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    refresh(kept)
    assert kept.is_kept
    assert titles(kept, "relay") == ["Step"]


def test_a_file_that_breaks_is_begun_anew(kept: SearchIndex, file: Path, guide: Path) -> None:
    refresh(kept)
    kept.close()
    break_open(file)
    with closing(SearchIndex(file, guide.parent)) as again:
        assert titles(again, "relay") == []
        assert needs_refresh(again)
        refresh(again)
        assert again.is_kept
        assert titles(again, "relay") == ["Step"]


def test_a_refresh_mends_a_file_that_broke(kept: SearchIndex, file: Path, guide: Path) -> None:
    other_guide(guide, "key", "The fob.")
    refresh(kept)
    kept.close()
    break_open(file)
    with closing(SearchIndex(file, guide.parent)) as again:
        refresh(again)
        assert not needs_refresh(again)
        assert titles(again, "relay") == ["Step"]
        assert titles(again, "fob") == ["Step"]


def test_a_file_that_cannot_be_had_is_no_hindrance(tmp_path: Path, guide: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    for file in (tmp_path / "taken" / "search.sqlite3", tmp_path):
        with closing(SearchIndex(file, guide.parent)) as index:
            refresh(index)
            assert not index.is_kept
            assert titles(index, "relay") == ["Step"]


def test_a_file_that_is_busy_is_left_alone(
    kept: SearchIndex, file: Path, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("micra_assistant.search.index_database._BUSY_SECONDS", 0.01)
    refresh(kept)
    rewrite(guide, "The solenoid buzzes loudly.")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refresh(kept)
        assert titles(kept, "relay") == ["Step"]
        other.execute("ROLLBACK")
    refresh(kept)
    assert titles(kept, "solenoid") == ["Step"]


@pytest.mark.parametrize("in_memory", [False, True])
def test_what_is_done_can_be_found_while_the_rest_is_refreshed(file: Path, guide: Path, *, in_memory: bool) -> None:
    for number in range(5):
        other_guide(guide, f"key-{number}", f"The fob {number}.")
    with closing(SearchIndex(None if in_memory else file, guide.parent)) as index:
        refreshing = index.refresh()
        assert next(refreshing) == Progress(1, 6, "button")
        assert titles(index, "relay") == ["Step"]
        assert titles(index, "fob") == []
        worker = threading.Thread(target=lambda: list(refreshing))
        worker.start()
        while worker.is_alive():
            assert titles(index, "relay") == ["Step"]
        worker.join()
        assert len(titles(index, "fob")) == 5


def test_a_refresh_may_be_broken_off(kept: SearchIndex, guide: Path) -> None:
    other_guide(guide, "key", "The fob.")
    refreshing = kept.refresh()
    next(refreshing)
    assert isinstance(refreshing, Iterator)
    del refreshing
    assert needs_refresh(kept)
    refresh(kept)
    assert titles(kept, "fob") == ["Step"]


def test_two_programs_share_the_file(kept: SearchIndex, file: Path, guide: Path) -> None:
    with closing(SearchIndex(file, guide.parent)) as other:
        refresh(kept)
        refresh(other)
        assert titles(other, "relay") == titles(kept, "relay") == ["Step"]
