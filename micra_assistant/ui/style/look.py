"""How everything in the window looks now: theme and text size, handed to each view."""

from typing import TYPE_CHECKING

from msgspec import Struct

from micra_assistant.ui.style.theme import Theme, frame_width

if TYPE_CHECKING:
    from micra_assistant.ui.style.far_sizes import FarRoom


_LINE = 17
"""Letters of a line in pixels at scale 1, as the step has them."""


class Look(Struct, frozen=True):
    """A theme at a text size, and at ``compact_scale`` what has much side by side: the window has no room for more.

    Attributes:
        far: what is read from two metres, None if all is read as usual.
    """

    theme: Theme
    scale: float = 1.0
    compact_scale: float | None = None
    far: "FarRoom | None" = None

    @property
    def measures(self) -> tuple[object, ...]:
        """What sizes depend on: looks in which that is the same differ in colours alone."""
        return self.scale, self.compact_scale, self.far, self.theme.thicker

    def size(self, pixels: float) -> int:
        """Return a length in pixels at this text size."""
        return round(pixels * self.scale)

    @property
    def compact(self) -> "Look":
        """The look of bars and lists, and of dialogs that are not read from afar."""
        return Look(self.theme, self.scale if self.compact_scale is None else self.compact_scale)

    @property
    def target(self) -> int:
        """How many pixels what is tapped needs at least: gloves need so many where it is read from afar."""
        return self.far.target if self.far else 0

    @property
    def of_dialogs(self) -> "Look":
        """The look of dialogs: large where they are read from afar."""
        return Look(self.theme, self.far.dialog_scale, far=self.far) if self.far else self.compact

    @property
    def of_lines(self) -> "Look":
        """The look of the rows and fields of lines: huge where they are read from afar."""
        return Look(self.theme, self.far.sizes[0].instruction / _LINE, far=self.far) if self.far else self

    def frame(self, width: int) -> int:
        """Return how wide, in pixels, a frame of a ``width`` is."""
        return frame_width(width, self.theme, self.scale)
