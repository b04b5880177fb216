"""Numbers as they are shown."""

from decimal import Decimal

GAP = "\N{NO-BREAK SPACE}"
"""Between what must not be torn apart at the end of a line: the groups of a number, a number and its unit."""


def grouped(number: int | Decimal) -> str:
    """Return a number in groups of three: ``84 000``."""
    return f"{number:,}".replace(",", GAP)
