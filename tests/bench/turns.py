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


class Turn(NamedTuple):
    """One turn of the window's loop: milliseconds of it, and of the reference loop just before."""

    taken: float
    reference: float


class Cost(NamedTuple):
    """What an act costs: the median and the p99 of its turns in milliseconds, the median as a ratio."""

    median_ms: float
    p99_ms: float
    ratio: float


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
    ratio = median(turn.taken / turn.reference for turn in turns)
    return Cost(median(taken), quantiles(taken, n=100, method="inclusive")[98], ratio)


def _reference() -> int:
    return sum(number * number for number in _REFERENCE)
