"""How large a page may be, and what would keep Python-Markdown busy over it for minutes."""

import re
from collections.abc import Iterator

from micra_assistant import limits

MOST_BYTES = 1_000_000
MOST_LETTERS = 200_000
MOST_LINES = 10_000
MOST_LETTERS_TOGETHER = 1_000_000
"""Of all pages of a guide."""
MOST_LETTERS_OF_A_PARAGRAPH = 16_000
"""Whatever stands between two blank lines, a whole table too. Python-Markdown takes four times as long over twice as
many."""
MOST_BRACKETS = 1000
"""In one paragraph."""
_MOST_LOOKED_OVER = 10_000_000
"""Letters: for each bracket, Python-Markdown looks over the rest of the paragraph."""
TOO_DEEP = "is nested too deep: write lists and callouts one level deep"

_DEEP = re.compile(r"^[ \t>]{40}", re.MULTILINE)
"""Ten levels: Python-Markdown takes seconds over hundreds."""
_GAP = re.compile(r"\n(?:[^\S\n]*+\n)++")


def page_faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, if the text of a page would take too long to read."""
    if deep := _DEEP.search(text):
        yield _line(text, deep.start()), TOO_DEEP
        return
    if len(text) > MOST_LETTERS:
        yield 1, f"is too large: at most {MOST_LETTERS} letters, and {MOST_BRACKETS} brackets in a paragraph"
        return
    if text.count("\n") >= MOST_LINES:
        yield MOST_LINES, f"is too large: at most {MOST_LINES} lines"
        return
    yield from limits.line_faults(text)
    yield from _paragraph_faults(text)


def _paragraph_faults(text: str) -> Iterator[tuple[int, str]]:
    looked_over = 0
    for start, paragraph in _paragraphs(text):
        brackets = paragraph.count("[")
        looked_over += brackets * len(paragraph)
        if len(paragraph) > MOST_LETTERS_OF_A_PARAGRAPH:
            yield (
                _line(text, start),
                f"is too large: at most {MOST_LETTERS_OF_A_PARAGRAPH} letters without a blank line",
            )
        elif brackets > MOST_BRACKETS:
            yield _line(text, start), f"is too large: at most {MOST_BRACKETS} brackets in a paragraph"
        elif looked_over > _MOST_LOOKED_OVER:
            yield _line(text, start), "is too large: too many brackets in long paragraphs; leave more blank lines"
            return


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each paragraph begins, and the paragraph."""
    start = 0
    for gap in _GAP.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
