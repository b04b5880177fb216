"""The lines of the table: what was measured, what it may be at most, and whether it is kept."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.bench.turns import LOOP_MS, loop_ms


class Row(NamedTuple):
    """A figure beside its bound.

    Attributes:
        note: what to know besides, such as the milliseconds that a ratio stands for.
    """

    what: str
    figure: float
    bound: float
    unit: str = "x"
    note: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the figure is within its bound."""
        return self.figure <= self.bound

    def __str__(self) -> str:
        """Return the line of the table."""
        figure, bound = f"{self.figure:,.2f} {self.unit}", f"{self.bound:,g} {self.unit}"
        return f"{self.what:<48} {figure:>10}  {bound:>9}  {'kept' if self.is_kept else 'OVER':<5} {self.note}".rstrip()


Lines = Iterator[Row | str]
"""What a section of the bench gives: rows, and what there is to say besides."""


def work_row(what: str, milliseconds: float, budget_ms: float, ratio: float | None = None, note: str = "") -> Row:
    """Return the line of some work of the processor, as often as the reference loop takes now, or took beside it.

    The budget is for the machine on which the loop takes LOOP_MS.
    """
    loops = milliseconds / loop_ms() if ratio is None else ratio
    taken = f"{milliseconds:.1f} ms here, budget {budget_ms:g} ms"
    return Row(what, loops, round(budget_ms / LOOP_MS, 2), "loops", f"({taken}{note})")
