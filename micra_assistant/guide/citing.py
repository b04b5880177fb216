"""Whether the sources say in words how to look them up: a web address is soon dead, and nobody can tap it on paper."""

from pathlib import Path

from micra_assistant import tomlfile
from micra_assistant.errors import Mistake
from micra_assistant.guide.folders import SOURCES_FILE
from micra_assistant.guide.source import Source
from micra_assistant.words import _

_ENDS = {
    *("com", "org", "net", "info", "eu", "uk", "ie", "de", "at", "ch", "fr", "it", "es", "pt", "nl", "be", "pl"),
    *("cz", "se", "no", "fi", "dk", "ru", "ua", "by", "kz", "jp", "us", "ca", "au", "nz", "br", "io", "tv"),
}
_AROUND = ".,;:()[]<>\"'“”‘’"


def address_mistakes(guides: Path) -> list[Mistake]:
    """Return a mistake for each source in the folder ``guides`` that gives a web or mail address instead of words.

    GuideError if the sources cannot be read.
    """
    file = guides / SOURCES_FILE
    if not file.exists():
        return []
    text = tomlfile.read_text(file)
    sources = tomlfile.parse(text, dict[str, Source], file)
    addresses = {name: address_in(source.where) for name, source in sources.items()}
    return [
        Mistake(file, tomlfile.line_of(text, (name, "where")), _said(address))
        for name, address in addresses.items()
        if address
    ]


def address_in(text: str) -> str:
    """Return the first web or mail address in a text; empty if it has none."""
    words = (word.strip(_AROUND) for word in text.split())
    return next(filter(_is_address, words), "")


def _is_address(word: str) -> bool:
    site = word.lower().partition("/")[0]
    name, _, end = site.rpartition(".")
    return "://" in word or "@" in word.strip("@") or site.startswith("www.") or bool(name and end in _ENDS)


def _said(address: str) -> str:
    return _(
        "“{address}” in where is an address: give the name of the site, the title of the page and its date"
    ).format(address=address)
