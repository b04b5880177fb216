"""What the checklist panel says of a route: its entries, in order, and how long is left."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.routing.stop import Stand, Stop
from micra_assistant.time_words import estimate_words
from micra_assistant.ui.route.stop_entry import EntryWords
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route import Route

FOLDED = "*done"
"""Where the entry leads that says how much is done: it unfolds, or folds, what is."""
MORE = "*more"
"""Where the entry leads that says how many stops more there are."""
_MOST_AHEAD = 9
"""So many stops are shown that come after the next one; what else there is stands among all lines."""


class RoutePlace(NamedTuple):
    """Where the person is: the id of the step in sight, and whether what is done is unfolded."""

    step: str
    shows_done: bool = False


def entries_of(route: "Route", lines_done: int, placed: RoutePlace) -> Iterator[EntryWords]:
    """Yield the entries: what is done, folded or not, then now, next and what comes after."""
    done = [stop for stop in route.stops if stop.stand is Stand.DONE]
    if lines_done:
        words = ngettext("1 line done", "{count} lines done", lines_done).format(count=lines_done)
        yield EntryWords(Stand.DONE, words, leads_to=FOLDED, is_unfolded=placed.shows_done)
    if placed.shows_done:
        yield from (_entry(stop, placed) for stop in done)
    later = [stop for stop in route.stops if stop.stand is Stand.LATER]
    shown = set(map(id, later[:_MOST_AHEAD]))
    is_first = True
    for stop in route.stops:
        if stop.stand is Stand.DONE or (stop.stand is Stand.LATER and id(stop) not in shown):
            continue
        eyebrow = _("THEN") if stop.stand is Stand.LATER and is_first else ""
        is_first = is_first and stop.stand is not Stand.LATER
        yield _entry(stop, placed, eyebrow)
    yield from _rest(later[_MOST_AHEAD:])


def time_left(route: "Route") -> str:
    """Return about how long what lies ahead takes, by the author's estimates; empty if there are none."""
    minutes = sum(stop.step.minutes for stop in route.stops if stop.is_ahead and stop.step)
    return _("{time} left").format(time=estimate_words(minutes)) if minutes else ""


def chapters_elsewhere(guide: Guide, route: "Route") -> int:
    """Return how many chapters of a guide the route does not pass."""
    passed = {stop.step.id for stop in route.stops if stop.step}
    return sum(passed.isdisjoint(step.id for step in page.steps) for page in guide.pages)


def _rest(stops: Sequence[Stop]) -> Iterator[EntryWords]:
    if count := len(stops):
        words = ngettext("1 more", "{count} more", count).format(count=count)
        yield EntryWords(Stand.LATER, words, leads_to=MORE)


def _entry(stop: Stop, placed: RoutePlace, eyebrow: str = "") -> EntryWords:
    return EntryWords(
        stop.stand,
        stop.title,
        eyebrow or _eyebrow(stop),
        _small(stop),
        is_here=stop.step is not None and stop.step.id == placed.step,
        leads_to=stop.id,
    )


def _eyebrow(stop: Stop) -> str:
    minutes = stop.step.minutes if stop.step else 0
    match stop.stand:
        case Stand.NOW if minutes:
            return _("NOW · {time}").format(time=estimate_words(minutes))
        case Stand.NOW:
            return _("NOW")
        case Stand.NEXT:
            return _("NEXT")
        case Stand.WAITING:
            return _("WAITS FOR A PART")
        case Stand.LEFT_OUT:
            return _("LEFT OUT")
        case _:
            return ""


def _small(stop: Stop) -> str:
    """Return why the stop that is now or next is there, or the reason why another one is not done."""
    if stop.stand in (Stand.WAITING, Stand.LEFT_OUT):
        return stop.reason
    return stop.why_words if stop.stand in (Stand.NOW, Stand.NEXT) else ""
