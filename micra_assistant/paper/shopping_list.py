"""The shopping list: what is in the basket, in groups, to be ticked in the shop."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from micra_assistant.jobs.quoting import number_checks
from micra_assistant.jobs.state import JobState, KeptThing
from micra_assistant.paper.typed import one_line
from micra_assistant.parts.basket_things import KIND_WORDS, ThingKind
from micra_assistant.parts.basket_words import thing_words
from micra_assistant.parts.exchange_rates import ExchangeRate, missing_words, sum_of
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.money import Money, show_exactly
from micra_assistant.parts.option_words import price_words
from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.words import _


class SheetThing(Struct, frozen=True):
    """A thing to get: ``more`` says from whom and what to check, ``price`` what it costs; both may be empty."""

    words: str
    more: str
    price: str
    is_there: bool


class SheetShoppingList(Struct, frozen=True):
    """Things in groups, each with its head; ``total`` of those whose price is known, and what that lacks."""

    groups: tuple[tuple[str, tuple[SheetThing, ...]], ...]
    total: str
    lacks: tuple[str, ...]


def shopping_list(state: JobState, ways: PartsTable | None, exchange: Iterable[ExchangeRate]) -> SheetShoppingList:
    """Return what is in the basket of a job."""
    total, lacks = _total(state.basket, ways, exchange)
    checks = number_checks(ways, state) if ways else {}
    groups = (_group(kind, state.basket, ways, checks) for kind in ThingKind)
    return SheetShoppingList(tuple(group for group in groups if group[1]), total, lacks)


def _group(
    kind: ThingKind, basket: Iterable[KeptThing], ways: PartsTable | None, checks: Mapping[str, str]
) -> tuple[str, tuple[SheetThing, ...]]:
    things = (kept for kept in basket if kept.thing.kind is kind)
    return _(KIND_WORDS[kind]), tuple(sheet_thing(kept, ways, checks.get(kept.thing.option, "")) for kept in things)


def sheet_thing(kept: KeptThing, ways: PartsTable | None, check: str = "") -> SheetThing:
    """Return a thing as it is printed, with what ``ways`` say of it, and a ``check`` of its number."""
    way = _way(kept, ways)
    return SheetThing(
        words=one_line(thing_words(kept.thing)),
        more=one_line("; ".join(filter(None, (*_more(way), check)))) if way else "",
        price=_price(ways, way, kept.thing.pieces) if ways and way else "",
        is_there=kept.is_there,
    )


def _way(kept: KeptThing, ways: PartsTable | None) -> Option | None:
    return next((way for way in ways.options if way.id == kept.thing.option), None) if ways else None


def _price(ways: PartsTable, way: Option, pieces: int) -> str:
    price = price_words(ways, way)
    return _("{price} each").format(price=price) if pieces > 1 and way.amounts else price


def _more(way: Option) -> Iterator[str]:
    if isinstance(way, QuotedOption):
        yield from filter(None, (way.quote.number, way.quote.contact, way.quote.delivery))
    yield from way.before_paying


def _total(
    basket: Iterable[KeptThing], ways: PartsTable | None, exchange: Iterable[ExchangeRate]
) -> tuple[str, tuple[str, ...]]:
    """Return the sum of the highest prices that are known, in the currency of the guide, and what it lacks."""
    found = [(kept, way) for kept in basket if (way := _way(kept, ways)) and way.amounts]
    if ways is None or not found:
        return "", ()
    amounts = [Money(way.amounts[1] * kept.thing.pieces, ways.currency_of(way)) for kept, way in found if way.amounts]
    total = sum_of(amounts, ways.currency, exchange)
    shown = show_exactly(total.total.amount, total.total.currency)
    return _("Together at most {total}").format(total=shown), tuple(missing_words(total))
