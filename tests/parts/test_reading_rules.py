"""What readings of a car say of the ways to get a part: rules, ranges, and which of them count."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from micra_assistant.parts.comparison import Fitted, compare
from micra_assistant.parts.cost_chart import cost_chart
from micra_assistant.parts.cost_words import advice_on
from micra_assistant.parts.option_words import heard_words
from micra_assistant.parts.reading_rules import Effect, Heard, KnownOfCar, Range, ReadingRule, SeenLine, heard_of
from micra_assistant.parts.recommending import recommend
from tests.parts.ways import EXAMPLE, RATE, plain, table, unknown, way


def exact(number: str) -> SeenLine:
    """Return a reading that was typed."""
    return SeenLine(f"{number} Ω", Decimal(number), Decimal(number), is_exact=True)


def between(low: str, high: str) -> SeenLine:
    """Return a reading of which an answer tells only where it lies."""
    return SeenLine("so", Decimal(low), Decimal(high))


OPEN = SeenLine("OL", Decimal("Infinity"), Decimal("Infinity"), is_exact=True)


@pytest.mark.parametrize(
    ("limits", "seen", "holds"),
    [
        ({"over": 10}, exact("10"), False),
        ({"over": 10}, exact("10.1"), True),
        ({"over": 10}, OPEN, True),
        ({"from": 10}, exact("10"), True),
        ({"over": 1, "to": 10}, exact("10"), True),
        ({"over": 1, "to": 10}, exact("1"), False),
        ({"under": 2.5}, exact("2.5"), False),
        ({"under": 2.5}, exact("2.49"), True),
        ({"under": 0.1}, exact("0.1"), False),
        ({"to": 0.3}, exact("0.3"), True),
        ({"from": 0.1}, exact("0.1"), True),
        ({"to": 1}, exact("1"), True),
        ({"to": 1}, OPEN, False),
        ({"over": 10}, between("10", "Infinity"), True),
        ({"over": 10}, between("1", "10"), False),
        ({"over": 1, "to": 10}, between("1", "10"), True),
        ({"over": 1, "to": 10}, between("1", "Infinity"), False),
        ({"to": 1}, between("-Infinity", "1"), True),
        ({"from": 1}, SeenLine(), False),
        ({"to": 1}, SeenLine(), False),
    ],
)
def test_a_range_holds_what_a_reading_can_be_at_most(limits: dict[str, float], seen: SeenLine, holds: bool) -> None:
    assert msgspec.convert(limits, Range).holds(seen) is holds


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ({"when": {"a": {}}}, "say from, to, over or under, with a number each"),
        ({"when": {"a": {"from": float("inf")}}}, "say from, to, over or under, with a number each"),
        ({"when": {"a": {"from": 1, "over": 1}}}, "say from or over, and to or under, not both"),
        ({"when": {"a": {"over": 0, "to": -1}}}, "the readings must go up"),
        ({"when": {"a": "ticked"}}, "Invalid enum value"),
        ({"when": {}}, "say in “when” which lines of the guide must be how, or in “answered” which tests"),
        ({"says": " "}, "“says” must not be empty"),
        ({"rules_out": []}, "name ways in “speaks_for”, “doubts”, “rules_out” or “about”"),
        ({"doubts": ["x"]}, "“x” is named twice"),
    ],
)
def test_a_rule_that_says_nothing_sound_is_refused(rule: dict[str, Any], wrong: str) -> None:
    sound = {"when": {"a": "done"}, "says": "So.", "rules_out": ["x"]}
    assert msgspec.convert(sound, ReadingRule)
    with pytest.raises(msgspec.ValidationError, match=wrong.split(",", maxsplit=1)[0]):
        msgspec.convert({**sound, **rule}, ReadingRule)


def rule(says: str, when: dict[str, Range | str], **effects: tuple[str, ...]) -> ReadingRule:
    """Return a rule."""
    return msgspec.convert({"says": says, "when": when, **effects}, ReadingRule, from_attributes=True)


RETEST = rule("Again {b}.", {"b": Range(over=Decimal(1))}, rules_out=("clean",))
FIRST = rule("Reads {a}.", {"a": Range(over=Decimal(1))}, speaks_for=("clean",), doubts=("used",))
NUMBER = rule("Stands {n}.", {"n": "written"}, about=("used",))
TOLD = ReadingRule("Answered.", answered={"t": "yes"}, rules_out=("used",))
RULES = (RETEST, FIRST, NUMBER, TOLD)


def heard(seen: dict[str, SeenLine], answers: dict[str, set[str]] | None = None) -> dict[str, list[tuple[str, str]]]:
    """Return by way what is said of it, with its effect."""
    found = heard_of(RULES, KnownOfCar(seen, answers or {}))
    return {way: [(one.words, one.effect) for one in told] for way, told in found.items()}


def test_the_first_rule_that_judges_a_way_counts_and_what_is_only_told_is_told_beside_it() -> None:
    assert heard({"a": exact("5")}) == {"clean": [("Reads 5 Ω.", "for")], "used": [("Reads 5 Ω.", "doubts")]}
    assert heard({"a": exact("5"), "b": exact("4"), "n": SeenLine("25570")}) == {
        "clean": [("Again 4 Ω.", "rules-out")],
        "used": [("Reads 5 Ω.", "doubts"), ("Stands 25570.", "tells")],
    }


def test_nothing_is_said_of_what_nobody_has_seen() -> None:
    assert heard({}) == heard({"a": exact("0.5")}) == {}


def test_answers_to_the_finder_count_too() -> None:
    assert heard({}, {"t": {"no"}}) == {}
    assert heard({}, {"t": {"no", "yes"}}) == {"used": [("Answered.", "rules-out")]}


# what comes of it


def on_car(**effects: Effect) -> tuple[Fitted, ...]:
    """Return the worked example with what readings say of its ways."""
    told = {name: (Heard(f"{name.title()} {effect}.", effect),) for name, effect in effects.items()}
    return compare(EXAMPLE, RATE, heard=told)


def test_what_is_ruled_out_is_not_compared_and_it_is_said_why() -> None:
    ways = on_car(analogue=Effect.RULES_OUT)
    found = recommend(ways, 3)
    assert found
    assert found.runner_up
    assert (found.cheapest.option.id, found.runner_up.option.id) == ("clean", "used")
    assert [way.option.id for way in found.ruled_out] == ["analogue"]
    words = plain(" ".join(advice_on(ways, 3, "RUB").told))
    assert words.startswith(
        "For a car kept 3 years, “Clean” comes cheapest, about 3 926 ₽: it stays cheaper than “Used” "
    )
    assert words.endswith("within a year. How often each fails is our estimate. Analogue rules-out.")
    assert [curve.option for curve in cost_chart(ways, 5).curves] == ["original", "used", "clean"]


def test_of_one_way_left_it_is_said_that_it_is_the_one() -> None:
    out = dict.fromkeys(("original", "analogue", "used"), Effect.RULES_OUT)
    assert plain(advice_on(on_car(**out), 1, "RUB").told[0]) == (
        "For a car kept 1 year, “Clean” is what this car’s readings leave: about 2 159 ₽."
    )


def test_of_one_that_can_be_worked_out_it_is_not_said_that_no_other_is_left() -> None:
    (priced, *_others), out = EXAMPLE.options, (Heard("Not this.", Effect.RULES_OUT),)
    ways = compare(table(priced, unknown("a"), unknown("b")), RATE, heard={"a": out})
    assert plain(advice_on(ways, 1, "RUB").told[0]).startswith(f"For a car kept 1 year, only “{priced.name}” can be")


def test_with_none_left_only_the_readings_speak_and_the_chart_shows_all() -> None:
    ways = on_car(**dict.fromkeys(("original", "analogue", "used", "clean"), Effect.RULES_OUT))
    assert recommend(ways, 3) is None
    advice = advice_on(ways, 3, "RUB")
    assert advice.told == ("Original rules-out.", "Analogue rules-out.", "Used rules-out.", "Clean rules-out.")
    assert advice.doubts == ()
    assert len(cost_chart(ways, 5).curves) == 4


def test_a_price_is_asked_for_where_none_is_known_unless_readings_rule_all_out() -> None:
    ask, not_this = "No price is known in ₽: ask for one.", (Heard("Not this.", Effect.RULES_OUT),)
    ways = table(unknown("a"), unknown("b"))
    assert advice_on(compare(ways, RATE), 3, "RUB").words == ask
    assert advice_on(compare(ways, RATE, heard={"a": not_this}), 3, "RUB").words == f"Not this. {ask}"
    assert advice_on(compare(ways, RATE, heard={"a": not_this, "b": not_this}), 3, "RUB").words == "Not this."


def test_doubt_and_support_change_no_figure_but_are_said() -> None:
    ways = on_car(analogue=Effect.DOUBTS, clean=Effect.FOR, used=Effect.TELLS)
    found = recommend(ways, 3)
    assert found
    assert found.cheapest.option.id == "analogue"
    assert [heard_words(way) for way in ways] == [
        "",
        "doubtful by this car’s readings",
        "",
        "this car’s readings speak for it",
    ]
    assert advice_on(ways, 3, "RUB").told[2:] == ("Analogue doubts.", "Clean for.", "Used tells.")


def test_a_sentence_about_several_ways_is_said_once() -> None:
    both = (Heard("The button is good.", Effect.RULES_OUT),)
    ways = compare(EXAMPLE, RATE, heard={"used": both, "original": both})
    assert advice_on(ways, 3, "RUB").told[2:] == ("The button is good.",)


def test_of_an_unheard_way_nothing_is_said() -> None:
    assert heard_words(way("used", 1, 2)) == ""
