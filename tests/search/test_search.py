"""What is found for what is typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.search.documents import Document, DocumentKind, Piece
from micra_assistant.search.index import SearchIndex
from micra_assistant.search.terms import Correction
from tests.search.shelf import shelve, shown, step, titles

pytestmark = pytest.mark.thorough

BUTTON = step(
    "Measure the button", "Set the meter to ohms.", "Flex the sleeve at the tailgate.", pressed="Button pressed"
)
FUSES = step("Check the fuses", "F17, 10 A, feeds the locking.", "Battery 12.4 V or more.")
KEY = step("Choose the key", "Nissan 28268-AX61A, marked 5WK4 876.", "Battery CR2032, radio 433.92 MHz.")
ASK = Document(
    kind=DocumentKind.QUESTION,
    title="How do I open the tailgate?",
    where="",
    step="ask",
    pieces=(Piece("From inside."),),
)


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    """Return an index of two guides."""
    shelve(index, {"button": (BUTTON, FUSES, ASK), "key": (KEY,)})
    return index


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("button", ["Measure the button"]),
        ("BUTTONS", ["Measure the button"]),
        ("pressing", ["Measure the button"]),
        ("butt", ["Measure the button"]),
        ("meter sleeve", ["Measure the button"]),
        ("meter fuses", ["Check the fuses", "Measure the button"]),
        ("fuses locking", ["Check the fuses"]),
        ("gaiter", ["Measure the button"]),
        ("gait", ["Measure the button"]),
        ("trunk", ["How do I open the tailgate?", "Measure the button"]),
        ("back door", ["How do I open the tailgate?", "Measure the button"]),
        ("xylophone", []),
        ("", []),
        ("🔧", []),
    ],
)
def test_words_find_what_says_them_in_any_form(filled: SearchIndex, line: str, found: list[str]) -> None:
    assert titles(filled, line) == found


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("28268-AX61A", "Choose the key"),
        ("28268 ax61a", "Choose the key"),
        ("28268ax61a", "Choose the key"),
        ("28268ax6", "Choose the key"),
        ("28268 AX 61 A key", "Choose the key"),
        ("5wk4876", "Choose the key"),
        ("cr 2032", "Choose the key"),
        ("2032", "Choose the key"),
        ("433.92", "Choose the key"),
        ("433 mhz", "Choose the key"),
        ("f 17", "Check the fuses"),
        ("12.4v", "Check the fuses"),
        ("12,4 volts", "Check the fuses"),
        ("10 amps", "Check the fuses"),
        ("10amp", "Check the fuses"),
        ("ten amps", "Check the fuses"),
        ("17", "Check the fuses"),
        ("fuse 17", "Check the fuses"),
        ("fuse seventeen", "Check the fuses"),
        ("fuses 4 8 12 17", "Check the fuses"),
        ("١٢٫٤ V", "Check the fuses"),
        ("twelve point four volts", "Check the fuses"),
        ("ax61a", "Choose the key"),
        ("28268/AX61A", "Choose the key"),
        ("СR2032", "Choose the key"),
    ],
)
def test_numbers_are_found_however_they_are_spaced(filled: SearchIndex, line: str, title: str) -> None:
    assert titles(filled, line)[:1] == [title]


def test_guides_and_complaints_come_before_steps_and_parts_behind_them(index: SearchIndex) -> None:
    kinds = {
        "New button": DocumentKind.PART,
        "Old button": DocumentKind.STEP,
        "Button guide": DocumentKind.GUIDE,
        "Dead button": DocumentKind.COMPLAINT,
    }
    shelve(index, {"guide": tuple(Document(kind=kind, title=title, where="") for title, kind in kinds.items())})
    assert [hit.kind for hit in index.search("button").hits] == [
        DocumentKind.GUIDE,
        DocumentKind.COMPLAINT,
        DocumentKind.STEP,
        DocumentKind.PART,
    ]


def test_of_titles_that_say_the_words_the_one_that_says_least_besides_comes_first(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("Measure the button behind the trim"), step("Measure the button"))})
    assert titles(index, "button measure") == ["Measure the button", "Measure the button behind the trim"]


def test_who_types_a_title_gets_that_first_however_often_others_say_its_words(index: SearchIndex) -> None:
    longer = step("Measure the button again", "Measure the button.", measure="Measure the button", button="Button")
    shelve(index, {"guide": (longer, step("Measure the button"))})
    assert titles(index, "button measure")[0] == longer.title
    assert titles(index, "measure the button")[0] == "Measure the button"


@pytest.mark.parametrize("line", ["28268-BX61A", "button F99", "fuses 99", "12.5 V", "99"])
def test_a_number_is_never_left_out(filled: SearchIndex, line: str) -> None:
    found = filled.search(line)
    assert found.hits == ()
    assert found.left_out


def test_of_several_short_numbers_some_may_be_missing(filled: SearchIndex) -> None:
    found = filled.search("fuses 8 17")
    assert found.left_out == ("8",)
    assert [hit.title.text for hit in found.hits] == ["Check the fuses"]


def test_a_number_in_words_may_be_missing(filled: SearchIndex) -> None:
    found = filled.search("nineteen fuses")
    assert found.left_out == ("nineteen",)
    assert found.hits


@pytest.mark.parametrize("typed", ["press 3 times", "press three times", "press thrice", "press 3x", "press x3"])
@pytest.mark.parametrize("said", ["Press three times.", "Press 3 times.", "Press thrice.", "Press 3 ×."])
def test_how_often_is_found_however_it_is_put(index: SearchIndex, typed: str, said: str) -> None:
    shelve(index, {"guide": (step("One", "Press 4 times, wait 3 minutes."), step("Two", said))})
    assert titles(index, typed) == ["Two"]


def test_two_words_in_one_are_found_but_no_small_ones(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "The battery cover."), step("Two", "Do not hesitate to set it."))})
    assert titles(index, "batterycover") == ["One"]
    assert index.search("notsetit").left_out == ("notsetit",)


def test_small_words_do_not_hinder(filled: SearchIndex) -> None:
    assert titles(filled, "how to measure my button")[0] == "Measure the button"
    assert titles(filled, "how do i") == ["How do I open the tailgate?"]


def test_a_small_word_that_means_the_same_is_not_looked_for(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "Take a lamp."), step("Two", "Take amps."))})
    assert titles(index, "amp") == ["Two"]


def test_a_misspelt_word_is_corrected_and_said(filled: SearchIndex) -> None:
    found = filled.search("Tailgte sleve")
    assert found.corrections == (Correction("Tailgte", "tailgate"), Correction("sleve", "sleeve"))
    assert found.hits[0].title.text == "Measure the button"


def test_a_misspelt_beginning_is_corrected(filled: SearchIndex) -> None:
    assert filled.search("tialg").corrections == (Correction("tialg", "tailgate"),)


def test_a_misspelt_word_is_not_taken_apart(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "Fine soldering."), step("Two", "A ring, sold alone."))})
    found = index.search("soldring ")
    assert found.corrections == (Correction("soldring", "soldering"),)
    assert [hit.title.text for hit in found.hits] == ["One"]


def test_two_words_written_together_find_what_has_both(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "Fine soldering."), step("Two", "A ring, sold alone."))})
    found = index.search("soldalone ")
    assert found.corrections == ()
    assert [hit.title.text for hit in found.hits] == ["Two"]


def test_no_word_is_corrected_into_a_small_one(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "The button works without power."),)})
    assert index.search("witohut button").corrections == ()
    assert index.search("witohut button").left_out == ("witohut",)


def test_a_word_that_is_nowhere_is_said_and_left_out(filled: SearchIndex) -> None:
    found = filled.search("xylophone button")
    assert found.left_out == ("xylophone",)
    assert not found.partial
    assert [hit.title.text for hit in found.hits] == ["Measure the button"]


def test_fewer_words_do_if_nothing_has_all(filled: SearchIndex) -> None:
    found = filled.search("flex radio meter")
    assert found.partial
    assert found.hits[0].title.text == "Measure the button"
    assert titles(filled, "433.92 sleeve") == ["Choose the key"]


def test_titles_weigh_more_than_items_and_items_more_than_text(index: SearchIndex) -> None:
    title, label, text = step("Fit the relay"), step("One", one="Relay fitted"), step("Two", "Look for the relay.")
    shelve(index, {"guide": (text, label, title)})
    assert titles(index, "relay") == ["Fit the relay", "One", "Two"]


def test_what_was_typed_weighs_more_than_what_means_the_same(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "The bellows"), step("Two", "The gaiter"))})
    assert titles(index, "gaiter") == ["Two", "One"]
    assert titles(index, "bellows") == ["One", "Two"]


def test_what_does_a_thing_is_not_the_doing(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "Open it."), step("Two", "Two openers."))})
    assert titles(index, "button") == ["Two"]
    assert titles(index, "opener") == ["Two"]


def test_a_word_that_only_means_it_when_typed_is_not_looked_for(index: SearchIndex) -> None:
    shelve(index, {"guide": (step("One", "Put it into the boot."), step("Two", "The sleeve"))})
    assert titles(index, "gaiter") == ["Two"]
    assert titles(index, "boot") == ["One", "Two"]


def test_the_guide_that_is_shown_comes_first_among_equals(index: SearchIndex) -> None:
    shelve(index, {name: (step(f"Check {name}", "The relay clicks."),) for name in ("one", "two", "three")})
    assert titles(index, "relay")[0] == "Check one"
    assert titles(index, "relay", here="three")[0] == "Check three"
    assert titles(index, "relay", here="gone")[0] == "Check one"


def test_the_guide_that_is_shown_is_not_missed_among_many(index: SearchIndex) -> None:
    shelve(index, {f"guide-{number}": (step(f"Check {number}", "The relay clicks."),) for number in range(200)})
    assert titles(index, "relay", here="guide-199")[0] == "Check 199"
    assert titles(index, "Check 150")[0] == "Check 150"


def test_a_common_page_is_found_once_in_the_guide_that_is_shown(index: SearchIndex) -> None:
    shelve(index, {name: (step("Take the battery off", "The clamp."),) for name in ("one", "two", "three")})
    assert [hit.guide for hit in index.search("clamp").hits] == ["one"]
    assert [hit.guide for hit in index.search("clamp", here="two").hits] == ["two"]


def test_a_hit_says_where_it_is_and_why(filled: SearchIndex) -> None:
    hit = filled.search("trunk gaiter").hits[0]
    assert (hit.kind, hit.guide, hit.step, hit.item) == (DocumentKind.STEP, "button", "measure-the-button", "")
    assert hit.where == "Guide · Page"
    assert shown(hit.excerpt) == "Flex the [sleeve] at the [tailgate]."
    assert hit.words == ("sleeve", "tailgate")


def test_an_item_that_says_it_best_is_the_hit(filled: SearchIndex) -> None:
    hit = filled.search("button pressed").hits[0]
    assert (hit.kind, hit.step, hit.item) == (DocumentKind.ITEM, "measure-the-button", "pressed")
    assert shown(hit.title) == "Measure the [button]"
    assert shown(hit.excerpt) == "[Button] [pressed]"
    assert hit.words == ("Button", "button", "pressed")


def test_a_question_is_one(filled: SearchIndex) -> None:
    assert filled.search("open tailgate").hits[0].kind is DocumentKind.QUESTION


def test_the_words_to_mark_stand_as_in_the_text(filled: SearchIndex) -> None:
    assert filled.search("28268ax61a").hits[0].words == ("28268-AX61A",)
    assert filled.search("12.4v").hits[0].words == ("12.4 V",)
    assert shown(filled.search("5wk4876").hits[0].excerpt) == "Nissan 28268-AX61A, marked [5WK4 876]."


def test_no_more_hits_than_asked_for(index: SearchIndex) -> None:
    shelve(index, {"guide": tuple(step(f"Relay {number}") for number in range(30))})
    assert len(index.search("relay", most=7).hits) == 7
    assert len(index.search("relay").hits) == 10


@pytest.mark.parametrize(
    "line",
    [
        '"', '""', "'", "a AND", "NOT", "NEAR(a b)", "title:button", "button*", "^button", "(", "-", "a OR b",
        "{title}", "x" * 10_000, "1" * 10_000, "button " * 2000, "1 2 3 4 5 " * 40, "\0", "\ud800",
        "🔧🔩", "½ ⅷ ⑴", "ﷺ", "💡12v",
        "ŻÓŁW", "кнопка", "ボタン", "_", "..", "12.", "%", "\u0301",
        "\u202e\u200f12V" * 20, "".join(map(chr, range(0x2460, 0x2528))), "٣" * 200, "１２．４ Ｖ", "𝟛 times", "² ³",
        '" OR * NEAR/3 --', "'; DROP TABLE words; --", "\0\ud800" * 60, "!?…,;:" * 40, "one " * 100, "x1 " * 90,
        "twenty hundred point point five", ".5.5,5", "٫٫", "a\u0300\u0301\u0302" * 60, "ß" * 200, "ﬁ" * 200, "İ" * 50,
    ],
)  # fmt: skip
def test_any_line_is_safe(filled: SearchIndex, line: str) -> None:
    filled.search(line)
    shelve(filled, {"odd": (step("Odd", line.replace("\ud800", "")),)})
    filled.search(line)


@given(line=st.text(), said=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_safe(line: str, said: str) -> None:
    index = SearchIndex(None, Path("no-guides"))
    shelve(index, {"guide": (BUTTON, step("Said", said))})
    for typed in (line, said, f"{line} button"):
        for hit in found_strictly(index, typed):
            assert all(0 <= start < end <= len(hit_text) for hit_text, start, end in hit)
    index.close()


def found_strictly(index: SearchIndex, line: str) -> list[list[tuple[str, int, int]]]:
    """Return the marks of all hits; what the database cannot do is raised here, not passed over."""
    from micra_assistant.search.finder import find

    with index._database.reading() as connection:
        hits = find(connection, index._wordlist, line, "", 10).hits
    return [[(text.text, *mark) for text in (hit.title, hit.excerpt) for mark in text.marks] for hit in hits]


NUMBERS = st.from_regex(r"[0-9]{4,5}[A-Z]{2}[0-9A-Z]{2,4}|[A-Z]{2}[0-9]{4}|[0-9][A-Z]{2}[0-9]{3}", fullmatch=True)


@given(number=NUMBERS, at=st.integers(1, 4), joint=st.sampled_from(["", " ", "-", " - ", "–"]), data=st.data())
def test_a_part_number_is_found_however_it_is_put(number: str, at: int, joint: str, data: st.DataObject) -> None:
    index = SearchIndex(None, Path("no-guides"))
    shelve(index, {"guide": (step("Order", f"Take {number[:at]}{joint}{number[at:]} or none."), BUTTON, KEY)})
    joints = st.sampled_from(["", "", " ", "-"])
    typed = "".join(letter + data.draw(joints) for letter in number[:-1]) + number[-1]
    assert "Order" in titles(index, data.draw(st.sampled_from([typed, typed.lower()])))
    index.close()


TITLE_WORDS = ["check", "the", "button", "12.4", "V", "of", "28268-AX61A", "tailgate", "key-battery", "Ω"]
TITLES = st.lists(st.sampled_from(TITLE_WORDS), min_size=1)


@given(named=st.lists(TITLES.map(" ".join), min_size=1, max_size=5, unique_by=str.casefold))
def test_a_document_more_hides_no_other_from_its_own_title(named: list[str]) -> None:
    index = SearchIndex(None, Path("no-guides"))
    for number, title in enumerate(named):
        shelve(index, {f"guide-{number}": (step(title, " ".join(named)),)})
        for known in named[: number + 1]:
            assert known in titles(index, known)
    index.close()
