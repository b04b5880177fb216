"""With which model a fault is sought, and what the person has said about how."""

from decimal import Decimal

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import Move


class SearchOptions(Struct, frozen=True):
    """How a fault is sought. None of this is kept with the job; what is chosen on it is there.

    Attributes:
        model, name: the model, and the name of its file.
        rate_per_hour: the labour rate of this workshop.
        failing: whether the car shows its complaint now.
        chosen: what the person would rather do than what is advised, None if that is fine.
        accepted: the fit of findings that contradict themselves at which the person went on all the same.
        passed: without a checklist that says so, the items of the guide that are done for the next step; None if the
            checklist of the job says what is done, and takes the answers that it has a line for.
    """

    model: Model
    name: str
    rate_per_hour: Decimal
    failing: bool = True
    chosen: Move | None = None
    accepted: float = 1.0
    passed: frozenset[str] | None = None
