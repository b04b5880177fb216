"""Read one Markdown page into the model, walking the element tree that Python-Markdown builds."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from micra_assistant.guide import markup
from micra_assistant.guide.blocks import read_blocks
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.evidence import unsourced, unsourced_facts, value_in
from micra_assistant.guide.inline import read_text
from micra_assistant.guide.model import Block, Callout, Diagram, Page, Step, plain
from micra_assistant.guide.register import Register
from micra_assistant.words import _

_MOST_MINUTES = 1000
_MOST_BLOCKS = 500
"""Paragraphs, items, pictures and so on of one step; a screenful has a dozen."""
_OWN_ATTRIBUTES = {
    "a": ("href",),
    "img": ("src", "alt"),
    markup.SOURCE_TAG: ("id",),
    "div": ("class",),
    "p": ("class",),
    "li": (markup.NUMBER,),
    "ol": ("start",),
    "th": ("style",),
    "td": ("style",),
}
"""The attributes that Markdown itself gives to an element."""


def read_page(text: str, register: Register) -> Page | None:
    """Return the page, or None if it has no sound title; mistakes go to the register."""
    root = markup.parse(text)
    (head, preface), *sections = _sections(root)
    if head is None or head.tag != "h1":
        register.mistake(root, _("the page must begin with its title: # Title {{: #page-id }}").format())
        return None
    for element in preface:
        register.mistake(element, _("text before the first step: begin a step with ## Title {{: #step-id }}").format())
    if not sections:
        register.mistake(head, _("the page has no step: begin one with ## Title {{: #step-id }}").format())
    steps = [_read_step(head, body, register) for head, body in sections if head is not None]
    register.check_attributes(head, head.keys(), ("id", markup.LINE))
    name, title = head.get("id", ""), _title("page", head, register)
    if not register.identify("page", name, head):
        return None
    return Page(name, title, tuple(step for step in steps if step is not None))


def _read_step(head: Element, body: list[Element], register: Register) -> Step | None:
    if head.tag == "h1":
        register.mistake(head, _("a second page title: a page has one #, its steps have ##"))
        return None
    register.check_attributes(head, head.keys(), ("id", "minutes", markup.LINE))
    name, title = head.get("id", ""), _title("step", head, register)
    placed = read_blocks(body, register)
    blocks, lines = tuple(block for block, _line in placed), tuple(line for _block, line in placed)
    for element in body:
        _check_attributes(element, register)
        _check_sources(element, register)
    if not body:
        register.mistake(head, _("step “{title}” is empty").format(title=title))
    _check_size(head, title, blocks, register)
    if not register.identify("step", name, head):
        return None
    register.block_lines[name] = lines
    return Step(name, title, blocks, _minutes(head, register))


def _check_sources(element: Element, register: Register) -> None:
    """Note every value and fact that does not say where it comes from."""
    for part, value in unsourced(element):
        register.lacks_source(part, value)
    for part, fact in unsourced_facts(element):
        register.remark(
            part,
            _("“{fact}” has no source: say with [^id] which car it is from, or leave it out").format(fact=fact),
        )


def _check_size(head: Element, title: str, blocks: tuple[Block, ...], register: Register) -> None:
    """Note that a step is no screenful: that it is very long, or shows several pictures."""
    if sum(len(block.blocks) if isinstance(block, Callout) else 1 for block in blocks) > _MOST_BLOCKS:
        register.mistake(
            head,
            _("step “{title}” has more than {most} parts: make several steps of it").format(
                title=title, most=_MOST_BLOCKS
            ),
        )
    if sum(isinstance(block, Diagram | Circuit) for block in blocks) > 1:
        register.remark(
            head,
            _("step “{title}” shows several pictures: a screenful has one, so make two steps of it").format(
                title=title
            ),
        )


def _check_attributes(element: Element, register: Register) -> None:
    """Note every attribute that was written where it says nothing."""
    for part in element.iter():
        for name in sorted({*part.keys()} - {markup.LINE, *_OWN_ATTRIBUTES.get(part.tag, ())}):
            register.mistake(
                part, _("“{name}” says nothing here: {{: … }} belongs to headings and to - [ ] lines").format(name=name)
            )


def _title(kind: str, head: Element, register: Register) -> str:
    title = plain(read_text(head, register))
    if not title:
        register.mistake(head, _("the page has no title") if kind == "page" else _("the step has no title"))
    if value := value_in(title):
        register.lacks_source(head, value, _("a title has no room for one; put the value into the step"))
    return title


def _minutes(head: Element, register: Register) -> int:
    text = head.get("minutes", "0")
    minutes = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else _MOST_MINUTES
    if minutes >= _MOST_MINUTES:
        register.mistake(
            head,
            _("minutes=“{text}” is not a whole number of minutes below {most}").format(text=text, most=_MOST_MINUTES),
        )
    return minutes


def _sections(root: Element) -> Iterator[tuple[Element | None, list[Element]]]:
    """Yield each page or step heading with the elements below it; what is above the first has no heading."""
    head: Element | None = None
    body: list[Element] = []
    for element in root:
        if element.tag in ("h1", "h2"):
            if head is not None or body:
                yield head, body
            head, body = element, []
        else:
            body.append(element)
    yield head, body
