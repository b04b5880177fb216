"""The models that are shipped: sound, their faults told apart, and what they lead a mechanic through."""

from functools import cache
from typing import NamedTuple

import pytest

from micra_assistant.diagnosis import fault_model as parts
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import OTHER, Model
from micra_assistant.diagnosis.findings import Answered, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.modelcheck import model_mistakes, remarks_on, unseparated
from micra_assistant.diagnosis.modelfile import MODEL_PATTERN, model_for
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.contents import contents
from micra_assistant.parts.options import read_parts
from tests.shipped import LIBRARY

pytestmark = pytest.mark.thorough

MODELS: dict[str, Model] = {}
for _guide in map(LIBRARY.guide, LIBRARY.names()):
    for _complaint in _guide.complaints:
        _model = model_for(_guide, _complaint, read_parts(_guide.folder))
        assert _model is not None, _complaint.title
        MODELS[_model.id] = _model

_MOST_MOVES = 40
GIVE_UP = "give up"


@pytest.fixture(params=MODELS)
def model(request: pytest.FixtureRequest) -> Model:
    """Return each shipped model."""
    return MODELS[request.param]


def steps_of(model: Model) -> list[parts.Test | parts.Repair]:
    """Return all that can be tested and repaired."""
    return [*model.tests, *model.repairs]


def test_each_complaint_has_its_model() -> None:
    assert list(MODELS) == [
        "remote-key-stopped",
        "remote-key-one",
        "remote-key-new",
        "tailgate-button",
        "tailgate-opens",
    ]


@pytest.mark.parametrize("name", LIBRARY.names())
def test_no_model_has_a_fault(name: str) -> None:
    guide = LIBRARY.guide(name)
    assert model_mistakes(guide, read_parts(guide.folder)) == []
    named = {complaint.faults for complaint in guide.complaints}
    assert {file.name for file in guide.folder.glob(MODEL_PATTERN)} == named


@pytest.mark.parametrize("name", LIBRARY.names())
def test_models_are_kept_with_the_guide_of_a_job(name: str) -> None:
    guide = LIBRARY.guide(name)
    assert {f"{name}/{complaint.faults}" for complaint in guide.complaints} <= contents(guide.folder).keys()


def test_its_numbers_are_said_to_be_estimates(model: Model) -> None:
    assert model.basis == "author's estimate"
    assert sum(fault.weight for fault in model.faults) == 100
    assert all(fault.weight == round(fault.weight) for fault in model.faults)


def test_its_faults_are_told_apart(model: Model) -> None:
    assert list(unseparated(model)) == []


def test_every_fault_has_a_repair(model: Model) -> None:
    cured = {fault for repair in model.repairs for fault, share in repair.fixes.items() if share >= 0.5}
    assert {fault.id for fault in model.faults} - cured == {OTHER}


def test_every_fault_has_its_step(model: Model) -> None:
    assert [fault.id for fault in model.faults if not fault.step] == [OTHER]


def test_every_move_has_its_step(model: Model) -> None:
    assert [step.id for step in steps_of(model) if not step.step] == []


@pytest.mark.walk
def test_there_is_nothing_to_remark_but_prices_that_nobody_knows(model: Model) -> None:
    (file,) = (
        guide.folder / complaint.faults
        for guide in map(LIBRARY.guide, LIBRARY.names())
        for complaint in guide.complaints
        if complaint.title == model.title
    )
    assert {remark.message for remark in remarks_on(model, file)} == set(model.assumed)


# what a mechanic is led through, where every answer is the likeliest


class Led(NamedTuple):
    """What a mechanic is led through: what is done, and found, and what is known at the end."""

    done: tuple[str, ...]
    case: Case


@cache
def led_through(name: str, fault: str) -> Led:
    """Return what is done on a car with a fault, until a repair that mostly cures it or until giving up."""
    model = MODELS[name]
    gates = {gate for step in steps_of(model) for gate in step.gates}
    case = Case(model, model.rate_per_hour, items=gates)
    done: list[str] = []
    for _ in range(_MOST_MOVES):
        move = advise(case).goal
        if move.kind is MoveKind.TEST:
            likely = model.test(move.id).likely
            answer = max(likely, key=lambda answer: likely[answer][fault])
            case = case.found(Answered(move.id, answer))
            done.append(f"{move.id}: {answer}")
        else:
            done.append(move.id or GIVE_UP)
            if move.kind is MoveKind.GIVE_UP or model.repair(move.id).fixes.get(fault, 0) >= 0.5:
                break
            case = case.found(Repaired(move.id, Outcome.NO_CHANGE))
    return Led(tuple(done), case)


@pytest.mark.parametrize(
    ("model", "first"),
    [
        ("tailgate-button", ["latch-sound: silent", "unlocked: no", "feel: normal"]),
        ("tailgate-opens", ["sound: click"]),
        ("remote-key-stopped", ["inside-switch: works", "both-keys: both", "lately: nothing", "motors: all"]),
        ("remote-key-one", ["one-button: none", "before: slowly"]),
        ("remote-key-new", ["older-key: works", "other-car: other", "ask-maker: both"]),
    ],
    indirect=["model"],
)
def test_the_first_questions_are_free_or_nearly(model: Model, first: list[str]) -> None:
    fault = {"remote-key-new": "mixed", "remote-key-one": "cell"}.get(model.id, "bcm")
    assert list(led_through(model.id, fault).done[: len(first)]) == first


def test_every_fault_is_cured_or_handed_over_with_its_part_named(model: Model) -> None:
    for fault in model.faults:
        led = led_through(model.id, fault.id)
        if fault.id != OTHER and led.done[-1] == GIVE_UP:
            assert max(led.case.shares, key=led.case.shares.__getitem__) == fault.id, led.done


@pytest.mark.parametrize("name", ["tailgate-button", "tailgate-opens", "remote-key-stopped"])
def test_the_control_unit_comes_last(name: str) -> None:
    model = MODELS[name]
    for fault in model.faults:
        done = led_through(name, fault.id).done
        if fault.id not in ("bcm", OTHER):
            assert "bcm" not in done, f"{fault.id}: {done}"


def test_no_wire_is_cut_that_was_not_measured() -> None:
    (mend,) = (repair for repair in MODELS["tailgate-button"].repairs if repair.id == "mend-wire")
    assert "wire-ohms" in mend.gates


def test_what_cannot_be_taken_back_waits_for_all_keys() -> None:
    for name in ("remote-key-stopped", "remote-key-one", "remote-key-new"):
        registering = [repair for repair in MODELS[name].repairs if repair.step in ("registration", "right-key")]
        assert all("all-keys" in repair.gates for repair in registering)
