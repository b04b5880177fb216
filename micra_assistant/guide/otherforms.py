"""Forms of other Markdown, and slips of the pen, that a guide would show as they are typed.

Here they are found and put into words: what is missing, and what to write. Words in ``code`` are shown as typed by
wish, so they are not looked at.
"""

import re
from collections.abc import Iterator

Form = tuple[re.Pattern[str], str]

_NO_GAP = "a blank line is missing above this {}: as it is, it runs on in the sentence before it"
_TYPED = "{} is shown as it is typed: {}"


def _form(pattern: str, message: str) -> Form:
    return re.compile(pattern), message


_RUN_ON = (
    _form(r"[ \t]*+(?:[-*+]|\d++\.)(?:[ \t]|$)", _NO_GAP.format("list")),
    _form(
        r"[ \t]*+(?:\(\d++|\(?[a-z]|\(?[ivx]{1,4})\)[ \t]",
        "lines such as “{}” run on: write 1. and a blank line above",
    ),
    _form(r"[ \t]*+\|.*\|", _NO_GAP.format("table")),
)
"""What begins a block, in a line of words that is not the first."""
_AT_THE_START = (
    _form(r"[ \t]*+\d++\)(?=[ \t]++\S)", _TYPED.format("{}", "a line of a list begins with 1. and a blank")),
    _form(r"[ \t]*+(?:[-+](?=[^\W\d])|\d{1,3}\.(?=[^\W\d]))", "a blank is missing behind “{}”: it begins no list"),
    _form(r"[ \t]*+[•◦▪‣●○·–—−](?=[ \t\[])", _TYPED.format("{}", "a line of a list begins with - and a blank")),
    _form(r"[ \t]*+(?:[-*+–—][ \t]*+)?\[[ xX]?\]", "“{}” makes no checklist item: write - [ ] with its three blanks"),
    _form(r"#++(?=\S)", "a blank is missing behind “{}”: it begins no heading"),
    _form(r"[ \t]*+\?\?\?\+?", _TYPED.format("{}", 'nothing folds here; write !!! note "Title"')),
    _form(r"[ \t]*+:::+", _TYPED.format("{}", 'a callout begins with !!! note "Title"')),
    _form(r"[ \t]*+:(?=[ \t])", _TYPED.format("{}", "there are no lists of terms; write a table")),
    _form(r"[ \t]*+\*\[[^\]\n]*\]:", _TYPED.format("{}", "write the long form where the short one first stands")),
)
_ANYWHERE = (
    _form(r"\[\[[^\[\]]*\]\]", _TYPED.format("{}", "a link is written [words](#step-id)")),
    _form(r"\]\(", "“{}” is shown as it is typed: a link is [words](#step-id), a picture ![words](diagrams/name.svg)"),
    _form(r"\][ \t]++\(#", _TYPED.format("{}", "no blank between the two: [words](#step-id)")),
    _form(r"\)\[#[^()\[\]]*\]", _TYPED.format("{}", "it is the other way round: [words](#step-id)")),
    _form(r"\[[^\[\]\n]*\]\[[^\[\]\n]*\]", _TYPED.format("{}", "a link is written [words](#step-id)")),
    _form(r"\^\[|\[[ ]?\^[^\[\]]*\]", _TYPED.format("{}", "a source is marked [^source-id], without blanks")),
    _form(r"!\[|!(?=\[)", _TYPED.format("{}", "a picture is written ![what is to be seen](diagrams/name.svg)")),
    _form(r"&(?:[A-Za-z]\w++|#\w++);", _TYPED.format("{}", "type the sign itself")),
    _form(r"==(?=\S)[^=\n]++==", _TYPED.format("{}", "nothing is highlighted; write **bold**")),
    _form(r"~~(?=\S)[^~\n]++~~", _TYPED.format("{}", "nothing is crossed out; leave the words out")),
    _form(r"(?<=\w)[~^]\w++[~^]", _TYPED.format("{}", "type the small letter or figure itself, such as ² or ₂")),
    _form(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}", _TYPED.format("{}", "nothing is filled in here")),
    _form(
        r"\{[#.][\w-]++", _TYPED.format("{}", "an id is written {: #id } with its colon, behind a heading or an item")
    ),
    _form(r"\{(?:\+\+|--|~~|==|>>)", _TYPED.format("{}", "make the change itself")),
    _form(r"%%", _TYPED.format("{}", "there are no hidden remarks")),
    _form(r"\$\$|\\[(\[](?=.*\\[)\]])", _TYPED.format("{}", "write the formula in plain letters")),
    _form(r"(?<!\S):[a-z][a-z_]++:(?!\S)", _TYPED.format("{}", "write the word, or the sign itself")),
    _form(r"\*\*|(?<!_)__(?!_)", "“{}” is shown as it is typed: its partner is missing, or a blank is in the way"),
    _form(r"`", "“{}” is shown as it is typed: its partner is missing"),
)
_BREAKS = (_form(r"\\$", _TYPED.format("{}", "a line cannot be broken; write two paragraphs")),)

_LINES = (
    _form(r"[ \t]*+(?:```++(?!.*`)|~~~)", "{} is no frame round lines: write a list, or a paragraph"),
    _form(r"[ \t]*+\d++\.[ \t]++\[[ xX]\]", "a checklist item has no number: write - [ ]"),
    _form(r"[ ]{0,3}+\[\^[^\]\n]*+\]:", "{} is no place for a source: it has an entry in sources.toml"),
    _form(r"\[TOC\][ \t]*+$", "{} is shown as it is typed: window and paper make their own list of steps"),
)
"""What is told from the line as it is typed, because Markdown makes something else of it."""
_STARS = _form(r"(?<=\d)\*\d++\*\d", "the stars in “{}” are taken for italics: write ×")


def forms_in_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield how many line breaks come before each form in a text as it would be shown, and what is wrong with it."""
    said: set[Form] = set()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        for form, typed in _forms_in(line, is_first=number == 0, is_last=is_last):
            if form not in said:
                said.add(form)
                yield number, _said(form[1], typed)


def _forms_in(line: str, *, is_first: bool, is_last: bool) -> Iterator[tuple[Form, str]]:
    """Yield each form in a line, and how it is typed there."""
    for form in (*(() if is_first else _RUN_ON), *_AT_THE_START):
        if found := form[0].match(line):
            yield form, found[0]
    for form in (*_ANYWHERE, *(() if is_last else _BREAKS)):
        if found := form[0].search(line):
            yield form, found[0]


def forms_in_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, for every line of a page that Markdown makes something else of."""
    pattern, stars = _STARS
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, _said(message, found[0])) for form, message in _LINES if (found := form.match(line)))
        if found := pattern.search("".join(line.split("`")[::2])):
            yield number, _said(stars, found[0])


def _said(message: str, typed: str) -> str:
    return message.replace("{}", typed.strip()[:40])
