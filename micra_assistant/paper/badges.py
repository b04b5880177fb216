"""The badges of sources on paper, and what their signs mean."""

from micra_assistant.guide.source import Source
from micra_assistant.guide.source_words import CONFIDENCES, KINDS, SCOPES
from micra_assistant.words import _


def badges(sources: dict[str, Source], *, numbered: bool) -> dict[str, str]:
    """Return the badge of each source, by id; ``numbered`` ones end in their place in the list of sources."""
    places = enumerate(sources.items(), 1)
    return {name: f"{source.badge}{number if numbered else ''}" for number, (name, source) in places}


def badge_key(sources: dict[str, Source]) -> tuple[tuple[str, str], ...]:
    """Return each sign that the badges of ``sources`` are made of, with what it means."""
    used = {sign for source in sources.values() for sign in (source.kind, source.scope, source.confidence)}
    return (
        *((kind.letter, _(words)) for kind, words in KINDS.items() if kind in used),
        *((scope.sign, _(words)) for scope, words in SCOPES.items() if scope.sign and scope in used),
        *((sure.sign, _(words)) for sure, words in CONFIDENCES.items() if sure.sign and sure in used),
    )
