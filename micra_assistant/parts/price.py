"""Prices as people type them: an amount or a range, with a currency or without."""

import re
from decimal import Decimal

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.lookalikes import latin
from micra_assistant.number_words import grouped
from micra_assistant.numbers import AmbiguousError, NumberError, Numbers, money_of, tidy
from micra_assistant.parts.currencies import TYPED
from micra_assistant.parts.money import MOST_RATE, rounded, symbol
from micra_assistant.words import _

MOST_PRICE = 10**9
_EXAMPLES = {Numbers.POINT: "45.50", Numbers.COMMA: "45,50", Numbers.SPACE: "45,50"}
_ROUBLE = "р"
"""Cyrillic: a Latin p would be pence."""
_FROM = re.compile(r"(?:от|from|von|ab)\s++(.+)")
_TO = re.compile(r"(?<!\s)\s*+-\s*+|(?<!\s)\s++(?:до|to|bis)\s++")
_ONE_END = ("от ", "до ", "from ", "up to ", "to ", "von ", "ab ", "bis ", "over ", "under ", ">", "<")
_NOT_EXACT = ("~", "≈", "ca.", "ca ", "circa ", "about ", "approx.", "approx ", "около ", "примерно ", "ок. ")
_NO_CENTS = re.compile(r"(?<=[0-9])([.,])-{1,2}(?=[^0-9]*+$)")
"""The strokes that stand in shops for no cents: ``12,-``."""


class PriceError(MicraError):
    """What was typed is not a price."""


class Price(Struct, frozen=True):
    """What something costs: from ``low`` to ``high``, in a currency if one was said."""

    low: Decimal
    high: Decimal
    currency: str = ""


def parse_price(typed: str, numbers: Numbers = Numbers.POINT) -> Price:
    """Return the price of ``2 500 ₽``, ``£140``, ``1.234,56 €`` or ``от 300 до 700 руб``.

    PriceError, with what to type instead, for anything else: nothing is read as another amount.
    """
    try:
        ends = _ends(_exact(tidy(typed).lower()))
        amounts = [_amount(end, numbers) for end in ends]
    except AmbiguousError as error:
        raise PriceError(str(error)) from error
    except NumberError as error:
        words = _("{problem} Type a price such as {example}.")
        raise PriceError(words.format(problem=error, example=_EXAMPLES[numbers])) from error
    return _priced(amounts[0], amounts[-1])


def _priced(low: tuple[Decimal, str], high: tuple[Decimal, str]) -> Price:
    """Return the price from one amount to another, each with its currency if it has one."""
    if low[1] and high[1] and low[1] != high[1]:
        raise PriceError(_("A price has one currency, not two."))
    if low[0] > high[0]:
        raise PriceError(_("A range goes up: type {low:f}-{high:f}.").format(low=high[0], high=low[0]))
    if high[0] >= MOST_PRICE:
        raise PriceError(_("A price is less than {most}.").format(most=grouped(MOST_PRICE)))
    currency = low[1] or high[1]
    for amount, _named in (low, high):
        _check_unit(amount, currency)
    return Price(low[0], high[0], currency)


def _check_unit(amount: Decimal, currency: str) -> None:
    """PriceError if there is no coin of a currency so small."""
    if currency and amount != rounded(amount, currency):
        below = int(amount)
        words = _("There is nothing smaller than 1 {currency}: type {below} or {above}.")
        raise PriceError(words.format(currency=symbol(currency), below=below, above=below + 1))


def parse_rate(typed: str, currency: str, numbers: Numbers = Numbers.POINT) -> Decimal:
    """Return what an hour of work costs in a currency; PriceError if it is a range, or in another currency."""
    price = parse_price(typed, numbers)
    if price.low != price.high:
        raise PriceError(_("A labour rate is one amount, not a range."))
    if price.currency not in ("", currency):
        words = _("The labour rate here is in {currency}, not in {other}.")
        raise PriceError(words.format(currency=currency, other=price.currency))
    if price.low > MOST_RATE:
        raise PriceError(_("A labour rate is {most} at most.").format(most=grouped(MOST_RATE)))
    return price.low


def _exact(text: str) -> str:
    """Return a price without the strokes for no cents; PriceError, with what to type, if it says only about how much.

    So it is if it has but one end, or names a currency that several countries have.
    """
    text = _NO_CENTS.sub(r"\g<1>00", text)
    if not any(letter.isdigit() for letter in text):
        return text
    if text.startswith(_NOT_EXACT):
        words = _("“{typed}” is not exact: type both ends, such as 450-550, or the amount itself.")
        raise PriceError(words.format(typed=text))
    if (end := _one_end(text)) and len(_TO.split(end)) == 1:
        words = _("“{typed}” has one end only: type both, such as 300-500, or the amount itself.")
        raise PriceError(words.format(typed=text))
    if text.startswith("kr") or text.endswith(("kr", "kr.")):
        raise PriceError(_("“kr” are crowns of several countries: type SEK, NOK or DKK instead."))
    return text


def _one_end(text: str) -> str:
    """Return what stands behind a word for one end of a price, or before a plus; empty if neither does."""
    begins = next((text.removeprefix(word) for word in _ONE_END if text.startswith(word)), "")
    return begins.strip() or (text.removesuffix("+").strip() if text.endswith("+") else "")


def _ends(text: str) -> tuple[str, ...]:
    """Return both ends of a range, or the one amount."""
    began = _FROM.fullmatch(text)
    ends = tuple(_TO.split(began[1] if began else text))
    if len(ends) > 2 or not all(ends):
        raise NumberError(_("“{typed}” is not a price.").format(typed=text))
    return ends


def _amount(text: str, numbers: Numbers) -> tuple[Decimal, str]:
    """Return an amount and its currency, empty if there is none."""
    if text.endswith(_ROUBLE):
        return money_of(text.removesuffix(_ROUBLE).strip(), numbers), "RUB"
    alike = latin(text)
    for sign, currency in TYPED:
        if alike.startswith(sign):
            return money_of(text[len(sign) :].strip(), numbers), currency
        if alike.endswith(sign):
            return money_of(text[: -len(sign)].strip(), numbers), currency
    return money_of(text, numbers), ""
