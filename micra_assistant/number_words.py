"""Numbers as they are shown: in groups that no country reads otherwise, with the decimal mark of the workshop."""

from decimal import Decimal

GAP = "\N{NO-BREAK SPACE}"
"""Between what must not be torn apart at the end of a line: the groups of a number, a number and its unit."""

_mark = "."


def write_with(mark: str) -> None:
    """Let all numbers be shown with this decimal mark from now on."""
    global _mark  # noqa: PLW0603 - as the words: one for window, sheets and commands
    _mark = mark


def grouped(number: int | Decimal) -> str:
    """Return a number in groups of three: ``84 000``, ``1 234,50`` where the decimal mark is a comma."""
    return f"{number:,}".replace(",", GAP).replace(".", _mark)
