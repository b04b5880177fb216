"""Kept guides: as good as read anew, or not used."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.guide import cache as cache_module
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from tests.builders import step_file, write_guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a guide that was written some time ago."""
    folder = write_guide(tmp_path, step_file('Words.[^meters]\n\n- [ ] Volts {: #volts unit="V" max="0.5" }'))
    for file in (*folder.iterdir(), folder.parent / "sources.toml"):
        os.utime(file, (1e9, 1e9))
    return folder


@pytest.fixture
def cache(tmp_path: Path, folder: Path) -> GuideCache:
    """Return a cache in which the guide is kept."""
    kept = GuideCache(tmp_path / "user" / "cache")
    kept.keep(read_guide(folder), signature(folder))
    return kept


def test_a_kept_guide_is_the_guide(cache: GuideCache, folder: Path) -> None:
    assert cache.guide(folder) == read_guide(folder)


def test_a_guide_may_be_kept_again(cache: GuideCache, folder: Path) -> None:
    write_guide(folder.parents[1], step_file("Newer words."))
    assert cache.guide(folder) is None
    cache.keep(read_guide(folder), signature(folder))
    assert cache.guide(folder) == read_guide(folder)


def test_a_guide_that_was_never_kept_is_not_there(tmp_path: Path, folder: Path) -> None:
    assert GuideCache(tmp_path / "gone").guide(folder) is None


@pytest.mark.parametrize("name", ["10-page.md", "guide.toml", "../sources.toml", "20-new.md", "diagrams/new.svg"])
def test_a_changed_file_makes_it_untrue(cache: GuideCache, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).touch()
    assert cache.guide(folder) is None


@pytest.mark.parametrize("name", ["10-page.md", "../sources.toml"])
def test_a_file_that_is_gone_makes_it_untrue(cache: GuideCache, folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert cache.guide(folder) is None


def test_another_version_of_the_program_reads_anew(
    cache: GuideCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "__version__", "99")
    assert cache.guide(folder) is None


def test_a_guide_kept_before_guides_had_fingerprints_is_read_anew(cache: GuideCache, folder: Path) -> None:
    cache.keep(replace(read_guide(folder), fingerprint=""), signature(folder))
    assert cache.guide(folder) is None


def test_two_guides_of_one_name_are_two(cache: GuideCache, folder: Path, tmp_path: Path) -> None:
    other = write_guide(tmp_path / "elsewhere", step_file("Other words."))
    assert other.name == folder.name
    cache.keep(read_guide(other), signature(other))
    assert cache.guide(folder) == read_guide(folder)
    assert cache.guide(other) == read_guide(other)


def test_a_cache_that_cannot_be_written_is_no_fault(folder: Path) -> None:
    unwritable = GuideCache(folder / "guide.toml" / "cache")
    unwritable.keep(read_guide(folder), signature(folder))
    assert unwritable.guide(folder) is None


def test_a_library_reads_a_guide_once_for_all_starts(folder: Path, tmp_path: Path) -> None:
    first = Library(folder.parent, GuideCache(tmp_path / "cache")).guide("button")
    (file,) = (tmp_path / "cache").iterdir()
    kept_at = file.stat().st_mtime_ns
    second = Library(folder.parent, GuideCache(tmp_path / "cache")).guide("button")
    assert first == second == Library(folder.parent).guide("button")
    assert file.stat().st_mtime_ns == kept_at, "the second start kept nothing anew"


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_file_is_no_crash(tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: bool) -> None:
    root = tmp_path_factory.getbasetemp() / "damaged"
    folder = write_guide(root, step_file("Words."))
    cache = GuideCache(root / "cache")
    cache.keep(read_guide(folder), signature(folder))
    (file,) = (root / "cache").iterdir()
    content = bytearray(file.read_bytes())
    content[place % len(content)] = byte
    file.write_bytes(content[: place % len(content)] if cut else content)
    assert isinstance(cache.guide(folder), Guide | None)
