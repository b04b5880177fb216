"""The words of a PDF with their places, as poppler finds them."""

import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec import Struct

_MM = 25.4 / 72
_TAG = "{http://www.w3.org/1999/xhtml}"
_SLACK = 0.35
"""By how much boxes of words may overlap, in millimetres: poppler's are as tall as the font, not as the letters."""
_INNER = 0.3
"""What of the height of a word is left off above and below for the same reason."""


class Word(Struct, frozen=True):
    """A word, in millimetres from the left and the top edge of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def word_boxes(content: bytes, folder: Path) -> list[list[Word]]:
    """Return the words of each page in the order of the file; ``folder`` is used meanwhile."""
    source, found = folder / "boxes.pdf", folder / "boxes.html"
    source.write_bytes(content)
    subprocess.run(["pdftotext", "-raw", "-bbox", source, found], check=True, capture_output=True)
    pages = ET.parse(found).getroot().iter(f"{_TAG}page")  # noqa: S314 - made of our own PDF
    return [[_word(word) for word in page.iter(f"{_TAG}word")] for page in pages]


def outside(words: list[Word], width: float, height: float, edge: float) -> list[Word]:
    """Return the words that are nearer than ``edge`` to the edge of a page of that size."""
    return [
        word
        for word in words
        if word.left < edge or word.top < edge or word.right > width - edge or word.bottom > height - edge
    ]


def overlapping(words: list[Word]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are printed over each other."""
    for one, other in combinations(words, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(_foot(one), _foot(other)) - max(_head(one), _head(other))
        if across > _SLACK and down > _SLACK:
            yield one.text, other.text


def _head(word: Word) -> float:
    return word.top + _INNER * (word.bottom - word.top)


def _foot(word: Word) -> float:
    return word.bottom - _INNER * (word.bottom - word.top)


def _word(found: ET.Element) -> Word:
    left, top, right, bottom = (float(found.get(name, "")) * _MM for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(found.text or "", left, top, right, bottom)
