"""Puts records that wait complete in the place of those that are gone, also after a program was killed at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.reasons import in_words
from micra_assistant.jobs.records.wal import COMPANIONS
from micra_assistant.jobs.records.witness import witness_of
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.words import _


def finish(file: Path) -> None:
    """Put new records in place if a program was killed while it did so; a look at one file if it was not.

    StoreError if they cannot be put there.
    """
    if not file.exists() and ready_for(file).exists():
        with explained(file):
            put(ready_for(file), file)


def refuse_to_begin_anew(file: Path, backups: Backups) -> None:
    """Raise DamagedError if there are no records but backups of some: they are lost, this is no first start."""
    if (not file.exists() or not file.stat().st_size) and backups.exist:
        raise DamagedError(
            _("the job records {file} are gone or empty, although there are backups of them").format(file=file)
        )


def ready_for(file: Path) -> Path:
    """Return where new records wait that are complete."""
    return file.with_name(f"{file.stem}-ready{file.suffix}")


def put(ready: Path, file: Path) -> None:
    """Let new records take the place of old ones that are away already; their log must not fall to the new ones."""
    from micra_assistant.wholefile import keep_on_disk  # noqa: PLC0415 - seldom needed

    keep_on_disk(file.parent)
    for companion in COMPANIONS:
        file.with_name(file.name + companion).unlink(missing_ok=True)
    witness_of(file).unlink(missing_ok=True)
    keep_on_disk(file.parent)
    ready.replace(file)
    keep_on_disk(file.parent)


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn errors of the disk into sentences."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("cannot put job records in the place of {file}: {why}").format(
                file=file, why=in_words(error, file.parent)
            )
        ) from error
