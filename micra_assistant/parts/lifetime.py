"""How often a part is bought again over the years that a car is kept.

A fitted part fails at a constant rate ``lam`` a year, so that failures in ``T`` years are a Poisson process and
``lam * T`` of them are expected. A failure within the warranty ``w`` is answered with a part for nothing, and the time
does not start anew: the *non-renewing free replacement* of the warranty literature (Blischke and Murthy, *Warranty Cost
Analysis*, 1994). The time between two purchases is then ``w`` and an exponential time, hence the sum::

    purchases(T) = sum over k = 1, 2, ... with k*w < T of  P(Poisson(lam * (T - k*w)) >= k)    (lam * T where w = 0)

By hand, ``lam = 0.5``, ``T = 3``, ``w = 1``: ``k = 1`` gives 1 - exp(-1) = 0.632; ``k = 2`` gives
1 - exp(-0.5) * 1.5 = 0.090; ``k = 3`` begins at the end. Together 0.722, where without warranty it were 1.5.

Left out: that money later is worth less (7 % of the repeats in 3 years, while the share that fails is known to a half),
and that old parts fail more often.
"""

from math import exp, lgamma, log, log1p

MOST_YEARS = 30
"""No car is kept longer here; it bounds the terms that are summed."""

_NEGLIGIBLE = 1e-12


def failure_rate(share: float) -> float:
    """Return the failures of a part in a year, of which a ``share`` from 0 to below 1 fails within a year."""
    return -log1p(-share)


def purchases(rate: float, years: float, warranty: float) -> float:
    """Return how often the part is expected to be bought again within ``years``; ``warranty`` is in years, too.

    The terms only fall, and are summed until one is negligible: no more than the failures expected and some dozens.
    """
    if warranty <= 0:
        return rate * years
    expected, count = 0.0, 1
    while (mean := rate * (years - count * warranty)) > 0:
        term = at_least(count, mean)
        expected += term
        if term < _NEGLIGIBLE:
            break
        count += 1
    return expected


def at_least(count: int, mean: float) -> float:
    """Return how likely a Poisson number of a ``mean`` above 0 is ``count`` or more, from 1 up.

    The side that is the smaller is summed, from its largest term, which is taken by logarithms: nothing overflows.
    """
    term = exp(count * log(mean) - mean - lgamma(count + 1))
    if count > mean:
        return _summed_up(term, count, mean)
    return 1 - _summed_down(term * count / mean, count - 1, mean)


def _summed_up(term: float, count: int, mean: float) -> float:
    total = term
    while term > total * _NEGLIGIBLE:
        count += 1
        term *= mean / count
        total += term
    return total


def _summed_down(term: float, count: int, mean: float) -> float:
    total = term
    while count and term > total * _NEGLIGIBLE:
        term *= count / mean
        count -= 1
        total += term
    return total
