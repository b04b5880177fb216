"""Which values a guide states without saying where they come from.

A value is a figure with a unit: ``12.4 V``, ``0.1 to 0.5 Ω``, ``3 minutes``, ``£60``. Where one stands, its source must
stand in the same paragraph, list line, table row, callout or item.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from micra_assistant.guide import markup

_FIGURE = r"(?<![\w.,])[+\-−–±]?+\d++(?:[.,]\d++)*+"
_RANGE = rf"{_FIGURE}(?:\s*+(?:to|or|and|-|–|…|→|/)\s*+{_FIGURE})*+"
_DECADE = r"\d{4}s\b"
_SIGNS = (
    *("m?Ω", "[kM]Ω", "[mk]?V(?:DC|AC)?", "[mµμ]?A", "m?Ah", "W", "%", "°C?", "[kMG]?Hz"),
    *("Nm", "N", "kg", "g", "bar", "kPa", "rpm", "mm²?", "cm", "m", "km(?:/h)?", "mph", "ms", "s", "h", "min"),
    *("RUB", "GBP", "EUR", "USD", "JPY", "[₽£€]"),
)
_WORDS = (
    *("(?:milli|kilo)?volts?", "(?:milli)?amps?", "(?:milli|kilo|k|meg)?ohms?", "degrees?", "per ?cent", "miles?"),
    *("seconds?", "secs?", "minutes?", "mins?", "hours?", "hrs?", "days?", "weeks?", "months?", "years?"),
    *("pounds?", "roubles?", "euros?", "dollars?"),
)
"""Spelled out, small or capital."""
_UNIT = rf"(?:{'|'.join(_SIGNS)}|(?i:{'|'.join(_WORDS)}))(?![\w/²])"
_VALUE = re.compile(rf"(?!{_DECADE}){_RANGE}(?P<unit>[ -]?{_UNIT})?+|(?P<money>(?:[£€$₽]|RUB|GBP|EUR|USD) ?{_FIGURE})")
"""It takes a range without a unit too, and so looks at each figure once."""
_APART = " · "
"""Between two texts that stand beside each other, so that a figure does not take its unit from the next one."""


_COLOUR = r"(?:light |dark |sky )?(?:black|blue|brown|gr[ae]y|green|orange|pink|purple|red|violet|white|yellow)"
_COLOURS = rf"{_COLOUR}(?:[-/ ]{_COLOUR})?"
_SIDE = "(?:left|right|driver's|passenger's)"
_FACTS = (
    re.compile(r"\b(?=\w*+-?\w*\d)[0-9A-Z]{5}-[0-9A-Z]{4,6}\b|\b\d{5}[A-Z]{2}[0-9A-Z]{3}\b"),
    re.compile(rf"(?i)\b{_COLOURS} (?:wire|lead|cable)s?\b|\b(?:wire|lead|cable)s? (?:is|are) {_COLOURS}\b"),
    re.compile(rf"(?i)\b(?:behind|under|below|above|beside|next to|left of|right of) the {_SIDE}\b"),
)
"""A part number, the colour of a wire, a place on one side: each holds for one car."""


def fact_in(words: str) -> str:
    """Return the first part number, colour of a wire or place that ``words`` state, empty if there is none."""
    folded = " ".join(words.split())
    return next((found[0] for fact in _FACTS if (found := fact.search(folded))), "")


def value_in(words: str) -> str:
    """Return the first value that ``words`` state, empty if there is none."""
    return next(values_in(words), "")


def values_in(words: str) -> Iterator[str]:
    """Yield each value that ``words`` state."""
    for found in _VALUE.finditer(" ".join(words.split())):
        if found["unit"] or found["money"]:
            yield found[0]


def unsourced(element: Element, stated: Callable[[str], str] = value_in) -> Iterator[tuple[Element, str]]:
    """Yield what is ``stated`` below ``element`` without its source, with the element to name as its place."""
    for part, belonging in _statements(element):
        has_source = any(child.tag == markup.SOURCE_TAG for inner in belonging for child in inner.iter())
        value = stated(_APART.join("".join(text.itertext()) for inner in belonging for text in _texts(inner)))
        if value and not has_source:
            yield part, value


def unsourced_facts(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield each fact in ``element`` as ``unsourced`` does values; a source in the head of a table is for all of it."""
    heads = element.iter("th") if element.tag == "table" else ()
    if not any(part.tag == markup.SOURCE_TAG for head in heads for part in head.iter()):
        yield from unsourced(element, fact_in)


def _statements(element: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Yield the parts that each need a source of their own, with the elements that belong to each."""
    match element.tag:
        case "ul" | "ol":
            yield from ((line, [line]) for line in element)
        case "table":
            yield from ((row, [row]) for row in element.iter("tr"))
        case "div":
            lists = [child for child in element if child.tag in ("ul", "ol")]
            yield element, [child for child in element if child not in lists]
            for child in lists:
                yield from _statements(child)
        case _:
            yield element, [element]


def _texts(element: Element) -> list[Element]:
    """Return the cells of a row, each a text of its own; any other element is one."""
    return list(element) if element.tag == "tr" else [element]
