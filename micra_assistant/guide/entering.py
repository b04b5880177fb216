"""What becomes of a reading that is typed: what is kept of it, and what has to be asked first.

Many meters show a lone 1 for more than they can show. Whether it is that or one ohm, only the person knows; nor does
anybody else know whether ``0.l`` is OL or a tenth of an ohm.
"""

from micra_assistant.errors import MicraError
from micra_assistant.guide.display import is_over, lone_one, with_one
from micra_assistant.guide.measure import UNSURE, AskedError, Choice, ReadingError, parse
from micra_assistant.guide.units import UNITS
from micra_assistant.numbers import NumberError, Numbers, is_too_long, tidy, written
from micra_assistant.words import _

MOST_LETTERS = 200
"""Of what is written down, and of a pattern for it."""


def entered(typed: str, unit: str, numbers: Numbers = Numbers.POINT) -> str:
    """Return what a reading says: ``typed``, or its value if that would not say the same elsewhere.

    ReadingError as ``parse``; AskedError, too, for a lone 1 in ohms, and for ``0.l``.
    """
    if UNITS[unit].open and (asked := _over_or_not(typed, unit)):
        raise asked
    value = parse(typed, unit, numbers)
    try:
        is_plain = parse(typed, unit) == value
    except ReadingError:
        is_plain = False
    return typed if is_plain else _plainly(written(value.normalize(), numbers), numbers)


def _plainly(shown: str, numbers: Numbers) -> str:
    """Return a number so that it is not asked about when it is entered again: ``1,0`` for a 1."""
    return shown if lone_one(shown) is None else f"{shown}{numbers.mark}0"


def to_keep(typed: str, unit: str, numbers: Numbers = Numbers.POINT) -> str:
    """Return what is to be kept of what was typed: what it says, or as it was typed if it is no value.

    What has to be asked about, or may have been cut short, is kept so that no program reads it as a value: ``1 ?``.
    """
    if is_too_long(typed):
        return f"{typed.strip()} {UNSURE}"
    try:
        return entered(typed, unit, numbers)
    except AskedError:
        return typed if _is_asked_about(typed, unit) else f"{typed.strip()} {UNSURE}"
    except ReadingError:
        return typed


def count_to_keep(typed: str) -> str:
    """Return what is to be kept of a count that was typed."""
    return f"{typed.strip()} {UNSURE}" if is_too_long(typed) else typed


class TooLongError(MicraError):
    """More words than can be written down in a line."""


def check_words(typed: str) -> None:
    """Raise TooLongError if words are too long to be written down: nothing is cut off."""
    if len(typed.strip()) > MOST_LETTERS:
        message = _("At most {most} letters have room here: write the rest as a note.")
        raise TooLongError(message.format(most=MOST_LETTERS))


def doubt(kept: str, unit: str) -> AskedError | None:
    """Return what there is to ask about a reading that was kept before it was said what it means; None if nothing."""
    typed = kept.strip()
    if not typed.endswith(UNSURE):
        return None
    for numbers in Numbers:
        try:
            entered(typed.removesuffix(UNSURE), unit, numbers)
        except AskedError as asked:
            return asked
        except ReadingError:
            continue
    return None


def _over_or_not(typed: str, unit: str) -> AskedError | None:
    """Return what there is to ask about a text that may be a display over its range, or a number; None if nothing."""
    try:
        text = tidy(typed)
    except NumberError:
        return None
    behind, number = lone_one(text), with_one(text)
    if behind is not None:
        return _over_or_one(behind, unit)
    return _over_or_number(number) if number and is_over(text, unit) else None


def _over_or_number(number: str) -> AskedError:
    return AskedError(
        _(
            "A small L behind the point can be OL, more than the meter can show, or a 1. Is it that, or {number}?"
        ).format(number=number),
        (
            Choice("over-range", "OL", _("Over range (OL)")),
            Choice(number, number, _("Really {number}").format(number=number)),
        ),
    )


def _over_or_one(behind: str, unit: str) -> AskedError:
    one = f"1 {behind.removesuffix(unit).strip()}{unit}"
    return AskedError(
        _(
            "A 1 alone at the left of the display means over range: more than the meter can show. Is it that, or {one}?"
        ).format(one=one),
        (
            Choice("over-range", "OL", _("Over range (OL)")),
            Choice("one", f"1.0 {behind}".strip(), _("Really {one}").format(one=one)),
        ),
    )


def _is_asked_about(typed: str, unit: str) -> bool:
    try:
        parse(typed, unit)
    except AskedError:
        return True
    except ReadingError:
        pass
    return False
