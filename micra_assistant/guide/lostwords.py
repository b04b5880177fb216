"""Words of a page that nobody would ever see: what the author wrote, less what the model of the page holds.

This is the last guard, whatever the cause: blocks nested where none belongs, lines that define something in Markdown,
braces that eat words. Both sides are compared without the signs that Markdown is written with.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from micra_assistant.guide.braces import INSIDE
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Block, Bullets, Callout, Diagram, Item, Page, Paragraph, Table, plain
from micra_assistant.words import _


class PageLine(NamedTuple):
    """A line of a page: its number, its words as they are typed, and the same without signs."""

    number: int
    typed: list[str]
    words: list[str]


_CODE = r"(?P<code>`[^`\n]*+`)"
_ADDRESS = r"(?<=\])(?:\((?:[^()\n]|\([^()\n]*+\))*+\)|\[[^\[\]\n]*+\])"
_SOURCE = r"\[\^[^\[\]\s]*+\]"
_BRACES = rf"(?P<braces>\{{{INSIDE}\}})"
_OPENING = re.compile(
    r"""[ \t]*+(?: [-*+][ \t]++\[[ xX]\] | \d++\.(?=\s) | !!![ \t]*+([\w-]++) (?:[ \t]++"(?i:\1)")?+ )""", re.VERBOSE
)
_UNSEEN = re.compile(f"{_CODE}|{_ADDRESS}|{_SOURCE}|{_BRACES}")
"""What stands in a page for the reader of the file, and not for the mechanic."""
_ADDRESSED = re.compile(r"[ ]{0,3}\[([^\[\]]+)\]:[ ]*#\S*[ ]*")
_NAMED = re.compile(r"\[([^\[\]]+)\]")
_DEFINES = re.compile(r"[ ]{0,3}\[[^\[\]]*\]:")
_SIGNS = str.maketrans({**dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{}~", ""), "|": " "})
_MOST_SHOWN = 6


def lost_words(text: str, page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line and the words, in a sentence, of whatever the text of a page says and the page does not."""
    shown = _words("\n".join(_shown(page)))
    seen = _UNSEEN.sub(_seen, "\n".join(_after_opening(line) for line in text.split("\n")))
    if Counter(_words(seen)) <= Counter(shown):
        return
    lines = list(_lines(seen))
    missing = Counter(word for line in lines for word in line.words) - Counter(shown)
    typed = text.split("\n")
    yield from ((number, _said(words, typed[number - 1])) for number, words in _lost(lines, shown, missing))


def _said(words: Sequence[str], line: str) -> str:
    said = " ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")
    if _DEFINES.match(line):
        return _("“{said}” is not shown: [name]: gives a link its address; write the line without brackets").format(
            said=said
        )
    return _("“{said}” is not shown: write it as a paragraph, a list or a table of its own").format(said=said)


def _lost(lines: list[PageLine], shown: list[str], missing: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the words missing of each line: lines and what is shown are gone along together."""
    place = 0
    for line in lines:
        if shown[place : place + len(line.words)] == line.words:
            place += len(line.words)
            continue
        lost = []
        for typed, word in zip(line.typed, line.words, strict=True):
            if place < len(shown) and shown[place] == word:
                place += 1
            elif missing[word] > 0:
                missing[word] -= 1
                lost.append(typed)
        if lost:
            yield line.number, lost


def _lines(seen: str) -> Iterator[PageLine]:
    """Yield each line of what is seen of a page that says something, with its words; the address of a link does not."""
    named = Counter(name.lower() for name in _NAMED.findall(seen))
    for number, line in enumerate(seen.split("\n"), 1):
        is_address = (found := _ADDRESSED.fullmatch(line)) and named[found[1].lower()] > 1
        typed = [] if is_address else [typed for typed in line.replace("|", " ").split() if _words(typed)]
        if typed:
            yield PageLine(number, typed, _words(" ".join(typed)))


def _after_opening(line: str) -> str:
    opening = _OPENING.match(line)
    return line[opening.end() :] if opening else line


def _seen(found: re.Match[str]) -> str:
    """Return what is seen of a piece of Markdown; braces with an id belong to a heading or an item."""
    if found["code"] or (found["braces"] and "#" not in found["braces"]):
        return found[0]
    return "\n" * found[0].count("\n")


def _words(text: str) -> list[str]:
    return text.translate(_SIGNS).split()


def _shown(page: Page) -> Iterator[str]:
    yield page.title
    for step in page.steps:
        yield step.title
        for block in step.blocks:
            yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text) | Item(label=text):
            yield plain(text)
        case Bullets(lines=lines):
            yield from map(plain, lines)
        case Table(header=header, rows=rows):
            yield from (plain(cell) for row in (header, *rows) for cell in row)
        case Diagram(alt=alt) | Circuit(alt=alt):
            yield alt
        case Callout(title=title, blocks=blocks):
            yield plain(title)
            yield from (text for inner in blocks for text in _texts(inner))
