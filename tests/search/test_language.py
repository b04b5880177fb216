"""The index holds the guides in the language that they are shown in."""

from contextlib import closing
from pathlib import Path

from micra_assistant.search.index import SearchIndex
from micra_assistant.search.wordlist import read_words
from tests.translations import LANGUAGE, write_translated


def found(file: Path, guides: Path, language: str, line: str) -> list[tuple[str, str]]:
    """Return the steps that a line finds, each with its title."""
    with closing(SearchIndex(file, guides, language)) as index:
        list(index.refresh())
        return [(hit.step, hit.title.text) for hit in index.search(line).hits]


def test_what_is_shown_is_found_whatever_language_was_searched_before(tmp_path: Path) -> None:
    guides, file = write_translated(tmp_path).parent, tmp_path / "search.sqlite3"
    assert found(file, guides, LANGUAGE, "осмотрите") == [("look", "Осмотрите машину")]
    assert found(file, guides, "en", "осмотрите") == []
    assert found(file, guides, "en", "look car")[0] == ("look", "Look at the car")
    assert found(file, guides, LANGUAGE, "запираются") == [("look", "Осмотрите машину")]


def test_a_language_has_its_own_words_of_the_search(tmp_path: Path) -> None:
    guides = write_translated(tmp_path).parent
    (guides / "words.toml").write_text('small = ["the"]\n', encoding="utf-8")
    (guides / LANGUAGE / "words.toml").write_text('small = ["и"]\n', encoding="utf-8")
    assert (read_words(guides).is_small("the"), read_words(guides).is_small("и")) == (True, False)
    assert (read_words(guides, LANGUAGE).is_small("и"), read_words(guides, "de").is_small("the")) == (True, True)
