"""How long something waits, as an author writes it: ``3 min``."""

import re

_WAIT = re.compile(r"(?P<number>[1-9][0-9]{0,4}) ?(?P<unit>s|min|h)")
_SECONDS = {"s": 1, "min": 60, "h": 3600}
_MOST = 24 * 3600
MOST_WAIT = "24 h"
"""The longest wait that a guide may ask for."""


def seconds_of(wait: str) -> int:
    """Return the seconds of a time such as ``3 min``, ``30 s`` or ``1 h``; 0 if it is none, or too long."""
    found = _WAIT.fullmatch(wait.strip())
    seconds = int(found["number"]) * _SECONDS[found["unit"]] if found else 0
    return seconds if seconds <= _MOST else 0
