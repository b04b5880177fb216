"""What is planned for a car: steps with the lines to be done there, in order, before it is known how far each is."""

from msgspec import Struct

from micra_assistant.diagnosis.findings import Move
from micra_assistant.jobs.routing.stop import Why


class Planned(Struct, frozen=True):
    """Work that lies ahead.

    ``step`` is the id of the step, empty if there is none; ``goal`` is what it is for in words. The others are those of
    a Stop, lines by the ids of their items.
    """

    step: str
    items: tuple[str, ...]
    why: Why
    goal: str = ""
    move: Move | None = None
    take_back: tuple[str, ...] = ()
