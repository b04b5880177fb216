"""The badges of sources on paper, and what their signs mean."""

from micra_assistant.guide.model import Confidence, Scope, Source, SourceKind

_SCOPES = {Scope.SISTER: "a sister model", Scope.GENERAL: "cars in general"}
_CONFIDENCES = {Confidence.MEDIUM: "fairly sure", Confidence.LOW: "not sure"}


def badges(sources: dict[str, Source], *, numbered: bool) -> dict[str, str]:
    """Return the badge of each source, by id; ``numbered`` ones end in their place in the list of sources."""
    places = enumerate(sources.items(), 1)
    return {name: f"{source.badge}{number if numbered else ''}" for number, (name, source) in places}


def badge_key(sources: dict[str, Source]) -> tuple[tuple[str, str], ...]:
    """Return each sign that the badges of ``sources`` are made of, with what it means."""
    used = {sign for source in sources.values() for sign in (source.kind, source.scope, source.confidence)}
    return (
        *((kind.letter, kind.value) for kind in SourceKind if kind in used),
        *((scope.sign, words) for scope, words in _SCOPES.items() if scope in used),
        *((sure.sign, words) for sure, words in _CONFIDENCES.items() if sure in used),
    )
