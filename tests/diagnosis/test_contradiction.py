"""When findings contradict themselves, and which of them is in the way, on a car whose lamp does not light."""

from micra_assistant.diagnosis.contradiction import contradicts, doubted, fit
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from tests.diagnosis.complaints import lamp_case

BROKEN, DEAD, STEADY = Answered("look", "broken"), Answered("volts", "none"), Answered("flex", "steady")
NEW_BULB, NEW_FUSE = Repaired("bulb", Outcome.NO_CHANGE), Repaired("fuse", Outcome.NO_CHANGE)


def test_nothing_found_fits() -> None:
    assert fit(lamp_case()) == 1
    assert not contradicts(lamp_case())


def test_one_answer_that_is_false_is_borne() -> None:
    assert not contradicts(lamp_case(BROKEN, DEAD))


def test_a_repair_that_did_not_cure_speaks_against_its_fault_only() -> None:
    assert fit(lamp_case(NEW_BULB)) == 1


def test_answers_that_no_fault_leads_to_contradict_themselves() -> None:
    case = lamp_case(BROKEN, DEAD, STEADY, NEW_BULB, NEW_FUSE)
    assert contradicts(case)
    assert fit(case) < fit(case.without(BROKEN))


def test_the_answer_that_matters_most_is_doubted_first() -> None:
    case = lamp_case(BROKEN, DEAD, STEADY, NEW_BULB, NEW_FUSE)
    first, *_ = doubted(case)
    assert all(fit(case.without(first)) >= fit(case.without(other)) for other in case.findings)


def test_a_car_that_is_cured_is_not_doubted() -> None:
    assert not contradicts(lamp_case(DEAD, STEADY, NEW_FUSE, Repaired("bulb", Outcome.CURED)))
