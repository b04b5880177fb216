"""Read the blocks of a step: paragraphs, lists, tables, pictures, callouts."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise, takewhile
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from micra_assistant.guide import markup
from micra_assistant.guide.circuit import is_circuit, read_circuit
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.evidence import value_in
from micra_assistant.guide.inline import PARTS_OF_A_LINE, read_text
from micra_assistant.guide.items import is_item, read_item
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Count,
    Diagram,
    Paragraph,
    Reading,
    SignalWord,
    Table,
    Text,
    Tick,
    Written,
    plain,
)
from micra_assistant.guide.pictures import LookedAt, in_picture, look_at
from micra_assistant.guide.register import Register
from micra_assistant.tomlfile import nearest
from micra_assistant.words import N_, _

_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_MOST_PICTURES = 500
_REFUSED = {
    "h3": N_("a heading below ##: a step has no parts; make two steps of it"),
    "blockquote": N_('a quotation: write a hint as !!! note "Title", its text indented by 4 spaces'),
    "pre": N_("text indented by 4 spaces that belongs to no callout"),
    "hr": N_("a ruled line has no place in a step"),
}
_REFUSED_IN_A_LINE = ("ul", "ol", "p", "div", "pre", "blockquote")
"""Other blocks are left out of the line; guides that have them were read before ``check`` said so."""


def read_blocks(elements: list[Element], register: Register) -> list[tuple[Block, int]]:
    """Return the blocks that ``elements`` stand for, each with its line; mistakes go to the register."""
    return [(block, markup.line_of(element)) for element in elements for block in _blocks(element, register)]


def _blocks(element: Element, register: Register) -> Iterator[Block]:
    match element.tag:
        case "p" if (picture := _lone_picture(element)) is not None:
            yield _picture(picture, list(element)[1:], register)
        case "p":
            if text := read_text(element, register):
                yield Paragraph(text)
        case "ul" | "ol":
            yield from _list(element, register)
        case "table":
            yield _table(element, register)
        case "div" if "admonition" in element.get("class", "").split():
            yield from _callout(element, register)
        case tag:
            kind = "h3" if re.fullmatch("h[1-6]", tag) else tag
            register.mistake(
                element, _(_REFUSED[kind]) if kind in _REFUSED else _("<{tag}> has no place in a step").format(tag=tag)
            )


def _lone_picture(paragraph: Element) -> Element | None:
    """Return the picture if the paragraph holds nothing else but its sources."""
    first, *others = [child.tag for child in paragraph] or [""]
    words = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
    is_alone = first == "img" and set(others) <= {markup.SOURCE_TAG} and not words.strip()
    return paragraph[0] if is_alone else None


def _picture(picture: Element, marks: list[Element], register: Register) -> Diagram | Circuit:
    """Return a picture, which is a circuit if a file of that name says what it reads where."""
    path, alt = picture.get("src", ""), picture.get("alt", "").strip()
    register.shown += 1
    if register.shown == _MOST_PICTURES + 1:
        register.mistake(
            picture,
            _("a guide shows at most {most} pictures: make two guides of it").format(most=_MOST_PICTURES),
        )
    looked_at = _looked_at(path, register)
    if looked_at.mistake:
        register.mistake(picture, looked_at.mistake)
    for finding in looked_at.findings:
        register.finding(picture, in_picture(path, finding))
    for remark in looked_at.remarks:
        register.remark(picture, in_picture(path, remark))
    if not alt:
        register.mistake(picture, _("picture {path} has no words: ![what is to be seen]({path})").format(path=path))
    diagram = Diagram(register.from_guide(path), alt, tuple(register.source(mark) for mark in marks))
    if not looked_at.mistake and is_circuit(path, register):
        return read_circuit(path, diagram, register)
    if not marks and (value := value_in(f"{alt} {looked_at.words}")):
        register.lacks_source(picture, _("{value} in picture {path}").format(value=value, path=path))
    return diagram


def _looked_at(path: str, register: Register) -> LookedAt:
    """Return what there is to say of a picture; each is read once, however often it is shown."""
    folder = register.picture_folder(path)
    if (known := register.pictures.get(folder / path)) is None:
        known = register.pictures[folder / path] = look_at(folder, path)
    return known


def _list(element: Element, register: Register) -> Iterator[Block]:
    """Read a list; Markdown makes one of two that follow each other, so plain lines may come before items."""
    lines = [(_unwrapped(line, register), line.get(markup.NUMBER)) for line in element]
    plain_lines = list(takewhile(lambda line: not is_item(line[0]), lines))
    for _numbered, alike in groupby(plain_lines, lambda line: line[1] is None):
        yield _bullets(list(alike), register)
    for line, _number in lines[len(plain_lines) :]:
        if not is_item(line):
            register.mistake(line, _("a plain line after checklist items: put a sentence between the two lists"))
        elif item := read_item(line, register):
            yield item


def _bullets(lines: list[tuple[Element, str | None]], register: Register) -> Bullets:
    """Return lines as a list, each given with the number that was typed before it; all have one, or none has."""
    numbers = tuple(int(number) for _line, number in lines if number is not None)
    for (line, _own), (before, number) in zip(lines[1:], pairwise(numbers), strict=False):
        if number <= before:
            register.finding(
                line,
                _("number {number} after {before}: numbers are shown as they are typed, so count up").format(
                    number=number, before=before
                ),
            )
    texts = tuple(read_text(line, register) for line, _number in lines)
    for (line, _number), text in zip(lines, texts, strict=True):
        if not text:
            register.finding(line, _("a line of the list has no words: write them, or take it away"))
    return Bullets(texts, numbers)


def _unwrapped(line: Element, register: Register) -> Element:
    """Return what holds the words of a list line: Markdown wraps them in a paragraph if blank lines are about."""
    words, *more = list(line) if len(line) and line[0].tag == "p" else [line]
    nested = [child for child in (*more, *words) if child.tag not in PARTS_OF_A_LINE]
    for block in nested:
        note = register.mistake if block.tag in _REFUSED_IN_A_LINE else register.finding
        note(block, _("something nested in a list line: write it as one list, or as two steps"))
    words[:] = [child for child in words if child not in nested]
    return words


def _table(element: Element, register: Register) -> Table:
    header, *rows = [tuple(read_text(cell, register) for cell in row) for row in element.iter("tr")]
    return Table(header, tuple(rows))


def _callout(element: Element, register: Register) -> Iterator[Callout]:
    word = " ".join(word for word in element.get("class", "").split() if word != "admonition")
    known = [signal.value for signal in SignalWord]
    if word not in known:
        meant = nearest(word, known)
        words = _("no callout “{word}”; there is: {known}")
        if meant:
            words = _("no callout “{word}”: did you mean “{meant}”? there is: {known}")
        register.mistake(element, words.format(word=word, meant=meant, known=", ".join(known)))
        return
    signal = SignalWord(word)
    title, body = _callout_parts(element, signal, register)
    blocks = tuple(_gated(block, signal) for block in _callout_blocks(body, register))
    if not body:
        register.finding(element, _("the callout is empty: its text stands below, indented by 4 spaces"))
    if signal.is_safety:
        _check_safety_message(element, title, blocks, register)
    yield Callout(signal, title, blocks)


def _callout_parts(element: Element, signal: SignalWord, register: Register) -> tuple[Text, list[Element]]:
    """Return title and body; Python-Markdown makes up a title from the signal word if there is none."""
    if not len(element) or element[0].get("class") != "admonition-title":
        return (), list(element)
    title = read_text(element[0], register)
    return () if plain(title) == signal.value.capitalize() else title, list(element)[1:]


def _callout_blocks(body: list[Element], register: Register) -> Iterator[Paragraph | Bullets | AnyItem]:
    for element in body:
        for block in _blocks(element, register):
            if isinstance(block, Paragraph | Bullets | Tick | Reading | Count | Written):
                yield block
            else:
                register.mistake(element, _("a callout holds text, lists and items: put pictures and tables after it"))


def _gated(block: Paragraph | Bullets | AnyItem, signal: SignalWord) -> Paragraph | Bullets | AnyItem:
    is_gate = signal.holds_gate and isinstance(block, Tick | Reading | Count | Written)
    return replace(block, gate=True) if is_gate else block


def _check_safety_message(
    element: Element, title: Text, blocks: tuple[Paragraph | Bullets | AnyItem, ...], register: Register
) -> None:
    """Check the three parts that IEC/IEEE 82079-1 asks for: the hazard, what happens, how to avoid it."""
    said = " ".join(plain(block.text) for block in blocks if isinstance(block, Paragraph))
    if not plain(title):
        register.mistake(element, _('the callout does not say the hazard: !!! warning "The hazard"'))
    if len(_SENTENCE_END.findall(said)) < 2:
        register.mistake(element, _("the callout must say, in two sentences, what happens and how to avoid it"))
