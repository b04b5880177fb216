"""Numbers as they are shown: whole, with the sign that belongs to them."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.guide.html import rich_text
from micra_assistant.guide.judging import range_words, with_unit
from micra_assistant.guide.model import Count, Reading, Words
from micra_assistant.guide.value_words import value_words
from micra_assistant.number_words import GAP, untorn
from micra_assistant.time_words import wait_words
from tests.builders import words

OHMS = Reading(id="ohms", label=words("Pressed"), unit="Ω")
CLIPS = Count(id="clips", label=words("Clips"), noun="clip", undo="Fit them", state="clips off")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (with_unit(Decimal("13.8"), "Ω"), "13.8~Ω"),
        (with_unit(Decimal(1_000_000), "Ω"), "1~MΩ"),
        (range_words(Decimal(1), Decimal(10), "Ω"), "1 to 10~Ω"),
        (range_words(None, Decimal(1), "V"), "1~V or less"),
        (value_words(OHMS, "14"), "14~Ω"),
        (value_words(OHMS, "1.2k"), "1.2~kΩ"),
        (value_words(CLIPS, "11"), "11~clips"),
        (value_words(replace(CLIPS, noun="clip of the trim panel"), "1"), "1 clip of the trim panel"),
        (wait_words(125), "2~min~5~s"),
    ],
)
def test_no_line_tears_a_number_from_its_unit(said: str, shown: str) -> None:
    assert said == shown.replace("~", GAP)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("over 10 Ω, or 1 MΩ", "over 10~Ω, or 1~MΩ"),
        ("At 12 V: 0.5 A, 20 °C, 5 mm or 100 %.", "At 12~V: 0.5~A, 20~°C, 5~mm or 100~%."),
        ("3 minutes, 2 Valves, 4 m/s, a 1 and V", "3 minutes, 2 Valves, 4 m/s, a 1 and V"),
    ],
)
def test_nor_in_what_a_guide_says(written: str, shown: str) -> None:
    assert untorn(written) == shown.replace("~", GAP)
    assert rich_text((Words(written, bold=True),), {}) == f"<b>{untorn(written)}</b>"
