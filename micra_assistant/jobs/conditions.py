"""Conditions: the states of the car that a line only confirms, such as “battery negative off”.

A condition is a fact of the car: it is true while something that opened this state is not put back.
"""

from collections.abc import Iterable

from msgspec import Struct

from micra_assistant.guide.model import AnyItem, Guide
from micra_assistant.jobs.car_history import CarHistory, Stretch
from micra_assistant.jobs.state import JobState


class Way(Struct, frozen=True):
    """How a state is opened.

    Attributes:
        item: what is to be done for it.
        step: the title of the step where it stands.
        take_back: whether it is to be taken back instead, as it has put back what opens the state.
    """

    item: AnyItem
    step: str
    take_back: bool = False


class Conditions:
    """Which states are open on the car now, which lines confirm them, and which of those confirmations still stand."""

    def __init__(self, guide: Guide, state: JobState, openings: Iterable[AnyItem]) -> None:
        """Take the items whose states are open on the car now."""
        self._guide = guide
        self._state = state
        self._open = frozenset(item.state for item in openings)
        self._history = CarHistory(guide, state)
        self._begun: dict[str, Stretch | None] = {}

    def missing(self, item: AnyItem) -> Way | None:
        """Return how the first state is opened that ``item`` confirms and that is not open; None if all are open."""
        confirmed = (self._guide.item(name) for name in item.confirms)
        return next((self.way_to(opener) for opener in confirmed if opener.state not in self._open), None)

    def way_to(self, opener: AnyItem) -> Way:
        """Return how a state is opened: by what the author names, else by another line, else as it was opened last."""
        others = (item for item in self._guide.items if item.state == opener.state)
        to_do = next((item for item in (opener, *others) if item.id not in self._state.since), None)
        return Way(to_do, self._step_of(to_do)) if to_do else self._way_back_to(opener)

    def stands(self, item: AnyItem) -> bool:
        """Whether ``item`` was confirmed, and all that it confirms has been open without a break since."""
        changes = self._state.changes.get(item.id, ())
        return bool(changes) and changes[-1].done and self.are_open_since(item, changes[-1].turn)

    def are_open_since(self, item: AnyItem, turn: int) -> bool:
        """Whether all that ``item`` confirms has been open without a break since this turn."""
        return all(self._stands(name, turn) for name in item.confirms)

    def is_undisturbed(self, item: AnyItem, turn: int) -> bool:
        """Whether nothing has changed since a turn in whether ``item`` is done and what it opens is open."""
        changed = [change.turn for change in self._state.changes.get(item.id, ())]
        last = self._history.stretches((item.id,))[-1:] if item.state else ()
        return all(at < turn for at in (*changed, *(stretch.end or stretch.begin for stretch in last)))

    def _stands(self, opener: str, turn: int) -> bool:
        words = self._guide.item(opener).state
        if words not in self._begun:
            self._begun[words] = next(reversed(self._history.stretches(self._openers_of(words))), None)
        begun = self._begun[words]
        return words in self._open and begun is not None and begun.end is None and begun.holds(turn)

    def _openers_of(self, words: str) -> tuple[str, ...]:
        """Return what opens the state that is said in these words, also what an earlier text of the guide had."""
        left = (left.item for left in self._state.left if left.words == words)
        return tuple(dict.fromkeys((*(item.id for item in self._guide.items if item.state == words), *left)))

    def _way_back_to(self, opener: AnyItem) -> Way:
        since = self._state.since
        ended = [item for item in self._guide.items if opener.id in item.undoes and item.id in since]
        last = max(ended, key=lambda item: since[item.id], default=opener)
        return Way(last, self._step_of(last), take_back=bool(ended))

    def _step_of(self, item: AnyItem) -> str:
        return self._guide.step_of(item.id).title
