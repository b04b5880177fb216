"""The badges of sources on paper, and what their signs mean."""

from micra_assistant.guide.model import Confidence, Scope, Source, SourceKind
from micra_assistant.words import N_, _

_KINDS = {
    SourceKind.MANUAL: N_("manual"),
    SourceKind.TRADE: N_("trade"),
    SourceKind.WORKSHOP: N_("workshop"),
    SourceKind.ARTICLE: N_("article"),
    SourceKind.FORUM: N_("forum"),
    SourceKind.PRACTICE: N_("practice"),
}
_SCOPES = {Scope.SISTER: N_("a sister model"), Scope.GENERAL: N_("cars in general")}
_CONFIDENCES = {Confidence.MEDIUM: N_("fairly sure"), Confidence.LOW: N_("not sure")}


def badges(sources: dict[str, Source], *, numbered: bool) -> dict[str, str]:
    """Return the badge of each source, by id; ``numbered`` ones end in their place in the list of sources."""
    places = enumerate(sources.items(), 1)
    return {name: f"{source.badge}{number if numbered else ''}" for number, (name, source) in places}


def badge_key(sources: dict[str, Source]) -> tuple[tuple[str, str], ...]:
    """Return each sign that the badges of ``sources`` are made of, with what it means."""
    used = {sign for source in sources.values() for sign in (source.kind, source.scope, source.confidence)}
    return (
        *((kind.letter, _(words)) for kind, words in _KINDS.items() if kind in used),
        *((scope.sign, _(words)) for scope, words in _SCOPES.items() if scope in used),
        *((sure.sign, _(words)) for sure, words in _CONFIDENCES.items() if sure in used),
    )
