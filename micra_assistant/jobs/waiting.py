"""The wait that an item asks for before it is done, by the time of the act that began it."""

from datetime import UTC, datetime
from math import ceil

from micra_assistant.guide.model import Tick
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.given_reasons import NoReasonError, is_reason
from micra_assistant.time_words import wait_words
from micra_assistant.words import _


def seconds_left(line: Line, now: datetime) -> int:
    """Return for how many seconds a line must still wait: for all of its wait while that is not begun."""
    whole = line.item.wait if isinstance(line.item, Tick) and not line.stands else 0
    waited = _waited(line, now)
    return whole if waited is None else max(0, ceil(whole - waited))


def is_begun(line: Line, now: datetime) -> bool:
    """Whether the wait for a line was begun; not so if that is still to come, for then the clock was set back."""
    return _waited(line, now) is not None


def wait_caption(line: Line, now: datetime) -> str:
    """Return what there is to say of the wait for a line; empty if it need not wait any more."""
    if not isinstance(line.item, Tick) or not line.item.wait or line.stands:
        return ""
    left = seconds_left(line, now)
    if not left:
        return _("Waited {time}: tick it now").format(time=wait_words(line.item.wait))
    if is_begun(line, now):
        return _("Wait: still {time}").format(time=wait_words(left))
    return _("Wait {time}: the first tap begins it").format(time=wait_words(left))


def sound_reason(reason: str) -> str:
    """Return why a wait is left out, as it is kept; NoReasonError if that says nothing."""
    if not is_reason(reason):
        raise NoReasonError(_("Say why the wait is left out, in a few words."))
    return reason.strip()


def _waited(line: Line, now: datetime) -> float | None:
    """Return for how many seconds a line has waited, None if its wait was not begun."""
    begun = moment(line.wait.begun) if line.wait else None
    waited = -1 if begun is None else (now - begun).total_seconds()
    return waited if waited >= 0 else None


def moment(at: str) -> datetime | None:
    """Return the time of an event by its ``at``, None if that is no time."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
