"""Draw a checklist as it would stand on a blackboard.

A drawing, held line last::

    ☑ Battery negative off
    ☑ Pressed 0.4 Ω ok
    ☐ Clips
    ⊘ Panel off (first: Battery negative off)
"""

from collections.abc import Iterable
from inspect import cleandoc

from micra_assistant.guide.model import Count, Reading, plain
from micra_assistant.guide.value_words import counted
from micra_assistant.jobs.checklist import Checklist, Line
from tests.spaces import spaced


def drawn(lines: Iterable[Line]) -> str:
    """Return the drawing of checklist lines."""
    return spaced("\n".join(_drawn_line(line) for line in lines))


def drawn_car(checklist: Checklist) -> str:
    """Return the drawing of what is open on the car."""
    return spaced("\n".join(f"! {opening.words}" for opening in checklist.car_now()))


def drawing(text: str) -> str:
    """Return a drawing made in a test, without its indent."""
    return cleandoc(text)


def _drawn_line(line: Line) -> str:
    box = "☑" if line.done else "⊘" if line.held_by else "☐"
    held = f" (first: {plain(line.held_by.label)})" if line.held_by else ""
    return f"{box} {plain(line.item.label)}{_drawn_value(line)}{held}"


def _drawn_value(line: Line) -> str:
    if isinstance(line.item, Reading) and line.value:
        return f" {line.value} {line.item.unit} {line.verdict}"
    if isinstance(line.item, Count) and line.value:
        return f" {counted(line.number, line.item)}"
    return ""
