"""The links of rich text in the order in which they are read, and one of them marked."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextFragment

from micra_assistant.guide.html import said_in

_BEGIN = r'<a href="([^"<>]*+)"(?: style="([^"<>]*+)")?+>'
_END = "</a>"


class Link(Struct, frozen=True):
    """Where a link leads, and what it says."""

    target: str
    words: str


def links_of(html: str) -> list[Link]:
    """Return the links in the order in which they are read."""
    return [Link(said_in(found[1]), said_in(_inside(html, found))) for found in re.finditer(_BEGIN, html)]


def with_link_marked(html: str, place: int, paper: str, ink: str) -> str:
    """Return ``html`` with the link at a place among its links in these colours."""
    found = list(re.finditer(_BEGIN, html))[place]
    style = f"{found[2] or ''};background-color:{paper};color:{ink}".lstrip(";")
    return f'{html[: found.start()]}<a href="{found[1]}" style="{style}">{html[found.end() :]}'


def _inside(html: str, begin: re.Match[str]) -> str:
    return html[begin.end() : html.index(_END, begin.end())]


def link_place(html: str, place: int, font: QFont, width: int) -> QRect:
    """Return the lines in which the link at a place among its links stands, in pixels, if ``html`` is so wide."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setTextWidth(width)
    block, fragment = list(islice(_fragments_of_links(document), place + 1))[-1]
    corner = document.documentLayout().blockBoundingRect(block).topLeft().toPoint()
    line = block.layout().lineForTextPosition(fragment.position() - block.position())
    return line.rect().toRect().translated(corner)


def _fragments_of_links(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextFragment]]:
    """Yield the first fragment of each link, with its block."""
    former = ""
    block = document.begin()
    while block.isValid():
        for fragment in _fragments(block):
            link = fragment.charFormat().anchorHref()
            if link and link != former:
                yield block, fragment
            former = link
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1
