"""The currencies of ISO 4217 that people here pay in: their signs, how they are typed, and their smallest units."""

from decimal import Decimal

from msgspec import Struct

from micra_assistant.lookalikes import latin


class Currency(Struct, frozen=True):
    """One currency.

    Attributes:
        sign: as it is shown; ``in_front`` of the amount, or behind it.
        typed: in small letters, how people write it beside its code.
        decimals: of an amount, as ISO 4217 has them.
    """

    sign: str
    typed: tuple[str, ...] = ()
    in_front: bool = False
    decimals: int = 2


_TABLES = {
    "RUB": Currency("₽", ("рублей", "руб.", "руб", "р.", "₽")),
    "EUR": Currency("€", ("euros", "euro", "€")),
    "GBP": Currency("£", ("pounds", "£"), in_front=True),
    "USD": Currency("$", ("dollars", "us$", "$"), in_front=True),
    "JPY": Currency("¥", ("yen", "¥"), in_front=True, decimals=0),
}
CURRENCIES = tuple(_TABLES)
"""Those that guides and labour rates can be in."""
QUOTED = {
    **_TABLES,
    "BYN": Currency("BYN"),
    "CHF": Currency("CHF", ("sfr.", "sfr", "fr.")),
    "CNY": Currency("CNY", ("rmb", "yuan")),
    "CZK": Currency("Kč", ("kč",)),
    "DKK": Currency("DKK"),
    "HUF": Currency("HUF", ("ft",)),
    "KZT": Currency("₸", ("тенге", "тг", "₸")),
    "NOK": Currency("NOK"),
    "PLN": Currency("zł", ("zł", "zl")),
    "SEK": Currency("SEK"),
    "TRY": Currency("₺", ("tl", "₺")),
    "UAH": Currency("₴", ("грн.", "грн", "₴")),
}
"""Those that somebody may name a price in, by their codes."""


def _ways_to_type() -> list[tuple[str, str]]:
    ways = [(latin(way), code) for code, currency in QUOTED.items() for way in (code.lower(), *currency.typed)]
    return sorted(ways, key=lambda way: -len(way[0]))


TYPED = _ways_to_type()
"""How each currency may be typed, with Latin letters for those that look alike, and its code; the longest first."""


def rounds_to(currency: str) -> Decimal:
    """Return the smallest unit of a currency, such as 0.01."""
    return Decimal(1).scaleb(-QUOTED[currency].decimals)
