"""What a thousand ways cost over the years, against a plain loop: a ratio that holds on any machine."""

import time
from collections.abc import Callable
from random import Random

from micra_assistant.parts.comparison import Fitted, compare
from micra_assistant.parts.keeping import kept_range
from tests.bench.table import Lines, Row
from tests.parts.ways import RATE, option, table

WAYS = 1000
YEARS = 5
_ROUNDS = 1_000_000
RUNS = 5
"""The best of them counts, so that what else the machine does is left out."""


def rows() -> Lines:
    """Give the line of all ways, by a million rounds of a loop."""
    ways = _ways()
    ours, loop = _best(lambda: [kept_range(way, YEARS) for way in ways]), _best(_loop)
    yield Row(f"{WAYS:,} ways over {YEARS} years / a plain loop", ours / loop, 1, note=f"({ours:.0f} / {loop:.0f} ms)")


def _ways() -> tuple[Fitted, ...]:
    random = Random(1)  # noqa: S311 - no secret
    options = (
        option(f"way-{number}", 100, 900, fails=random.uniform(1, 90), warranty_months=random.choice([0, 3, 6, 12, 24]))
        for number in range(WAYS)
    )
    return compare(table(*options), RATE)


def _loop() -> float:
    total = 0.0
    for number in range(_ROUNDS):
        total += number * 0.5
    return total


def _best(work: Callable[[], object]) -> float:
    def taken() -> float:
        begun = time.process_time()
        work()
        return (time.process_time() - begun) * 1000

    return min(taken() for _ in range(RUNS))
