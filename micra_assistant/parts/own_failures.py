"""What a workshop's own jobs say of how often a part fails."""

from msgspec import Struct

from micra_assistant.parts.lifetime import failure_rate


class OwnFailures(Struct, frozen=True):
    """How many parts of one way the workshop has ``fitted``, and of them ``failed``.

    ``years`` are the years that all of them together were watched until they failed or until today.
    """

    fitted: int
    failed: int
    years: float


def learned_rate(share: float, own: OwnFailures | None) -> float:
    """Return the failures in a year of a part of which a ``share`` was estimated to fail within a year.

    The estimate counts as one failure in the time that it takes by the estimate: a gamma distribution of shape 1, to
    which failures and years of Poisson counts are simply added (its conjugate prior). With 22.3 in 100 estimated, a
    rate of 0.25, three failures in 12 years make it (1 + 3) / (4 + 12) = 0.25; none make it 1 / 16.
    """
    rate = failure_rate(share)
    return rate if own is None else (1 + own.failed) / (1 / rate + own.years)
