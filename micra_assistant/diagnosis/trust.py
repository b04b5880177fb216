"""How a mechanic's words become numbers: how often a reading tells the truth, how often a repair cures.

Nothing is ever quite sure: one false reading would otherwise rule the true fault out for good.
"""

from collections.abc import Sequence

TRUST = {"sure": 0.99, "reliable": 0.95, "fair": 0.85, "weak": 0.70}
"""How often a reading tells the truth."""
CURES = {"always": 0.99, "usually": 0.90, "often": 0.70, "half": 0.50, "sometimes": 0.30}
"""How often a repair cures a fault."""
FLOOR = 0.01
"""No answer is less likely than this, whatever the fault."""
CAP = 0.98
"""No repair is surer than this."""


def floored(shares: Sequence[float]) -> list[float]:
    """Return shares of 1 with none below FLOOR; what the small ones get, the others give in proportion."""
    low: set[int] = set()
    while True:
        given = 1 - FLOOR * len(low)
        rest = sum(share for place, share in enumerate(shares) if place not in low)
        settled = [FLOOR if place in low else share * given / rest for place, share in enumerate(shares)]
        below = {place for place, share in enumerate(settled) if share < FLOOR}
        if not below:
            return settled
        low |= below


def cure_share(said: object) -> float | None:
    """Return how often a repair cures, at most CAP, from a word or a percentage; None if it is neither."""
    if isinstance(said, str):
        return min(CURES[said], CAP) if said in CURES else None
    share = percentage(said)
    return None if share is None else min(share, CAP)


def percentage(said: object) -> float | None:
    """Return a percentage as a share of 1, None if it is not a number from 0 to 100."""
    if isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 100:
        return said / 100
    return None
