"""The list of sources on paper."""

from msgspec import Struct

from micra_assistant.guide.source import Source
from micra_assistant.guide.source_words import source_facts, where_words


class SheetSource(Struct, frozen=True):
    """A source; ``facts`` are its kind, its car and how sure it is, ``where`` is how to look it up."""

    title: str
    facts: str
    detail: str
    where: str


def sheet_sources(sources: dict[str, Source]) -> dict[str, SheetSource]:
    """Return the sources as they are listed, by id."""
    return {name: _source(source) for name, source in sources.items()}


def _source(source: Source) -> SheetSource:
    return SheetSource(source.title, source_facts(source), source.detail, where_words(source))
