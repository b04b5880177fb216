"""A source says in words how to look it up."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from micra_assistant.guide.citing import address_mistakes
from tests.builders import step_file, write_guide


def sources(folder: Path, where: str) -> Path:
    """Write sources of which the second says where it is to be looked up."""
    text = '[plain]\ntitle = "A"\nkind = "practice"\nscope = "general"\nconfidence = "high"\n\n'
    text += text.replace("plain", "asked") + f"where = '{where}'\n"
    (folder / "sources.toml").write_text(text.replace("\n\nwhere", "\nwhere"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("where", "address"),
    [
        ("See https://example.org/a?b=1.", "https://example.org/a?b=1"),
        ("www.example.net", "www.example.net"),
        ("WWW.EXAMPLE.INVALID/page", "WWW.EXAMPLE.INVALID/page"),
        ("Forum drive2.ru, topic 12", "drive2.ru"),
        ("my.forum.example.co.uk/t/5, 2014.", "my.forum.example.co.uk/t/5"),
        ("Ask someone@garage.example for it", "someone@garage.example"),
        ("A page (“Key.Forum.COM/a”), 2014.", "Key.Forum.COM/a"),
        ("ftp://files", "ftp://files"),
    ],
)
def test_an_address_is_a_fault_at_its_line(tmp_path: Path, where: str, address: str) -> None:
    (fault,) = address_mistakes(sources(tmp_path, where))
    assert (fault.file.name, fault.line) == ("sources.toml", 12)
    assert f"“{address}” in where is an address: give the name of the site" in fault.message


@pytest.mark.parametrize(
    "where",
    [
        "",
        "Nowhere in print: experience.",
        "Manual of 2003, section BL, p. 12; UK recall R/2003/066, 6 May 2003.",
        "Owners’ forum, thread 9.5.2014, e.g. post no.5; the U.S. edition, vol.2.",
        "NASA-STD-8739.4A, A12/0647/13.",
    ],
)
def test_words_are_none(tmp_path: Path, where: str) -> None:
    assert address_mistakes(sources(tmp_path, where)) == []


def test_check_says_so_once_and_only_if_the_sources_can_be_read(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, step_file("Words."))
    sources(folder.parent, "www.example.net")
    assert [fault.line for fault in guide_mistakes(folder) if "is an address" in fault.message] == [12]
    (folder.parent / "sources.toml").write_text("[a", encoding="utf-8")
    assert not any("is an address" in fault.message for fault in guide_mistakes(folder))


def test_without_sources_there_is_none(tmp_path: Path) -> None:
    assert address_mistakes(tmp_path) == []
