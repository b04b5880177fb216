"""What each option costs once it is fitted."""

from decimal import Decimal

from msgspec import Struct

from micra_assistant.parts import money
from micra_assistant.parts.options import Option, PartsTable

_MINUTES_PER_HOUR = 60


class Fitted(Struct, frozen=True):
    """An option with its labour: ``low`` and ``high`` are part and labour together."""

    option: Option
    labour: Decimal

    @property
    def low(self) -> Decimal:
        """The least it costs fitted."""
        return self.option.price[0] + self.labour

    @property
    def high(self) -> Decimal:
        """The most it costs fitted."""
        return self.option.price[1] + self.labour


def fitted_words(fitted: Fitted, currency: str) -> str:
    """Return what an option costs fitted, part and labour together: ``3 100 – 4 600 ₽``."""
    return money.show_range(fitted.low, fitted.high, currency)


def compare(table: PartsTable, rate_per_hour: Decimal) -> tuple[Fitted, ...]:
    """Return every option with its labour at ``rate_per_hour``, in the order of the file."""
    return tuple(Fitted(option, rate_per_hour * option.minutes / _MINUTES_PER_HOUR) for option in table.options)


def dearest_part(table: PartsTable) -> Decimal:
    """Return the highest price of all: the right end of every price bar."""
    return max((option.price[1] for option in table.options), default=Decimal(0))
