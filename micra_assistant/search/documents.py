"""What can be found in a guide: itself, its complaints, its steps and questions, and the ways to get its part."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.judging import limits
from micra_assistant.guide.model import (
    AnyItem,
    Block,
    Bullets,
    Callout,
    Complaint,
    Count,
    Diagram,
    Guide,
    Page,
    Paragraph,
    Reading,
    Step,
    Table,
    Text,
    Tick,
    Written,
    plain,
)
from micra_assistant.parts.options import Option, PartsTable

_YEARS = re.compile(r"([0-9]{4})\s?[-–]\s?([0-9]{4})")
_MOST_YEARS = 50
_PAGE_OF_PARTS = "Parts"
"""Looked for with the words of guides, and seen by nobody."""


class DocumentKind(StrEnum):
    """What is found."""

    GUIDE = "guide"
    COMPLAINT = "complaint"
    STEP = "step"
    QUESTION = "question"
    ITEM = "item"
    PART = "part"


class Piece(Struct, frozen=True, array_like=True):
    """A paragraph, a line of a list, a row of a table; ``item`` is the id of the item whose label it is."""

    text: str
    item: str = ""


class Document(Struct, frozen=True, kw_only=True):
    """Something that can be found. ``around`` says what it and its ``page`` belong to, ``where`` is shown below it."""

    kind: DocumentKind
    title: str
    where: str
    page: str = ""
    around: str = ""
    step: str = ""
    option: str = ""
    pieces: tuple[Piece, ...] = ()


def documents_of(guide: Guide, parts: PartsTable | None = None) -> tuple[Document, ...]:
    """Return what can be found in ``guide``, whose parts table is ``parts``."""
    complaints = (_of_complaint(guide, complaint) for complaint in guide.complaints)
    steps = (_of_step(guide, page, step) for page in guide.pages for step in page.steps)
    options = (_of_option(guide, parts, option) for option in parts.options) if parts else ()
    return (_of_guide(guide), *complaints, *steps, *options)


def title_document(title: str) -> Document:
    """Return what can be found of a guide that has mistakes: its title."""
    return Document(kind=DocumentKind.GUIDE, title=title, where="")


def _of_guide(guide: Guide) -> Document:
    tools = (Piece(f"{tool.name}: {tool.note}" if tool.note else tool.name) for tool in guide.tools)
    first = guide.steps[0].id if guide.steps else ""
    pieces = (Piece(guide.summary), *tools)
    return Document(
        kind=DocumentKind.GUIDE, title=guide.title, where=guide.car, around=_car(guide), step=first, pieces=pieces
    )


def _of_complaint(guide: Guide, complaint: Complaint) -> Document:
    return Document(
        kind=DocumentKind.COMPLAINT,
        title=complaint.title,
        where=guide.title,
        around=f"{guide.title} {_car(guide)}",
        step=complaint.step,
    )


def _of_step(guide: Guide, page: Page, step: Step) -> Document:
    return Document(
        kind=DocumentKind.QUESTION if step.title.endswith("?") else DocumentKind.STEP,
        title=step.title,
        where=f"{guide.title} · {page.title}",
        page=page.title,
        around=f"{guide.title} {_car(guide)}",
        step=step.id,
        pieces=tuple(_pieces(step.blocks)),
    )


def _of_option(guide: Guide, parts: PartsTable, option: Option) -> Document:
    told = (*option.benefits, *option.drawbacks, *option.before_paying, option.delivery, option.note)
    return Document(
        kind=DocumentKind.PART,
        title=f"{parts.part_of(option)}: {option.name}",
        where=guide.title,
        page=_PAGE_OF_PARTS,
        around=f"{guide.title} {_car(guide)}",
        option=option.id,
        pieces=tuple(Piece(text) for text in told if text),
    )


def _car(guide: Guide) -> str:
    """Return the car with each of its years: a K12 of 2003-2010 is asked for as one of 2009."""
    years = (range(int(first), int(last) + 1)[:_MOST_YEARS] for first, last in _YEARS.findall(guide.car))
    return ", ".join([guide.car, *(str(year) for span in years for year in span)])


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield Piece(plain(text))
            case Bullets(lines=lines):
                yield from (Piece(plain(line)) for line in lines)
            case Table(header=header, rows=rows):
                yield from (Piece(_row(row)) for row in (header, *rows))
            case Diagram(alt=alt):
                yield Piece(alt)
            case Circuit(alt=alt, points=points, cases=cases):
                yield from map(Piece, (alt, *(point.name for point in points)))
                yield from (Piece(f"{case.name}: {case.says}") for case in cases)
            case Callout(signal=signal, title=title, blocks=inner):
                yield Piece(f"{signal.value.capitalize()}: {plain(title)}")
                yield from _pieces(inner)
            case Tick() | Reading() | Count() | Written():
                yield Piece(_label(block), block.id)


def _row(cells: tuple[Text, ...]) -> str:
    return " · ".join(plain(cell) for cell in cells)


def _label(item: AnyItem) -> str:
    within = limits(item) if isinstance(item, Reading) else ""
    return f"{plain(item.label)}: {within}" if within else plain(item.label)
