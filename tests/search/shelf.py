"""Documents for an index, made of what a test shows, and what a search finds in it."""

from collections.abc import Mapping

from micra_assistant.search.documents import Document, DocumentKind, Piece
from micra_assistant.search.hits import Marked
from micra_assistant.search.index import SearchIndex

PARTS = """
    part = "Tailgate button"
    currency = "RUB"
    market = "Russia"
    priced = "undated"
    source = "meters"
    rate_per_hour = 1200

    [[options]]
    id = "used"
    name = "Used part"
    kind = "used"
    price = [300, 700]
    minutes = 70
    drawbacks = ["Hidden defects"]
    note = "Measure it first."
    """
"""What the part of a guide costs."""


def step(title: str, *lines: str, around: str = "", **labels: str) -> Document:
    """Return a step of that title, its id made of it, with lines of text and the labels of items."""
    pieces = (*map(Piece, lines), *(Piece(label, item) for item, label in labels.items()))
    name = title.lower().replace(" ", "-")
    return Document(kind=DocumentKind.STEP, title=title, where="Guide · Page", around=around, step=name, pieces=pieces)


def shelve(index: SearchIndex, documents: Mapping[str, tuple[Document, ...]]) -> None:
    """Put guides into the index, each with its documents."""
    for guide, its in documents.items():
        index.put(guide, "signed", its)


def titles(index: SearchIndex, line: str, here: str = "") -> list[str]:
    """Return the titles of the hits."""
    return [hit.title.text for hit in index.search(line, here).hits]


def shown(text: Marked) -> str:
    """Return a text with its marks as brackets."""
    return "".join(f"[{run}]" if marked else run for run, marked in text.runs())
