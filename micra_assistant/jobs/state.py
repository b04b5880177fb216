"""The state of a job: the replay of its events."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.jobs.events import (
    AnyAct,
    Entered,
    Event,
    Opened,
    OptionChosen,
    StepShown,
    Ticked,
    Unticked,
)

_NONE: Mapping[str, str] = MappingProxyType({})


class JobState(Struct, frozen=True):
    """How far a job is. ``values`` holds, by item, what was entered, as typed."""

    guide: str = ""
    version: str = ""
    car: str = ""
    step: str = ""
    ticked: frozenset[str] = frozenset()
    values: Mapping[str, str] = _NONE
    option: str = ""
    turn: int = 0

    def after(self, event: Event) -> "JobState":
        """Return the state once ``event`` has happened."""
        return replace(_changed(self, event.act), turn=max(self.turn, event.turn))


def replay(events: Iterable[Event]) -> JobState:
    """Return the state that ``events`` lead to, in whatever order they are given."""
    state = JobState()
    for event in sorted({event.id: event for event in events}.values(), key=lambda event: (event.turn, event.id)):
        state = state.after(event)
    return state


def _changed(state: JobState, act: AnyAct) -> JobState:
    match act:
        case Opened(guide=guide, version=version, car=car):
            return replace(state, guide=guide, version=version, car=car)
        case StepShown(step=step):
            return replace(state, step=step)
        case Ticked(item=item):
            return replace(state, ticked=state.ticked | {item})
        case Unticked(item=item):
            return replace(state, ticked=state.ticked - {item})
        case Entered(item=item, typed=typed):
            return replace(state, values=_with(state.values, item, typed.strip()))
        case OptionChosen(option=option):
            return replace(state, option=option)


def _with(values: Mapping[str, str], item: str, value: str) -> Mapping[str, str]:
    changed = {name: kept for name, kept in values.items() if name != item}
    return changed | {item: value} if value else changed
