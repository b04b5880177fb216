"""Numbers, units and signs as they are said."""

import pytest

from micra_assistant.guide.units import UNITS
from micra_assistant.voice.for_the_ear import for_the_ear, sentence, without_signs
from micra_assistant.voice.unit_words import UNIT_WORDS


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("12.4 to 15 V", "12 point 4 to 15 volts"),
        ("12.4–15 V", "12 point 4 to 15 volts"),
        ("10 Ω – 20 Ω", "10 ohms to 20 ohms"),
        ("0,05 Ω", "0 point 0 5 ohms"),
        ("1 Ω or less", "1 ohm or less"),
        ("1.0 V", "1 point 0 volts"),
        ("1.2\N{NO-BREAK SPACE}kΩ", "1 point 2 kilohms"),
        ("84\N{NO-BREAK SPACE}000 km", "84000 kilometres"),
        ("−5 °C", "minus 5 degrees Celsius"),
        ("OL", "O L"),
        ("about 1 h 12 min", "about 1 hour 12 minutes"),
        ("≥ 3 Nm · 50%", "at least 3 newton metres, 50 percent"),
        ("11 clips", "11 clips"),
        ("133,869 cars", "133869 cars"),
        ("2,550 V", "2 point 5 5 0 volts"),
        ("0,125", "0 point 1 2 5"),
        ("under 5 km/h", "under 5 kilometres an hour"),
        ("433.92 MHz", "433 point 9 2 megahertz"),
        ("a lone 1, or ∞", "a lone 1, or infinity"),
        ("less “Leads”.", "less Leads."),
        ("10 mm socket", "10 millimetres socket"),
    ],
)
def test_quantities_are_said_in_words(shown: str, said: str) -> None:
    assert for_the_ear(shown) == said


@pytest.mark.parametrize("kept", ["step 8.2.1", "TP3", "H4", "K12", "2 months", "M6", "relay 87a", "1.2.3", "OLD"])
def test_what_is_no_quantity_is_left_as_it_is(kept: str) -> None:
    assert for_the_ear(kept) == kept


def test_every_unit_of_a_reading_has_words() -> None:
    prefixed = {"kΩ", "MΩ", "mV", "mA"}
    assert {*UNITS, *prefixed} <= UNIT_WORDS.keys()
    assert all("{number}" in words(1) and "{number}" in words(2) for words in UNIT_WORDS.values())


def test_what_is_in_another_language_keeps_its_numbers() -> None:
    assert without_signs("12,4 В  · “Дверь”") == "12,4 В, Дверь"


@pytest.mark.parametrize(("words", "said"), [("Leads", "Leads."), ("Why?", "Why?"), (" ", ""), ("So:", "So:")])
def test_a_sentence_ends(words: str, said: str) -> None:
    assert sentence(words) == said
