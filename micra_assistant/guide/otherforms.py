"""Forms of other Markdown, and slips of the pen, that a guide would show as they are typed.

Here they are found and put into words: what is missing, and what to write. Words in ``code`` are shown as typed by
wish, so they are not looked at.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from micra_assistant.words import N_, _


class Form(NamedTuple):
    """How a form is found, and the words for it, not yet looked up."""

    pattern: re.Pattern[str]
    message: str
    advice: str = ""


_TYPED = N_("{typed} is shown as it is typed: {advice}")


def _form(pattern: str, message: str) -> Form:
    return Form(re.compile(pattern), message)


def _typed(pattern: str, advice: str) -> Form:
    return Form(re.compile(pattern), _TYPED, advice)


_RUN_ON = (
    _form(
        r"[ \t]*+(?:[-*+]|\d++\.)(?:[ \t]|$)",
        N_("a blank line is missing above this list: as it is, it runs on in the sentence before it"),
    ),
    _form(
        r"[ \t]*+(?:\(\d++|\(?[a-z]|\(?[ivx]{1,4})\)[ \t]",
        N_("lines such as “{typed}” run on: write 1. and a blank line above"),
    ),
    _form(
        r"[ \t]*+\|.*\|", N_("a blank line is missing above this table: as it is, it runs on in the sentence before it")
    ),
)
"""What begins a block, in a line of words that is not the first."""
_AT_THE_START = (
    _typed(r"[ \t]*+\d++\)(?=[ \t]++\S)", N_("a line of a list begins with 1. and a blank")),
    _form(
        r"[ \t]*+(?:[-+](?=[^\W\d])|\d{1,3}\.(?=[^\W\d]))", N_("a blank is missing behind “{typed}”: it begins no list")
    ),
    _typed(r"[ \t]*+[•◦▪‣●○·–—−](?=[ \t\[])", N_("a line of a list begins with - and a blank")),
    _form(
        r"[ \t]*+(?:[-*+–—][ \t]*+)?\[[ xX]?\]",
        N_("“{typed}” makes no checklist item: write - [ ] with its three blanks"),
    ),
    _form(r"#++(?=\S)", N_("a blank is missing behind “{typed}”: it begins no heading")),
    _typed(r"[ \t]*+\?\?\?\+?", N_('nothing folds here; write !!! note "Title"')),
    _typed(r"[ \t]*+:::+", N_('a callout begins with !!! note "Title"')),
    _typed(r"[ \t]*+:(?=[ \t])", N_("there are no lists of terms; write a table")),
    _typed(r"[ \t]*+\*\[[^\]\n]*\]:", N_("write the long form where the short one first stands")),
)
_ANYWHERE = (
    _typed(r"\[\[[^\[\]]*\]\]", N_("a link is written [words](#step-id)")),
    _form(
        r"\]\(",
        N_("“{typed}” is shown as it is typed: a link is [words](#step-id), a picture ![words](diagrams/name.svg)"),
    ),
    _typed(r"\][ \t]++\(#", N_("no blank between the two: [words](#step-id)")),
    _typed(r"\)\[#[^()\[\]]*\]", N_("it is the other way round: [words](#step-id)")),
    _typed(r"\[[^\[\]\n]*\]\[[^\[\]\n]*\]", N_("a link is written [words](#step-id)")),
    _typed(r"\^\[|\[[ ]?\^[^\[\]]*\]", N_("a source is marked [^source-id], without blanks")),
    _typed(r"!\[|!(?=\[)", N_("a picture is written ![what is to be seen](diagrams/name.svg)")),
    _typed(r"&(?:[A-Za-z]\w++|#\w++);", N_("type the sign itself")),
    _typed(r"==(?=\S)[^=\n]++==", N_("nothing is highlighted; write **bold**")),
    _typed(r"~~(?=\S)[^~\n]++~~", N_("nothing is crossed out; leave the words out")),
    _typed(r"(?<=\w)[~^]\w++[~^]", N_("type the small letter or figure itself, such as ² or ₂")),
    _typed(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}", N_("nothing is filled in here")),
    _typed(
        r"\{[#.][\w-]++",
        N_("an id is written {{: #id }} with its colon, behind a heading or an item"),
    ),
    _typed(r"\{(?:\+\+|--|~~|==|>>)", N_("make the change itself")),
    _typed(r"%%", N_("there are no hidden remarks")),
    _typed(r"\$\$|\\[(\[](?=.*\\[)\]])", N_("write the formula in plain letters")),
    _typed(r"(?<!\S):[a-z][a-z_]++:(?!\S)", N_("write the word, or the sign itself")),
    _form(
        r"\*\*|(?<!_)__(?!_)", N_("“{typed}” is shown as it is typed: its partner is missing, or a blank is in the way")
    ),
    _form(r"`", N_("“{typed}” is shown as it is typed: its partner is missing")),
)
_BREAKS = (_typed(r"\\$", N_("a line cannot be broken; write two paragraphs")),)

_LINES = (
    _form(r"[ \t]*+(?:```++(?!.*`)|~~~)", N_("{typed} is no frame round lines: write a list, or a paragraph")),
    _form(r"[ \t]*+\d++\.[ \t]++\[[ xX]\]", N_("a checklist item has no number: write - [ ]")),
    _form(r"[ ]{0,3}+\[\^[^\]\n]*+\]:", N_("{typed} is no place for a source: it has an entry in sources.toml")),
    _form(r"\[TOC\][ \t]*+$", N_("{typed} is shown as it is typed: window and paper make their own list of steps")),
)
"""What is told from the line as it is typed, because Markdown makes something else of it."""
_STARS = _form(r"(?<=\d)\*\d++\*\d", N_("the stars in “{typed}” are taken for italics: write ×"))


def forms_in_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield how many line breaks come before each form in a text as it would be shown, and what is wrong with it."""
    said: set[Form] = set()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        for form, typed in _forms_in(line, is_first=number == 0, is_last=is_last):
            if form not in said:
                said.add(form)
                yield number, _said(form, typed)


def _forms_in(line: str, *, is_first: bool, is_last: bool) -> Iterator[tuple[Form, str]]:
    """Yield each form in a line, and how it is typed there."""
    for form in (*(() if is_first else _RUN_ON), *_AT_THE_START):
        if found := form.pattern.match(line):
            yield form, found[0]
    for form in (*_ANYWHERE, *(() if is_last else _BREAKS)):
        if found := form.pattern.search(line):
            yield form, found[0]


def forms_in_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, for every line of a page that Markdown makes something else of."""
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, _said(form, found[0])) for form in _LINES if (found := form.pattern.match(line)))
        if found := _STARS.pattern.search("".join(line.split("`")[::2])):
            yield number, _said(_STARS, found[0])


def _said(form: Form, typed: str) -> str:
    return _(form.message).format(typed=typed.strip()[:40], advice=_(form.advice).format())
