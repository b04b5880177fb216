"""The words of the open job."""

from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.search.wordlist import Group, WordList, folded, read_words
from tests.builders import compare_faults, faults_found, literal


def write_words(folder: Path, text: str) -> Path:
    """Write ``words.toml`` into the folder, without what the pointers say, and return the folder."""
    lines = [line.split("◀")[0].rstrip() for line in literal(text).split("\n")]
    (folder / "words.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_each_word_of_a_group_is_looked_for_when_another_is_typed() -> None:
    words = WordList(groups=[Group(("tailgate", "Back door"), typed=("boot",))])
    assert words.same_as("tailgate") == ("back_door",)
    assert words.same_as("back_door") == ("tailgate",)
    assert words.same_as("boot") == ("tailgate", "back_door")
    assert words.same_as("sleeve") == ()


def test_a_word_may_be_in_several_groups() -> None:
    words = WordList(groups=[Group(("tailgate",), ("boot",)), Group(("sleeve", "gaiter"), ("boot",))])
    assert words.same_as("boot") == ("tailgate", "sleeve", "gaiter")
    assert words.same_as("gaiter") == ("sleeve",)


@pytest.mark.parametrize(("one", "many"), [("key", "keys"), ("battery", "batteries"), ("switch", "switches")])
def test_plurals_need_not_be_listed(one: str, many: str) -> None:
    assert WordList(groups=[Group((one, "thing"))]).same_as(many) == (one, "thing")


@pytest.mark.parametrize("form", ["dismantling", "dismantled", "Dismantles"])
def test_other_endings_need_not_be_listed(form: str) -> None:
    words = WordList(groups=[Group(("remove",), ("dismantle",)), Group(("pin", "terminal"))])
    assert words.same_as(folded(form)) == ("remove",)
    assert words.same_as("pine") == ()
    assert words.same_as("pining") == ()


def test_numbers_in_words_and_in_figures_are_one() -> None:
    words = WordList(groups=[Group(("tailgate",), ("fifth door", "5th door"))])
    assert words.same_as(folded("5th door")) == words.same_as(folded("Fifth door")) == ("tailgate",)


def test_words_that_are_spelt_right_are_known_with_their_endings() -> None:
    words = WordList(correct=["petrol"])
    assert words.is_correct("petrol")
    assert words.is_correct("petrols")
    assert not words.is_correct("petal")


def test_several_words_that_are_taken_for_one() -> None:
    words = WordList(groups=[Group(("tailgate", "back door"), typed=("rear hatch",))])
    assert words.phrases == {"back": [("back", "door")]}


def test_small_words_are_known_however_they_are_written() -> None:
    words = WordList(small=["Don't", "the"])
    assert words.is_small("dont")
    assert not words.is_small("button")


def test_guides_without_words_of_their_own_have_ours(tmp_path: Path) -> None:
    ours = read_words(assets.guides_folder()).same_as("tailgate")
    assert "hatch" in ours
    assert read_words(tmp_path).same_as("tailgate") == ours
    (tmp_path / "words.toml").write_text("")
    assert read_words(tmp_path).same_as("tailgate") == ()


@pytest.mark.parametrize(
    "text",
    [
        """
        smal = ["a"]                             ◀ unknown key “smal”: did you mean “small”?
        """,
        """
        [[groups]]
        words = ["tailgate", "boot"]
        tiped = ["trunk"]                        ◀ unknown key “tiped”: did you mean “typed”?
        """,
        """
        [[groups]]                               ◀ “words” is missing
        typed = ["boot"]
        """,
        """
        [[groups]]                               ◀ a group needs two words that mean the same
        words = ["tailgate"]
        """,
        """
        [[groups]]                               ◀ “back door” stands there twice
        words = ["back door", "boot"]
        typed = ["Back-door"]
        """,
        """
        [[groups]]                               ◀ a word must have a letter or a digit
        words = ["tailgate", "--"]
        """,
        """
        small = ["a", 1]                         ◀ “small”: Expected `str`, got `int`
        """,
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    folder = write_words(tmp_path, text)
    compare_faults(faults_found(lambda: read_words(folder)), {"words.toml": text})


def test_the_shipped_words_are_sound() -> None:
    words = read_words(assets.guides_folder())
    assert "tailgate" in words.same_as("boot")
    assert "sleeve" in words.same_as("boot")
    assert words.is_small("the")
