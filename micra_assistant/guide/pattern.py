"""What written words are expected to be like: ``[0-9]{5}-[0-9A-Z]{5}``.

It is a small part of regular expressions, matched without going back: letters and digits stand for themselves,
``[0-9A-Z-]`` for one of these signs, ``.`` for any; ``?`` makes what is before it optional, ``{5}`` and ``{5,20}`` say
how often it comes; ``|`` stands between two forms. Nothing in it is without end, so the time that a guide from
anywhere can take is bounded by the length of pattern and words.
"""

import re
from functools import lru_cache

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.guide.entering import MOST_LETTERS
from micra_assistant.lookalikes import latin
from micra_assistant.words import _

_PIECE = re.compile(
    r"""(?: \[ (?P<set>[^][^\\]+) ] | (?P<sign>[^][(){}^$*+?|\\]) )
        (?: \{ (?P<count>[0-9]{1,3}(?:,[0-9]{1,3})?) } | (?P<maybe>\?) )?""",
    re.VERBOSE,
)
_SPAN = re.compile(r"(?P<first>[0-9A-Za-z])-(?P<last>[0-9A-Za-z])|(?P<sign>.)")


class PatternError(MicraError):
    """A pattern is not one of those that this program can read."""


class _Piece(Struct, frozen=True):
    """A sign of a form that comes ``least`` to ``most`` times; ``signs`` are those it can be, None if any."""

    signs: frozenset[str] | None
    least: int
    most: int

    def ends(self, text: str, start: int) -> range:
        """Return where the piece can end in ``text`` if it begins at ``start``."""
        signs, end = self.signs, start
        last = min(start + self.most, len(text))
        while end < last and (signs is None or text[end] in signs):
            end += 1
        return range(start + self.least, end + 1)


def fits(pattern: str, words: str) -> bool:
    """Return whether words are as a sound pattern expects; capitals and letters of another script count alike."""
    text = _alike(words.strip())
    return any(len(text) in _ends(form, text) for form in forms_of(pattern))


@lru_cache
def forms_of(pattern: str) -> tuple[tuple[_Piece, ...], ...]:
    """Return the forms that a pattern allows; PatternError if it is none, or if it allows nothing or too much."""
    if len(pattern) > MOST_LETTERS:
        raise PatternError(_("a pattern has at most {most} letters").format(most=MOST_LETTERS))
    return tuple(_form(part) for part in pattern.split("|"))


def _form(part: str) -> tuple[_Piece, ...]:
    pieces, place = [], 0
    while found := _PIECE.match(part, place):
        pieces.append(_piece(found))
        place = found.end()
    if place < len(part):
        raise PatternError(
            _("“{rest}” is not understood: write signs, [A-Z0-9], {{5}}, {{5,20}}, ? and |").format(rest=part[place:])
        )
    if not 0 < sum(piece.most for piece in pieces) <= MOST_LETTERS:
        raise PatternError(_("it must be 1 to {most} letters at most that fit").format(most=MOST_LETTERS))
    return tuple(pieces)


def _piece(found: re.Match[str]) -> _Piece:
    least, _comma, most = (found["count"] or ("0,1" if found["maybe"] else "1")).partition(",")
    if int(least) > int(most or least) or int(most or least) > MOST_LETTERS:
        raise PatternError(
            _("{{{count}}}: the first number is the least, the second the most, up to {most}").format(
                count=found["count"], most=MOST_LETTERS
            )
        )
    return _Piece(_signs(found), int(least), int(most or least))


def _signs(found: re.Match[str]) -> frozenset[str] | None:
    if found["sign"] == ".":
        return None
    typed = found["set"] or found["sign"]
    return frozenset(_alike("".join(_span(part) for part in _SPAN.finditer(typed))))


def _span(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"]
    first, last = ord(found["first"]), ord(found["last"])
    if first > last:
        raise PatternError(_("{span} runs backwards").format(span=found[0]))
    return "".join(map(chr, range(first, last + 1)))


def _ends(form: tuple[_Piece, ...], text: str) -> set[int]:
    places = {0}
    for piece in form:
        places = {end for start in places for end in piece.ends(text, start)}
    return places


def _alike(text: str) -> str:
    """Return text with what looks alike, small or large, as one letter."""
    return latin(text.upper())
