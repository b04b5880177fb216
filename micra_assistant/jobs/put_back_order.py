"""In which order things go back on the car: the last that came off first, but for what the guide says of safety.

A thing keeps the place of its first opening, however often it was put back and opened again, such as the power for a
test. A condition such as “battery negative off” is ended once all is back that was ever done behind it, or that the
guide does behind a warning that asks for it; and what the guide opens before it, such as the tailgate, is shut only
after it, whatever came first on this car. What conditions of one page wait for, such as those of both poles of a
battery, each of them waits for.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from micra_assistant.guide.model import AnyItem, Count, Guide
from micra_assistant.jobs.car_history import CarHistory, Stretch
from micra_assistant.jobs.state import JobState

Thing = tuple[str, ...]
"""What lines open that leave the car in the same state and are put back in the same words; a count by itself."""

_Stretches = Mapping[Thing, tuple[Stretch, ...]]


def thing_of(item: AnyItem) -> Thing:
    """Return what an item opens on the car."""
    return (item.id,) if isinstance(item, Count) else (item.state, item.undo)


def put_back_order(
    guide: Guide, state: JobState, opened: Sequence[AnyItem], still_open: Container[str]
) -> tuple[Thing, ...]:
    """Return what these items opened, each thing once, in the order in which it goes back.

    Nothing waits for what is back: ``still_open`` are the ids of the items whose thing is not.
    """
    openers = _openers(guide, opened)
    history, words = CarHistory(guide, state), _words_of_conditions(guide)
    stretches = {thing: history.stretches(item.id for item in items) for thing, items in openers.items()}
    not_back = {thing_of(item) for item in opened if item.id in still_open}
    conditions = {thing for thing in not_back if openers[thing][0].state in words}
    last_first = sorted(openers, key=lambda one: _first(stretches[one]), reverse=True)
    places, guarded = _places(guide), _guarded(guide)
    sooner: dict[Thing, set[Thing]] = {thing: set() for thing in openers}
    for thing in not_back:
        for condition in conditions - {thing}:
            if places.get(thing, 0) < places.get(condition, 0):
                sooner[thing].add(condition)
            elif openers[condition][0].state in guarded.get(thing, ()) or _is_behind(stretches, thing, condition):
                sooner[condition].add(thing)
    _wait_together(guide, conditions, sooner)
    return tuple(_in_order(last_first, sooner))


def _openers(guide: Guide, opened: Iterable[AnyItem]) -> dict[Thing, list[AnyItem]]:
    """Return, by what was opened, all that could ever have opened it."""
    openers: dict[Thing, list[AnyItem]] = {thing_of(item): [item] for item in opened}
    for item in guide.items:
        openers.get(thing_of(item), []).append(item)
    return openers


def _words_of_conditions(guide: Guide) -> set[str]:
    """Return the states that other work depends on: those that lines confirm, and those that a gate opens."""
    confirmed = {name for item in guide.items for name in item.confirms}
    return {item.state for item in guide.items if item.state and (item.gate or item.id in confirmed)}


def _wait_together(guide: Guide, conditions: set[Thing], sooner: dict[Thing, set[Thing]]) -> None:
    """Let each condition wait for all that another one waits for that the guide opens on the same page."""
    for page in guide.pages:
        here = conditions & {thing_of(item) for item in page.items if item.gate and item.undo}
        for_all = {thing for condition in here for thing in sooner[condition]} - conditions
        for condition in here:
            sooner[condition] |= for_all


def _first(stretches: tuple[Stretch, ...]) -> int:
    return stretches[0].begin if stretches else 0


def _places(guide: Guide) -> dict[Thing, int]:
    """Return where each thing is first opened in the guide, counted from 1."""
    places: dict[Thing, int] = {}
    for place, item in enumerate(guide.items, 1):
        if item.undo:
            places.setdefault(thing_of(item), place)
    return places


def _guarded(guide: Guide) -> dict[Thing, set[str]]:
    """Return by thing the states that a warning above it on its page asks for."""
    guarded: dict[Thing, set[str]] = {}
    for page in guide.pages:
        asked: set[str] = set()
        for item in (item for step in page.steps for item in step.items):
            if item.undo:
                guarded.setdefault(thing_of(item), set()).update(asked)
            if item.gate:
                asked.update(guide.item(name).state for name in item.confirms)
    return guarded


def _is_behind(stretches: _Stretches, thing: Thing, condition: Thing) -> bool:
    """Whether a thing was ever opened while the condition was so."""
    return any(during.holds(stretch.begin) for stretch in stretches[thing] for during in stretches[condition])


def _in_order(last_first: list[Thing], sooner: Mapping[Thing, set[Thing]]) -> Iterator[Thing]:
    """Yield the things, each once all that must be back sooner are."""
    left = dict.fromkeys(last_first)
    while left:
        free = (thing for thing in left if left.keys().isdisjoint(sooner.get(thing, ())))
        thing = next(free, next(iter(left)))
        del left[thing]
        yield thing
