"""What must not be open for a test: no plan opens it and asks then, and what is put back for a test is paid."""

from decimal import Decimal
from random import Random

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.deciding import Decider
from micra_assistant.diagnosis.fault_model import Cost, Model, WayBack
from micra_assistant.diagnosis.findings import AccessClosed, AccessOpened, Answered, LeftOut, Move, MoveKind
from micra_assistant.diagnosis.move_costs import cost_of, spent
from micra_assistant.diagnosis.on_car import OnCar
from micra_assistant.diagnosis.planner import advise, alternatives, value_of
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState, Problem
from micra_assistant.diagnosis.transitions import Behind, Transitions
from micra_assistant.diagnosis.walking import walk
from tests.diagnosis.complaints import FLEX, LOOK, RATE, VOLTS, lamp
from tests.diagnosis.kinds import problems
from tests.diagnosis.test_shipped_models import MODELS

pytestmark = pytest.mark.thorough

LINE = Move(MoveKind.GATE, "battery-on")


def without_power(*backs: WayBack) -> Model:
    """Return the lamp whose trim comes off with the battery off, so that no voltage is measured behind it."""
    known = lamp()
    tests = tuple(replace(one, not_with=("battery-off",)) if one.id == VOLTS.id else one for one in known.tests)
    access = tuple(replace(one, on_car=OnCar(opens=("battery-off",))) for one in known.access)
    return replace(known, tests=tests, access=access, backs=backs)


def power_back(minutes: float = 3, not_with: tuple[str, ...] = ()) -> Model:
    """Return the same where the battery may be put on for it."""
    return without_power(WayBack("battery-off", "battery-on", Cost(minutes), not_with))


# in numbers


