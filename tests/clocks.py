"""Where the clock of this computer hangs, for tests of what is told by it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def clock_in(zone: str) -> Iterator[None]:
    """Let the clock hang in a zone such as ``UTC``, or ``XYZ-3`` for three hours ahead of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        yield
    time.tzset()
