"""The answer on which a dear repair hangs."""

from micra_assistant.diagnosis.findings import Answered
from micra_assistant.diagnosis.hanging import hangs_on
from tests.diagnosis.complaints import lamp, lamp_case

WIRE, BULB = lamp().repair("wire"), lamp().repair("bulb")
BREAKS = Answered("flex", "breaks")


def test_a_dear_repair_hangs_on_the_answer_without_which_nobody_would_do_it() -> None:
    assert hangs_on(lamp_case(BREAKS), WIRE) == BREAKS


def test_what_other_answers_say_too_hangs_on_none_of_them() -> None:
    assert hangs_on(lamp_case(Answered("look", "whole"), Answered("volts", "none"), BREAKS), WIRE) is None


def test_a_cheap_repair_is_done_without_a_second_look() -> None:
    assert hangs_on(lamp_case(Answered("look", "broken")), BULB) is None


def test_where_nothing_was_answered_nothing_hangs_on_an_answer() -> None:
    assert hangs_on(lamp_case(), WIRE) is None
