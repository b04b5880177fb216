"""When a state stood open on the car, from the first time on."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.state import JobState


class Stretch(Struct, frozen=True):
    """From the turn ``begin`` to the turn ``end`` something was open without a break; None if it is open still."""

    begin: int
    end: int | None = None

    def holds(self, turn: int) -> bool:
        """Whether something else that happened in ``turn`` was done behind it.

        Two things of the same turn were done in two places, neither behind the other.
        """
        return self.begin < turn and (self.end is None or turn < self.end)


class CarHistory:
    """What was open on the car in each turn of a job.

    It is told from which lines were done: a count is open from when it was counted until any line that puts it back is
    done, whatever the numbers say.
    """

    def __init__(self, guide: Guide, state: JobState) -> None:
        self._changes = state.changes
        self._closers = closers_by_opener(guide)

    def stretches(self, openers: Iterable[str]) -> tuple[Stretch, ...]:
        """Return when any of these items was open, the first time first."""
        known = tuple(openers)
        found: list[Stretch] = []
        begin: int | None = None
        for turn, done in self._turns(known):
            is_open = any(opener in done and done.isdisjoint(self._closers.get(opener, ())) for opener in known)
            if is_open and begin is None:
                begin = turn
            elif not is_open and begin is not None:
                found.append(Stretch(begin, turn))
                begin = None
        return tuple(found) if begin is None else (*found, Stretch(begin))

    def _turns(self, openers: tuple[str, ...]) -> Iterator[tuple[int, set[str]]]:
        """Yield each turn that had to do with these items, with what was done after it."""
        concerned = {*openers, *(closer for opener in openers for closer in self._closers.get(opener, ()))}
        changes = ((change.turn, item, change.done) for item in concerned for change in self._changes.get(item, ()))
        done: set[str] = set()
        for turn, of_turn in groupby(sorted(changes, key=itemgetter(0)), key=itemgetter(0)):
            for _turn, item, is_done in of_turn:
                (done.add if is_done else done.discard)(item)
            yield turn, done


def closers_by_opener(guide: Guide) -> dict[str, list[str]]:
    """Return by the id of what opens something the ids of what puts it back, in the order of the guide."""
    closers: dict[str, list[str]] = {}
    for item in guide.items:
        for opener in item.undoes:
            closers.setdefault(opener, []).append(item.id)
    return closers