@pytest.fixture
def forbidden(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return the moments, by past and move, that a planner looks behind although the car is not fit for the move."""
    seen: list[tuple[int, int]] = []
    plain = Transitions.behind

    def behind(self: Transitions, state: PlannerState, move: int) -> Behind:
        if not self.is_left(state, move):
            seen.append((state.past, move))
        return plain(self, state, move)

    monkeypatch.setattr(Transitions, "behind", behind)
    return seen


@pytest.mark.parametrize("problem", tuple(problems("states", 30)))
def test_no_plan_holds_a_test_that_the_car_forbids_then(problem: Problem, forbidden: list[tuple[int, int]]) -> None:
    random, move = Random(1), 0  # noqa: S311 - no secret
    state = Decider(problem).transitions.start()
    while move != GIVE_UP and state.mass > 1e-9:
        decider = Decider(problem)
        decision = decider.decide(state)
        move = decision.move
        assert all(decider.transitions.is_left(state, one) for one in (move, *decision.together) if one != GIVE_UP)
        after = decider.transitions.after(state, move)
        state = random.choice(after) if after else state
    assert forbidden == []


def test_what_is_put_back_counts_only_once_it_is_open() -> None:
    problem = next(p for p in problems("states", 30) if any(test.backs for test in p.tests))
    transitions = Transitions(problem)
    number = next(number for number, test in enumerate(problem.tests) if test.backs)
    ((bits, price),) = problem.tests[number].backs
    start = transitions.start()
    there = replace(start, opened=bits)
    assert transitions.cost(there, number) == pytest.approx(transitions.cost(start, number) + price)


def test_what_keeps_from_putting_back_forbids_a_test_together_with_that_alone() -> None:
    problem = next(p for p in problems("states", 30) if any(test.kept_open for test in p.tests))
    transitions = Transitions(problem)
    number = next(number for number, test in enumerate(problem.tests) if test.kept_open)
    ((both,), ((one, _price),)) = problem.tests[number].kept_open, problem.tests[number].backs
    states = [replace(transitions.start(), opened=opened) for opened in (one, both & ~one, both)]
    assert [transitions.is_left(state, number) for state in states] == [True, True, False]
    assert [transitions.left(state, [number]) for state in states] == [[number], [number], []]


# of a model


def test_what_the_own_plan_opens_is_known_before_it_is_done() -> None:
    case = Case(without_power(), RATE)
    assert case.is_left(VOLTS)
    assert not case.found(Answered("flex", "steady")).is_left(VOLTS)
    assert not case.found(AccessOpened("trim")).is_left(VOLTS)
    assert case.found(AccessOpened("trim"), AccessClosed("trim")).is_left(VOLTS)


def test_a_car_that_is_seen_is_as_it_is_seen() -> None:
    found = [Answered("flex", "steady")]
    assert Case(without_power(), RATE, found, in_force=()).is_left(VOLTS)
    assert not Case(without_power(), RATE, in_force=("battery-off",)).is_left(VOLTS)


def test_a_test_that_its_own_step_makes_fit_is_not_hindered() -> None:
    known = without_power()
    tests = tuple(replace(one, on_car=OnCar(closes=("battery-off",))) for one in known.tests)
    assert Case(replace(known, tests=tests), RATE, in_force=("battery-off",)).is_left(VOLTS)


def test_what_can_be_put_back_is_paid_and_comes_first() -> None:
    on, off = Case(power_back(), RATE), Case(power_back(), RATE, in_force=("battery-off",))
    assert (on.open_gates(VOLTS), off.open_gates(VOLTS)) == ((), ("battery-on",))
    assert cost_of(off, VOLTS) == cost_of(on, VOLTS) + 3
    dear = value_of(off, VOLTS)
    cheap = value_of(on, VOLTS)
    assert dear
    assert cheap
    assert dear >= cheap + 3 - 1e-9


def test_it_is_asked_as_soon_as_it_is_put_back() -> None:
    found = [AccessOpened("trim")]
    assert Case(power_back(), RATE, found).open_gates(VOLTS) == ("battery-on",)
    assert Case(power_back(), RATE, found, items={"battery-on"}).open_gates(VOLTS) == ()


def test_what_was_put_back_for_a_test_is_spent() -> None:
    case = Case(power_back(), RATE, [AccessOpened("trim"), Answered("volts", "none")])
    assert spent(case) == spent(Case(power_back(), RATE, [Answered("volts", "none")])) + 3


@pytest.mark.parametrize(
    "stays",
    [
        Case(power_back(), RATE, in_force=("battery-off",), stays=("battery-off",)),
        Case(power_back(not_with=("cut",)), RATE, in_force=("battery-off", "cut")),
        Case(power_back(), RATE, [LeftOut(LINE)], in_force=("battery-off",)),
    ],
    ids=["its line does not", "something else is open", "it cannot be done"],
)
def test_what_stays_open_still_hinders(stays: Case) -> None:
    assert not stays.is_left(VOLTS)
    assert VOLTS not in [one.move for one in alternatives(stays)]


def test_to_take_it_apart_first_is_dearer_if_that_ends_what_can_be_measured() -> None:
    found = [Answered("look", "whole")]
    plain, shut, back = (Case(model, RATE, found) for model in (lamp(), without_power(), power_back()))
    values = [value_of(case, FLEX) or 0.0 for case in (plain, back, shut)]
    assert values == sorted(values)
    assert values[0] != values[2]
    assert [value_of(case, VOLTS) for case in (plain, shut)] == pytest.approx([value_of(plain, VOLTS)] * 2)


def test_what_keeps_from_putting_back_is_in_the_way_only_of_what_is_to_be_put_back() -> None:
    kept = power_back(not_with=("cut",))
    cuts = tuple(replace(one, on_car=OnCar(opens=("cut",))) if one.id == LOOK.id else one for one in kept.tests)
    bare = tuple(replace(one, on_car=OnCar()) for one in kept.access)
    power_stays_on = Case(replace(kept, tests=cuts, access=bare), RATE)
    plain = Case(replace(lamp(), access=bare), RATE)
    assert value_of(power_stays_on, LOOK) == pytest.approx(value_of(plain, LOOK))


# as shipped


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.walk(first=2)
def test_nobody_is_led_to_a_test_that_the_car_forbids(model: str) -> None:
    for case in walk(MODELS[model], 40, ["nothing"]).cases:
        advice = advise(case)
        tests = [move for move in (advice.goal, *advice.together) if move.kind is MoveKind.TEST]
        assert [test.id for test in tests if case.hinders(case.model.test(test.id))] == []


def test_the_battery_of_the_key_goes_in_before_its_bare_switches_are_pressed() -> None:
    model, bare = MODELS["remote-key-one"], Move(MoveKind.TEST, "bare-switch")
    shut = Case(model, model.rate_per_hour, items=("cells-safe",))
    out = shut.found(Answered("cell-volts", "good"))
    assert "cell-out" in out.in_force
    assert (shut.open_gates(bare), out.open_gates(bare)) == ((), ("cell-in",))
    work, there_and_back = Decimal(model.test("bare-switch").cost.minutes), Decimal(1)
    assert cost_of(out, bare) == pytest.approx(float((work + there_and_back) * model.rate_per_hour / 60))
