"""Whether the sources say in words how to look them up: a web address is soon dead, and nobody can tap it on paper."""

import re
from pathlib import Path

from micra_assistant import tomlfile
from micra_assistant.errors import Fault
from micra_assistant.guide.folders import SOURCES_FILE
from micra_assistant.guide.model import Source

_ENDS = "com|org|net|info|eu|uk|ie|de|at|ch|fr|it|es|pt|nl|be|pl|cz|se|no|fi|dk|ru|ua|by|kz|jp|us|ca|au|nz|br|io|tv"
_ADDRESS = re.compile(rf"\w+://\S*|\bwww\.\S*|\S*\w@\w\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDS})\b(?:/\S*)?", re.IGNORECASE)


def address_faults(guides: Path) -> list[Fault]:
    """Return a fault for each source in the folder ``guides`` that gives a web or mail address instead of words.

    GuideError if the sources cannot be read.
    """
    file = guides / SOURCES_FILE
    if not file.exists():
        return []
    text = tomlfile.read_text(file)
    sources = tomlfile.parse(text, dict[str, Source], file)
    return [
        Fault(file, tomlfile.line_of(text, (name, "where")), _said(address[0]))
        for name, source in sources.items()
        if (address := _ADDRESS.search(source.where))
    ]


def _said(address: str) -> str:
    shown = address.rstrip(".,;")
    return f"“{shown}” in where is an address: give the name of the site, the title of the page and its date"
