"""Read the words of one block: bold, italic, code, links and source marks."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from micra_assistant.guide import markup
from micra_assistant.guide.model import SourceMark, Text, Words, plain
from micra_assistant.guide.otherforms import forms_in_words
from micra_assistant.guide.register import Register
from micra_assistant.words import N_, _

_ADDRESS_REFUSED = N_("raw HTML {tag} is not allowed: take the brackets away")
_HTML_REFUSED = N_("raw HTML {tag} is not allowed: write it as Markdown")

_RAW_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_CURLY = re.compile(r"!!! ?\w*\s*[“”„‟‘’«»]")
_NO_CALLOUT = re.compile(r"(?:^| )!!! ?[\w“”„‟‘’«»]")
_NESTED_BLOCKS = ("ul", "ol", "p")
PARTS_OF_A_LINE = ("strong", "em", "code", "a", "br", "img", "hr", markup.SOURCE_TAG)
"""What may stand in a line of words, or is refused there by name."""


def read_text(element: Element, register: Register) -> Text:
    """Return the words of ``element`` with white space folded; blocks nested in it are left out."""
    runs = tuple(_runs(element, Words(""), register))
    text = _folded(runs)
    before = len(register.mistakes)
    for run in text:
        if isinstance(run, Words) and not run.code and (tag := _RAW_HTML.search(run.text)):
            refused = _ADDRESS_REFUSED if "@" in tag[0] else _HTML_REFUSED
            register.mistake(element, _(refused).format(tag=tag[0]))
        if isinstance(run, Words) and not run.code and "{:" in run.text:
            register.mistake(
                element,
                _("{{: … }} has its place at the end of a heading or of a line that begins with - [ ]").format(),
            )
    if _NO_CALLOUT.search(plain(text)):
        words = _('!!! begins no callout here: write !!! note "Title" and nothing else in the line')
        if _CURLY.search(plain(text)):
            words = _(
                "!!! begins no callout here: its quotes are not straight:"
                ' write !!! note "Title" and nothing else in the line'
            )
        register.mistake(element, words)
    if len(register.mistakes) == before:
        for breaks, message in forms_in_words("".join(map(_as_typed, runs))):
            register.finding(element, message, below=breaks)
    return text


def _runs(element: Element, style: Words, register: Register) -> Iterator[Words | SourceMark]:
    if element.text:
        yield replace(style, text=html.unescape(element.text) if style.code else element.text)
    for child in element:
        yield from _child_runs(child, style, register)
        if child.tail:
            yield replace(style, text=child.tail)


def _child_runs(element: Element, style: Words, register: Register) -> Iterator[Words | SourceMark]:
    match element.tag:
        case "strong":
            yield from _runs(element, replace(style, bold=True), register)
        case "em":
            yield from _runs(element, replace(style, italic=True), register)
        case "code":
            yield from _runs(element, replace(style, code=True), register)
        case "a":
            yield from _runs(element, replace(style, link=register.link(element)), register)
        case markup.SOURCE_TAG:
            yield SourceMark(register.source(element))
        case "br":
            yield replace(style, text=" ")
        case "img":
            register.mistake(element, _("a picture inside a line: give it a line of its own between blank lines"))
        case tag if tag not in _NESTED_BLOCKS:
            register.mistake(element, _("<{tag}> has no place in a line").format(tag=tag))


def _as_typed(run: Words | SourceMark) -> str:
    """Return the words of a run with their line breaks; of code nothing but those."""
    if isinstance(run, SourceMark):
        return "\N{OBJECT REPLACEMENT CHARACTER}"
    return "\n" * run.text.count("\n") + " " if run.code else run.text


def _folded(runs: tuple[Words | SourceMark, ...]) -> Text:
    """Return ``runs`` with each white space one blank, none at either end, and no run empty."""
    folded: list[Words | SourceMark] = []
    blank_before = True
    for run in runs:
        if isinstance(run, Words):
            text = re.sub(r"\s+", " ", run.text)
            text = text.lstrip() if blank_before else text
            if not text:
                continue
            blank_before = text.endswith(" ")
            run = replace(run, text=text)  # noqa: PLW2901
        folded.append(run)
    if folded and isinstance(last := folded[-1], Words):
        folded[-1:] = [replace(last, text=last.text.rstrip())] if last.text.strip() else []
    return tuple(folded)
