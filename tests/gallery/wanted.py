"""What of the gallery is wanted."""

from pathlib import Path

from msgspec import Struct

from micra_assistant.ui.style.theme import ThemeName


class Wanted(Struct, frozen=True):
    """Pictures in a ``folder`` of screens of a ``size``; ``only`` those with these names, all if there are none.

    A text size of 0 is the one that suits the screen.
    """

    folder: Path
    size: str
    themes: tuple[ThemeName, ...]
    scales: tuple[float, ...]
    only: tuple[str, ...]

    def has(self, screen: str) -> bool:
        """Whether a screen is wanted."""
        return not self.only or screen in self.only

    def file(self, screen: str, theme: ThemeName, scale: float) -> Path:
        """Return where the picture of a screen goes."""
        return self.folder / f"{screen}-{self.size}-{theme}-{round(scale * 100)}.png"
