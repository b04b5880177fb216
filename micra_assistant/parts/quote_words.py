"""A quote in words."""

from decimal import Decimal

from micra_assistant.parts.money import show_exactly
from micra_assistant.parts.quotes import TAX_WORDS, Quote
from micra_assistant.words import _


def quote_words(quote: Quote) -> str:
    """Return a quote in a line: ``Ivanov, 1 200 ₽, plus tax, 25570-AX600``."""
    said = (quote.supplier or _("blanked"), price_of(quote), quote.number, quote.delivery)
    return ", ".join(filter(None, said))


def price_of(quote: Quote) -> str:
    """Return what is asked, and whether the tax is in it: ``£12.50, plus tax, carriage £3``."""
    price = show_exactly(quote.price, quote.currency)
    words = {"price": price, "tax": _(TAX_WORDS[quote.tax])}
    if quote.carriage == Decimal(0):
        return _("{price}, {tax}").format(**words)
    carriage = show_exactly(quote.carriage, quote.currency)
    return _("{price}, {tax}, carriage {carriage}").format(**words, carriage=carriage)


def quote_facts(quote: Quote) -> tuple[str, ...]:
    """Return what a supplier has said beside the price to be compared, a sentence each."""
    facts = {
        _("Asked: {said}."): price_of(quote),
        _("Part number: {said}."): quote.number,
        _("Link or phone: {said}."): quote.contact,
        _("Day: {said}."): quote.on.isoformat() if quote.on else "",
    }
    return tuple(words.format(said=said) for words, said in facts.items() if said)
