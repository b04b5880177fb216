"""A way into a guide, with what can be said of it from the head of the guide alone."""

from msgspec import Struct

from micra_assistant.guide.model import Complaint
from micra_assistant.words import _


class Outside(Struct, frozen=True):
    """What the head of a guide says of it: its car, the name of the drawing of that, and the names of its tools."""

    car: str = ""
    drawing: str = ""
    tools: tuple[str, ...] = ()


class WayIn(Struct, frozen=True):
    """A complaint, the id of the guide that it leads into, and what is said of that.

    Attributes:
        apart: what tells it from the same complaint of another guide, empty if there is no other.
    """

    guide: str
    complaint: Complaint
    outside: Outside = Outside()
    apart: str = ""

    @property
    def title(self) -> str:
        """What is wrong with the car, in words that no other guide has for it."""
        if not self.apart:
            return self.complaint.title
        return _("{complaint} ({apart})").format(complaint=self.complaint.title, apart=self.apart)
