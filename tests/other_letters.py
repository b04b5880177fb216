"""Guides in other letters, so that their words are told apart from those of the program."""

import re
import string
from pathlib import Path

from tests.builders import Files

_LETTERS = str.maketrans(string.ascii_letters, "абцдефгхийклмнопярстувшызьАБЦДЕФГХИЙКЛМНОПЯРСТУВШЫЗЬ")
_WORD = re.compile(r"[A-Za-z]{2,}")
_KEPT = re.compile(
    r"""\{[^}]*\}                  # what braces say of a line
    | \]\([^)]*\)                  # where a link or a picture leads
    | \[\^[^\]]*\]                 # which source it is
    | ^[ ]*!!![ ]\w+               # a signal word
    | <[^>]*>""",
    re.VERBOSE | re.MULTILINE,
)
_SAID_IN_BRACES = re.compile(r'(?<=undo=")[^"]*|(?<=state=")[^"]*|(?<=count=")[^"]*|(?<=return=")[^"]*')
_SAID = (
    *("title", "car", "summary", "name", "note", "text", "ask", "part", "market", "priced", "detail", "where", "says"),
    *("benefits", "drawbacks", "delivery", "before_paying", "basis", "answers"),
)
"""The names in tables that words stand under."""
_SAID_IN_TABLE = re.compile(rf"^(?P<name>[ ]*(?:{'|'.join(_SAID)})\s*=)(?P<value>\s*(?:\[[^\]]*\]|.*))$", re.MULTILINE)
_SAID_IN_TABLE_OF_ITS_OWN = re.compile(r"(?<=answers\]\n)(?:^[^\[\n].*\n)+", re.MULTILINE)
_QUOTED = re.compile(r'"[^"]*"')
_IN_DRAWING = re.compile(r"(<text[^>]*>|<tspan[^>]*>|</tspan>|<title>|<desc>)([^<]+)")


def in_other_letters(words: str) -> str:
    """Return words in other letters; single letters stay, as they may be a unit."""
    return _WORD.sub(lambda word: word[0].translate(_LETTERS), words)


def files_in_other_letters(files: Files) -> Files:
    """Return the files of a guide, all that it says in other letters; ids and the like stay."""
    return {name: text_in_other_letters(name, text) for name, text in files.items()}


def copied_in_other_letters(guides: Path, folder: Path) -> Path:
    """Return a copy of a folder of guides, all that they say in other letters."""
    for file in guides.rglob("*"):
        if file.is_file():
            copy = folder / file.relative_to(guides)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text(encoding="utf-8")
            copy.write_text(text_in_other_letters(file.name, text), encoding="utf-8", newline="")
    return folder


def text_in_other_letters(name: str, text: str) -> str:
    """Return the text of a file of a guide in other letters."""
    match name.rpartition(".")[2]:
        case "md":
            return _page(text)
        case "toml" if not name.endswith("words.toml"):
            text = _SAID_IN_TABLE.sub(lambda line: line["name"] + _quoted(line["value"]), text)
            return _SAID_IN_TABLE_OF_ITS_OWN.sub(lambda table: _quoted(table[0]), text)
        case "svg":
            return _IN_DRAWING.sub(lambda part: part[1] + in_other_letters(part[2]), text)
    return text


def _page(text: str) -> str:
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        said = _SAID_IN_BRACES.sub(lambda words: in_other_letters(words[0]), kept[0])
        parts += [in_other_letters(text[end : kept.start()]), said]
        end = kept.end()
    return "".join((*parts, in_other_letters(text[end:])))


def _quoted(value: str) -> str:
    return _QUOTED.sub(lambda words: in_other_letters(words[0]), value)
