"""What a way to get the part costs over the years that the car is kept, and what that is made up of."""

from decimal import Decimal

from msgspec import Struct

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.lifetime import purchases
from micra_assistant.parts.option_limits import Span


class Kept(Struct, frozen=True):
    """The cost of one way for a car that is kept ``T`` years.

    ::

        cost(T) = P * (1 + purchases(T)) + (K + L) + (K + L_whole + V) * lam * T

    with the price ``P``, consumables ``K``, labour ``L`` of the first fitting and ``L_whole`` of a whole job, the visit
    ``V``, and the purchases of `lifetime`. By hand, a used part of 500 that 35 in 100 fail of within a year, no
    warranty, labour 1400, kept 3 years: lam = 0.4308, 1.2923 failures, 500 * 2.2923 + 1400 + 1400 * 1.2923 = 4355.

    Attributes:
        part, consumables, labour: of the first fitting.
        later_parts: what is paid for parts after that; those within the warranty are free.
        later_work: what the repeats cost beside the part: consumables, labour and visit.
        failures, bought_again: how many are expected.
    """

    part: Decimal
    consumables: Decimal
    labour: Decimal
    later_parts: Decimal
    later_work: Decimal
    failures: float
    bought_again: float

    @property
    def total(self) -> Decimal:
        """All of it together."""
        return self.part + self.consumables + self.labour + self.later_parts + self.later_work


def keep(fitted: Fitted, price: Decimal, rate: float, years: float) -> Kept:
    """Return what a way costs at a price, kept so many years, of which ``rate`` fail in a year."""
    failures, again = rate * years, purchases(rate, years, fitted.warranty)
    consumables = fitted.option.consumables
    return Kept(
        part=price,
        consumables=consumables,
        labour=fitted.labour,
        later_parts=price * _exact(again),
        later_work=(consumables + fitted.later_labour + fitted.visit) * _exact(failures),
        failures=failures,
        bought_again=again,
    )


def keep_middle(fitted: Fitted, years: float) -> Kept | None:
    """Return what a way costs at the middle of its price.

    None if that is not known, or nobody knows how often it fails; for 0 years, the first fitting, nobody need know.
    """
    return _keep_known(fitted, middle(fitted.price), years) if fitted.price else None


def kept_range(fitted: Fitted, years: float) -> Span | None:
    """Return what a way costs at its lowest and at its highest price; None as `keep_middle`."""
    ends = [_keep_known(fitted, price, years) for price in fitted.price or ()]
    known = [end.total for end in ends if end]
    return (known[0], known[1]) if known else None


def middle(price: Span) -> Decimal:
    """Return the amount half way between both ends of a price."""
    return sum(price, Decimal(0)) / 2


def _keep_known(fitted: Fitted, price: Decimal, years: float) -> Kept | None:
    rate = fitted.failures if years > 0 else 0.0
    return None if rate is None else keep(fitted, price, rate, years)


def _exact(expected: float) -> Decimal:
    """Return an expected number for sums of money, to a millionth of a thousandth."""
    return Decimal(f"{expected:.9f}")
