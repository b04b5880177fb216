"""What a file of a guide may hold, so that nothing that is read later overflows, waits or fills the memory.

These limits guard the program, so every guide is held to them, also one that comes in a job file. They are far above
what a person writes. What is only badly written is another matter: ``check`` says it, and the guide is read.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from micra_assistant.words import _

MOST_LETTERS_OF_A_LINE = 2000
MOST_MISTAKES = 200
"""So many are said of one file, or of one kind; nobody mends more at once."""
MOST_DIGITS = 20
MOST_EXPONENT = 12
"""Of ten: from 0.000 000 000 001 to 9 999 999 999 999."""
MOST_KEY_PARTS = 12

_QUOTED = r'"(?:[^"\\\n]|\\.)*+"?|\'[^\'\n]*+\'?'
_BEFORE_A_KEY = r"[\[\]{},]"


def number(said: str) -> Decimal | None:
    """Return the number that ``said`` is, None if it is none or not one that a guide may have."""
    try:
        value = Decimal(said)
    except (InvalidOperation, ValueError):
        return None
    return value if is_number(value) else None


def is_number(value: Decimal | float) -> bool:
    """Whether a guide may have this number: neither nan nor infinite, digits and exponent within the limits."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        return False
    return len(exact.as_tuple().digits) <= MOST_DIGITS and abs(exact.adjusted()) <= MOST_EXPONENT


def line_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is too long."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_LETTERS_OF_A_LINE:
            yield (
                number,
                _("cannot be read: the line has more than {most} letters").format(most=MOST_LETTERS_OF_A_LINE),
            )


def key_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a TOML file with a key such as ``a.b.c`` that has too many parts."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= MOST_KEY_PARTS and any(key.count(".") >= MOST_KEY_PARTS for key in _keys(line)):
            yield (
                number,
                _("cannot be read: the key has more than {most} parts").format(most=MOST_KEY_PARTS),
            )


def _keys(line: str) -> Iterator[str]:
    """Yield what stands before each ``=`` of a line, and the line itself if it is the head of a table."""
    bare = re.sub(_QUOTED, "_", line)
    *before, _after = bare.split("=")
    yield from (re.split(_BEFORE_A_KEY, part)[-1] for part in before)
    if not before and bare.lstrip().startswith("[") and "," not in bare:
        yield bare
