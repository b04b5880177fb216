"""The links of rich text in the order in which they are read, and one of them marked."""

import re

from msgspec import Struct

from micra_assistant.guide.html import said_in

_LINK = re.compile(r'<a href="([^"]*+)"(?: style="([^"]*+)")?>(.*?)</a>', re.DOTALL)


class Link(Struct, frozen=True):
    """Where a link leads, and what it says."""

    target: str
    words: str


def links_of(html: str) -> list[Link]:
    """Return the links in the order in which they are read."""
    return [Link(said_in(target), said_in(inside)) for target, _style, inside in _LINK.findall(html)]


def with_link_marked(html: str, place: int, paper: str, ink: str) -> str:
    """Return ``html`` with the link at a place among its links in these colours."""
    link = list(_LINK.finditer(html))[place]
    style = f"{link[2] or ''};background-color:{paper};color:{ink}".lstrip(";")
    marked = f'<a href="{link[1]}" style="{style}">{link[3]}</a>'
    return html[: link.start()] + marked + html[link.end() :]

