"""What a supplier asks for a part: as it was said, and whether it can be so."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from micra_assistant import limits
from micra_assistant.parts.currencies import QUOTED
from micra_assistant.parts.money import rounded
from micra_assistant.parts.option_limits import MOST, MOST_WARRANTY_MONTHS
from micra_assistant.parts.options import OptionKind
from micra_assistant.words import N_, _

FIRST_DAY = date(1990, 1, 1)


class Tax(StrEnum):
    """Whether the tax is in a price."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


TAX_WORDS = {Tax.IN: N_("with tax"), Tax.OUT: N_("plus tax"), Tax.UNKNOWN: N_("tax not said")}


class Quote(Struct, frozen=True, omit_defaults=True):
    """What a supplier asks.

    Attributes:
        supplier: who; empty only if it was blanked.
        price, currency: for the part alone, as it was said, and the code of its currency.
        kind: which way to get the part it is.
        part: which part, empty for that of the guide.
        tax: whether it is in the price.
        carriage: what sending it costs beside that, in the same currency.
        delivery: how soon it comes, in words.
        condition: in words, such as “scratched, tested”.
        number: the part number that was named.
        on: the day on which it was said, None if nobody knows.
        contact: a link or a telephone number.
        warranty_months: how long one that fails is replaced for nothing, None if that was not said.
    """

    supplier: str
    price: Decimal
    currency: str
    kind: OptionKind = OptionKind.ANALOGUE
    part: str = ""
    tax: Tax = Tax.UNKNOWN
    carriage: Decimal = Decimal(0)
    delivery: str = ""
    condition: str = ""
    number: str = ""
    on: date | None = None
    contact: str = ""
    note: str = ""
    warranty_months: int | None = None

    def asked(self, tax_percent: Decimal | None) -> Decimal:
        """Return what is to be paid, with the tax if it comes on top and its rate is known, and with carriage.

        By hand: 100 € plus 19 % and 5.95 € carriage with its tax in it are 124.95 €.
        """
        taxed = self.price
        if self.tax is Tax.OUT and tax_percent is not None:
            taxed += self.price * tax_percent / 100
        return rounded(taxed + self.carriage, self.currency)


def wrong_with(quote: Quote) -> str:
    """Return why there can be no such quote, in words; empty if there can."""
    if quote.currency not in QUOTED:
        words = _("currency “{currency}” is not known; there is: {names}")
        return words.format(currency=quote.currency, names=", ".join(QUOTED))
    if not (_is_amount(quote.price, quote.currency) and _is_amount(quote.carriage, quote.currency)):
        return _("this is no amount of money in {currency}").format(currency=quote.currency)
    if quote.on and quote.on < FIRST_DAY:
        return _("{date} is no day of a quote").format(date=quote.on.isoformat())
    if quote.warranty_months is not None and not 0 <= quote.warranty_months <= MOST_WARRANTY_MONTHS:
        return _("a warranty is from 0 to {most} months").format(most=MOST_WARRANTY_MONTHS)
    return ""


def _is_amount(amount: Decimal, currency: str) -> bool:
    return limits.is_number(amount) and 0 <= amount < MOST and amount == rounded(amount, currency)
