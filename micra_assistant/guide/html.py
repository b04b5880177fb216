"""Words of a guide as rich text for the screen."""

import re
from collections.abc import Callable, Collection

from micra_assistant.guide.model import SourceMark, Text, Words
from micra_assistant.guide.source import Source
from micra_assistant.number_words import untorn

SOURCE_SCHEME = "source:"
STEP_SCHEME = "step:"

_TAG = re.compile(r"(<[^<>]*+>|&\w++;)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

_LETTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " "}


def escape(text: str) -> str:
    """Return ``text`` as HTML that shows it as it is; Python's own module for this takes 2 ms to load."""
    return text.translate(_ESCAPES)


def said_in(html: str) -> str:
    """Return the words that HTML of ours shows."""
    return _TAG.sub(lambda found: _LETTERS.get(found[0], ""), html).strip()


def rich_text(text: Text, sources: dict[str, Source]) -> str:
    """Return ``text`` as the HTML that Qt draws; source marks become small links ``source:id``."""
    return "".join(_mark(run, sources) if isinstance(run, SourceMark) else _words(run) for run in text)


def with_marks(html: str, words: Collection[str], style: str) -> str:
    """Return ``html`` with each of ``words`` that stands in it set in a CSS style."""
    if not words:
        return html
    longest_first = sorted((escape(word) for word in words), key=len, reverse=True)
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    parts = _TAG.split(html)
    parts[::2] = [wanted.sub(lambda found: f'<span style="{style}">{found[0]}</span>', part) for part in parts[::2]]
    return "".join(parts)


def _words(run: Words) -> str:
    html = escape(untorn(run.text))
    wrappers: tuple[tuple[bool, Callable[[str], str]], ...] = (
        (run.code, "<code>{}</code>".format),
        (run.italic, "<i>{}</i>".format),
        (run.bold, "<b>{}</b>".format),
        (bool(run.link), f'<a href="{STEP_SCHEME}{escape(run.link)}">{{}}</a>'.format),
    )
    for applies, wrap in wrappers:
        html = wrap(html) if applies else html
    return html


def source_link(source: str, sources: dict[str, Source]) -> str:
    """Return the badge of a source as a link of its own size."""
    return _link(source, sources[source].badge)


def _mark(mark: SourceMark, sources: dict[str, Source]) -> str:
    return _link(mark.source, f"<sup>&nbsp;{sources[mark.source].badge}&nbsp;</sup>")


def _link(source: str, words: str) -> str:
    return f'<a href="{SOURCE_SCHEME}{escape(source)}" style="text-decoration:none">{words}</a>'
