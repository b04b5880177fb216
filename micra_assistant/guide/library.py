"""The guides there are. Each is read when it is first asked for, and only then."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError, UnknownNameError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.complaintcache import ComplaintCache, Told, stamp
from micra_assistant.guide.folders import is_guide, named_guides, translation_folders
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.guide.way_in import Outside, WayIn
from micra_assistant.guide.wording import complaint_in, words_for
from micra_assistant.words import _


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

    def complaints(self) -> tuple[tuple[str, Complaint], ...]:
        """Return every way into every guide, with the guide's id; one whose head has mistakes shows its id."""
        return tuple((way.guide, way.complaint) for way in self.ways_in())

    def ways_in(self) -> tuple[WayIn, ...]:
        """Return every way into every guide, with what the head of the guide says of it, as ``complaints``."""
        kept = self.cache.complaints(self.root) if self.cache else None
        found = tuple(way for folder in named_guides(self.root) for way in self._ways_into(folder, kept))
        if kept:
            kept.keep()
        return found

    def _ways_into(self, folder: Path, kept: ComplaintCache | None) -> Iterator[WayIn]:
        """Yield the ways into a guide in the language."""
        words, told = self._words(folder), _told(folder, kept)

        def say(english: str) -> str:
            return words.get(english, english)

        outside = replace(told.outside, tools=tuple(map(say, told.outside.tools))) if words else told.outside
        for complaint in told.complaints:
            yield WayIn(folder.name, complaint_in(complaint, say), outside)

    def _words(self, guide: Path) -> dict[str, str]:
        """Return the words of a guide in the language; none if it is not translated, or its words have mistakes."""
        if self.language == ENGLISH:
            return {}
        folder = translation_folders(guide).get(self.language)
        with suppress(GuideError):
            return words_for(folder) if folder else {}
        return {}

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


def _told(folder: Path, kept: ComplaintCache | None) -> Told:
    """Return what the guide in a folder tells in English."""
    if kept and (known := kept.told(folder)):
        return known
    stamped = stamp(folder)
    try:
        head = read_head(folder)
    except GuideError:
        return Told((Complaint(folder.name, ""),), Outside())
    outside = Outside(head.car, head.drawing, tuple(tool.name for tool in head.tools))
    told = Told(head.complaints or (Complaint(head.title, ""),), outside)
    if kept:
        kept.put(folder, stamped, told)
    return told
