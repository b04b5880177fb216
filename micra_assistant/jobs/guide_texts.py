"""The texts of guides as jobs were done with them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError, SnapshotError
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.parts.options import read_parts

if TYPE_CHECKING:
    from micra_assistant.jobs.records.store import Store

_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_FOLDER_LETTERS = 16
"""Of the fingerprint, in the name of the folder: Windows allows no long paths."""


class GuideTexts:
    """Gives back a guide as it was, in a language; ``folder`` is where it is unpacked, and may be thrown away.

    Attributes:
        trouble: why the text that was asked for last cannot be read any more, empty if it can or was not kept.
    """

    def __init__(self, store: "Store", folder: Path, cache: GuideCache | None, language: str = ENGLISH) -> None:
        self._store = store
        self._folder = folder
        self._cache = cache
        self._language = language
        self.trouble = ""

    def guide(self, fingerprint: str) -> Guide | None:
        """Return the guide of this fingerprint, None if it was not kept or cannot be read any more."""
        self.trouble = ""
        try:
            return self._read(fingerprint) if fingerprint and self._store.has_attachment(fingerprint) else None
        except Exception as error:  # noqa: BLE001 - it may come from anywhere, and a job is opened without it all the same
            self.trouble = str(error).partition("\n")[0] or type(error).__name__
        return None

    def _read(self, fingerprint: str) -> Guide:
        from micra_assistant.guide.snapshot import unpack  # noqa: PLC0415 - loaded when it is wanted

        folder = unpack(self._store.attachment(fingerprint), self._folder / fingerprint[:_FOLDER_LETTERS])
        read_parts(folder)  # without which no job is opened
        return Library(folder.parent, self._cache, self._language).guide(folder.name)


def text_to_attach(store: "Store", guide: Guide) -> Mapping[str, bytes]:
    """Return the text of a guide to be attached; nothing if the store has it, or it cannot be kept as it was read."""
    if not guide.fingerprint or store.has_attachment(guide.fingerprint):
        return _NOTHING
    from micra_assistant.guide.snapshot import fingerprint_of, pack  # noqa: PLC0415 - loaded when it is wanted

    with suppress(GuideError, SnapshotError):
        content = pack(guide.folder)
        if fingerprint_of(content) == guide.fingerprint:
            return {guide.fingerprint: content}
    return _NOTHING
