"""What is asked of a model by its id."""

import pytest

from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from tests.diagnosis.complaints import BULB, FLEX, VOLTS, lamp


def test_tests_repairs_and_access_work_are_found_by_their_ids() -> None:
    model = lamp()
    for test in model.tests:
        assert model.test(test.id) is model.find_test(test.id) is model.step(Move(MoveKind.TEST, test.id)) is test
    for repair in model.repairs:
        move = Move(MoveKind.REPAIR, repair.id)
        assert model.repair(repair.id) is model.find_repair(repair.id) is model.step(move) is repair
    assert model.find_access_work("trim") is model.access[0]


def test_what_there_is_not_is_an_error_or_none() -> None:
    model = lamp()
    for ask, what in ((model.test, "test"), (model.repair, "repair")):
        with pytest.raises(KeyError, match=f"the model “lamp” has no {what} “paint”"):
            ask("paint")
    assert [model.find_test("bulb"), model.find_repair("volts"), model.find_access_work("bulb")] == [None] * 3


def test_a_move_that_is_no_step_is_none() -> None:
    model = lamp()
    assert [move for move in (BULB, FLEX, VOLTS) if model.find_step(move) is None] == []
    for move in (GIVING_UP, Move(MoveKind.GATE, "key-out"), Move(MoveKind.TEST, "bulb")):
        assert model.find_step(move) is None
        with pytest.raises(KeyError):
            model.step(move)
