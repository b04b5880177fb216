"""An index to put documents into, with the words of a small wordlist, and that of the shipped guides."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.search.index import SearchIndex

WORDS = """
small = ["a", "do", "does", "how", "i", "my", "not", "of", "the", "to", "without"]

[[groups]]
words = ["tailgate", "trunk", "back door"]
typed = ["boot"]

[[groups]]
words = ["sleeve", "gaiter", "bellows"]
typed = ["boot"]

[[groups]]
words = ["A", "amp", "amps"]

[[groups]]
words = ["V", "volt", "volts"]

[[groups]]
words = ["times", "x"]

[[groups]]
words = ["opener", "button"]
"""


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Return a folder of no guides, with the words of the open job."""
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "words.toml").write_text(WORDS, encoding="utf-8")
    return folder


@pytest.fixture
def index(guides: Path) -> Iterator[SearchIndex]:
    """Return an empty index in memory."""
    with closing(SearchIndex(None, guides)) as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped() -> Iterator[SearchIndex]:
    """Return the index of the shipped guides."""
    with closing(SearchIndex(None, assets.guides_folder())) as opened:
        list(opened.refresh())
        yield opened
