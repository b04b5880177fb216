"""Words as rich text for the screen."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.html import rich_text, with_marks
from micra_assistant.guide.model import SourceMark, Text, Words
from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind

SOURCES = {"versa": Source("Manual", SourceKind.MANUAL, Scope.SISTER, Confidence.HIGH)}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ((), ""),
        ((Words("plain"),), "plain"),
        ((Words("bold", bold=True),), "<b>bold</b>"),
        ((Words("both", bold=True, italic=True),), "<b><i>both</i></b>"),
        ((Words("A < B & {C}", code=True),), "<code>A &lt; B &amp; {C}</code>"),
        ((Words("the battery", link="battery-off"),), '<a href="step:battery-off">the battery</a>'),
        ((Words("see", bold=True, link="s"), Words(" it")), '<a href="step:s"><b>see</b></a> it'),
        (
            (Words("Said."), SourceMark("versa")),
            'Said.<a href="source:versa" style="text-decoration:none"><sup>&nbsp;M≈&nbsp;</sup></a>',
        ),
    ],
)
def test_words_are_styled(text: Text, html: str) -> None:
    assert rich_text(text, SOURCES) == html


class _Tags(HTMLParser):
    """Collects the tags and the words of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Collect a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Collect words."""
        self.words += data


@given(st.text() | st.text('<>&"{}/ab;#0'), st.booleans())
def test_no_text_becomes_a_tag(text: str, bold: bool) -> None:
    shown = _Tags(rich_text((Words(text, bold=bold),), {}))
    assert shown.tags == ["b"] * bold
    assert shown.words == text


@pytest.mark.parametrize(
    ("html", "words", "marked"),
    [
        ("<b>loom</b> and Loom", ["loom"], "<b>[loom]</b> and Loom"),
        ("looms, a loom", ["loom"], "looms, a [loom]"),
        ('<a href="step:loom">loom</a>', ["loom"], '<a href="step:loom">[loom]</a>'),
        ("R &amp; S, 10 amp", ["amp"], "R &amp; S, 10 [amp]"),
        ("12.4 V", ["12.4 V", "V"], "[12.4 V]"),
        ("loom", [], "loom"),
    ],
)
def test_words_that_were_looked_for_are_marked(html: str, words: list[str], marked: str) -> None:
    shown = with_marks(html, words, "color:red").replace("</span>", "]")
    assert shown.replace('<span style="color:red">', "[") == marked
