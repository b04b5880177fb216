"""Which values a guide states without saying where they come from.

A value is a figure with a unit: ``12.4 V``, ``0.1 to 0.5 Ω``, ``3 minutes``, ``£60``. Where one stands, its source must
stand in the same paragraph, list line, table row, callout or item.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from micra_assistant.guide import markup

_FIGURE = r"(?<![\w.,])[+\-−–]?\d[\d.,]*"
_RANGE = rf"{_FIGURE}(?:\s*(?:to|or|and|-|–|…|→|/)\s*{_FIGURE})*"
_UNITS = (
    *("V", "mV", "kV", "volts?", "A", "mA", "Ah", "amps?", "Ω", "mΩ", "kΩ", "MΩ", "(?:k|meg)?ohms?"),
    *("%", "°C", "Nm", "N", "kg", "g", "bar", "W", "Hz", "kHz", "MHz", "GHz"),
    *("mm", "mm²", "cm", "m", "km", "km/h", "mph"),
    *("ms", "s", "seconds?", "min", "minutes?", "h", "hours?", "days?", "weeks?", "months?", "years?"),
    *("RUB", "GBP", "EUR", "USD", "JPY", "₽", "£", "€"),
)
_VALUE = re.compile(rf"{_RANGE}[\s-]?(?:{'|'.join(_UNITS)})(?![\w/²])|[£€$]\s?{_FIGURE}")


def value_in(words: str) -> str:
    """Return the first value that ``words`` state, empty if there is none."""
    found = _VALUE.search(words)
    return found[0] if found else ""


def unsourced(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield each value below ``element`` whose source is not said, with the element to name as its place."""
    for part, belonging in _statements(element):
        has_source = any(child.tag == markup.SOURCE_TAG for inner in belonging for child in inner.iter())
        value = value_in(" ".join("".join(inner.itertext()) for inner in belonging))
        if value and not has_source:
            yield part, value


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
