"""The bands of the put-back list: hands inside, then what that rested on, then what is shut only now."""

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Entered, Ticked
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.jobs.put_back_bands import PutBackBand, SafetyBand, in_bands, reasons
from tests.builders import guide_fixture, state_after
from tests.shipped import LIBRARY

PAGE = """
    # Page {: #page }

    ## Off {: #off-step }

    - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
    """
plain_guide = guide_fixture(PAGE)
"""A guide in which nothing rests on anything."""

POWER_OFF = (Ticked("tailgate-open"), Ticked("prop"), Ticked("negative-off"))
APART = (*POWER_OFF, Entered("clips", "9"), Ticked("panel-off"))
BATTERY = "Connect the battery negative"


@pytest.fixture(scope="module")
def tailgate() -> Guide:
    """Return the shipped guide of the tailgate."""
    return LIBRARY.guide("tailgate-button")


def bands_of(guide: Guide, *acts: AnyAct) -> tuple[PutBackBand, ...]:
    """Return the bands of a job."""
    return in_bands(guide, put_back_list(guide, state_after(*acts)))


def words_of(guide: Guide, *acts: AnyAct) -> dict[SafetyBand, list[str]]:
    """Return what stands in each band."""
    return {band.band: [row.words for row in band.rows] for band in bands_of(guide, *acts)}


def test_hands_inside_come_first_then_the_battery_and_the_tailgate_last(tailgate: Guide) -> None:
    assert words_of(tailgate, *APART) == {
        SafetyBand.INSIDE: ["Fit the trim panel", "Press home the trim clips"],
        SafetyBand.ENDED: [BATTERY],
        SafetyBand.ONLY_NOW: ["Take the prop away", "Shut the tailgate"],
    }


def test_each_band_says_why(tailgate: Guide) -> None:
    assert [(band.title, band.why) for band in bands_of(tailgate, *APART)] == [
        ("Hands inside: battery negative off", "Tailgate falling, latch jumping"),
        ("Hands out", "all that needs a hand inside is back before this"),
        ("Only now: Shut the tailgate", f"not before: {BATTERY}"),
    ]


def test_a_band_with_nothing_in_it_is_not_there(tailgate: Guide) -> None:
    assert list(words_of(tailgate, Ticked("negative-off"))) == [SafetyBand.ENDED]


def test_what_ends_both_cables_stands_together() -> None:
    key = LIBRARY.guide("remote-key")
    acts = (Ticked("negative-off"), Ticked("positive-off"), Entered("plugs-open", "2"))
    assert words_of(key, *acts)[SafetyBand.ENDED] == ["Connect the battery positive", BATTERY]


def test_where_nothing_rests_on_anything_there_are_no_heads(plain_guide: Guide) -> None:
    (band,) = bands_of(plain_guide, Ticked("panel"))
    assert (band.title, band.why, reasons([band])) == ("", "", ("The last thing that came off goes back first.",))


def test_once_the_battery_is_on_before_the_trim_nothing_is_promised(tailgate: Guide) -> None:
    (band,) = bands_of(tailgate, *APART, Ticked("negative-on"))
    assert band.title == ""


def test_of_nothing_there_are_no_bands(tailgate: Guide) -> None:
    assert bands_of(tailgate) == ()


def test_the_reasons_name_what_waits(tailgate: Guide) -> None:
    said = " ".join(reasons(bands_of(tailgate, *APART)))
    assert f"“{BATTERY}” waits until all is back that needs hands inside." in said
    assert "“Shut the tailgate” comes after it" in said
