"""The guides there are. Each is read when it is first asked for, and only then."""

from pathlib import Path

from micra_assistant.errors import GuideError, UnknownNameError
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.folders import guide_folders
from micra_assistant.guide.model import Guide


class Library:
    """The guides in one folder, by the name of their folder."""

    def __init__(self, folder: Path, cache: GuideCache | None = None) -> None:
        self._folder = folder
        self._cache = cache
        self._read: dict[str, Guide] = {}

    def names(self) -> tuple[str, ...]:
        """Return the ids of all guides, sound or not."""
        return tuple(self._folders())

    def guide(self, name: str) -> Guide:
        """Return the guide; UnknownNameError if there is none, GuideError if it has faults."""
        if name not in self._read:
            folder = self.folder(name)
            self._read[name] = self._kept(folder) or self._newly_read(folder)
        return self._read[name]

    def folder(self, name: str) -> Path:
        """Return the folder of a guide, sound or not; UnknownNameError if there is none."""
        folders = self._folders()
        if name not in folders:
            raise UnknownNameError("guide", name, folders)
        return folders[name]

    def titles(self) -> dict[str, str]:
        """Return the title of each guide by id; a guide with faults shows its id."""
        return {name: self._title(name) for name in self.names()}

    def _folders(self) -> dict[str, Path]:
        return {folder.name: folder for folder in guide_folders([self._folder])}

    def _title(self, name: str) -> str:
        try:
            return self.guide(name).title
        except GuideError:
            return name

    def _kept(self, folder: Path) -> Guide | None:
        return self._cache.guide(folder) if self._cache else None

    def _newly_read(self, folder: Path) -> Guide:
        from micra_assistant.guide.reader import read_guide  # noqa: PLC0415 - Python-Markdown takes time to load

        if self._cache is None:
            return read_guide(folder)
        signed = signature(folder)
        guide = read_guide(folder)
        self._cache.keep(guide, signed)
        return guide
