"""The number of a vehicle: read as it is typed and scanned, never corrected unasked, kept with the job."""

import pytest

from micra_assistant.jobs.events import Described, Event, Opened, encode
from micra_assistant.jobs.history import History
from micra_assistant.jobs.privacy import without_customer
from micra_assistant.jobs.records.listing import row_values
from micra_assistant.jobs.vin import VinError, is_vin, parse_vin, vin_hint
from tests.builders import log_of

VIN = "SJNFAAK12U1234567"
AMERICAN = "1M8GDM9AXKP042788"


@pytest.mark.parametrize(
    "typed", [VIN, VIN.lower(), f" {VIN} ", "SJN FAAK12 U1234567", "SJN-FAAK12-U1234567", f"*{VIN}*"]
)
def test_a_vin_is_taken_tidily(typed: str) -> None:
    assert parse_vin(typed) == VIN
    assert is_vin(typed)


def test_nothing_is_nothing() -> None:
    assert parse_vin(" ") == ""
    assert not is_vin("")


@pytest.mark.parametrize(
    ("typed", "why", "meant"),
    [
        ("SJNFAAK12U123456", "this has 16", ""),
        ("SJNFAAK12U12345678", "this has 18", ""),
        ("SJNFAAKI2U1234567", "There is no I, O or Q in a VIN", VIN),
        ("SJNFAAK12UI23456Q", "There is no I, O or Q in a VIN", "SJNFAAK12U1234560"),
        ("SJNFАAK12U1234567", "letters of another alphabet", VIN),
        ("SJNFAAK12U12345Ж7", "only the letters A to Z", ""),
        ("SJNFAAK12U12345?7", "only the letters A to Z", ""),
    ],
)
def test_what_is_none_is_refused_and_what_may_be_meant_is_offered(typed: str, why: str, meant: str) -> None:
    with pytest.raises(VinError, match=why) as refused:
        parse_vin(typed)
    assert refused.value.meant == meant
    assert not is_vin(typed)


def test_the_check_digit_is_a_hint_where_there_is_one() -> None:
    assert vin_hint(AMERICAN) == ""
    assert "The ninth sign, 5," in vin_hint(AMERICAN.replace("AX", "A5"))
    assert vin_hint(VIN) == ""
    assert vin_hint("") == ""


def test_a_job_keeps_it() -> None:
    log = log_of(Opened("button", "1", vin=VIN), Described("AB12 CDE", vin=AMERICAN))
    assert History(log[:1]).state.vin == VIN
    assert History(log).state.vin == AMERICAN
    assert AMERICAN.lower() in row_values(1, tuple(log))["words"]


def test_acts_of_earlier_versions_have_none_and_stay_as_they_were() -> None:
    event = Event("1" * 32, "2" * 32, 3, "2026-11-20T10:00:00.000+00:00", Described("A 123", "Ann", 5, "dead"), "")
    assert "vin" not in encode(event.act)
    assert History((event,)).state.vin == ""


def test_it_goes_with_the_customer_s_data() -> None:
    (event,) = log_of(Described("A 123", vin=VIN))
    assert without_customer()(event).act == Described()
