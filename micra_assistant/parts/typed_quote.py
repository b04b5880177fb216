"""A quote as people type it, field by field: read strictly, and refused with what to type instead."""

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.numbers import NumberError, Numbers, tidy, whole_of
from micra_assistant.parts.currencies import QUOTED
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.price import Price, PriceError, parse_price
from micra_assistant.parts.quotes import Quote, Tax, wrong_with
from micra_assistant.words import _, one_of


class QuoteField(StrEnum):
    """What is typed of a quote."""

    SUPPLIER = "supplier"
    PRICE = "price"
    CURRENCY = "currency"
    KIND = "kind"
    PART = "part"
    TAX = "tax"
    CARRIAGE = "carriage"
    DELIVERY = "delivery"
    CONDITION = "condition"
    NUMBER = "number"
    ON = "on"
    CONTACT = "contact"
    NOTE = "note"
    WARRANTY_MONTHS = "warranty_months"


LONGEST = {
    QuoteField.SUPPLIER: 80,
    QuoteField.PART: 80,
    QuoteField.DELIVERY: 80,
    QuoteField.CONDITION: 120,
    QuoteField.NUMBER: 60,
    QuoteField.CONTACT: 300,
    QuoteField.NOTE: 500,
}
"""Letters of each field that holds words."""
_KINDS = {
    OptionKind.ORIGINAL: ("original", "oem", "oe", "genuine", "оригинал", "ориг", "originalteil"),
    OptionKind.ANALOGUE: ("analogue", "analog", "aftermarket", "copy", "аналог", "nachbau"),
    OptionKind.USED: ("used", "second-hand", "breaker", "б/у", "бу", "gebraucht"),
    OptionKind.REPAIR: ("repair", "ремонт", "reparatur"),
}
_TAXES = {
    Tax.IN: (
        "in",
        "incl",
        "incl.",
        "included",
        "with tax",
        "inc vat",
        "incl. vat",
        "с ндс",
        "inkl.",
        "inkl. mwst",
        "brutto",
    ),
    Tax.OUT: ("out", "excl", "excl.", "plus", "plus tax", "ex vat", "+ vat", "без ндс", "zzgl.", "zzgl. mwst", "netto"),
    Tax.UNKNOWN: ("", "?", "unknown", "tax not said"),
}
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class QuoteError(MicraError):
    """What was typed is no quote; ``field`` is the one that is wrong."""

    def __init__(self, field: QuoteField, message: str) -> None:
        self.field = field
        super().__init__(message)


class TypedQuote(Struct, frozen=True):
    """A quote as it was typed, each field as text; what was left empty was not said."""

    supplier: str = ""
    price: str = ""
    currency: str = ""
    kind: str = ""
    part: str = ""
    tax: str = ""
    carriage: str = ""
    delivery: str = ""
    condition: str = ""
    number: str = ""
    on: str = ""
    contact: str = ""
    note: str = ""
    warranty_months: str = ""


def read_quote(typed: TypedQuote, currency: str, numbers: Numbers, today: date) -> Quote:
    """Return the quote that was typed where prices are in ``currency``; QuoteError for the first field that is wrong.

    A sign that stands beside the price counts before the field for it, which must not say another one.
    """
    words = {str(field): _words(field, getattr(typed, field)) for field in LONGEST}
    if not words["supplier"]:
        raise QuoteError(QuoteField.SUPPLIER, _("Say who asks that price, such as Nissan Leeds."))
    if not typed.price.strip():
        example = f"45{numbers.mark}50"
        raise QuoteError(QuoteField.PRICE, _("Type a price such as {example}.").format(example=example))
    price = _amount(QuoteField.PRICE, typed.price, numbers)
    code = _currency(price, typed.currency) or currency
    carriage = _carriage(typed.carriage, code, numbers)
    quote = Quote(
        **words,
        price=price.low,
        currency=code,
        kind=_kind(typed.kind),
        tax=_tax(typed.tax),
        carriage=carriage,
        on=_day(typed.on, today),
        warranty_months=_months(typed.warranty_months),
    )
    if why := wrong_with(quote):
        raise QuoteError(QuoteField.PRICE, _("This quote cannot be: {why}.").format(why=why))
    return quote


