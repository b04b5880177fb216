"""What is wrong with the text of a TOML file, in words and at the line to be mended; tomllib names where it gave up."""

import re
import tomllib

from micra_assistant.words import N_, _

_AT = re.compile(r"\(at (?:line (\d++), column \d++|end of document)\)$")
_LONG_VALUE = re.compile(r"""=\s*+(?:\[|\{|\"""|''')""")
_CURLY = re.compile(r"[“”„‟‘’‚«»]")
_MOST_QUOTED = 60
_UNCLOSED = "Unclosed array"
_WORDS = (
    ("Unterminated string", N_("the quote is not closed")),
    ("Illegal character '\\n'", N_("the quote is not closed in its line")),
    ("Expected \"'", N_("the quote is not closed")),
    (_UNCLOSED, N_("a bracket [ is not closed, or a comma is missing between two values")),
    ("Unclosed inline table", N_("a brace {{ is not closed, or a comma is missing between two values")),
    ("Expected ']", N_("the bracket of the heading is not closed")),
    ("Expected '='", N_("a line is written key = value, a key without blanks in small letters")),
    ("Invalid statement", N_("a line is written key = value, a key without blanks in small letters")),
    ("Invalid initial character", N_("a key is written in small letters, digits and dashes")),
    ("Invalid value", N_("a value is missing or is none: words stand in straight quotes, numbers as 12 or 0.5")),
    (
        "Expected newline",
        N_('there is more behind the value: 0.5 has a point, and a quote within quotes is written \\"'),
    ),
    ("Unescaped", N_("a backslash in quotes is written twice: \\\\")),
    ("Invalid hex", N_("a backslash in quotes is written twice: \\\\")),
    ("Cannot overwrite", N_("this key stands twice, or is a heading too: leave one")),
    ("Cannot declare", N_("this heading stands twice: leave one, or write [[…]] where there are several")),
    ("Cannot mutate", N_("this heading is closed already: write all of it in one place")),
    ("Duplicate", N_("this key stands twice: leave one")),
    ("Found invalid character", N_("there is a character here that cannot be seen: delete it")),
    ("Illegal character", N_("there is a character here that cannot be seen: delete it")),
)
"""What tomllib says, by how it begins, and what that means."""


def syntax_mistake(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """Return the line that is wrong, and what is wrong there, as the rest of a sentence."""
    said = _AT.sub("", str(error)).rstrip()
    found = _AT.search(str(error))
    lines = text.rstrip().split("\n")
    given_up = min(int(found[1]), len(lines)) if found and found[1] else len(lines)
    opening = _opening(lines, given_up)
    if opening and said == "Invalid value":
        said = _UNCLOSED
    line = opening or given_up
    typed = "".join(letter if letter.isprintable() else "□" for letter in lines[line - 1].strip()[:_MOST_QUOTED])
    return line, _("is not TOML: {meaning}: {typed}").format(meaning=_meaning(said, typed), typed=typed).removesuffix(
        ": "
    )


def _meaning(said: str, typed: str) -> str:
    if curly := _CURLY.search(typed):
        return _('the quotes of a value are straight, "…", and not {sign}').format(sign=curly[0])
    return next((_(words).format() for beginning, words in _WORDS if said.startswith(beginning)), said)


def _opening(lines: list[str], given_up: int) -> int:
    """Return the line of the list or the long text that is open where tomllib gave up; 0 if there is none."""
    for number in range(given_up, 0, -1):
        if found := _LONG_VALUE.search(lines[number - 1]):
            return number if _is_open(found[0][-1], "\n".join(lines[number - 1 : given_up])[found.end() - 1 :]) else 0
    return 0


def _is_open(opened: str, since: str) -> bool:
    if opened in "\"'":
        return since.count(opened * 3) % 2 == 0  # the third quote of the opening three is the first of what is given
    return since.count(opened) > since.count({"[": "]", "{": "}"}[opened])
