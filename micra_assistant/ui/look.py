"""How everything in the window looks now: theme and text size, handed to each view."""

from dataclasses import dataclass

from micra_assistant.ui.theme import Theme


@dataclass(frozen=True)
class Look:
    """A theme at a text size."""

    theme: Theme
    scale: float = 1.0

    def size(self, pixels: float) -> int:
        """Return a length in pixels at this text size."""
        return round(pixels * self.scale)
