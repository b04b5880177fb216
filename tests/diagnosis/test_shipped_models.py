"""The models that are shipped: sound, their faults told apart, and what they lead a mechanic through."""

from collections.abc import Iterator

import pytest

from micra_assistant import assets
from micra_assistant.diagnosis import fault_model as parts
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import OTHER, Model
from micra_assistant.diagnosis.findings import Answered, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.modelcheck import model_mistakes, remarks_on, unseparated
from micra_assistant.diagnosis.modelfile import MODEL_PATTERN, model_for
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.contents import contents
from micra_assistant.guide.library import Library
from micra_assistant.parts.options import read_parts

pytestmark = pytest.mark.thorough

LIBRARY = Library(assets.guides_folder())
MODELS: dict[str, Model] = {}
for _guide in map(LIBRARY.guide, LIBRARY.names()):
    for _complaint in _guide.complaints:
        _model = model_for(_guide, _complaint, read_parts(_guide.folder))
        assert _model is not None, _complaint.title
        MODELS[_model.id] = _model

_MOST_MOVES = 40


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


def test_there_is_nothing_to_remark_but_prices_that_nobody_knows(model: Model) -> None:
    (file,) = (
        guide.folder / complaint.faults
        for guide in map(LIBRARY.guide, LIBRARY.names())
        for complaint in guide.complaints
        if complaint.title == model.title
    )
    assert {remark.message for remark in remarks_on(model, file)} == set(model.assumed)


# what a mechanic is led through, where every answer is the likeliest


def led_through(model: Model, fault: str) -> Iterator[str]:
    """Yield what is done, and found, on a car with a fault, until a repair that mostly cures it or until giving up."""
    tests = {test.id: test for test in model.tests}
    repairs = {repair.id: repair for repair in model.repairs}
    gates = {gate for step in steps_of(model) for gate in step.gates}
    case = Case(model, model.rate_per_hour, items=gates)
    for _ in range(_MOST_MOVES):
        move = advise(case).goal
        if move.kind is MoveKind.TEST:
            answer = max(tests[move.id].answers, key=lambda answer: tests[move.id].likely[answer][fault])
            case = case.found(Answered(move.id, answer))
            yield f"{move.id}: {answer}"
        else:
            yield move.id or "give up"
            if move.kind is MoveKind.GIVE_UP or repairs[move.id].fixes.get(fault, 0) >= 0.5:
                return
            case = case.found(Repaired(move.id, Outcome.NO_CHANGE))


@pytest.mark.parametrize(
    ("model", "first"),
    [
        ("tailgate-button", ["latch-sound: silent", "unlocked: no", "button-ohms: good"]),
        ("remote-key-stopped", ["inside-switch: works", "both-keys: both", "lately: nothing", "block-signs: nothing"]),
        ("remote-key-new", ["market: same", "older-key: works", "cell-volts: good"]),
    ],
    indirect=["model"],
)
def test_the_first_questions_are_free_or_nearly(model: Model, first: list[str]) -> None:
    assert list(led_through(model, {"remote-key-new": "mixed"}.get(model.id, "bcm")))[: len(first)] == first


@pytest.mark.parametrize("fault", [fault.id for fault in MODELS["tailgate-button"].faults if fault.id != OTHER])
def test_the_trim_stays_on_until_nothing_else_is_left_to_ask(fault: str) -> None:
    model = MODELS["tailgate-button"]
    behind = {step.id for step in steps_of(model) if step.access}
    done = [move.split(":")[0] for move in led_through(model, fault)]
    first = next((place for place, move in enumerate(done) if move in behind), len(done))
    assert first >= 2


def test_every_fault_is_found_and_cured(model: Model) -> None:
    for fault in model.faults:
        if fault.id != OTHER:
            last = list(led_through(model, fault.id))[-1]
            assert next(repair for repair in model.repairs if repair.id == last).fixes[fault.id] >= 0.5


@pytest.mark.parametrize("name", ["tailgate-button", "remote-key-stopped"])
def test_the_control_unit_comes_last(name: str) -> None:
    model = MODELS[name]
    for fault in model.faults:
        done = list(led_through(model, fault.id))
        if fault.id not in ("bcm", OTHER):
            assert "bcm" not in done, f"{fault.id}: {done}"


def test_no_wire_is_cut_that_was_not_measured() -> None:
    (mend,) = (repair for repair in MODELS["tailgate-button"].repairs if repair.id == "mend-wire")
    assert "wire-ohms" in mend.gates


def test_what_cannot_be_taken_back_waits_for_all_keys() -> None:
    for name in ("remote-key-stopped", "remote-key-new"):
        registering = [repair for repair in MODELS[name].repairs if repair.step in ("registration", "right-key")]
        assert all("all-keys" in repair.gates for repair in registering)
