"""Numbers as people type them: one grammar for readings, rates, prices, mileages and counts.

What can be read in one way only is taken however it is written. What depends on the country, such as ``2.500``, is
read as ``Numbers`` says, or asked about; nothing is ever read as another number.
"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

from micra_assistant.errors import MicraError
from micra_assistant.words import N_, _

MOST_LETTERS = 60
"""Of anything that is read as a number; what is longer is refused before it is looked at."""
_MOST_DIGITS = 24

ARABIC_MARK, ARABIC_GROUP = "\N{ARABIC DECIMAL SEPARATOR}", "\N{ARABIC THOUSANDS SEPARATOR}"
_SIGNS = {
    **dict.fromkeys("−‐‑‒–—", "-"),  # what keyboards and other programs have for a minus
    **dict.fromkeys("’‘ʼ´`", "'"),  # the same for an apostrophe
    "\N{ARABIC COMMA}": ",",
}
_WHOLE = r"[0-9]+"
_WITH_MARK = rf"(?P<whole>[0-9]*+)(?P<mark>[.,{ARABIC_MARK}])(?P<part>[0-9]*)"
_GROUPED = (
    rf"(?P<whole>[1-9][0-9]{{0,2}}(?P<group>[ '.,{ARABIC_GROUP}])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*)"
    rf"(?:(?!(?P=group))(?P<mark>[.,{ARABIC_MARK}])(?P<part>[0-9]+))?"
)

_TWO_WAYS = N_("“{typed}” can be read in two ways: type {whole} or {decimal}.")
_ONE_OF_TWO_WAYS = N_("“{typed}” can be read in two ways: type {whole} or two decimals at most.")


class Numbers(StrEnum):
    """How numbers are written in this workshop."""

    POINT = "point"
    COMMA = "comma"
    SPACE = "space"

    @property
    def example(self) -> str:
        """A number written so."""
        return {"point": "1,234.5", "comma": "1.234,5", "space": "1\N{NO-BREAK SPACE}234,5"}[self.value]

    @property
    def mark(self) -> str:
        """The decimal mark."""
        return "." if self is Numbers.POINT else ","

    @property
    def group(self) -> str:
        """What stands between groups of three digits."""
        return self.example[1]


class NumberError(MicraError):
    """What was typed is not one number."""


class AmbiguousError(NumberError):
    """What was typed can be two numbers.

    Attributes:
        whole, decimal: both, as they can be typed here without being mistaken; ``decimal`` is empty if there is none.
        mark: the letter that can mean either.
    """

    def __init__(self, typed: str, whole: str, decimal: str, mark: str) -> None:
        self.whole, self.decimal, self.mark = whole, decimal, mark
        message = _TWO_WAYS if decimal else _ONE_OF_TWO_WAYS
        super().__init__(_(message).format(typed=typed, whole=whole, decimal=decimal))


def is_too_long(text: str) -> bool:
    """Return whether a text is longer than any number; a field that takes no more may have cut it short."""
    return len(text) > MOST_LETTERS


def tidy(text: str) -> str:
    """Return text with the digits, minus, apostrophes and spaces that all scripts and keyboards have, as plain ones.

    NumberError, at once, if it is longer than any number, or holds raised digits or fractions.
    """
    if is_too_long(text):
        raise NumberError(_("That is too long for a number."))
    if any(unicodedata.category(letter) == "No" for letter in text):
        raise NumberError(_("Type the number without small raised or lowered digits or fractions, such as 0.5."))
    return " ".join("".join(map(_plain, unicodedata.normalize("NFKC", text))).split())


def _plain(letter: str) -> str:
    match unicodedata.category(letter):
        case "Nd":
            return str(unicodedata.decimal(letter))
        case "Cf":
            return ""
        case _:
            return _SIGNS.get(letter, letter)


def decimal_of(text: str, numbers: Numbers) -> Decimal:
    """Return the value of a tidy text that is one number without a sign, such as ``0,4`` or ``1 234.5``.

    AmbiguousError for ``1,234`` unless the comma is the decimal mark here; for ``1.234`` likewise.
    """
    mark, grouped, value = re.fullmatch(_WITH_MARK, text), _grouped(text), _plain_value(text)
    if mark and grouped is not None and mark["mark"] != numbers.mark:
        raise AmbiguousError(text, f"{grouped:f}", text.replace(mark["mark"], numbers.mark), mark["mark"])
    return _known(text, grouped if value is None else value)


def money_of(text: str, numbers: Numbers) -> Decimal:
    """Return the amount that a tidy text is: with two decimals at most, so that ``2,500`` may be in groups of three.

    AmbiguousError for groups of three parted by the decimal mark of this workshop, or by one that it does not use.
    """
    mark, grouped, value = re.fullmatch(_WITH_MARK, text), _grouped(text), _plain_value(text)
    if mark and grouped is not None and mark["mark"] != numbers.group:
        decimal = text.replace(mark["mark"], numbers.mark)[:-1] if text.endswith("0") else ""
        raise AmbiguousError(text, f"{grouped:f}", decimal, mark["mark"])
    value = _known(text, value if grouped is None else grouped)
    if -int(value.as_tuple().exponent) > 2:
        raise NumberError(_("“{text}” has more than two decimals.").format(text=text))
    return value


def whole_of(text: str) -> int:
    """Return the number that a tidy text is: a whole one, plain or in groups of three with one mark throughout."""
    found = re.fullmatch(_GROUPED, text)
    if found and found["part"]:
        raise NumberError(_("“{text}” is not a whole number.").format(text=text))
    return int(_known(text, _grouped(text) if found else Decimal(text) if re.fullmatch(_WHOLE, text) else None))


def written(value: Decimal, numbers: Numbers) -> str:
    """Return a value as it may be typed, here and where numbers are written otherwise: ``1.2340``, never ``1.234``."""
    shown = f"{value:f}"
    whole, _mark, part = shown.partition(".")
    if len(part) == len("000") and len(whole.lstrip("-")) <= len("000"):
        shown += "0"
    return shown.replace(".", numbers.mark)


def _plain_value(text: str) -> Decimal | None:
    """Return the value of digits with at most a decimal mark among them."""
    if re.fullmatch(_WHOLE, text):
        return Decimal(text)
    found = re.fullmatch(_WITH_MARK, text)
    return Decimal(f"{found['whole']}.{found['part']}") if found and (found["whole"] or found["part"]) else None


def _grouped(text: str) -> Decimal | None:
    """Return the value of digits in groups of three."""
    found = re.fullmatch(_GROUPED, text)
    return Decimal(f"{found['whole'].replace(found['group'], '')}.{found['part'] or ''}") if found else None


def _known(text: str, value: Decimal | None) -> Decimal:
    if value is None or sum(letter.isdecimal() for letter in text) > _MOST_DIGITS:
        raise NumberError(_("“{text}” is not a number.").format(text=text))
    return value
