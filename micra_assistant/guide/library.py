"""The guides there are. Each is read when it is first asked for, and only then."""

from pathlib import Path

from micra_assistant.errors import GuideError, UnknownNameError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.folders import is_guide, named_guides
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.words import _


class Library:
    """The guides in one folder, by the name of their folder.

    Attributes:
        root: the folder of all guides.
        cache: where guides are kept as they were last read, if they are.
    """

    def __init__(self, folder: Path, cache: GuideCache | None = None) -> None:
        self.root = folder if folder.name.strip(".") else folder.resolve()
        self.cache = cache
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

    def forget(self, name: str) -> None:
        """Read a guide anew when it is next asked for."""
        self._read.pop(name, None)

    def folder(self, name: str) -> Path:
        """Return the folder of a guide, sound or not; UnknownNameError if there is none."""
        for folder in (self.root / name, self.root):
            if folder.name == name and is_guide(folder):
                return folder
        raise UnknownNameError(_("there is no guide “{name}”; there is: {known}"), name, self.names())

    def complaints(self) -> tuple[tuple[str, Complaint], ...]:
        """Return every way into every guide, with the guide's id; one whose head has mistakes shows its id."""
        return tuple((name, complaint) for name in self.names() for complaint in self._complaints(name))

    def _complaints(self, name: str) -> tuple[Complaint, ...]:
        try:
            head = read_head(self.folder(name))
        except GuideError:
            return (Complaint(name, ""),)
        return head.complaints or (Complaint(head.title, ""),)

    def _kept(self, folder: Path) -> Guide | None:
        return self.cache.guide(folder) if self.cache else None

    def _newly_read(self, folder: Path) -> Guide:
        from micra_assistant.guide.reader import read_guide  # noqa: PLC0415 - Python-Markdown takes time to load

        if self.cache is None:
            return read_guide(folder)
        signed = signature(folder)
        guide = read_guide(folder)
        self.cache.keep(guide, signed)
        return guide
