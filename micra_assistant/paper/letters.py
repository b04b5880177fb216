"""Letters that no font has: which they are, a box in the place of each, and the words that say so.

What is asked here is the data of a sheet and its drawings as Typst gets them, by name.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from itertools import groupby, starmap
from typing import Any

import msgspec

from micra_assistant.words import _, ngettext

Given = dict[str, bytes]
"""What Typst gets, by name: all of it is text."""
Tell = Callable[[str], object]
"""Is told, in a sentence, what could not be set as it is."""

DATA = "sheet.json"
BOX = "□"
_ORDINARY = (
    r"\n -~\u00a0-\u02ff\u0391-\u03a1\u03a3-\u03ff\u0400-\u052f\u2010-\u2027\u202f-\u205e\u2060"
    r"\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u2189\u2190-\u22ff\u2500-\u25ff"
)
"""What the letters of the program are known to have: most sheets are set of these only, so nothing need be asked."""
_RARE = re.compile(f"[^{_ORDINARY}]")
_RARE_IN_JSON = re.compile(rf"[^{_ORDINARY}]|\\[bfru]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
"""A letter by its number, as a drawing may have it."""
_SAID = re.compile(r'the text `"(.{1,100}?)"` could not be displayed')
"""What Typst says of each letter that no font has, as PDF/UA forbids them."""
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_WORDS = ("path", "photo", "pictures")
"""What is a name of a file, and never printed."""
_MOST_LETTERS, _MOST_PLACES, _LONGEST_PLACE = 12, 2, 40


def nobody(words: str) -> None:
    """Take no notice of what could not be set: for sheets that hold only what was tried."""


def lacking_in(diagnostic: str) -> frozenset[str] | None:
    """Return the letters that Typst has no font for, by what it says; None if it complains of something else."""
    said = _SAID.findall(diagnostic)
    unescaped = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), "".join(said))
    return frozenset(_RARE.findall(unescaped)) if said else None


def rare_in(given: Given) -> frozenset[str]:
    """Return the letters that a font may lack; nothing is read closely that has none at first sight."""
    if not any(_may_have_rare(name, content) for name, content in given.items()):
        return frozenset()
    return frozenset(letter for _place, text in _texts(given) for letter in _RARE.findall(text))


def private(letters: Collection[str]) -> frozenset[str]:
    """Return those for private use: what they look like only the font knows that they were typed in."""
    return frozenset(letter for letter in letters if unicodedata.category(letter) == "Co")


def boxed(given: Given, letters: Collection[str]) -> Given:
    """Return the same with a box for each of the letters, and with word of it for the template."""
    if not letters:
        return given
    boxes = str.maketrans(dict.fromkeys(letters, BOX))
    drawings = {name: _drawing(given[name]).translate(boxes).encode() for name in filter(_is_drawing, given)}
    data = {**_mapped(msgspec.json.decode(given[DATA]), boxes), "boxed": True}
    return {**given, **drawings, DATA: msgspec.json.encode(data)}


def words_on(given: Given, letters: Collection[str]) -> str:
    """Return the sentence that says which letters cannot be set, and where they are."""
    first, places = sorted(letters)[:_MOST_LETTERS], _places(given, letters)
    more = len(letters) - len(first)
    named = ", ".join(starmap(_known_as, groupby(first, _kind)))
    if more:
        named = ngettext("{letters} and {count} more", "{letters} and {count} more", more).format(
            letters=named, count=more
        )
    return _(
        "These letters cannot be set on this PC, {box} is printed for each: {letters} (in {places}); "
        "install a font that has them, or write them in another way."
    ).format(box=BOX, letters=named, places=_first_of(places))


def _first_of(places: list[str]) -> str:
    return ", ".join(places[:_MOST_PLACES]) + (", …" if len(places) > _MOST_PLACES else "")


def _places(given: Given, letters: Collection[str]) -> list[str]:
    """Return where the letters are: as few and as short texts as have all of them."""
    places, wanted = list[str](), set(letters)
    for place, text in sorted(_texts(given), key=lambda found: len(found[1])):
        if not wanted.isdisjoint(text):
            places.append(place)
            wanted -= set(text)
    return places


def _may_have_rare(name: str, content: bytes) -> bool:
    if _is_drawing(name):
        return b"&#" in content or (not content.isascii() and bool(_RARE.search(content.decode(errors="replace"))))
    return name == DATA and bool(_RARE_IN_JSON.search(content.decode()))


def _is_drawing(name: str) -> bool:
    return name.endswith(".svg")


def _texts(given: Given) -> Iterator[tuple[str, str]]:
    """Yield where there are words, said so that a person finds them, and the words."""
    data = msgspec.json.decode(given[DATA])
    for text in _strings(data):
        yield f"“{_shortened(text)}”", text
    drawings = {name: path for path, name in data["pictures"].items()}
    for name, content in given.items():
        if _is_drawing(name):
            yield _("the picture {file}").format(file=drawings.get(name, name)), _drawing(content)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_WORDS:
                yield from _strings(value)
    elif isinstance(data, list):
        for part in data:
            yield from _strings(part)


def _mapped(data: Any, boxes: dict[int, str]) -> Any:
    if isinstance(data, str):
        return data.translate(boxes)
    if isinstance(data, dict):
        return {key: value if key in _NO_WORDS else _mapped(value, boxes) for key, value in data.items()}
    return [_mapped(part, boxes) for part in data] if isinstance(data, list) else data


def _drawing(content: bytes) -> str:
    """Return the text of a drawing, with letters that are given by their number as themselves."""
    return _REFERENCE.sub(_referred, content.decode(errors="replace"))


def _referred(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    letter = chr(code) if code <= 0x10FFFF else ""
    return letter if _RARE.fullmatch(letter) else reference[0]


def _shortened(text: str) -> str:
    line = "".join(letter if letter.isprintable() else BOX for letter in " ".join(text.split()))
    return line if len(line) <= _LONGEST_PLACE else f"{line[: _LONGEST_PLACE - 1]}…"


def _known_as(kind: str, letters: Iterator[str]) -> str:
    """Return what letters are and which: ``Thai ท ย``."""
    return " ".join((kind, *map(_named, letters))).strip()


def _kind(letter: str) -> str:
    """Return the script of a letter, or the name of a sign: where no font has it, the window cannot show it either."""
    name = unicodedata.name(letter, "")
    if not unicodedata.category(letter).startswith("L"):
        return name.lower()
    script = name.partition(" ")[0]
    return script if script == "CJK" else script.capitalize()


def _named(letter: str) -> str:
    """Return a letter, by its number if it cannot be shown by itself."""
    is_shown = letter.isprintable() and not unicodedata.category(letter).startswith("M")
    return letter if is_shown else f"U+{ord(letter):04X}"
