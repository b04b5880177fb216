"""Quotes among the ways to get the part: rows like the others, compared at once."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from micra_assistant.parts.options import Option, OptionKind, PartsTable
from micra_assistant.parts.quotes import TAX_WORDS, Quote, Tax
from micra_assistant.words import _

_ID = "quote-"


class QuotedOption(Option, frozen=True, kw_only=True):
    """A way to get the part that a supplier has named a price for; the rest is as in the way of the guide like it."""

    quote: Quote
    like: str = ""
    """The id of that way, empty if there is none."""

    @property
    def fitted_as(self) -> str:
        """The id of the way like it."""
        return self.like or self.id

    @property
    def is_guessed(self) -> bool:
        """Whether it says what only a guess can say: what does, comes from the way like it."""
        return False

    def is_for(self, option: Option) -> bool:
        """Whether it is the price of a way of the guide: of the part and the kind of that."""
        return option.id == self.like and option.kind is self.kind

    def source_in(self, table_source: str) -> str:  # noqa: ARG002
        """Return that no source in print says so: the supplier does."""
        return ""


def quote_option_id(quote_id: str) -> str:
    """Return the id of a quote among the ways to get the part."""
    return f"{_ID}{quote_id}"


def with_quotes(table: PartsTable, quotes: Mapping[str, Quote], tax_percent: Decimal | None = None) -> PartsTable:
    """Return the ways of a guide and those that suppliers have named; ``quotes`` are by their ids."""
    rows = (_option(table, quote_id, quote, tax_percent) for quote_id, quote in quotes.items())
    return replace(table, options=(*table.options, *rows))


def _option(table: PartsTable, quote_id: str, quote: Quote, tax_percent: Decimal | None) -> QuotedOption:
    price, like = quote.asked(tax_percent), way_like(table, quote.kind, quote.part)
    return QuotedOption(
        id=quote_option_id(quote_id),
        name=quote.supplier or _("Blanked supplier"),
        kind=quote.kind,
        price=(price, price),
        minutes=like.minutes if like else 0,
        like=like.id if like else "",
        drawbacks=_doubts(quote, tax_percent),
        benefits=(quote.condition,) if quote.condition else (),
        note=quote.note,
        part=quote.part,
        currency=quote.currency,
        market=_("quote"),
        priced=quote.on.isoformat() if quote.on else _("undated"),
        year=quote.on.year if quote.on else None,
        delivery=quote.delivery,
        warranty_months=quote.warranty_months,
        fails=like.fails if like and like.kind is quote.kind else None,
        consumables=like.consumables if like else Decimal(0),
        before_paying=like.before_paying if like else (),
        quote=quote,
    )


def way_like(table: PartsTable, kind: OptionKind, part: str) -> Option | None:
    """Return the way of the guide whose estimates hold for a quote: of the same kind if there is one."""
    ways = [way for way in table.options if table.part_of(way) == (part or table.part) and not way.with_work]
    return next((way for way in ways if way.kind is kind), ways[0] if ways else None)


def _doubts(quote: Quote, tax_percent: Decimal | None) -> tuple[str, ...]:
    """Return what is not known of a price."""
    if quote.tax is Tax.UNKNOWN:
        return (_(TAX_WORDS[Tax.UNKNOWN]),)
    if quote.tax is Tax.OUT and tax_percent is None:
        return (_("tax comes on top: its rate is not set"),)
    return ()
