"""Ways to get a part, made up for tests: those of the worked example, and single ones."""

from decimal import Decimal
from typing import Any

from micra_assistant.parts.comparison import Fitted, compare
from micra_assistant.parts.options import Option, OptionKind, PartsTable

RATE = Decimal(1200)


def option(name: str, low: int, high: int, minutes: int = 60, **more: Any) -> Option:
    """Return an option at this price."""
    return Option(name, name.title(), OptionKind.USED, (Decimal(low), Decimal(high)), minutes, **more)


def unknown(name: str, **more: Any) -> Option:
    """Return an option whose price nobody knows."""
    return Option(name, name.title(), OptionKind.REPAIR, "unknown", 60, **more)


def table(*options: Option, **more: Any) -> PartsTable:
    """Return a table of these options."""
    return PartsTable("Button", "RUB", "Russia", "2026", "versa", RATE, options, estimates="meters", **more)


EXAMPLE = table(
    option("original", 2500, 4000, 60, fails=5.0, warranty_months=24),
    option("analogue", 800, 1500, 60, fails=20.0, warranty_months=6),
    option("used", 300, 700, 70, fails=35.0, warranty_months=0),
    option("clean", 0, 150, 60, fails=50.0, warranty_months=0),
)
"""The article's three ways and cleaning; how often they fail, and the warranties, are illustrations."""


def example() -> dict[str, Fitted]:
    """Return the ways of the worked example by their names."""
    return {way.option.id: way for way in compare(EXAMPLE, RATE)}


def way(name: str, low: int, high: int, minutes: int = 60, **more: Any) -> Fitted:
    """Return one way at this price, at 1200 an hour."""
    return compare(table(option(name, low, high, minutes, **more)), RATE)[0]


def plain(words: str) -> str:
    """Return words with spaces that a keyboard has."""
    return words.replace("\N{NO-BREAK SPACE}", " ")
