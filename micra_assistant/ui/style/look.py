"""How everything in the window looks now: theme and text size, handed to each view."""

from msgspec import Struct

from micra_assistant.ui.style.theme import Theme, frame_width


class Look(Struct, frozen=True):
    """A theme at a text size, and the size of the bars if that is another: they leave the rest its room."""

    theme: Theme
    scale: float = 1.0
    bars_scale: float | None = None

    def size(self, pixels: float) -> int:
        """Return a length in pixels at this text size."""
        return round(pixels * self.scale)

    @property
    def of_bars(self) -> "Look":
        """The look of the bars at the top, at the left and at the foot."""
        return Look(self.theme, self.scale if self.bars_scale is None else self.bars_scale)

    def frame(self, width: int) -> int:
        """Return how wide, in pixels, a frame of a ``width`` is."""
        return frame_width(width, self.theme, self.scale)
