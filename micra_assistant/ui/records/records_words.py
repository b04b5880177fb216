"""Backups and recoveries in words."""

from typing import TYPE_CHECKING

from micra_assistant.jobs.rescue.backups import Backup, Reason
from micra_assistant.time_words import event_words, moment_words
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from micra_assistant.jobs.rescue.recovery import Recovery
    from micra_assistant.jobs.rescue.traces import Trace


def jobs_words(number: int) -> str:
    """Return so many jobs in words."""
    return ngettext("{count} job", "{count} jobs", number).format(count=number)


def acts_words(number: int) -> str:
    """Return so many acts in words."""
    return ngettext("{count} act", "{count} acts", number).format(count=number)


def reason_words(reason: Reason) -> str:
    """Return why a backup was made."""
    return {
        Reason.DAILY: _("Daily"),
        Reason.MIGRATION: _("Before a new version"),
        Reason.BY_HAND: _("By hand"),
    }[reason]


def offer_words(backup: Backup | None) -> str:
    """Return what a recovery would bring back."""
    if backup is None:
        return _("There is no sound backup. What can still be read in the damaged file is brought back.")
    words = _(
        "The newest sound backup is of {time}: {jobs}, {acts}."
        " What can still be read in the damaged file is added to it."
    )
    return words.format(time=moment_words(backup.at), jobs=jobs_words(backup.jobs), acts=acts_words(backup.events))


def traces_words(traces: "Sequence[Trace]") -> str:
    """Return which files may still hold what was blanked, and what is to be done about them."""
    files = "; ".join(f"{trace.file} ({trace.why})" for trace in traces)
    words = _(
        "What was blanked may still be in {files}. Delete what nobody needs of it; it is tried again at the next start."
    )
    return words.format(files=files)


def recovery_words(done: "Recovery") -> str:
    """Return what was brought back, what may be missing, and where the damaged file is."""
    return " ".join((*_brought_back(done), *_missing(done), *_kept_aside(done)))


def _brought_back(done: "Recovery") -> list[str]:
    if done.backup is None:
        if not done.events:
            return [
                _("There was no sound backup, and nothing could be read in the damaged file: the records are empty.")
            ]
        words = _("There was no sound backup, but {acts} of {jobs} could be read in the damaged file.")
        return [words.format(acts=acts_words(done.salvaged), jobs=jobs_words(done.jobs))]
    back = _("Everything up to {time} is back, from the backup.").format(time=moment_words(done.backup.at))
    if not done.salvaged:
        return [back]
    more = ngettext(
        "{count} later act could be read in the damaged file and was added.",
        "{count} later acts could be read in the damaged file and were added.",
        done.salvaged,
    )
    return [back, more.format(count=done.salvaged)]


def _missing(done: "Recovery") -> list[str]:
    words = []
    if done.missing:
        words.append(_("At least {acts} could not be read.").format(acts=acts_words(done.missing)))
    if done.last:
        words.append(_("What was done after {time} may be missing.").format(time=event_words(done.last)))
    return words


def _kept_aside(done: "Recovery") -> list[str]:
    if done.kept_aside is None:
        return []
    return [_("The damaged file is kept as it was: {file}").format(file=done.kept_aside.name)]
