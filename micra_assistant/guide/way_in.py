"""A way into a guide, with what can be said of it from the head of the guide alone."""

from msgspec import Struct

from micra_assistant.guide.model import Complaint


class Outside(Struct, frozen=True):
    """What the head of a guide says of it: its car, the name of the drawing of that, and the names of its tools."""

    car: str = ""
    drawing: str = ""
    tools: tuple[str, ...] = ()


class WayIn(Struct, frozen=True):
    """A complaint, the id of the guide that it leads into, and what is said of that."""

    guide: str
    complaint: Complaint
    outside: Outside = Outside()
