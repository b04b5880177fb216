"""What something costs the window's thread until all that it leads to is painted, beside a loop always the same.

Processor time of the thread: what else the machine does is no part of it, nor what the disk takes.
"""

import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

_REFERENCE = range(40_000)
LOOP_MS = 1.6
"""Milliseconds of the reference loop on the machine that the budgets are for: a frame of the screen is ten loops."""
_LOOPS = 15


class Turn(NamedTuple):
    """One turn of the window's loop: milliseconds of it, and of the reference loop just before."""

    taken: float
    reference: float

    @property
    def ratio(self) -> float:
        """How often the loop could have been run meanwhile."""
        return self.taken / self.reference


class Cost(NamedTuple):
    """What an act costs: the median and the p99 of its turns, in milliseconds and as ratios."""

    median_ms: float
    p99_ms: float
    ratio: float
    p99_ratio: float


def milliseconds(act: Callable[[], object]) -> float:
    """Return the milliseconds that the thread works on ``act``."""
    begun = time.thread_time()
    act()
    return (time.thread_time() - begun) * 1000


def turn(act: Callable[[], object]) -> Turn:
    """Do something and paint what comes of it."""
    reference = milliseconds(_reference)
    return Turn(milliseconds(act) + milliseconds(paint), reference)


def paint() -> None:
    """Let the window's loop turn until there is nothing left to do."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else dead widgets pile up
    QApplication.processEvents()


def cost(turns: Sequence[Turn]) -> Cost:
    """Return what an act costs whose turns these are."""
    taken = [turn.taken for turn in turns]
    ratios = [turn.ratio for turn in turns]
    return Cost(median(taken), _p99(taken), median(ratios), _p99(ratios))


def _p99(figures: list[float]) -> float:
    return quantiles(figures, n=100, method="inclusive")[98]


def loop_ms() -> float:
    """Return the milliseconds that the reference loop takes now."""
    return median(milliseconds(_reference) for _run in range(_LOOPS))


def _reference() -> int:
    return sum(number * number for number in _REFERENCE)
