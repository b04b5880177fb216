"""The guides there are. Each is read when it is first asked for, and only then."""

from pathlib import Path
from typing import TYPE_CHECKING

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.folders import is_guide, named_guides
from micra_assistant.guide.model import Guide
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.guide.way_in import WayIn


class Library:
    """The guides in one folder, by the name of their folder.

    Attributes:
        root: the folder of all guides.
        cache: where guides are kept as they were last read, if they are.
        language: the language that guides are given in, as far as they are translated.
    """

    def __init__(self, folder: Path, cache: GuideCache | None = None, language: str = ENGLISH) -> None:
        self.root = folder if folder.name.strip(".") else folder.resolve()
        self.cache = cache
        self.language = language
        self._read: dict[str, Guide] = {}

    def names(self) -> tuple[str, ...]:
        """Return the ids of all guides, sound or not; a folder whose name is no text has none."""
        return tuple(folder.name for folder in named_guides(self.root))

    def guide(self, name: str) -> Guide:
        """Return the guide; UnknownNameError if there is none, GuideError if it has mistakes."""
        if name not in self._read:
            folder = self.folder(name)
            self._read[name] = self._kept(folder) or self._newly_read(folder)
        return self._read[name]

    def speak(self, language: str) -> None:
        """Give guides in a language from now on."""
        self.language = language
        self._read.clear()

    def forget(self, name: str) -> None:
        """Read a guide anew when it is next asked for."""
        self._read.pop(name, None)

    def folder(self, name: str) -> Path:
        """Return the folder of a guide, sound or not; UnknownNameError if there is none."""
        for folder in (self.root / name, self.root):
            if folder.name == name and is_guide(folder):
                return folder
        raise UnknownNameError(_("there is no guide “{name}”; there is: {known}"), name, self.names())

    def ways_in(self) -> "tuple[WayIn, ...]":
        """Return every way into every guide, with what its head says of it; one whose head has mistakes shows its id.

        Those that have a place come first, in that order; the others follow as the guides have them.
        """
        from micra_assistant.guide.ways_in import ways_in  # noqa: PLC0415 - home shows them, a job does not

        return ways_in(self.root, self.language, self.cache)

    def _kept(self, folder: Path) -> Guide | None:
        return self.cache.guide(folder, self.language) if self.cache else None

    def _newly_read(self, folder: Path) -> Guide:
        from micra_assistant.guide.translation import read_guide_in  # noqa: PLC0415 - Python-Markdown takes time to load

        if self.cache is None:
            return read_guide_in(folder, self.language)
        signed = signature(folder)
        guide = read_guide_in(folder, self.language)
        self.cache.keep(guide, signed, self.language)
        return guide
