"""How many spares are worth having: by what broke here so far."""

from math import ceil

from msgspec import Struct

_FIRST_BROKEN, _FIRST_OF = 1, 20
"""Our estimate before anybody has counted, worth as much as that many things that were really taken off."""


class Broken(Struct, frozen=True):
    """How many things came ``off`` on jobs of this workshop on which that was counted, and of them ``broke``."""

    off: int = 0
    broke: int = 0


def breaks(seen: Broken) -> float:
    """Return the share of things taken off that break.

    The estimate counts as 1 broken of 20 (a beta distribution, to which counts are simply added). By hand: 3 broken of
    40 make it (1 + 3) / (20 + 40) = 0.067; nothing counted leaves 0.05.
    """
    return (_FIRST_BROKEN + seen.broke) / (_FIRST_OF + seen.off)


def spares_for(count: int, seen: Broken) -> int:
    """Return how many spares to have for so many things that come off: what is expected to break, rounded up."""
    return ceil(count * breaks(seen))
