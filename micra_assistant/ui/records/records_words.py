"""Backups and recoveries in words."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from micra_assistant.jobs.rescue.backups import Backup, Reason
from micra_assistant.ui.time_words import local_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from micra_assistant.jobs.rescue.recovery import Recovery
    from micra_assistant.jobs.rescue.traces import Trace


def tr(words: str) -> str:
    """Return words in the language of the window."""
    return QCoreApplication.translate("records", words)


def filled(words: str, *values: object) -> str:
    """Return words with values put in for %1, %2 and so on."""
    for place, value in enumerate(values, 1):
        words = words.replace(f"%{place}", str(value))
    return words


def counted(number: int, one: str, many: str) -> str:
    """Return a number with what is counted: “1 job”, “2 jobs”."""
    return f"{number} {one if number == 1 else many}"


def jobs_words(number: int) -> str:
    """Return so many jobs in words."""
    return counted(number, tr("job"), tr("jobs"))


def acts_words(number: int) -> str:
    """Return so many acts in words."""
    return counted(number, tr("act"), tr("acts"))


def time_words(at: datetime) -> str:
    """Return a time of the clock on the wall."""
    return local_time(at.astimezone(UTC).isoformat())


def reason_words(reason: Reason) -> str:
    """Return why a backup was made."""
    return {
        Reason.DAILY: tr("Daily"),
        Reason.MIGRATION: tr("Before a new version"),
        Reason.BY_HAND: tr("By hand"),
    }[reason]


def offer_words(backup: Backup | None) -> str:
    """Return what a recovery would bring back."""
    if backup is None:
        return tr("There is no sound backup. What can still be read in the damaged file is brought back.")
    return filled(
        tr("The newest sound backup is of %1: %2, %3. What can still be read in the damaged file is added to it."),
        time_words(backup.at),
        jobs_words(backup.jobs),
        acts_words(backup.events),
    )


def traces_words(traces: "Sequence[Trace]") -> str:
    """Return which files may still hold what was blanked, and what is to be done about them."""
    files = "; ".join(f"{trace.file} ({trace.why})" for trace in traces)
    words = tr(
        "What was blanked may still be in %1. Delete what nobody needs of it; it is tried again at the next start."
    )
    return filled(words, files)


def recovery_words(done: "Recovery") -> str:
    """Return what was brought back, what may be missing, and where the damaged file is."""
    return " ".join((*_brought_back(done), *_missing(done), *_kept_aside(done)))


def _brought_back(done: "Recovery") -> list[str]:
    if done.backup is None:
        if not done.events:
            return [
                tr("There was no sound backup, and nothing could be read in the damaged file: the records are empty.")
            ]
        words = tr("There was no sound backup, but %1 of %2 could be read in the damaged file.")
        return [filled(words, acts_words(done.salvaged), jobs_words(done.jobs))]
    back = filled(tr("Everything up to %1 is back, from the backup."), time_words(done.backup.at))
    if not done.salvaged:
        return [back]
    more = counted(
        done.salvaged,
        tr("later act could be read in the damaged file and was added."),
        tr("later acts could be read in the damaged file and were added."),
    )
    return [back, more]


def _missing(done: "Recovery") -> list[str]:
    words = []
    if done.missing:
        words.append(filled(tr("At least %1 could not be read."), acts_words(done.missing)))
    if done.last:
        words.append(filled(tr("What was done after %1 may be missing."), local_time(done.last)))
    return words


def _kept_aside(done: "Recovery") -> list[str]:
    if done.kept_aside is None:
        return []
    return [filled(tr("The damaged file is kept as it was: %1"), done.kept_aside.name)]
