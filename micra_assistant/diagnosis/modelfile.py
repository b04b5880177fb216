"""Read the model of a complaint from a TOML file that a mechanic has written.

Every fault is collected before any is reported, each with its file and line. A model that is not sound does not keep
its guide from opening: it is read only when a fault is looked for, and by ``check``.
"""

import re
from pathlib import Path

from micra_assistant import tomlfile
from micra_assistant.diagnosis.checking import check_entry
from micra_assistant.diagnosis.costs import Costs
from micra_assistant.diagnosis.entries import AccessEntry, ModelEntry, RepairEntry, TestEntry
from micra_assistant.diagnosis.expectations import likelihoods
from micra_assistant.diagnosis.fault_model import OTHER, Access, Cost, Fault, GiveUp, Model, Repair, Test, WayBack
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.diagnosis.references import check_limits, check_references, limits_of
from micra_assistant.diagnosis.states_of_steps import StatesOfSteps
from micra_assistant.diagnosis.step_minutes import with_minutes_of_steps
from micra_assistant.diagnosis.trust import TRUST, cure_share
from micra_assistant.diagnosis.worded_model import model_in
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide import folders
from micra_assistant.guide.folders import GUIDE_FILE
from micra_assistant.guide.head import lines_of_head
from micra_assistant.guide.model import Complaint, Guide, Reading
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import N_, _

MODEL_PATTERN = folders.MODEL_PATTERN
"""The names that model files have in the folder of a guide."""

_MOST_BYTES = 500_000
_OTHER_TEXT = N_("Something else")
_OTHER_OF_100 = 3


def model_for(guide: Guide, complaint: Complaint, parts: PartsTable | None) -> Model | None:
    """Return the model of a complaint of a guide, None if it names none; GuideError with every fault found."""
    if not complaint.faults:
        return None
    file = guide.folder / complaint.faults
    if not (re.fullmatch(folders.MODEL_NAME, complaint.faults) and file.is_file()):
        there = [path.name for path in guide.folder.glob(MODEL_PATTERN)]
        message = _("there is no model “{name}” here").format(name=complaint.faults)
        message = tomlfile.asking(message, tomlfile.nearest(complaint.faults, there))
        raise GuideError([Mistake(guide.folder / GUIDE_FILE, _line_of(guide, complaint), message)])
    return read_model(file, guide, parts)


def read_model(file: Path, guide: Guide | None = None, parts: PartsTable | None = None) -> Model:
    """Return the model in ``file``; GuideError with every fault found.

    Without a guide the steps, items and options that it names are not looked for.
    """
    entry = read_entry(file)
    mistakes = Mistakes(file)
    check_entry(entry, parts, mistakes)
    if guide:
        check_references(entry, guide, parts, mistakes)
    else:
        for number, test in enumerate(entry.tests):
            check_limits(number, test, "", mistakes)
    mistakes.report()
    return _model(model_in(entry, guide.say) if guide else entry, guide, parts)


def read_entry(file: Path) -> ModelEntry:
    """Return what ``file`` says as it is written there; GuideError if it is not a model at all."""
    _check_size(file)
    return tomlfile.read_kept(file, ModelEntry)


def _line_of(guide: Guide, complaint: Complaint) -> int:
    return lines_of_head(guide.folder).line_of(("complaints", guide.complaints.index(complaint), "faults"))


def _check_size(file: Path) -> None:
    try:
        size = file.stat().st_size
    except OSError:
        return  # reading it says so
    if size > _MOST_BYTES:
        words = _("is too large: at most {most} bytes").format(most=_MOST_BYTES)
        raise GuideError([Mistake(file, 1, words)])


def _model(entry: ModelEntry, guide: Guide | None, parts: PartsTable | None) -> Model:
    costs, faults = Costs(with_minutes_of_steps(entry, guide) if guide else entry, parts), _faults(entry)
    names, states = [fault.id for fault in faults], StatesOfSteps(entry, guide)
    return Model(
        id=entry.id,
        title=entry.title,
        currency=costs.currency,
        rate_per_hour=costs.rate_per_hour,
        faults=faults,
        tests=tuple(
            _test(test, cost, names, _unit_of(guide, test.item), states)
            for test, cost in zip(entry.tests, costs.tests, strict=True)
        ),
        repairs=tuple(_repair(repair, cost, states) for repair, cost in zip(entry.repairs, costs.repairs, strict=True)),
        give_up=GiveUp(entry.give_up.text, costs.give_up),
        access=tuple(_access(part, cost, states) for part, cost in zip(entry.access, costs.access, strict=True)),
        assumed=tuple(costs.assumed),
        basis=entry.basis,
        doubt=entry.doubt,
        backs=tuple(WayBack(back.opened, back.line, Cost(back.minutes), back.not_with) for back in entry.back),
    )


def _faults(entry: ModelEntry) -> tuple[Fault, ...]:
    """Return the faults, “something else” among them."""
    faults = tuple(Fault(fault.id, fault.text, fault.weight, fault.step) for fault in entry.faults)
    if OTHER in {fault.id for fault in faults}:
        return faults
    weight = sum(fault.weight for fault in faults) * _OTHER_OF_100 / (100 - _OTHER_OF_100)
    return (*faults, Fault(OTHER, _(_OTHER_TEXT), weight))


def _unit_of(guide: Guide | None, item_id: str) -> str:
    """Return the unit of a reading of the guide, empty if it is none."""
    item = guide.find_item(item_id) if guide else None
    return item.unit if isinstance(item, Reading) else ""


def _access(part: AccessEntry, cost: Cost, states: StatesOfSteps) -> Access:
    leaves, on_car = part.leaves or part.items, states.on_car(part.steps)
    return Access(part.id, part.text, cost, part.steps, part.needs, leaves, part.after, on_car)


def _test(test: TestEntry, cost: Cost, faults: list[str], unit: str, states: StatesOfSteps) -> Test:
    return Test(
        id=test.id,
        ask=test.ask,
        cost=cost,
        answers=test.answers,
        likely=likelihoods(test, faults),
        trust=TRUST[test.trust],
        access=test.access,
        step=test.step,
        item=test.item,
        again=test.again,
        limits=limits_of(test, unit),
        ticked=test.ticked,
        gates=test.gates,
        not_with=test.not_with,
        looks_at=tuple(fault for fault in test.expect if fault in faults),
        on_car=states.on_car((test.step,), test.gates),
    )


def _repair(repair: RepairEntry, cost: Cost, states: StatesOfSteps) -> Repair:
    shares = {fault: cure_share(said) or 0.0 for fault, said in repair.fixes.items()}
    return Repair(
        id=repair.id,
        text=repair.text,
        cost=cost,
        fixes={fault: share for fault, share in shares.items() if share},
        access=repair.access,
        step=repair.step or next(iter(repair.steps), ""),
        steps=repair.steps or ((repair.step,) if repair.step else ()),
        option=repair.option,
        stale=repair.stale,
        gates=repair.gates,
        after=repair.after,
        again=repair.again,
        unless={test: (said,) if isinstance(said, str) else said for test, said in repair.unless.items()},
        on_car=states.on_car(repair.steps or (repair.step,), repair.gates),
    )
