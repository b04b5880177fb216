"""Where a fact of a guide comes from, and how far to trust it."""

from enum import StrEnum

from msgspec import Struct


class SourceKind(StrEnum):
    """What sort of source a fact comes from."""

    MANUAL = "manual"
    TRADE = "trade"
    WORKSHOP = "workshop"
    ARTICLE = "article"
    FORUM = "forum"
    PRACTICE = "practice"

    @property
    def letter(self) -> str:
        """The letter on the badge."""
        return self.value[0].upper()


class Scope(StrEnum):
    """Which car a source speaks of."""

    THIS_CAR = "this-car"
    SISTER = "sister"
    GENERAL = "general"

    @property
    def sign(self) -> str:
        """The sign on the badge: nothing for this car."""
        return {Scope.THIS_CAR: "", Scope.SISTER: "≈", Scope.GENERAL: "*"}[self]


class Confidence(StrEnum):
    """How sure a source is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def sign(self) -> str:
        """The sign on the badge: the less sure, the more question marks."""
        return {Confidence.HIGH: "", Confidence.MEDIUM: "?", Confidence.LOW: "??"}[self]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact comes from, for which car it was said, and how sure it is.

    ``where`` says in words how to look it up: a work with its section, page and date, or that it stands in no print.
    """

    title: str
    kind: SourceKind
    scope: Scope
    confidence: Confidence
    detail: str = ""
    where: str = ""

    @property
    def badge(self) -> str:
        """Kind, scope and confidence in a few signs, such as ``M≈?``."""
        return f"{self.kind.letter}{self.scope.sign}{self.confidence.sign}"
