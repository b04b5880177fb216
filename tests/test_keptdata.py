"""What TOML files hold: kept for the very same text, whatever lies in the cache."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from micra_assistant import keptdata, tomlfile
from micra_assistant.errors import GuideError

TEXT = 'name = "light"\nsizes = [1, 2.5]\n[colours]\nink = "#000000"\n'
DATA = {"name": "light", "sizes": [1, 2.5], "colours": {"ink": "#000000"}}


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Path]:
    """Return the folder in which is kept what is read."""
    folder = tmp_path / "cache"
    keptdata.keep_in(folder)
    yield folder
    keptdata.keep_in(None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that can be read."""
    written = tmp_path / "light.toml"
    written.write_text(TEXT)
    return written


def test_what_was_parsed_is_not_parsed_again(cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tomlfile.read_kept(file, dict) == DATA
    assert [kept.suffix for kept in cache.iterdir()] == [".toml-data"]
    monkeypatch.setattr("tomllib.loads", lambda _text: {"name": "parsed"})
    assert tomlfile.read_kept(file, dict) == DATA


def test_another_text_is_parsed(cache: Path, file: Path) -> None:
    tomlfile.read_kept(file, dict)
    file.write_text('name = "dark"\n')
    assert tomlfile.read_kept(file, dict) == {"name": "dark"}
    assert len(list(cache.iterdir())) == 1


def test_another_file_of_that_name_is_kept_beside_it(cache: Path, file: Path) -> None:
    other = file.parent / "other" / file.name
    other.parent.mkdir()
    other.write_text('name = "other"\n')
    for _time in range(2):
        assert tomlfile.read_kept(file, dict) == DATA
        assert tomlfile.read_kept(other, dict) == {"name": "other"}
    assert len(list(cache.iterdir())) == 2


def test_another_version_of_the_program_does_not_count(
    cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomlfile.read_kept(file, dict)
    monkeypatch.setattr(keptdata, "__version__", "0.0")
    assert keptdata.known(file, TEXT) is None


@pytest.mark.parametrize("content", [b"", b"torn", b"\0\0\0\0\xc0"])
def test_what_was_not_written_so_does_not_count(cache: Path, file: Path, content: bytes) -> None:
    tomlfile.read_kept(file, dict)
    (kept,) = cache.iterdir()
    kept.write_bytes(content)
    assert tomlfile.read_kept(file, dict) == DATA


def test_a_date_would_not_come_back_the_same_and_is_not_kept(cache: Path, file: Path) -> None:
    file.write_text("opened = 2026-11-30\n")
    tomlfile.read_kept(file, dict)
    assert not cache.exists()


def test_a_file_with_mistakes_is_not_kept(cache: Path, file: Path) -> None:
    file.write_text("name = \n")
    with pytest.raises(GuideError):
        tomlfile.read_kept(file, dict)
    assert not cache.exists()


def test_a_file_with_a_number_that_is_too_long_is_not_kept(cache: Path, file: Path) -> None:
    file.write_text(f"price = {'9' * 100}\n")
    for _time in range(2):
        with pytest.raises(GuideError, match="the number is too long"):
            tomlfile.read_kept(file, dict)
    assert not cache.exists()


def test_what_is_kept_and_is_not_as_another_reader_wants_it_is_a_mistake(cache: Path, file: Path) -> None:
    tomlfile.read_kept(file, dict)
    with pytest.raises(GuideError, match=r"light\.toml:2: “sizes”"):
        tomlfile.read_kept(file, dict[str, str | dict[str, str]])


def test_a_cache_that_cannot_be_written_is_in_nobodys_way(tmp_path: Path, file: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    keptdata.keep_in(tmp_path / "cache")
    try:
        assert tomlfile.read_kept(file, dict) == DATA
    finally:
        keptdata.keep_in(None)


def test_without_a_cache_nothing_is_kept(file: Path) -> None:
    assert tomlfile.read_kept(file, dict) == DATA
    assert [path.name for path in file.parent.iterdir()] == [file.name]
