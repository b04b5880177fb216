"""What a search for the fault suggests for the outcome of a job, on a car whose lamp does not light."""

from decimal import Decimal

from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.move_costs import cost_of, spent
from micra_assistant.jobs.events import Closed, Held
from micra_assistant.jobs.faultfinding.suggested_outcome import suggested_outcome
from tests.diagnosis.complaints import lamp_case

FILE = "faults.toml"
BLOWN = lamp_case(Answered("volts", "none"), Repaired("fuse", Outcome.CURED))


def test_before_anything_is_cured_the_likeliest_may_be_chosen_and_nothing_is_suggested() -> None:
    verdict = suggested_outcome(lamp_case(Answered("volts", "none")), FILE)
    assert verdict.causes[:2] == ("Wire broken", "Fuse blown")
    assert verdict.repairs == ("New bulb", "New fuse", "Splice the wire")
    assert verdict.as_closed() is None


def test_a_cure_suggests_what_it_was_and_what_was_done() -> None:
    price = Decimal(str(round(spent(BLOWN), 2)))
    assert suggested_outcome(BLOWN, FILE).as_closed() == Closed("Fuse blown", "New fuse", Held.YES, price=price)


def test_a_cause_of_the_list_is_learnt_from_and_words_of_ones_own_are_not() -> None:
    verdict = suggested_outcome(BLOWN, FILE)
    named = Closed("Fuse blown", model=FILE, fault="fuse", sure=True, price=verdict.price)
    assert verdict.named(Closed("Fuse blown", sure=True)) == named
    assert verdict.named(Closed("Mice", sure=True)) == Closed("Mice", price=verdict.price)


def test_a_repair_whose_lines_are_all_done_is_suggested_though_nobody_said_what_it_led_to() -> None:
    case = lamp_case(Answered("volts", "none"))
    verdict = suggested_outcome(case, FILE, case.model.repair("fuse"))
    assert (verdict.cause, verdict.repair, verdict.held) == ("Fuse blown", "New fuse", Held.UNKNOWN)
    assert verdict.price == round(Decimal(spent(case) + cost_of(case, Move(MoveKind.REPAIR, "fuse"))), 2)
