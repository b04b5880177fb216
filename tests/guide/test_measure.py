"""Readings: what a person may type, and what it says."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from micra_assistant.guide.judging import Verdict, judge, limits
from micra_assistant.guide.measure import OPEN, ReadingError, parse, parse_count, show
from micra_assistant.guide.model import Reading
from micra_assistant.guide.units import UNITS
from tests.builders import words
from tests.spaces import spaced


def reading(low: str | None, high: str | None, unit: str = "Ω", minus: str = "") -> Reading:
    """Return a reading with these limits."""
    low_limit, high_limit = (None if limit is None else Decimal(limit) for limit in (low, high))
    return Reading(id="r", label=words("R"), unit=unit, low=low_limit, high=high_limit, minus=minus)


VALUES = st.decimals(0, 10**7, places=4)
UNIT = st.sampled_from(list(UNITS))


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("0.4", "Ω", "0.4"),
        ("0,4", "Ω", "0.4"),
        (" 0.4 ", "Ω", "0.4"),
        (".4", "Ω", "0.4"),
        (",4", "Ω", "0.4"),
        ("5.", "Ω", "5"),
        ("+5", "V", "5"),
        ("0", "Ω", "0"),
        ("-0", "Ω", "0"),
        ("007", "Ω", "7"),
        ("0.4 Ω", "Ω", "0.4"),
        ("0.4\N{OHM SIGN}", "Ω", "0.4"),
        ("0.4 ohm", "Ω", "0.4"),
        ("0.4 OHMS", "Ω", "0.4"),
        ("1.2k", "Ω", "1200"),
        ("1.2K", "Ω", "1200"),
        ("1,2 kΩ", "Ω", "1200"),
        ("1.2 k ohm", "Ω", "1200"),
        ("2M", "Ω", "2000000"),
        ("2 MΩ", "Ω", "2000000"),
        ("250 mV", "V", "0.25"),
        ("250m", "V", "0.25"),
        ("12.4v", "V", "12.4"),
        ("-0.3", "V", "-0.3"),
        ("−0.3 V", "V", "-0.3"),
        ("30 mA", "A", "0.03"),
        ("3 mm", "mm", "3"),
        ("-5 °C", "°C", "-5"),
        ("20 ℃", "°C", "20"),
        ("20c", "°C", "20"),
        ("9 Nm", "Nm", "9"),
        ("1.5 sec", "s", "1.5"),
        ("1.200", "Ω", "1.2"),
        ("0,200", "Ω", "0.2"),
        ("1,2000", "Ω", "1.2"),
        ("1234,567", "Ω", "1234.567"),
        ("１２．４", "V", "12.4"),
        ("9" * 24, "V", "9" * 24),
        ("\t12.4\n", "V", "12.4"),
        ("12.6\nV", "V", "12.6"),
        ("1 200", "Ω", "1200"),
        ("1'200", "Ω", "1200"),
        ("1,200,000", "Ω", "1200000"),
        ("1.234,5", "Ω", "1234.5"),
        ("٠٫٤", "Ω", "0.4"),
        ("०.४", "Ω", "0.4"),
        ("۳", "V", "3"),
        ("4k7", "Ω", "4700"),
        ("4k7 Ω", "Ω", "4700"),
        ("0R5", "Ω", "0.5"),
        ("R47", "Ω", "0.47"),
        ("1R", "Ω", "1"),
        ("470R", "Ω", "470"),
        ("2M2", "Ω", "2200000"),
        ("12V6", "V", "12.6"),
        ("0.4 Ω Ω", "Ω", "0.4"),
        ("0.4 k Ω", "Ω", "400"),
        ("0.4.", "Ω", "0.4"),
        ("1.2 meg", "Ω", "1200000"),
        ("1.2 MEGOHM", "Ω", "1200000"),
        ("2 Mohm", "Ω", "2000000"),
        ("2 MOHM", "Ω", "2000000"),
        ("2 kilohm", "Ω", "2000"),
        ("1.2 GΩ", "Ω", "1200000000"),
        ("1,2 кОм", "Ω", "1200"),
        ("0,4 Ом", "Ω", "0.4"),
        ("1.2М", "Ω", "1200000"),
        ("2 МОм", "Ω", "2000000"),
        ("1.2 ΚΩ", "Ω", "1200"),
        ("12.6 V.", "V", "12.6"),
        ("12.6 VDC", "V", "12.6"),
        ("12.6 volts DC", "V", "12.6"),
        ("12,6 В", "V", "12.6"),
        ("250 мВ", "V", "0.25"),
        ("250 millivolts", "V", "0.25"),
        ("–0.3 V", "V", "-0.3"),
        ("30 мА", "A", "0.03"),
        ("250 µA", "A", "0.00025"),
        ("3 мм", "mm", "3"),
        ("20 °С", "°C", "20"),
        ("20ºC", "°C", "20"),
        ("0C", "°C", "0"),
        ("5 N·m", "Nm", "5"),
        ("9 Н·м", "Nm", "9"),
        ("1,5 с", "s", "1.5"),
        ("1.5 seconds", "s", "1.5"),
    ],
)
def test_what_may_be_typed(typed: str, unit: str, value: str) -> None:
    assert parse(typed, unit) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "OL",
            "ol",
            "Ol",
            "0L",
            "0l",
            "0.L",
            "O.L",
            ".OL",
            ".0L",
            "OL.",
            " OL ",
            "∞",
            "inf",
            "ＯＬ",
            "O L",
            "O/L",
            "OF",
        ),
        *(
            "OL MΩ",
            "O.L MΩ",
            "0L MΩ",
            "0L kΩ",
            "OL ohm",
            "∞ Ω",
            "open",
            "Open line",
            "open circuit",
            "OVER",
            "over range",
        ),
        *("Over-limit", "overload", "out of range", "infinity", "ОL", "ОЛ", "O.Л", "ΟL"),
    ],
)
def test_a_meter_may_be_over_its_range(typed: str) -> None:
    assert parse(typed, "Ω") == OPEN


@pytest.mark.parametrize(
    ("typed", "unit", "message"),
    [
        ("1,200", "Ω", "Type 1200 or 1.200: a comma can mean either."),
        ("-1,200", "V", "Type -1200 or -1.200: a comma can mean either."),
        ("12,345 mV", "V", "Type 12345 or 12.345: a comma can mean either."),
        ("1,200k", "Ω", "a comma can mean either"),
        ("2m", "Ω", "Type M for megohms"),
        ("500 mΩ", "Ω", "Type M for megohms"),
        ("10⁶", "Ω", "without small raised or lowered digits"),
        ("-0.3", "Ω", "A value in Ω cannot be negative. Measure again."),
        ("-1", "mm", "A value in mm cannot be negative. Measure again."),
        ("5 V", "Ω", "“V” is not Ω. Type the value in Ω."),
        ("5 Ω", "V", "“Ω” is not V. Type the value in V."),
        ("5 k", "mm", "“k” is not mm. Type the value in mm."),
        ("5 k", "°C", "“k” is not °C"),
        ("5 k", "Nm", "“k” is not Nm"),
        ("5 m", "s", "“m” is not s"),
        ("-1", "Nm", "A value in Nm cannot be negative"),
        ("-1", "s", "A value in s cannot be negative"),
        ("5 kV", "Ω", "“kV” is not Ω"),
        ("1 20", "Ω", "Type a number in Ω"),
        ("1.2.3", "Ω", "Type a number in Ω"),
        ("1e3", "Ω", "“e3” is not Ω"),
        ("0.4 about", "Ω", "“about” is not Ω"),
        ("", "V", "Type a number in V, such as 0.4."),
        ("", "Ω", "Type a number in Ω, such as 0.4, or OL."),
        ("OL", "V", "OL means more than the meter can show. Choose a higher range and type the V."),
        ("0.L", "mm", "OL means more than the meter can show"),
        ("   ", "V", "Type a number in V"),
        ("about five", "V", "Type a number in V"),
        ("good", "Ω", "Type a number in Ω"),
        ("Ω", "Ω", "Type a number in Ω"),
        ("-", "V", "Type a number in V"),
        (".", "V", "Type a number in V"),
        ("--5", "V", "Type a number in V"),
        ("nan", "V", "Type a number in V"),
        ("Infinity", "V", "OL means more than the meter can show"),
        ("-OL", "V", "Type a number in V"),
        ("9" * 25, "V", "Type a number in V"),
        ("9" * 10**6, "V", "That is too long for a number. Type a number in V"),
        ("5\n6", "V", "Type a number in V"),
        ("½", "Ω", "without small raised or lowered digits or fractions, such as 0.5"),
        ("beep", "Ω", "Type a number in Ω, such as 0.4, or OL."),
        ("----", "Ω", "Type a number in Ω"),
        (">20M", "Ω", "Type a number in Ω"),
        ("2 мОм", "Ω", "Type M for megohms"),
        ("400 mohm", "Ω", "Type M for megohms"),
        ("4m7", "Ω", "Type M for megohms"),
        ("k47", "Ω", "Type a number in Ω"),
        ("4k7k", "Ω", "“k7k” is not Ω"),
        ("MV", "V", "Type a number in V"),
        ("5 MV", "V", "“MV” is not V"),
        ("5 MA", "A", "“MA” is not A"),
        ("12.6 VAC", "V", "“VAC” is not V"),
        ("3 cm", "mm", "“cm” is not mm"),
        ("5-", "V", "“-” is not V"),
        ("5 - 6", "V", "“- 6” is not V"),
        ("open", "V", "OL means more than the meter can show"),
        ("over 5", "Ω", "Type a number in Ω"),
        ("I", "Ω", "Type a number in Ω"),
    ],
)
def test_what_is_refused_says_what_to_type(typed: str, unit: str, message: str) -> None:
    with pytest.raises(ReadingError) as error:
        parse(typed, unit)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("typed", "number"), [("11", 11), (" 0 ", 0), ("007", 7), ("１１", 11), ("١١", 11), ("999", 999)]
)
def test_a_count_is_a_whole_number(typed: str, number: int) -> None:
    assert parse_count(typed) == number


@pytest.mark.parametrize("typed", ["", "eleven", "1.5", "-1", "+1", "1 1", "1000", "²", "1" * 10**6, "OL", "11 clips"])
def test_what_is_no_count_says_what_to_type(typed: str) -> None:
    with pytest.raises(ReadingError, match="Type how many: a whole number, such as 11"):
        parse_count(typed)


@given(st.text(max_size=30) | st.text("0123456789.,-+kMmVΩOL ", max_size=12), UNIT)
def test_any_text_is_a_value_or_refused(typed: str, unit: str) -> None:
    try:
        value = parse(typed, unit)
    except ReadingError:
        return
    assert not value.is_nan()
    assert value >= 0 or UNITS[unit].negative


@given(VALUES, UNIT)
@example(Decimal(1200), "Ω")
@example(Decimal("-0"), "V")
def test_what_is_shown_may_be_typed(value: Decimal, unit: str) -> None:
    assert parse(show(value), unit) == value


def test_an_open_circuit_is_shown_as_it_is_typed() -> None:
    assert parse(show(OPEN), "Ω") == OPEN


@given(st.decimals(-1000, 0, places=3))
def test_what_is_shown_below_zero_may_be_typed(value: Decimal) -> None:
    assert parse(show(value), "V") == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0.40", "0.4"), ("1200", "1200"), ("1E+6", "1000000"), ("-0", "0"), ("0.000", "0"), ("Infinity", "OL")],
)
def test_a_value_is_shown_as_on_a_meter(value: str, shown: str) -> None:
    assert show(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("low", "high", "typed", "verdict"),
    [
        (None, "0.5", "0.5", Verdict.OK),
        (None, "0.5", "0.51", Verdict.HIGH),
        (None, "0.5", "OL", Verdict.HIGH),
        (None, "0.5", "0", Verdict.OK),
        ("1000000", None, "OL", Verdict.OK),
        ("1000000", None, "1M", Verdict.OK),
        ("1000000", None, "0.9M", Verdict.LOW),
        ("12.2", "12.8", "12.2", Verdict.OK),
        ("12.2", "12.8", "12.8", Verdict.OK),
        ("12.2", "12.8", "12.19", Verdict.LOW),
        ("12.2", "12.8", "12.81", Verdict.HIGH),
        (None, None, "3", Verdict.KEPT),
        (None, None, "OL", Verdict.KEPT),
    ],
)
def test_limits_are_inclusive(low: str | None, high: str | None, typed: str, verdict: Verdict) -> None:
    assert judge(reading(low, high), parse(typed, "Ω")) is verdict


@pytest.mark.parametrize(
    ("typed", "leads", "verdict"),
    [
        ("1.2", "0.3", Verdict.OK),
        ("1.3", "0.3", Verdict.OK),
        ("1.31", "0.3", Verdict.HIGH),
        ("OL", "0.3", Verdict.HIGH),
        ("0.3", "0.3", Verdict.OK),
        ("0.2", "0.3", Verdict.DOUBTFUL),
        ("1.2", None, Verdict.WAITING),
        ("1.2", "OL", Verdict.WAITING),
        ("OL", "OL", Verdict.WAITING),
    ],
)
def test_the_leads_are_taken_off(typed: str, leads: str | None, verdict: Verdict) -> None:
    less = None if leads is None else parse(leads, "Ω")
    assert judge(reading(None, "1", minus="leads"), parse(typed, "Ω"), less) is verdict


def test_a_voltage_may_be_less_than_what_is_taken_off() -> None:
    assert judge(reading("-1", "1", unit="V", minus="rest"), Decimal("0.5"), Decimal(1)) is Verdict.OK


LIMIT = st.none() | VALUES


@given(
    low=LIMIT, high=LIMIT, value=VALUES | st.just(OPEN), less=LIMIT | st.just(OPEN), minus=st.sampled_from(["", "x"])
)
def test_a_value_is_right_within_its_limits_and_never_else(
    low: Decimal | None, high: Decimal | None, value: Decimal, less: Decimal | None, minus: str
) -> None:
    assume(low is not None or high is not None)
    judged = judge(Reading(id="r", label=(), unit="Ω", low=low, high=high, minus=minus), value, less)
    taken_off = (less if minus else None) or Decimal(0)
    can_judge = not minus or (less is not None and less.is_finite() and less <= value)
    within = can_judge and (low is None or value - taken_off >= low) and (high is None or value - taken_off <= high)
    assert (judged is Verdict.OK) == within


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (None, "0.5", "Ω", "0.5 Ω or less"),
        ("1000000", None, "Ω", "1 MΩ or more"),
        ("1500", None, "Ω", "1.5 kΩ or more"),
        ("12.20", "12.8", "V", "12.2 to 12.8 V"),
        ("4", None, "mm", "4 mm or more"),
        ("2000", None, "mm", "2000 mm or more"),
        ("-5", None, "°C", "-5 °C or more"),
        (None, None, "V", ""),
        ("0", "0", "A", "0 to 0 A"),
        ("500", "2000", "Ω", "500 Ω to 2 kΩ"),
        ("1000000", "2000000", "Ω", "1 to 2 MΩ"),
        ("-0.5", "0.5", "V", "-0.5 to 0.5 V"),
    ],
)
def test_limits_are_said_in_words(low: str | None, high: str | None, unit: str, said: str) -> None:
    assert spaced(limits(reading(low, high, unit))) == said
