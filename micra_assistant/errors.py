"""The errors a person can do something about.

Their text is one plain sentence that says what is wrong and what to do::

    MicraError
    ├── GuideError      a guide cannot be used; carries every mistake found in it
    ├── SnapshotError   a guide that is kept with a job cannot be used, or cannot be kept
    ├── UnknownNameError  a guide, sheet, paper size or job that does not exist
    ├── LookedUpError   a guide is only looked up: there is no job to keep anything in
    ├── ClosedError     a job is closed: it must be reopened before anything is done to it
    ├── StoreError      the job records cannot be read or written
    │   └── DamagedError   they are broken
    │       └── GoneError     they were taken away, replaced or cut off while they were open
    ├── PhotoError      a picture cannot be taken into a job, or a photo of a guide cannot be shown
    ├── JobFileError    a job cannot be exported to a file or imported from one
    ├── PaperError      a sheet cannot be set
    └── NotSavedError   a file cannot be written where it was to be saved

Anything else that is raised is a mistake of the program itself.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from micra_assistant.words import _


class MicraError(Exception):
    """Something went wrong that a person can mend."""


class Mistake(Struct, frozen=True, order=True):
    """One thing wrong in one line of one file of a guide."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class GuideError(MicraError):
    """A guide that cannot be used, with every mistake found in it, in reading order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class SnapshotError(MicraError):
    """A guide that is kept with a job cannot be used, or a guide cannot be kept with it."""


class UnknownNameError(MicraError):
    """A name that is not among those there are: ``words`` say so in the language of the person.

    They have a place for the ``{name}``, for those ``{known}``, and for what ``more`` holds.
    """

    def __init__(self, words: str, name: str, known: Iterable[str], **more: str) -> None:
        super().__init__(words.format(name=name, known=", ".join(known) or _("none"), **more))


class LookedUpError(MicraError):
    """A guide is only looked up, so nothing can be kept."""


class StoreError(MicraError):
    """The job records cannot be read or written."""


class DamagedError(StoreError):
    """The job records are broken: a backup is needed."""


class GoneError(DamagedError):
    """The job records were taken away, replaced or cut off while they were open."""


class ClosedError(MicraError):
    """A job is closed, so nothing more is done to it until it is reopened."""


class PhotoError(MicraError):
    """A picture cannot be taken into a job, or a photo of a guide cannot be shown."""


class JobFileError(MicraError):
    """A job cannot be exported to a file, or imported from one."""


class PaperError(MicraError):
    """A sheet cannot be set."""


class NotSavedError(MicraError):
    """A file cannot be written where it was to be saved."""