def _carriage(typed: str, currency: str, numbers: Numbers) -> Decimal:
    if not typed.strip():
        return Decimal(0)
    carriage = _amount(QuoteField.CARRIAGE, typed, numbers)
    if carriage.currency not in ("", currency):
        raise QuoteError(
            QuoteField.CARRIAGE, _("Carriage is in the currency of the price, {currency}.").format(currency=currency)
        )
    return carriage.low


def as_typed(quote: Quote, numbers: Numbers) -> TypedQuote:
    """Return a quote as it can be typed."""
    return TypedQuote(**{str(field): _typed(getattr(quote, field), numbers) for field in QuoteField})


def _typed(value: object, numbers: Numbers) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}".replace(".", numbers.mark)
        case date():
            return value.isoformat()
    return str(value)


def _words(field: QuoteField, typed: str) -> str:
    text = " ".join(typed.split())
    if len(text) > LONGEST[field]:
        words = _("Of this there can be {most} letters, not {count}: shorten it.")
        raise QuoteError(field, words.format(most=LONGEST[field], count=len(text)))
    if not text.isprintable():
        raise QuoteError(field, _("This has a letter that cannot be seen: delete it."))
    return text


def _amount(field: QuoteField, typed: str, numbers: Numbers) -> Price:
    try:
        price = parse_price(typed, numbers)
    except PriceError as error:
        raise QuoteError(field, str(error)) from error
    if price.low != price.high:
        raise QuoteError(field, _("A supplier asks one amount, not a range: type the one of today."))
    return price


def _currency(price: Price, typed: str) -> str:
    said = typed.strip()
    if not said:
        return price.currency
    try:
        code = said.upper() if said.upper() in QUOTED else parse_price(f"1 {said}").currency
    except PriceError:
        code = ""
    if not code:
        words = _("“{currency}” is no currency that is known here: type one of {names}.")
        raise QuoteError(QuoteField.CURRENCY, words.format(currency=said[:20], names=one_of(QUOTED)))
    if price.currency not in ("", code):
        raise QuoteError(
            QuoteField.CURRENCY,
            _("The price itself is in {currency}: leave one.").format(currency=price.currency),
        )
    return code


def _kind(typed: str) -> OptionKind:
    said = " ".join(typed.lower().split())
    if not said:
        return OptionKind.ANALOGUE
    for kind, ways in _KINDS.items():
        if said in ways:
            return kind
    words = _("“{typed}” is no kind of part: type {kinds}.")
    raise QuoteError(QuoteField.KIND, words.format(typed=said[:20], kinds=one_of(OptionKind)))


def _tax(typed: str) -> Tax:
    said = " ".join(typed.lower().split())
    for tax, ways in _TAXES.items():
        if said in ways:
            return tax
    words = _("“{typed}” does not say whether the tax is in the price: type {ways}.")
    raise QuoteError(QuoteField.TAX, words.format(typed=said[:20], ways=one_of(Tax)))


def _day(typed: str, today: date) -> date | None:
    if not typed.strip():
        return None
    found = _DAY.fullmatch(typed.strip())
    try:
        if found:
            year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
            said = date(int(year), int(month), int(day))
            if said <= today + timedelta(days=1):
                return said
            raise QuoteError(
                QuoteField.ON, _("{date} is still to come: type the day of the quote.").format(date=said.isoformat())
            )
    except ValueError:
        pass
    words = _("“{typed}” is no day: type one such as {example}.")
    raise QuoteError(QuoteField.ON, words.format(typed=typed.strip()[:20], example=today.isoformat()))


def _months(typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        return whole_of(tidy(typed))
    except NumberError as error:
        words = _("“{typed}” are no months of warranty: type a number such as 12.")
        raise QuoteError(QuoteField.WARRANTY_MONTHS, words.format(typed=typed.strip()[:20])) from error
