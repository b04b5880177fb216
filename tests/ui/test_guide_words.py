"""What the window says of a source."""

from msgspec.structs import replace

from micra_assistant.guide.model import Confidence, Scope, Source, SourceKind
from micra_assistant.ui.guide_words import source_words

MANUAL = Source("Manual", SourceKind.MANUAL, Scope.SISTER, Confidence.HIGH)


def test_a_source_says_where_to_look_it_up_after_what_it_is_worth() -> None:
    source = replace(MANUAL, detail="It fits.", where="Page 7.")
    assert source_words(source) == "Manual (service manual, a sister model, sure). It fits. Look it up: Page 7."


def test_a_source_without_a_place_says_nothing_of_it() -> None:
    assert source_words(MANUAL) == "Manual (service manual, a sister model, sure)."
