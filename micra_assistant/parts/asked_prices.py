"""What the ways of a guide cost on a job on which a quote was chosen: as much as its supplier asks."""

from collections.abc import Iterable

from msgspec.structs import replace

from micra_assistant.parts.exchange_rates import ExchangeRate, exchanged
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.money import Money, rounded
from micra_assistant.parts.options import Option, PartsTable


def as_asked(guide: PartsTable, ways: PartsTable, chosen: str, rates: Iterable[ExchangeRate]) -> PartsTable:
    """Return the ways of a guide, the one like the chosen quote of ``ways`` at what that asks.

    All stay as they are if no quote is chosen, or it is in a currency that there is no rate for.
    """
    quote = next((way for way in ways.options if way.id == chosen and isinstance(way, QuotedOption)), None)
    if not isinstance(quote, QuotedOption) or quote.amounts is None:
        return guide
    asked = exchanged(Money(quote.amounts[0], ways.currency_of(quote)), guide.currency, rates)
    if asked is None:
        return guide
    price = rounded(asked[0], guide.currency)

    def priced(option: Option) -> Option:
        return replace(option, price=(price, price), currency="") if quote.is_for(option) else option

    return replace(guide, options=tuple(map(priced, guide.options)))
