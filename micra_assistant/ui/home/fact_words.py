"""What a card says of a complaint."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from micra_assistant.time_words import duration_words, estimate_words
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.diagnosis.forecast import Forecast

_NAMED = 3
"""So many tools are named."""


def free_words(forecast: "Forecast") -> str:
    """Return how long the free looks take, empty if there are none."""
    if not forecast.free_minutes:
        return ""
    time = duration_words(timedelta(minutes=forecast.free_minutes))
    return _("first {time} of free looks").format(time=time)


def repair_time(forecast: "Forecast") -> str:
    """Return how long the likeliest repair takes, without what it is; empty if there is none."""
    if not forecast.repair_minutes:
        return ""
    words = _("then {time}") if forecast.free_minutes else "{time}"
    return words.format(time=estimate_words(forecast.repair_minutes))


def repair_words(forecast: "Forecast") -> str:
    """Return how long the likeliest repair takes, empty if there is none."""
    if not forecast.repair_minutes:
        return ""
    words = _("then {time}: {repair}") if forecast.free_minutes else _("{time}: {repair}")
    return words.format(time=estimate_words(forecast.repair_minutes), repair=forecast.repair)


def tools_words(tools: Sequence[str]) -> str:
    """Return which tools are needed, the first by their names; empty if the guide names none."""
    if not tools:
        return ""
    words = ngettext("{count} tool: {tools}", "{count} tools: {tools}", len(tools))
    named = ", ".join((*tools[:_NAMED], *(["…"] if len(tools) > _NAMED else [])))
    return words.format(count=len(tools), tools=named)


def tools_count(tools: Sequence[str]) -> str:
    """Return how many tools are needed; empty if the guide names none."""
    return ngettext("{count} tool", "{count} tools", len(tools)).format(count=len(tools)) if tools else ""
