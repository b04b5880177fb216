"""How much a drawing may ask of those who draw it, so that neither the screen nor the paper waits for it.

Few letters can ask for much: a line of short dashes, or a word set in thousands of parts. These limits are far above
what a person draws, and guard the program, so every guide is held to them.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from micra_assistant.guide.outlines import length, numbers
from micra_assistant.words import _

MOST_LETTERS = 20_000
"""Of all words in a drawing."""
MOST_PARTS_OF_A_TEXT = 200
MOST_ATTRIBUTES = 60
"""Of one element."""
MOST_NAMESPACES = 100
MOST_LETTERS_OF_AN_ATTRIBUTE = 2_000
"""But for those that are outlines."""
MOST_DASHES = 500_000
"""Of all lines together, counted generously."""
MOST_WITH_GRADIENTS = 2_000
"""So many elements may a drawing have in which any is filled with a gradient: each may cover all of it."""

_OUTLINES = ("d", "points")
_DASHES_OF_STYLE = re.compile(r"stroke-dasharray\s*+:([^;]*+)", re.IGNORECASE)


def text_mistakes(text: str) -> Iterator[str]:
    """Yield what is too much in the text of a drawing, which has not been read yet."""
    if text.count("xmlns") > MOST_NAMESPACES:
        yield _("it has more than {most} namespaces: save it as plain SVG").format(most=MOST_NAMESPACES)


def drawing_mistakes(root: ET.Element) -> Iterator[str]:
    """Yield what is too much in a drawing that is not nested deeper than it may be."""
    elements = list(root.iter())
    yield from (mistake for element in elements for mistake in _element_mistakes(element))
    if sum(map(_letters, elements)) > MOST_LETTERS:
        yield _("it has more than {most} letters: leave the words to the page").format(most=MOST_LETTERS)
    if len(elements) > MOST_WITH_GRADIENTS and any(
        "url(" in value for each in elements for value in each.attrib.values()
    ):
        yield _("it has gradients and more than {most} elements: use plain colours").format(most=MOST_WITH_GRADIENTS)
    if _dashes(root, 0) > MOST_DASHES:
        yield _("it has more than {most} dashes: make them longer, or the lines solid").format(most=MOST_DASHES)


def _element_mistakes(element: ET.Element) -> Iterator[str]:
    if len(element.attrib) > MOST_ATTRIBUTES:
        yield _("it has an element with more than {most} attributes: save it as plain SVG").format(most=MOST_ATTRIBUTES)
    for name, value in element.items():
        if name not in _OUTLINES and len(value) > MOST_LETTERS_OF_AN_ATTRIBUTE:
            yield _("it has “{name}” with more than {most} letters: save it as plain SVG").format(
                name=name[:40], most=MOST_LETTERS_OF_AN_ATTRIBUTE
            )
    if _kind(element) == "text" and sum(1 for _part in element.iter()) > MOST_PARTS_OF_A_TEXT:
        yield _("it has a text of more than {most} parts: make several of it").format(most=MOST_PARTS_OF_A_TEXT)


def _dashes(element: ET.Element, period: float) -> float:
    """Return about how many dashes an element is drawn with; ``period`` is the length of one around it, 0 if solid."""
    said = [element.get("stroke-dasharray", ""), *_DASHES_OF_STYLE.findall(element.get("style", ""))]
    if any(said):
        period = min(filter(None, (sum(map(abs, numbers(dashes))) for dashes in said)), default=0)
    own = length(element) / period if period else 0
    return own + sum(_dashes(child, period) for child in element)


def _letters(element: ET.Element) -> int:
    return len(element.text or "") + len(element.tail or "") if _kind(element) in ("text", "tspan") else 0


def _kind(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
