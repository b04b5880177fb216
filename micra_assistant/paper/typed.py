"""What people typed, made fit to be set: it may hold anything that a clipboard can."""

import re
import unicodedata

_GAP = re.compile(r"[ \n]+")
_LEFT_OUT = ("Cc", "Cf", "Cs")
"""Control characters, those that turn the direction of a line, and halves of letters."""


def typed(text: str) -> str:
    """Return text without characters that cannot be seen; line breaks stay."""
    lines = unicodedata.normalize("NFC", text.replace("\t", " ")).splitlines()
    return "\n".join("".join(filter(_is_seen, line)).rstrip() for line in lines).strip()


def one_line(text: str, longest: int = 0) -> str:
    """Return text in one line, with ``…`` for what goes beyond ``longest`` characters, if that is given."""
    line = _GAP.sub(" ", typed(text))
    return f"{line[: longest - 1].rstrip()}…" if 0 < longest < len(line) else line


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _LEFT_OUT
