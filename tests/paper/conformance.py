"""What a PDF promises to those who have it read aloud and to archives, and whether it keeps it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page
from msgspec import Struct
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)

_LENGTH_RULE = "PDFA3A-STREAM-LENGTH-001"
_STREAM = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")
_AFTER = b"\nendstream\n"


def broken_rules(content: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 and PDF/A-3a that a PDF breaks, each with what is said of it."""
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in PROFILES]
    assert all(report.is_compliant is not bool(report.failures) for report in reports)
    failures = [failure for report in reports for failure in report.failures]
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in failures
        if failure.rule_id != _LENGTH_RULE or not _has_true_lengths(content)
    ]


def _has_true_lengths(content: bytes) -> bool:
    """Whether each stream ends where its length says; the checker takes a last byte 13 for a part of the line's end."""
    ends = [(found.end() + int(found[1])) for found in _STREAM.finditer(content)]
    return bool(ends) and all(content[end : end + len(_AFTER)] == _AFTER for end in ends)


class Cell(Struct, frozen=True):
    """A cell of a table: whether it is a head, of what, over how many columns, and whether nothing is in it."""

    is_head: bool
    scope: str
    columns: int
    is_empty: bool


def tables_of(content: bytes) -> Iterator[list[list[Cell]]]:
    """Yield the rows of each table of a PDF, as a screen reader is told of them."""
    root: Any = PdfReader(BytesIO(content)).root_object["/StructTreeRoot"]
    for table in tagged(root, "/Table"):
        yield [[_cell(cell) for cell in children(row)] for row in tagged(table, "/TR")]


def tagged(element: DictionaryObject, *tags: str) -> Iterator[DictionaryObject]:
    """Yield the elements below one, at any depth, that have one of these tags, in the order in which they are read."""
    for child in children(element):
        if child.get("/S") in tags:
            yield child
        yield from tagged(child, *tags)


def children(element: DictionaryObject) -> list[DictionaryObject]:
    """Return the elements that one is made of, without the marks of what stands on a page."""
    return [found for found in _kids(element) if isinstance(found, DictionaryObject) and "/S" in found]


def _kids(element: DictionaryObject) -> list[Any]:
    kids = element.get("/K", ArrayObject())
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    return [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]


def is_empty(element: DictionaryObject) -> bool:
    """Whether there is nothing on a page that belongs to an element."""
    return all(isinstance(kid, DictionaryObject) and "/S" in kid and is_empty(kid) for kid in _kids(element))


def _cell(element: DictionaryObject) -> Cell:
    said: dict[str, Any] = {}
    attributes: Any = element.get("/A", ArrayObject()).get_object()
    for one in attributes if isinstance(attributes, ArrayObject) else [attributes]:
        said |= one.get_object()
    return Cell(
        str(element["/S"]) == "/TH", str(said.get("/Scope", "")), int(said.get("/ColSpan", 1)), is_empty(element)
    )


def check_tables(content: bytes) -> None:
    """Check that each column of each table has a head that is read, and that says what it is the head of."""
    for head, *rows in tables_of(content):
        columns = sum(cell.columns for cell in head)
        assert rows
        for cell in head:
            assert cell.is_head
            assert cell.scope in ("/Column", "/Both")
            assert not cell.is_empty
        assert all(sum(cell.columns for cell in row) <= columns for row in rows)
