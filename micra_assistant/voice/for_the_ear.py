"""Text for the eye made into text for the ear: numbers, units and signs in words."""

import re

from micra_assistant.voice.unit_words import UNIT_WORDS
from micra_assistant.words import N_, _

_A_PART = 2
"""The plural that goes with a number with decimals: ``0.3 ohms``, as it does in the languages known to us."""
_NUMBER = r"(?<![\w.,])(?P<minus>[-−]?)(?P<whole>\d{1,3}(?:[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})+|\d+)"
_NUMBER += r"(?:[.,](?P<part>\d+))?"
_UNITS = "|".join(sorted(map(re.escape, UNIT_WORDS), key=len, reverse=True))
_QUANTITY = re.compile(rf"{_NUMBER}(?:\s?(?P<unit>{_UNITS})(?!\w))?(?![\w]|[.,]\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
"""As in ``133,869 cars``; a reading with a decimal comma has a unit."""
_FROM_TO = re.compile(rf"(?P<least>\d(?:\s?(?:{_UNITS}))?)\s?[–—]\s?(?P<most>\d)")
_OVER = re.compile(r"\bOL\b")
_GAPS = re.compile(r"[ \t]+")
_GAP_BEFORE_A_STOP = re.compile(r" (?=,|[.!?](?:\s|$))")
_SIGNS = {
    "≥": N_("at least"),
    "≤": N_("at most"),
    "≈": N_("about"),
    "±": N_("plus or minus"),
    "∞": N_("infinity"),
    "×": N_("times"),
    "+": N_("plus"),
    "&": N_("and"),
}
_PAUSES = str.maketrans({"·": ",", "→": ",", "•": ",", "…": ".", "“": " ", "”": " ", "‘": " ", "«": " ", "»": " "})


def for_the_ear(text: str) -> str:
    """Return text as it is said in the language of the program: ``12.4–15 V`` is ``12 point 4 to 15 volts``."""
    spaced = _FROM_TO.sub(lambda found: _("{least} to {most}").format(**found.groupdict()), text)
    said = _QUANTITY.sub(_quantity, spaced)
    for sign, words in _SIGNS.items():
        said = said.replace(sign, f" {_(words)} ")
    return without_signs(_OVER.sub(_("O L"), said))


def without_signs(text: str) -> str:
    """Return text without what only the eye needs; numbers and units are left to the voice."""
    return _GAP_BEFORE_A_STOP.sub("", _GAPS.sub(" ", text.translate(_PAUSES))).strip()


def sentence(text: str) -> str:
    """Return text with a stop at its end, so that the voice pauses there; empty if it is."""
    tidy = text.strip()
    return tidy if not tidy or tidy[-1] in ".!?:" else f"{tidy}."


def _quantity(found: re.Match[str]) -> str:
    whole = re.sub(r"\s", "", found["whole"])
    number = _number(found["minus"], whole, found["part"] or "")
    unit = found["unit"]
    if not unit:
        return _in_thousands(found[0]) or number
    return UNIT_WORDS[unit](_A_PART if found["part"] else int(whole)).format(number=number)


def _in_thousands(text: str) -> str:
    """Return a number of things without the commas that part its thousands; empty if it has none."""
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else ""


def _number(minus: str, whole: str, part: str) -> str:
    number = _("{whole} point {digits}").format(whole=whole, digits=" ".join(part)) if part else whole
    return _("minus {number}").format(number=number) if minus else number
