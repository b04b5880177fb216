"""Which misspelt words are corrected, and which words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.search.documents import documents_of
from micra_assistant.search.folding import tokens
from micra_assistant.search.index import SearchIndex
from micra_assistant.search.slips import FAR, first_letter_slips, slips, slips_of_start
from tests.shipped import LIBRARY

LONG = 8
"""Letters of a word that may be taken for two written together."""

OTHER_WORDS = """
    wash double wheel tyre exhaust clutch gearbox engine petrol diesel mirror bumper wing heater radiator spring thread
    tread filter spark mud horn seat carpet roof rust sunroof aerials towbar trailer boost sprung slice spice stage
    widow bride pound packet picket party butter ladder suction friction crash premises prefect preset resent severe
    steep steel sample sight command supply supple swatch gentle wobble quite through though many bounce vacation
    thermostat windscreen handbrake camshaft alternator gasoline fender sedan saloon estate caravan spaghetti weather
    Kofferraum Schloss serrure coffre llave puerta bagagliaio sleutel nyckel klucz klapka bagaznik
    stopped after pressing unlocking disconnected reconnect unplugging rewire unscrew
"""
"""Of this language and of others: found, or said to be left out, but never taken for another."""

MISSPELT = {
    "tailgte": "tailgate", "tialgate": "tailgate", "taligate": "tailgate", "conector": "connector",
    "connecter": "connector", "multimetr": "multimeter", "multimeeter": "multimeter", "multimter": "multimeter",
    "imobiliser": "immobiliser", "imobilizer": "immobilizer", "frequancy": "frequency", "frequecy": "frequency",
    "reciever": "receiver", "recever": "receiver", "batery": "battery", "battary": "battery", "swich": "switch",
    "swithc": "switch", "hazzard": "hazard", "sleve": "sleeve", "sleave": "sleeve", "buton": "button",
    "buttn": "button", "buttom": "button", "lacth": "latch", "actuater": "actuator", "acutator": "actuator",
    "solinoid": "solenoid", "soleniod": "solenoid", "wirng": "wiring", "grese": "grease", "silcone": "silicone",
    "corrossion": "corrosion", "corosion": "corrosion", "moistrue": "moisture", "contniuity": "continuity",
    "resistnace": "resistance", "voltge": "voltage", "votlage": "voltage", "terminl": "terminal",
    "negitive": "negative", "posative": "positive", "airbga": "airbag", "dashbord": "dashboard",
    "transpoder": "transponder", "antena": "antenna", "locksmth": "locksmith", "registraton": "registration",
    "harnes": "harness", "screwdirver": "screwdriver", "diagnstic": "diagnostic", "keyles": "keyless",
    "hatchbak": "hatchback", "intermitent": "intermittent", "intermittant": "intermittent", "grommit": "grommet",
    "insualtion": "insulation", "soldring": "soldering", "ubtton": "button", "ailgate": "tailgate",
}  # fmt: skip


@pytest.mark.parametrize("word", OTHER_WORDS.split())
def test_another_word_is_never_corrected(shipped: SearchIndex, word: str) -> None:
    assert shipped.search(word).corrections == ()
    assert shipped.search(f"{word} button").corrections == ()


@pytest.mark.parametrize("word", MISSPELT)
def test_a_misspelt_word_is_corrected(shipped: SearchIndex, word: str) -> None:
    found = shipped.search(f"{word} ")
    assert [(one.typed, one.shown) for one in found.corrections] == [(word, MISSPELT[word])]
    assert found.hits


def long_words() -> list[str]:
    """Return the long words of the guides that are shipped."""
    library = LIBRARY
    documents = [document for name in library.names() for document in documents_of(library.guide(name))]
    texts = [text for one in documents for text in (one.title, *(piece.text for piece in one.pieces))]
    words = {token.word for text in texts for token in tokens(text)}
    return sorted(word for word in words if word.isascii() and word.isalpha() and len(word) >= LONG)


def test_a_word_as_it_stands_in_a_guide_is_found_as_it_is(shipped: SearchIndex) -> None:
    for word in long_words():
        found = shipped.search(f"{word} ")
        assert found.hits, word
        assert (found.corrections, found.left_out) == ((), ()), word


def test_a_long_word_with_a_letter_doubled_finds_that_word(shipped: SearchIndex) -> None:
    for word in long_words():
        typed = word[:5] + word[4:]
        found = [hit.title.text for hit in shipped.search(f"{typed} ").hits]
        assert found == [hit.title.text for hit in shipped.search(f"{word} ").hits], typed


@pytest.mark.parametrize("line", ["stopped after car wash", "double lock"])
def test_a_word_that_no_guide_knows_is_said(shipped: SearchIndex, line: str) -> None:
    found = shipped.search(line)
    assert found.corrections == ()
    assert set(found.left_out) <= {"wash", "double"}
    assert found.hits


@pytest.mark.parametrize("line", ["28268-AX61B", "CR2O32", "5WK4867", "F71", "435.92", "CR9032"])
def test_a_number_is_never_corrected(shipped: SearchIndex, line: str) -> None:
    found = shipped.search(line)
    assert (found.hits, found.corrections) == ((), ())
    assert found.left_out


@pytest.mark.parametrize(
    ("typed", "meant", "distance"),
    [
        ("swithc", "switch", 1), ("conector", "connector", 1), ("hazzard", "hazard", 1), ("tailgte", "tailgate", 1),
        ("negitive", "negative", 1), ("buttom", "button", 1), ("imobilisor", "immobiliser", 2),
        ("screwdirvr", "screwdriver", 2), ("lacking", "locking", FAR), ("double", "trouble", FAR),
        ("wash", "was", FAR), ("trim", "time", FAR), ("reconnect", "connect", FAR), ("unlock", "lock", FAR),
        ("petal", "pedal", FAR), ("battering", "battery", FAR),
    ],
)  # fmt: skip
def test_slips_are_counted_as_far_as_they_are_believed(typed: str, meant: str, distance: int) -> None:
    assert slips(typed, meant) == distance


def test_the_beginning_of_a_word_may_have_two_letters_swapped() -> None:
    assert slips_of_start("tialg", "tailgate") == 1
    assert slips_of_start("tlg", "tailgate") == FAR
    assert slips_of_start("tilg", "tailgate") == FAR


def test_the_first_letter_is_left_out_of_long_words_only() -> None:
    assert "tailgate" in first_letter_slips("ailgate")
    assert "button" in first_letter_slips("ubtton")
    assert "switch" not in first_letter_slips("witch")
    assert first_letter_slips("ock") == []


WORDS = st.text(alphabet="abcdestz", min_size=9, max_size=12)


@given(word=WORDS, data=st.data())
def test_one_slip_is_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    left_out = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] + word[at:]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for typed in {left_out, doubled, swapped} - {word}:
        assert slips(typed, word) in (1, FAR if len(typed) < len(word) or typed.endswith(("ed", "s", "es")) else 1)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_words_can_be_compared(one: str, other: str) -> None:
    assert slips(one, other) in (0, 1, 2, FAR)
    assert slips(one, one) == 0
