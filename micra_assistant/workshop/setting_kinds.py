"""What kinds of settings there are: how each is checked, typed, shown and written in TOML.

``folder`` is everywhere where the file of the settings lies.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from micra_assistant.catalogues import languages
from micra_assistant.errors import MicraError
from micra_assistant.numbers import NumberError, Numbers, decimal_of, tidy, written
from micra_assistant.parts.money import MOST_RATE
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.parts.exchange_rates import ExchangeRate

MOST_LOGO_BYTES = 1_000_000
MOST_KEPT_YEARS = 10
_MOST_DIGITS, _DECIMALS = 20, 2
_AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
_WHOLE = 100
_PATH_MARKS = ("/", "\\", ":")


class WrongValueError(MicraError):
    """A setting cannot have a value: what it must be, in a sentence in small letters."""


class Kind(Struct, frozen=True):
    """A kind of setting, whose values are read and written as text unless it says otherwise."""

    @property
    def has_choice(self) -> bool:
        """Whether a person has anything to choose."""
        return True

    def read(self, value: object, folder: Path) -> Any:
        """Return the value that TOML gave, checked; WrongValueError if it cannot be one."""
        raise NotImplementedError

    def typed(self, text: str, folder: Path, numbers: Numbers) -> Any:  # noqa: ARG002
        """Return what a person typed where ``numbers`` are written so, checked alike."""
        return self.read(" ".join(text.split()), folder)

    def shown(self, value: Any, numbers: Numbers) -> str:  # noqa: ARG002
        """Return a value as it can be typed."""
        return str(value)

    def toml(self, value: Any) -> str:
        """Return a value as TOML, which has a text in one line as JSON does."""
        return msgspec.json.encode(self.shown(value, Numbers.POINT)).decode()


class ChoiceKind(Kind, frozen=True):
    """One of several values, each with its words for people, ``marked`` to be looked up when they are shown."""

    values: type[StrEnum]
    marked: Mapping[str, str]

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the values, by their names."""
        return {name: _(words) for name, words in self.marked.items()}

    def read(self, value: object, folder: Path) -> StrEnum:  # noqa: ARG002
        """Return the value of that name, in capitals or not."""
        text = value.strip().lower() if isinstance(value, str) else ""
        if text in list(self.values):
            return self.values(text)
        raise WrongValueError(_not_one_of(list(self.values), text))


def _not_one_of(known: Sequence[str], text: str) -> str:
    names = ", ".join(f'"{name}"' for name in known)
    return asking(_("this must be one of {names}").format(names=names), nearest(text, known))


def _too_long(longest: int) -> str:
    words = ngettext(
        "this has more than {count} letter: shorten it", "this has more than {count} letters: shorten it", longest
    )
    return words.format(count=longest)


class Text(Kind, frozen=True):
    """Words in one line."""

    longest: int

    def read(self, value: object, folder: Path) -> str:  # noqa: ARG002
        """Return the words without blanks around them."""
        if not isinstance(value, str):
            raise WrongValueError(_('this must be words in straight quotes, such as "Anna"'))
        text = value.strip()
        if len(text) > self.longest:
            raise WrongValueError(_too_long(self.longest))
        if not text.isprintable():
            raise WrongValueError(_("this has a letter that cannot be seen, such as a line break: delete it"))
        return text


class Language(Kind, frozen=True):
    """A language that there is a catalogue of words for."""

    @property
    def has_choice(self) -> bool:
        """Whether there is more than English."""
        return len(languages()) > 1

    def read(self, value: object, folder: Path) -> str:  # noqa: ARG002
        """Return the language of that name."""
        known = languages()
        text = value.strip() if isinstance(value, str) else ""
        if text not in known:
            raise WrongValueError(_not_one_of(known, text))
        return text


class Rate(Kind, frozen=True):
    """What an hour of work costs in a currency; None where the author's rate holds."""

    currency: str

    def read(self, value: object, folder: Path) -> Decimal:  # noqa: ARG002
        """Return the amount that a number, or one in quotes, is."""
        exact = Decimal(value) if isinstance(value, str) and _AMOUNT.fullmatch(value) else value
        if isinstance(exact, int) and not isinstance(exact, bool) and 0 <= exact <= MOST_RATE:
            return Decimal(exact)
        if isinstance(exact, Decimal) and _is_price(exact):
            return exact
        raise WrongValueError(
            _("this must be what an hour costs: from 0 to {most}, such as 1200 or 54.50").format(most=MOST_RATE)
        )

    def typed(self, text: str, folder: Path, numbers: Numbers) -> Decimal | None:  # noqa: ARG002
        """Return the rate that was typed, None if nothing was."""
        from micra_assistant.parts.price import PriceError, parse_rate  # noqa: PLC0415 - loaded when it is wanted

        try:
            return parse_rate(text, self.currency, numbers) if text.strip() else None
        except PriceError as error:
            raise WrongValueError(str(error)) from error

    def shown(self, value: Decimal | None, numbers: Numbers) -> str:
        """Return the amount with the decimal mark of the workshop."""
        return "" if value is None else f"{value:f}".replace(".", numbers.mark)

    def toml(self, value: Decimal) -> str:
        """Return the amount as a number."""
        return f"{value:f}"


