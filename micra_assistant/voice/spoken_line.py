"""A line of the checklist, and what a value says, as they are read aloud."""

from datetime import datetime

from micra_assistant.guide import judging
from micra_assistant.guide.model import Count, Reading, plain
from micra_assistant.guide.value_words import how_many
from micra_assistant.jobs.checklist import Line, held_message
from micra_assistant.jobs.line_words import line_corrected, line_value, line_verdict
from micra_assistant.jobs.waiting import wait_caption
from micra_assistant.voice.for_the_ear import for_the_ear, sentence
from micra_assistant.words import _


def spoken_line(line: Line, now: datetime) -> str:
    """Return a line with what is to be known before it is done: what holds it, its limits, its wait, no way back."""
    words = [plain(line.item.label), held_message(line), _asked(line), wait_caption(line, now)]
    words += [line.item.no_return] if line.item.no_return and not line.done else []
    words += [spoken_value(line)] if line.value else []
    return " ".join(for_the_ear(sentence(part)) for part in words if part)


def spoken_value(line: Line) -> str:
    """Return the value of a line with what it says: ``0.3 ohms. TOO HIGH.``; what is wrong with it, if it is none."""
    words = [line.message] if line.message else [line_value(line), line_verdict(line), line_corrected(line)]
    return " ".join(for_the_ear(sentence(part)) for part in words if part)


def spoken_verdict(line: Line) -> str:
    """Return of which line a value was just kept, and what it says."""
    return f"{for_the_ear(sentence(plain(line.item.label)))} {spoken_value(line)}"


def _asked(line: Line) -> str:
    """Return what is wanted of a value that is not there yet."""
    if isinstance(line.item, Count) and not line.done:
        return how_many(line.item)
    limits = judging.limits(line.item) if isinstance(line.item, Reading) else ""
    return _("Expected: {limits}").format(limits=limits) if limits else ""
