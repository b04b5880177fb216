"""What each option costs once it is fitted."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from micra_assistant.parts import money
from micra_assistant.parts.exchange_rates import ExchangeRate, exchanged
from micra_assistant.parts.money import Money, rounded
from micra_assistant.parts.option_limits import Span
from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.parts.own_failures import OwnFailures, learned_rate
from micra_assistant.parts.reading_rules import Effect, Heard
from micra_assistant.words import _

_MINUTES_PER_HOUR = 60
_MONTHS_PER_YEAR = 12
_OF = 100


class Minutes(Struct, frozen=True):
    """How long an option takes: what is ``left`` of the first fitting, and the ``whole`` job from a shut car."""

    left: Decimal
    whole: Decimal


class Fitted(Struct, frozen=True):
    """An option with what its first fitting and each later one cost, in the currency of the table.

    Attributes:
        price: of the part from and to; None if it is not known, or only in another currency.
        labour: of the first fitting, of which some may be done.
        later_labour: of a whole job, each time that it fails.
        visit: what each failure costs beside that.
        failures: expected in a year; None if nobody has even an estimate.
        exchanged: the rate by which the price was exchanged, None if it is in the currency of the table.
        own: what the workshop's own jobs say of that, None if nothing.
        heard: what readings of this car say of it.
    """

    option: Option
    price: Span | None
    labour: Decimal
    later_labour: Decimal = Decimal(0)
    visit: Decimal = Decimal(0)
    failures: float | None = None
    own: OwnFailures | None = None
    exchanged: ExchangeRate | None = None
    heard: tuple[Heard, ...] = ()

    @property
    def is_ruled_out(self) -> bool:
        """Whether readings of this car say that it is not the way."""
        return self.is_heard(Effect.RULES_OUT)

    def is_heard(self, effect: Effect) -> bool:
        """Whether readings of this car have that effect on it."""
        return any(heard.effect is effect for heard in self.heard)

    @property
    def total(self) -> Span | None:
        """What part, consumables and the first fitting cost together, from and to; None if the price is not known."""
        paid = self.option.with_consumables(self.price) if self.price else None
        return (paid[0] + self.labour, paid[1] + self.labour) if paid else None

    @property
    def warranty(self) -> float:
        """How long one that fails is replaced for nothing, in years; none where that is not known."""
        return (self.option.warranty_months or 0) / _MONTHS_PER_YEAR


_AS_THE_TABLE_SAYS: Mapping[str, Minutes] = MappingProxyType({})
_NONE_COUNTED: Mapping[str, OwnFailures] = MappingProxyType({})
_NOTHING_HEARD: Mapping[str, tuple[Heard, ...]] = MappingProxyType({})


def compare(
    table: PartsTable,
    rate_per_hour: Decimal,
    minutes: Mapping[str, Minutes] = _AS_THE_TABLE_SAYS,
    own: Mapping[str, OwnFailures] = _NONE_COUNTED,
    exchange: Sequence[ExchangeRate] = (),
    heard: Mapping[str, tuple[Heard, ...]] = _NOTHING_HEARD,
) -> tuple[Fitted, ...]:
    """Return every option with its labour at ``rate_per_hour``, in the order of the file.

    ``minutes``, ``own`` and ``heard`` are by the ids of options; without minutes, those of the table hold for every
    fitting. By the rates of ``exchange`` ways in other currencies are compared too.
    """

    def fitted(option: Option) -> Fitted:
        usual = Minutes(Decimal(option.minutes), Decimal(option.minutes))
        taken = Minutes(Decimal(0), Decimal(0)) if option.with_work else minutes.get(option.fitted_as, usual)
        price, rate = _price(table, option, exchange)
        counted = own.get(option.id if option.fails is None else option.fitted_as)
        return Fitted(
            option=option,
            price=price,
            exchanged=rate,
            labour=_labour(taken.left, rate_per_hour),
            later_labour=_labour(taken.whole, rate_per_hour),
            visit=table.visit,
            failures=None if option.fails is None else learned_rate(option.fails / _OF, counted),
            own=counted,
            heard=heard.get(option.fitted_as, ()),
        )

    return tuple(map(fitted, table.options))


def by_part(table: PartsTable, ways: tuple[Fitted, ...]) -> dict[str, tuple[Fitted, ...]]:
    """Return the ways to get each part, which alone can be compared with one another; in the order of the file."""
    parts = dict.fromkeys(table.part_of(way.option) for way in ways)
    return {part: tuple(way for way in ways if table.part_of(way.option) == part) for part in parts}


def left_by_readings(ways: Iterable[Fitted]) -> tuple[Fitted, ...]:
    """Return the ways that readings of this car do not rule out."""
    return tuple(way for way in ways if not way.is_ruled_out)


def fitted_words(fitted: Fitted, currency: str) -> str:
    """Return what an option costs fitted, all together: ``3 100 – 4 600 ₽``; ``not in ₽`` if it is in pounds."""
    if fitted.total:
        return money.show_range(*fitted.total, currency)
    return _("not in {currency}").format(currency=money.symbol(currency)) if fitted.option.amounts else _("not known")


def _price(
    table: PartsTable, option: Option, exchange: Sequence[ExchangeRate]
) -> tuple[Span | None, ExchangeRate | None]:
    """Return the price in the currency of the table, and the rate by which it was exchanged."""
    if (price := table.comparable(option)) or not option.amounts:
        return price, None
    ends = [exchanged(Money(end, table.currency_of(option)), table.currency, exchange) for end in option.amounts]
    if not all(ends):
        return None, None
    low, high = (rounded(end[0], table.currency) for end in ends if end)
    return (low, high), ends[0][1] if ends[0] else None


def _labour(minutes: Decimal, rate_per_hour: Decimal) -> Decimal:
    return rate_per_hour * minutes / _MINUTES_PER_HOUR
