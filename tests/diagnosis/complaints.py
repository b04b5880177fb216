"""A complaint small enough to follow by hand: a lamp that does not light."""

from decimal import Decimal

from micra_assistant.diagnosis import fault_model as model
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import OTHER, Access, Cost, Fault, GiveUp, Model, Repair
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Move, MoveKind, Outcome, Repaired

RATE = Decimal(60)
"""A minute costs 1."""

LOOK, VOLTS, FLEX = Move(MoveKind.TEST, "look"), Move(MoveKind.TEST, "volts"), Move(MoveKind.TEST, "flex")
BULB, FUSE, WIRE = Move(MoveKind.REPAIR, "bulb"), Move(MoveKind.REPAIR, "fuse"), Move(MoveKind.REPAIR, "wire")
WIRE_LEFT: tuple[AnyFinding, ...] = (
    Answered("look", "whole"),
    Answered("volts", "none"),
    Repaired("fuse", Outcome.NO_CHANGE),
    Answered("flex", "breaks"),
)
"""What is found when only the wire is left."""


def lamp() -> Model:
    """Return the model: bulb, fuse or wire; the wire is behind the trim, and its repair behind two gates."""
    return Model(
        id="lamp",
        title="The lamp does not light",
        currency="EUR",
        rate_per_hour=RATE,
        faults=(
            Fault("bulb", "Bulb burnt out", 50),
            Fault("fuse", "Fuse blown", 20),
            Fault("wire", "Wire broken", 27),
            Fault(OTHER, "Something else", 3),
        ),
        tests=(
            _test("look", "Look at the filament.", 2, {"whole": "whole", "broken": "broken"}, {"bulb": "broken"}),
            _test(
                "volts", "Voltage at the lamp?", 5, {"there": "12 V", "none": "none"}, {"fuse": "none", "wire": "none"}
            ),
            _test("flex", "Flex the loom.", 4, {"steady": "steady", "breaks": "flickers"}, {"wire": "breaks"}, "trim"),
        ),
        repairs=(
            Repair("bulb", "New bulb", Cost(5, Decimal(8)), {"bulb": 0.98}),
            Repair("fuse", "New fuse", Cost(5, Decimal(1)), {"fuse": 0.9}),
            Repair(
                "wire",
                "Splice the wire",
                Cost(45, Decimal(4)),
                {"wire": 0.95},
                access="trim",
                stale=("volts", "flex"),
                gates=("battery-off", "key-out"),
            ),
        ),
        give_up=GiveUp("Send it to an electrician", Cost(30, Decimal(220))),
        access=(Access("trim", "Trim off", Cost(10), leaves=("clips", "panel")),),
    )


def _test(
    name: str, ask: str, minutes: float, answers: dict[str, str], seen: dict[str, str], access: str = ""
) -> model.Test:
    """Return a test that says ``seen`` of the faults named there, and of all others the first of its answers."""
    usual = next(iter(answers))
    faults = ("bulb", "fuse", "wire", OTHER)
    likely = {answer: {f: 0.95 if seen.get(f, usual) == answer else 0.05 for f in faults} for answer in answers}
    return model.Test(name, ask, Cost(minutes), answers, likely, 0.95, access, looks_at=tuple(seen))


def lamp_case(*findings: AnyFinding, items: tuple[str, ...] = (), failing: bool = True) -> Case:
    """Return a car with the complaint on which this was found."""
    return Case(lamp(), RATE, findings, items=items, failing=failing)
