"""Kept complaints: as good as read anew, or not used."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.catalogues import ENGLISH
from micra_assistant.guide import complaintcache
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.head import read_head
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Complaint
from tests.builders import HEAD, literal

WAYS = '\n[[complaints]]\ntitle = "It stays shut"\nstep = "step"\nfaults = "faults.toml"\n'
SHUT, OPENS = Complaint("It stays shut", "step", "faults.toml"), Complaint("Tailgate button", "")


def write_heads(root: Path) -> Path:
    """Write the heads of two guides some time ago, and return the folder of both."""
    for name, ways in (("button", WAYS), ("key", "")):
        file = root / name / "guide.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(literal(HEAD) + ways, encoding="utf-8")
        os.utime(file, (1e9, 1e9))
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of two guides."""
    return write_heads(tmp_path / "guides")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return the folder of the cache."""
    return tmp_path / "user" / "cache"


def told(root: Path, cache: Path, language: str = ENGLISH) -> tuple[list[tuple[str, Complaint]], list[str]]:
    """Return the complaints in a language, and the guides whose heads were read for them."""
    with patch("micra_assistant.guide.ways_in.read_head", wraps=read_head) as read:
        ways = Library(root, GuideCache(cache), language).ways_in()
    assert ways == Library(root, language=language).ways_in()
    return [(way.guide, way.complaint) for way in ways], [call.args[0].name for call in read.call_args_list]


def test_heads_are_read_once_for_all_starts(root: Path, cache: Path) -> None:
    assert told(root, cache) == ([("button", SHUT), ("key", OPENS)], ["button", "key"])
    (file,) = cache.iterdir()
    kept_at = file.stat().st_mtime_ns
    assert told(root, cache) == ([("button", SHUT), ("key", OPENS)], [])
    assert file.stat().st_mtime_ns == kept_at, "the second start kept nothing anew"


def test_a_changed_head_alone_is_read_again(root: Path, cache: Path) -> None:
    told(root, cache)
    (root / "key" / "guide.toml").write_text(literal(HEAD) + WAYS, encoding="utf-8")
    assert told(root, cache) == ([("button", SHUT), ("key", SHUT)], ["key"])
    assert told(root, cache)[1] == []


@pytest.mark.parametrize("written", ["title = 1", None])
def test_a_head_that_is_faulty_now_is_not_told_as_it_was(root: Path, cache: Path, written: str | None) -> None:
    told(root, cache)
    file = root / "key" / "guide.toml"
    (root / "key" / "10-page.md").write_text("# Page", encoding="utf-8")
    file.unlink()
    if written:
        file.write_text(written, encoding="utf-8")
    for _ in range(2):
        assert told(root, cache) == ([("button", SHUT), ("key", Complaint("key", ""))], ["key"]), (
            "read until it is sound"
        )


def test_guides_come_and_go(root: Path, cache: Path) -> None:
    told(root, cache)
    (root / "button").rename(root / "another")
    assert told(root, cache) == ([("another", SHUT), ("key", OPENS)], ["another"])
    assert told(root, cache)[1] == []


WORDS = '[[words]]\nenglish = "{}"\ntranslation = "{}"\n'


def say(file: Path, english: str, russian: str) -> None:
    """Write down what words are in Russian."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(WORDS.format(english, russian), encoding="utf-8")


def test_each_language_is_kept_for_itself(root: Path, cache: Path) -> None:
    say(root / "ru" / "button" / "wording.toml", "It stays shut", "Не открывается")
    for language, words in ((ENGLISH, "It stays shut"), ("ru", "Не открывается")):
        assert told(root, cache, language) == (
            [("button", replace(SHUT, title=words)), ("key", OPENS)],
            ["button", "key"],
        )
    assert told(root, cache)[1] == told(root, cache, "ru")[1] == []


@pytest.mark.parametrize("place", ["ru/button/wording.toml", "ru/wording.toml"])
def test_other_words_are_not_told_as_they_were(root: Path, cache: Path, place: str) -> None:
    (root / "ru" / "button").mkdir(parents=True)
    told(root, cache, "ru")
    for words in ("Закрыто", "Заперто", "Закрыто совсем"):
        say(root / place, "It stays shut", words)
        assert told(root, cache, "ru")[0][0] == ("button", replace(SHUT, title=words))


def test_a_guide_that_is_translated_only_now_is_told_so(root: Path, cache: Path) -> None:
    say(root / "ru" / "wording.toml", "It stays shut", "Закрыто")
    assert told(root, cache, "ru")[0][0] == ("button", SHUT)
    (root / "ru" / "button").mkdir()
    assert told(root, cache, "ru")[0][0] == ("button", replace(SHUT, title="Закрыто"))


def test_two_folders_of_guides_are_two(root: Path, cache: Path, tmp_path: Path) -> None:
    other = write_heads(tmp_path / "other")
    (other / "button" / "guide.toml").write_text(literal(HEAD), encoding="utf-8")
    told(root, cache)
    assert told(other, cache)[0] == [("button", OPENS), ("key", OPENS)]
    assert told(root, cache)[1] == told(other, cache)[1] == []


def test_another_version_of_the_program_reads_anew(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(root, cache)
    monkeypatch.setattr(complaintcache, "__version__", "99")
    assert told(root, cache)[1] == ["button", "key"]


def test_a_cache_that_cannot_be_written_is_no_fault(root: Path) -> None:
    for _ in range(2):
        assert told(root, root / "key" / "guide.toml" / "cache")[1] == ["button", "key"]


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_file_is_not_in_the_way(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: bool
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged-complaints"
    root, cache = write_heads(folder / "guides"), folder / "cache"
    told(root, cache)
    (file,) = cache.iterdir()
    content = bytearray(file.read_bytes())
    content[place % len(content)] = byte
    file.write_bytes(content[: place % len(content)] if cut else content)
    assert told(root, cache)[0] == [("button", SHUT), ("key", OPENS)]
