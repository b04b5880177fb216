"""What the planner advises on one car."""

from msgspec import Struct

from micra_assistant.diagnosis.findings import Move
from micra_assistant.diagnosis.stopping import StopReason


class Lead(Struct, frozen=True):
    """What one answer leads to.

    Attributes:
        answer: the answer of the test; empty for a repair that cures nothing.
        share: how likely it is.
        move: what would be advised next.
        then: what may be advised after the tests that go together with this one, if there are any.
    """

    answer: str
    share: float
    move: Move
    then: tuple[Move, ...] = ()


class Advice(Struct, frozen=True):
    """What to do next, and why. Costs are expected ones of the rest of the job, in the currency of the model.

    Attributes:
        move: what to do now; never something whose gates are open: then it is the first of them.
        goal: the test, the repair or the giving up that it is for; mostly ``move`` itself.
        gates: the items of the guide to do before ``goal``, in order.
        cost: what ``goal`` itself costs, with access work that must be done for it.
        expected: the rest of the job with ``goal`` next.
        untested: the rest of the job if nothing more is tested.
        together: the tests that follow ``goal`` whatever its answer is: only all their answers decide; mostly none.
        leads: what ``goal`` leads to: by answer, or if the repair does not cure it; empty for giving up.
        priced: how much was weighed: moments of the job that were priced.
        stop: why it is given up although repairs are left, None if it is not, or only for their price.
        comes_first: whether ``goal`` is a test that the house wants before something dearer, whatever it costs.
        is_last_look: whether ``goal`` is a test that only says more surely which part the record names.
    """

    move: Move
    goal: Move
    gates: tuple[str, ...]
    cost: float
    expected: float
    untested: float
    together: tuple[Move, ...]
    leads: tuple[Lead, ...]
    priced: int
    comes_first: bool = False
    is_last_look: bool = False
    stop: StopReason | None = None


class Valued(Struct, frozen=True):
    """A move that could be next, and the expected cost of the rest of the job if it is."""

    move: Move
    expected: float
