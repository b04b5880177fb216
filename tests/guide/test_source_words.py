"""What is said of a source."""

from msgspec.structs import replace

from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from micra_assistant.guide.source_words import CONFIDENCES, KINDS, SCOPES, source_words

MANUAL = Source("Manual", SourceKind.MANUAL, Scope.SISTER, Confidence.HIGH)


def test_a_source_says_where_to_look_it_up_after_what_it_is_worth() -> None:
    source = replace(MANUAL, detail="It fits.", where="Page 7.")
    assert source_words(source) == "Manual (service manual, a sister model, sure). It fits. Look it up: Page 7."


def test_a_source_without_a_place_says_nothing_of_it() -> None:
    assert source_words(MANUAL) == "Manual (service manual, a sister model, sure)."


def test_every_kind_scope_and_confidence_has_words_of_its_own() -> None:
    assert (set(KINDS), set(SCOPES), set(CONFIDENCES)) == (set(SourceKind), set(Scope), set(Confidence))
    words = [*KINDS.values(), *SCOPES.values(), *CONFIDENCES.values()]
    assert len(set(words)) == len(words)
