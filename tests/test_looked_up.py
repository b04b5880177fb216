"""Words that stand in tables are looked up when they are said, in the language that is spoken then."""

import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant import words
from micra_assistant.check import guide_mistakes
from micra_assistant.errors import MicraError
from micra_assistant.guide import jpeg, measure, members
from micra_assistant.guide.judging import limits
from micra_assistant.guide.model import Reading
from micra_assistant.number_words import GAP
from micra_assistant.numbers import AmbiguousError
from micra_assistant.tomlwords import syntax_mistake
from micra_assistant.unreadable import unreadable
from micra_assistant.wholefile import write_whole
from tests.builders import step_file, write_guide

SAID = "≡"
"""Stands before all words of the other language."""
LONG = "n" * 300
"""No file can be called so."""


class Elsewhere:
    """A language that has every word."""

    def gettext(self, message: str) -> str:
        """Return ``message`` with a sign before it."""
        return SAID + message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one of two forms with a sign before it."""
        return SAID + (msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the catalogue has it
        """Return ``message`` with a sign before it, whatever the ``context``."""
        return SAID + message


@pytest.fixture(autouse=True)
def _elsewhere() -> Iterator[None]:
    words.install(Elsewhere())
    yield
    words.install(None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("> Quoted", "≡a quotation: write"),
        ("::: note", "≡::: is shown as it is typed: ≡a callout begins with"),
        ("See {#clip} here", "≡{#clip is shown as it is typed: ≡an id is written {: #id } with its colon"),
        ("```", "≡``` is no frame round lines"),
        ("A <b>bold</b> word", "≡raw HTML <b> is not allowed: write it"),
        ('- [ ] Out {: #out undo = "In" state="out" }', "≡“In state out” in the braces is lost"),
        ("- [ ] Out", "≡the item needs an id of small letters, digits, dashes: {: #item-id }"),
    ],
)
def test_what_is_wrong_with_a_page(tmp_path: Path, line: str, said: str) -> None:
    guide = write_guide(tmp_path, step_file(line))
    assert said in "\n".join(mistake.message for mistake in guide_mistakes(guide))


def test_what_is_wrong_with_a_toml_file() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads("a = {")
    said = syntax_mistake(caught.value, "a = {")[1]
    assert said.startswith("≡is not TOML: ≡")


def test_why_a_text_cannot_be_read() -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        b"a \xff".decode()
    assert unreadable(caught.value)[1].endswith(f"; {SAID}save the file as UTF-8")


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (lambda folder: write_whole(folder, b""), "≡{folder} cannot be saved: ≡it is a folder; ≡name a file in it"),
        (
            lambda folder: write_whole(folder / LONG, b""),
            f"≡{{folder}}/{LONG} cannot be saved: ≡its name is too long; ≡",
        ),
        (lambda _folder: measure.parse("4m", "Ω"), "≡Type M for megohms"),
        (lambda _folder: measure.parse("1,200", "V"), "≡Type 1200 or 1.20"),
        (lambda _folder: members.guide_among([str(n) for n in range(2001)]), "≡the guide has more than 2000 files"),
        (lambda _folder: jpeg.read_jpeg(jpeg.START), "≡it is cut off: ≡copy it from the camera again"),
    ],
)
def test_what_is_refused(tmp_path: Path, refused: Callable[[Path], object], said: str) -> None:
    with pytest.raises(MicraError) as caught:
        refused(tmp_path)
    assert str(caught.value).startswith(said.format(folder=tmp_path))


def test_which_of_two_numbers_is_meant() -> None:
    assert str(AmbiguousError("1,200", "1200", "1.20", ",")).startswith(f"{SAID}“1,200” can be read in two ways")


def test_the_limits_of_a_reading() -> None:
    assert limits(Reading(id="gap", label=(), unit="Ω", high=Decimal(1))) == f"{SAID}1{GAP}Ω or less"
