"""The wait for an item on paper: with blanks for the times, or filled in."""

from datetime import tzinfo

from micra_assistant.guide.model import Tick
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.line_words import line_left_out
from micra_assistant.jobs.waiting import moment
from micra_assistant.paper.typed import one_line
from micra_assistant.time_words import clock_words, wait_words
from micra_assistant.words import _

_BLANK = "__:__"


def wait_on_paper(line: Line, zone: tzinfo | None) -> str:
    """Return how long to wait, from when to when by a clock in ``zone``; why if it was left out; empty if no wait."""
    if not isinstance(line.item, Tick) or not line.item.wait:
        return ""
    if why := line_left_out(line):
        return one_line(why)
    wait = line.wait
    begun, ended = (_clock(at, zone) for at in ((wait.begun, wait.ended) if wait else ("", "")))
    words = _("wait {time}, from {begun} to {ended}")
    return words.format(time=wait_words(line.item.wait), begun=begun, ended=ended)


def _clock(at: str, zone: tzinfo | None) -> str:
    time = moment(at)
    return clock_words(time, zone) if time else _BLANK