class Percent(Kind, frozen=True):
    """A share in per cent; None if there is none."""

    def read(self, value: object, folder: Path) -> Decimal:  # noqa: ARG002
        """Return the share that a number, or one in quotes, is."""
        exact = Decimal(value) if isinstance(value, str) and _AMOUNT.fullmatch(value) else value
        share = Decimal(exact) if isinstance(exact, Decimal | int) and not isinstance(exact, bool) else Decimal(-1)
        if _is_price(share) and share <= _WHOLE:
            return share
        raise WrongValueError(_("this must be per cent: from 0 to {most}, such as 20 or 8.10").format(most=_WHOLE))

    def typed(self, text: str, folder: Path, numbers: Numbers) -> Decimal | None:
        """Return the share that was typed, with a sign for per cent or without; None if nothing was."""
        said = text.strip().removesuffix("%").strip()
        if not said:
            return None
        try:
            return self.read(decimal_of(tidy(said), numbers), folder)
        except NumberError as error:
            raise WrongValueError(str(error)) from error

    def shown(self, value: Decimal | None, numbers: Numbers) -> str:
        """Return the share with the decimal mark of the workshop."""
        return "" if value is None else written(value, numbers)

    def toml(self, value: Decimal) -> str:
        """Return the share as a number."""
        return f"{value:f}"


class Years(Kind, frozen=True):
    """A number of whole years."""

    def read(self, value: object, folder: Path) -> int:  # noqa: ARG002
        """Return the years that a number, or one in quotes, is."""
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        if text.isascii() and text.isdecimal() and 1 <= int(text[:_MOST_DIGITS]) <= MOST_KEPT_YEARS:
            return int(text)
        raise WrongValueError(_("this must be whole years: from 1 to {most}, such as 3").format(most=MOST_KEPT_YEARS))

    def toml(self, value: int) -> str:
        """Return the years as a number."""
        return str(value)


class Exchange(Kind, frozen=True):
    """Rates of exchange, each with its day."""

    def read(self, value: object, folder: Path) -> "tuple[ExchangeRate, ...]":  # noqa: ARG002
        """Return the rates that a text in quotes has, with a point as the decimal mark."""
        if not isinstance(value, str):
            raise WrongValueError(_('this must be rates such as "1 GBP = 98.50 RUB, 2026-11-28"'))
        return self._rates(value, Numbers.POINT)

    def typed(self, text: str, folder: Path, numbers: Numbers) -> "tuple[ExchangeRate, ...]":  # noqa: ARG002
        """Return the rates that were typed, none if nothing was."""
        return self._rates(text, numbers)

    def shown(self, value: "tuple[ExchangeRate, ...]", numbers: Numbers) -> str:
        """Return the rates in a row."""
        from micra_assistant.parts.exchange_rates import rates_words  # noqa: PLC0415 - loaded when it is wanted

        return rates_words(value, numbers) if value else ""

    def _rates(self, text: str, numbers: Numbers) -> "tuple[ExchangeRate, ...]":
        from micra_assistant.parts.exchange_rates import ExchangeError, parse_rates  # noqa: PLC0415 - few workshops have any

        try:
            return parse_rates(text, numbers)
        except ExchangeError as error:
            raise WrongValueError(str(error)) from error


class Picture(Kind, frozen=True):
    """A picture that lies beside the settings, as sound as one that a guide shows; None if there is none.

    A person may name one elsewhere, which is copied beside them when it is kept.
    """

    def read(self, value: object, folder: Path) -> Path | None:
        """Return the file of that name."""
        if not isinstance(value, str):
            raise WrongValueError(_('this must be the name of a picture in straight quotes, such as "logo.png"'))
        name = value.strip()
        if not name:
            return None
        if any(mark in name for mark in _PATH_MARKS):
            raise WrongValueError(
                _("this must be the name of a picture that lies in {folder}: copy it there").format(folder=folder)
            )
        if wrong := _wrong_with(folder, name):
            raise WrongValueError(_("this cannot be shown: {wrong}").format(wrong=wrong))
        return folder / name

    def typed(self, text: str, folder: Path, numbers: Numbers) -> Path | None:  # noqa: ARG002
        """Return the file of that name, or of that path."""
        file = Path(text.strip())
        return self.read(file.name, file.parent) if file.is_absolute() else self.read(text, folder)

    def shown(self, value: Path | None, numbers: Numbers) -> str:  # noqa: ARG002
        """Return the name of the file."""
        return value.name if value else ""


def _wrong_with(folder: Path, name: str) -> str:
    """Return what is wrong with a picture, or nothing."""
    from micra_assistant.guide.pictures import in_picture, look_at  # noqa: PLC0415 - few workshops have a logo

    found = look_at(folder, name)
    wrong = found.mistake or next((in_picture(name, finding) for finding in found.findings), "")
    if not wrong and (folder / name).stat().st_size > MOST_LOGO_BYTES:
        return _("picture {name} is larger than {megabytes} MB").format(
            name=name, megabytes=MOST_LOGO_BYTES // 1_000_000
        )
    return wrong


def _is_price(amount: Decimal) -> bool:
    """Whether an amount is one that a labour rate can be, with no more decimals than money has."""
    if not (amount.is_finite() and 0 <= amount <= MOST_RATE):
        return False
    exact = amount.as_tuple()
    return len(exact.digits) <= _MOST_DIGITS and -int(exact.exponent) <= _DECIMALS
