"""A file of the cache: as it was written, or not used."""

from pathlib import Path

import pytest

from micra_assistant.keptfile import read_kept, write_kept


def test_what_was_kept_is_read_and_nothing_else_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "one.kept"
    for content in (b"first", b""):
        write_kept(file, content)
        assert read_kept(file) == content
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("content", [b"", b"\0", b"\0\0\0\0first"])
def test_a_file_that_is_not_as_it_was_written_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "one.kept").write_bytes(content)
    with pytest.raises(ValueError, match=r"one\.kept is not as it was written"):
        read_kept(tmp_path / "one.kept")


def test_there_may_be_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_kept(tmp_path / "one.kept")
