"""A whole job for each complaint of the shipped guides, from the first answer to closed, as the route leads."""

import pytest

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.guide.way_in import WayIn
from micra_assistant.jobs.events import Held
from micra_assistant.jobs.faultfinding.suggested_outcome import suggestion_for
from micra_assistant.jobs.put_back import open_now
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.routing.walker import Walker
from tests.shipped import LIBRARY


def check_closed(job: Walker, cause: str, repair: str) -> None:
    """Check that only closing is left, and that the job is closed with what the route has come to."""
    assert job.now.id == "close-the-job"
    assert open_now(job.open_job.guide, job.open_job.state) == ()
    suggested = suggestion_for(job.open_job)
    outcome = suggested.as_closed()
    assert outcome
    assert (outcome.cause, outcome.repair, outcome.held) == (cause, repair, Held.YES)
    assert suggested.asks_car
    job.open_job.do(suggested.named(outcome))
    kept = job.open_job.state.outcome
    assert kept
    assert kept.price == suggested.price
    done, of = job.route.progress
    assert done == of


def test_the_tailgate_no_longer_opens_from_its_button(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("tailgate-button"), "The tailgate no longer opens from its button")
    job.go("tools-and-parts", "complaint")
    job.go("listen")
    job.answer("listen", "silent")
    job.go("not-a-fault")
    job.answer("not-a-fault", "no")
    job.answer("listen", "normal")
    job.answer("listen", "work")
    job.go("fuses")
    job.answer("ask-jerky", "sudden")
    job.go("open-tailgate")  # its line says that the switch behind the pad opens it
    job.go("prop-tailgate", "battery-off")
    job.go("trim-screws", "trim-clips", "trim-panel")
    job.go("connector-look", "meter-leads", "dead-test", values={"pressed": "OL"})
    job.search.prefer(Move(MoveKind.REPAIR, "new-original"))
    job.go("take-button-out", "choose-part", "check-seals", "fit-button")
    job.answer("fit-button", "cured")
    job.go("trim-on", "battery-on", "final-check")
    cause = "Rubber pad torn or spring tired: the press does not reach the contacts"
    check_closed(job, cause, "Fit a new original button")


def test_both_keys_used_to_lock_the_car_and_stopped(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("remote-key"), "Both keys used to lock the car and stopped")
    job.go("tools-and-parts", "both-keys-stopped")
    job.go("try-keys")
    job.answer("try-keys", "works")
    job.answer("try-keys", "both")
    job.go("other-place")
    job.answer("other-place", "nothing")
    job.go("hazards")
    job.answer("hazards", "all")
    job.go("remote-blocked")
    job.answer("remote-blocked", "nothing")
    job.answer("other-place", "dead")
    job.search.prefer(Move(MoveKind.REPAIR, "press-plugs"))
    job.go("battery-off", "airbag-wait", "under-dash", "loose-connector")
    job.answer("loose-connector", "cured")
    job.go("close-dash", "battery-on", "prove-keys")
    check_closed(
        job,
        "Loose or dirty connector under the dash",
        "Press every plug under the dash home, clean what is dirty",
    )


def test_a_new_key_never_worked(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("remote-key"), "A new or replacement key never worked")
    job.go("tools-and-parts")
    job.go("new-key")
    job.answer("new-key", "works")
    job.go("mixed-key")
    job.answer("mixed-key", "other")
    job.answer("mixed-key", "both")
    job.go("open-key", "key-battery")
    job.search.prefer(Move(MoveKind.REPAIR, "register"))
    job.go("registration")
    job.answer("registration", "cured")
    job.go("key-buttons", "close-dash", "prove-keys")
    repair = "Have the remote registered with all keys there, not only the chip"
    check_closed(job, "Mixed key: the board still belongs to another car", repair)


def test_the_tailgate_opens_by_itself_or_will_not_stay_locked(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("tailgate-button"), "The tailgate opens by itself or will not stay locked")
    job.go("tools-and-parts", "opens-alone", "how-it-opens")
    for answer in ("click", "wet", "back", "torn", "locked"):
        job.answer("how-it-opens", answer)
    job.go("claw-hold")  # its line says that the claw holds
    job.go("prop-tailgate", "battery-off")
    job.go("trim-screws", "trim-clips", "trim-panel")
    job.go("connector-look", "meter-leads", "dead-test", values={"released": "0.5"})
    job.go("clean-once")
    job.answer("clean-once", "cured")
    job.go("look-behind", "trim-on", "battery-on", "final-check")
    repair = "Dry and clean the button and its plug, seal the pad, and measure again"
    check_closed(job, "Water in the button: it acts like a press", repair)


def test_one_key_is_dead_the_other_works(nowhere: SqliteStore) -> None:
    job = Walker(nowhere, LIBRARY.guide("remote-key"), "One key is dead, the other works")
    job.go("tools-and-parts", "one-key-dead")
    job.answer("one-key-dead", "none")
    job.answer("one-key-dead", "slowly")
    job.go("open-key")
    job.go("key-battery", values={"key-volts": "2.1"})
    job.go("key-buttons")
    job.answer("key-buttons", "cured")
    job.go("close-dash", "prove-keys")
    repair = "New battery of the type read off the old one, well seated; press lock twice in a row"
    check_closed(job, "Its battery is empty or badly seated", repair)


@pytest.mark.parametrize("way", LIBRARY.ways_in(), ids=lambda way: way.complaint.step)
def test_each_stop_says_what_it_is_for(nowhere: SqliteStore, way: WayIn) -> None:
    job = Walker(nowhere, LIBRARY.guide(way.guide), way.complaint.title)
    reasons = [stop.why_words for stop in job.route.stops]
    assert not [words for words in reasons if words.endswith(": ")]
