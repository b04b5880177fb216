"""The badges of sources, and the key to their signs."""

from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from micra_assistant.paper.badges import badge_key, badges

SOURCES = {
    "versa": Source("Manual", SourceKind.MANUAL, Scope.SISTER, Confidence.HIGH),
    "page": Source("Article", SourceKind.ARTICLE, Scope.THIS_CAR, Confidence.LOW),
}


def test_badges_end_in_their_place_in_the_list_if_there_is_one() -> None:
    assert badges(SOURCES, numbered=True) == {"versa": "M≈1", "page": "A??2"}
    assert badges(SOURCES, numbered=False) == {"versa": "M≈", "page": "A??"}


def test_the_key_explains_the_signs_that_occur_and_no_others() -> None:
    assert badge_key(SOURCES) == (
        ("M", "service manual"),
        ("A", "article"),
        ("≈", "a sister model"),
        ("??", "not sure"),
    )
    assert badge_key({}) == ()


def test_every_sign_of_a_badge_is_in_the_key() -> None:
    for kind in SourceKind:
        for scope in Scope:
            for confidence in Confidence:
                source = Source("S", kind, scope, confidence)
                assert "".join(sign for sign, _ in badge_key({"s": source})) == source.badge
