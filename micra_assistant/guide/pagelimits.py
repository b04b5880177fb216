"""How large a page may be, and what would keep Python-Markdown busy over it for minutes."""

import re
from collections.abc import Iterator

from micra_assistant import limits
from micra_assistant.words import N_, _

MOST_BYTES = 1_000_000
MOST_LETTERS, MOST_LINES = 200_000, 10_000
MOST_LETTERS_TOGETHER = 1_000_000
"""Of all pages of a guide."""
MOST_LETTERS_WITHOUT_GAP, MOST_LINES_WITHOUT_GAP = 16_000, 500
"""Between two blank lines, a whole table too. Python-Markdown takes four times as long over twice as many."""
MOST_BRACKETS = 1000
"""Between two blank lines."""
_MOST_LOOKED_OVER = 10_000_000
"""Letters: for each bracket, Python-Markdown looks over what comes behind it."""
TOO_DEEP = N_("is nested too deep: write lists and callouts one level deep")

_DEEP = re.compile(r"^(?:(?:[-*+]|\d{1,9}\.)[ \t]++){0,20}[ \t>]{40}", re.MULTILINE)
"""Ten levels: Python-Markdown takes seconds over hundreds."""
_GAP = re.compile(r"\n(?:[^\S\n]*+\n)++")


def page_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, if the text of a page would take too long to read."""
    if deep := _DEEP.search(text):
        yield _line(text, deep.start()), _(TOO_DEEP)
        return
    if len(text) > MOST_LETTERS:
        yield 1, _("is too large: at most {most} letters").format(most=MOST_LETTERS)
        return
    if text.count("\n") >= MOST_LINES:
        yield MOST_LINES, _("is too large: at most {most} lines").format(most=MOST_LINES)
        return
    yield from limits.line_mistakes(text)
    yield from _paragraph_mistakes(text)


def _paragraph_mistakes(text: str) -> Iterator[tuple[int, str]]:
    looked_over = 0
    for start, paragraph in _paragraphs(text):
        looked_over += paragraph.count("[") * len(paragraph)
        if mistake := _paragraph_mistake(paragraph):
            yield _line(text, start), mistake
        elif looked_over > _MOST_LOOKED_OVER:
            yield _line(text, start), _("is too large: too many brackets; leave more blank lines between them")
            return


def _paragraph_mistake(paragraph: str) -> str:
    if len(paragraph) > MOST_LETTERS_WITHOUT_GAP or paragraph.count("\n") >= MOST_LINES_WITHOUT_GAP:
        return _("is too large: at most {letters} letters and {lines} lines without a blank line").format(
            letters=MOST_LETTERS_WITHOUT_GAP, lines=MOST_LINES_WITHOUT_GAP
        )
    if paragraph.count("[") > MOST_BRACKETS:
        return _("is too large: at most {most} brackets in a paragraph").format(most=MOST_BRACKETS)
    return ""


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each paragraph begins, and the paragraph."""
    start = 0
    for gap in _GAP.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
