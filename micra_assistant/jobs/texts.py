"""The texts of guides as jobs were done with them."""

from contextlib import suppress
from pathlib import Path

from micra_assistant.errors import MicraError
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.store import Store

_FOLDER_LETTERS = 16
"""Of the fingerprint, in the name of the folder: Windows allows no long paths."""


class GuideTexts:
    """Gives back a guide as it was; ``folder`` is where it is unpacked to be read, and may be thrown away."""

    def __init__(self, store: Store, folder: Path, cache: GuideCache | None) -> None:
        self._store = store
        self._folder = folder
        self._cache = cache

    def guide(self, fingerprint: str) -> Guide | None:
        """Return the guide of this fingerprint, None if it was not kept or cannot be read any more."""
        with suppress(MicraError):
            if fingerprint and self._store.has_attachment(fingerprint):
                from micra_assistant.guide.snapshot import unpack  # noqa: PLC0415 - loaded when it is wanted

                folder = unpack(self._store.attachment(fingerprint), self._folder / fingerprint[:_FOLDER_LETTERS])
                return Library(folder.parent, self._cache).guide(folder.name)
        return None
