"""How everything in the window looks now: theme and text size, handed to each view."""

from msgspec import Struct

from micra_assistant.ui.style.theme import Theme, frame_width


class Look(Struct, frozen=True):
    """A theme at a text size."""

    theme: Theme
    scale: float = 1.0

    def size(self, pixels: float) -> int:
        """Return a length in pixels at this text size."""
        return round(pixels * self.scale)

    def frame(self, width: int) -> int:
        """Return how wide, in pixels, a frame of a ``width`` is."""
        return frame_width(width, self.theme, self.scale)
