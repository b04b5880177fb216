"""From Markdown to the element tree that Python-Markdown builds, with the line of every element.

Python-Markdown keeps no line numbers. So each line is given its own before parsing, as one character of a
private-use plane put where the words of the line begin; afterwards it is taken off again and kept as the
attribute ``line`` of the element.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

SOURCE_TAG = "source"
"""The element made of ``[^id]``: a reference to an entry of ``sources.toml``, in its attribute ``id``."""

LINE = "line"
NUMBER = "number"
"""The attribute of a list line that was typed with a number: that number."""

_FIRST_MARK = 0xF0000
_MOST_LINES = 0xFFFF
_MARK = re.compile("[\U000f0000-\U000fffff]")
_LEAD = re.compile(
    r'(\s*+(?:#{1,6}(?:\s++|$)|(?:[-*+]|\d++\.)\s++(?:\[.\]\s++)?+|!!!\s*+[\w -]*+"|>\s*+|\|\s*+)?+)(.*)'
)
_WORDLESS = re.compile(r"\W*|\{:.*|\[(?!\^)[^\]]*\]:.*|!!!.*|[|:\s-]+")
_OPENS = re.compile(r"\s*(?:#|!!!|[-*+]\s+\[.\]|\d+\.\s)")
_NUMBERED = re.compile(r"\s*+(\d{1,9}+)\.\s")
_UNTITLED = re.compile(r"\s*+!!! ?[\w-]++(?: ++[\w-]++)*+\s*+")


class _SourceReference(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return Element(SOURCE_TAG, {"id": m[1]}), m.start(0), m.end(0)


def parse(text: str) -> Element:
    """Return the element tree of a Markdown page, each element with its source line; raw HTML stays text."""
    markdown = Markdown(extensions=["admonition", "attr_list", "tables"])
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.deregister("entity")
    markdown.inlinePatterns.deregister("automail")
    markdown.inlinePatterns.register(_SourceReference(r"\[\^([^\]\s]++)\]"), "source", 175)
    typed = _MARK.sub("", text).split("\n")
    lines = [_with_mark(line, number) for number, line in enumerate(typed, 1)]
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root = markdown.parser.parseDocument(lines).getroot()
    assert root is not None  # noqa: S101 - parseDocument makes it
    for treeprocessor in markdown.treeprocessors:
        replaced = treeprocessor.run(root)
        root = root if replaced is None else replaced
    _settle(root, 1)
    _keep_numbers(root, typed)
    return root


def line_of(element: Element) -> int:
    """Return the line of the page that an element begins in."""
    return int(element.get(LINE, "1"))


def _keep_numbers(root: Element, typed: list[str]) -> None:
    """Note the number of each list line: Markdown only counts."""
    for line in root.iter("li"):
        line.attrib.pop(NUMBER, None)
        if found := _NUMBERED.match(typed[line_of(line) - 1]):
            line.set(NUMBER, found[1])


def _with_mark(line: str, number: int) -> str:
    mark = chr(_FIRST_MARK + min(number, _MOST_LINES))
    if _UNTITLED.fullmatch(line):
        return f'{line.rstrip()} "{mark}"'
    lead = _LEAD.fullmatch(line)
    if lead is None or (_WORDLESS.fullmatch(lead[2]) and not _OPENS.match(line)):
        return line
    gap = " " if lead[2].startswith("{") else ""
    return f"{lead[1]}{mark}{gap}{lead[2]}"


def _settle(element: Element, line: int) -> int:
    """Turn the marks inside ``element`` into line numbers; return the number of its last line."""
    first = _MARK.search("".join(element.itertext()))
    element.set(LINE, str(_number(first) if first else line))
    element.text, line = _without_marks(element.text, line)
    for name, value in element.items():
        element.set(name, _MARK.sub("", value or ""))  # {: minutes } has no value
    for child in element:
        line = _settle(child, line)
        child.tail, line = _without_marks(child.tail, line)
    return line


def _without_marks(text: str | None, line: int) -> tuple[str | None, int]:
    if not text:
        return text, line
    marks = list(_MARK.finditer(text))
    return _MARK.sub("", text), _number(marks[-1]) if marks else line


def _number(mark: re.Match[str]) -> int:
    return ord(mark[0]) - _FIRST_MARK
