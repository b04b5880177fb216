"""The texts of guides that jobs were done with are given back, or it is said why not."""

from pathlib import Path

import pytest

from micra_assistant.guide import snapshot
from micra_assistant.guide.contents import fingerprint_of_files
from micra_assistant.guide.snapshot import pack, pack_files
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import step_file, write_guide
from tests.jobs.jobfile.jobfiles import GUIDE, TEXT


@pytest.fixture
def store() -> SqliteStore:
    """Return a store that keeps one text."""
    kept = SqliteStore(None)
    kept.append([], {TEXT: pack_files(GUIDE)})
    return kept


def test_a_text_comes_back(store: SqliteStore, tmp_path: Path) -> None:
    texts = GuideTexts(store, tmp_path, None)
    guide = texts.guide(TEXT)
    assert guide is not None
    assert (guide.fingerprint, texts.trouble) == (TEXT, "")


def test_a_text_that_was_never_kept_is_no_trouble(store: SqliteStore, tmp_path: Path) -> None:
    texts = GuideTexts(store, tmp_path, None)
    assert (texts.guide(""), texts.guide("ab" * 32), texts.trouble) == (None, None, "")


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"button/guide.toml": b"format = 1\n"}, "guide.toml:1: “car” is missing"),
        ({"button/parts.toml": b"currency = 5\n"}, "parts.toml:"),
        ({"button/10-page.md": b"\xff"}, "10-page.md:1: is not saved as UTF-8"),
    ],
)
def test_a_text_that_cannot_be_read_any_more(
    store: SqliteStore, tmp_path: Path, changes: dict[str, bytes], trouble: str
) -> None:
    files = {**GUIDE, **changes}
    store.append([], {fingerprint_of_files(files): pack_files(files)})
    texts = GuideTexts(store, tmp_path, None)
    assert texts.guide(fingerprint_of_files(files)) is None
    assert trouble in texts.trouble
    assert texts.guide(TEXT) is not None
    assert texts.trouble == ""


def test_whatever_the_reader_of_a_text_does_is_only_trouble(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_content: bytes, _into: Path) -> Path:
        raise ArithmeticError

    monkeypatch.setattr(snapshot, "unpack", fail)
    texts = GuideTexts(store, tmp_path, None)
    assert texts.guide(TEXT) is None
    assert texts.trouble == "ArithmeticError"


def test_a_text_with_parts_is_packed_and_read(tmp_path: Path) -> None:
    kept, folder = SqliteStore(None), write_guide(tmp_path, step_file("- [ ] Off {: #off }"))
    content = pack(folder)
    kept.append([], {snapshot.fingerprint_of(content): content})
    assert GuideTexts(kept, tmp_path / "texts", None).guide(snapshot.fingerprint_of(content))
