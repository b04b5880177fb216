"""The model: plain data that nobody changes."""

from pathlib import Path

import pytest

from micra_assistant.guide.model import SignalWord, SourceMark, Words, plain
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from tests.builders import step_file, write_guide

EVERY_BLOCK = """
Words.[^meters]

- line

![Words](a.svg)

| a |
|---|
| b |

!!! tip
    Words.

- [ ] Tick {: #tick }
- [ ] Reading {: #reading unit=V }
- [ ] Count {: #count count=clip }
"""


def test_nothing_in_a_guide_can_be_changed(tmp_path: Path) -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    guide = read_guide(write_guide(tmp_path, {**step_file(EVERY_BLOCK), "a.svg": drawing}))
    step = guide.steps[0]
    assert len(step.blocks) == 8
    for part in (guide, *guide.pages, step, *step.blocks, *guide.sources.values(), Words("text")):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(part, part.__struct_fields__[0], None)


def test_the_strongest_signal_comes_first() -> None:
    assert [signal.value for signal in SignalWord] == ["danger", "warning", "caution", "notice", "note", "tip"]
    assert [signal.is_safety for signal in SignalWord] == [True, True, True, True, False, False]
    assert [signal.holds_gate for signal in SignalWord] == [True, True, False, False, False, False]


def test_a_badge_tells_kind_scope_and_doubt() -> None:
    badges = [Source("", kind, Scope.THIS_CAR, Confidence.HIGH).badge for kind in SourceKind]
    assert badges == ["M", "T", "W", "A", "F", "P"]
    assert [Source("", SourceKind.MANUAL, scope, Confidence.HIGH).badge for scope in Scope] == ["M", "M≈", "M*"]
    doubts = [Source("", SourceKind.FORUM, Scope.SISTER, confidence).badge for confidence in Confidence]
    assert doubts == ["F≈", "F≈?", "F≈??"]


def test_plain_words_have_no_badges() -> None:
    assert plain((Words(" One "), SourceMark("meters"), Words("two", bold=True), Words(". "))) == "One two."
