"""Where a fact comes from, for which car it was said and how sure it is, in words."""

from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from micra_assistant.words import N_, _

KINDS = {
    SourceKind.MANUAL: N_("service manual"),
    SourceKind.TRADE: N_("trade publication"),
    SourceKind.WORKSHOP: N_("workshop case"),
    SourceKind.ARTICLE: N_("article"),
    SourceKind.FORUM: N_("forum"),
    SourceKind.PRACTICE: N_("workshop practice"),
}
SCOPES = {Scope.THIS_CAR: N_("this car"), Scope.SISTER: N_("a sister model"), Scope.GENERAL: N_("cars in general")}
CONFIDENCES = {Confidence.HIGH: N_("sure"), Confidence.MEDIUM: N_("fairly sure"), Confidence.LOW: N_("not sure")}


def source_facts(source: Source) -> str:
    """Return what sort of source it is, which car it is about and how sure it is."""
    return _("{kind}, {car}, {sure}").format(
        kind=_(KINDS[source.kind]), car=_(SCOPES[source.scope]), sure=_(CONFIDENCES[source.confidence])
    )


def where_words(source: Source) -> str:
    """Return where to look a source up; empty if it does not say so."""
    return _("Look it up: {where}").format(where=source.where) if source.where else ""


def source_words(source: Source) -> str:
    """Return all that is said of a source."""
    parts = (f"{source.title} ({source_facts(source)}).", source.detail, where_words(source))
    return " ".join(part for part in parts if part)
