"""What the steps of a guide do to the states of the car that hinder a test of a model."""

from collections.abc import Iterable, Iterator

from micra_assistant.diagnosis.entries import ModelEntry
from micra_assistant.diagnosis.on_car import OnCar
from micra_assistant.guide.model import AnyItem, Guide


class StatesOfSteps:
    """Tells by the steps and gates of some work what it opens and puts back; without a guide that is nothing."""

    def __init__(self, entry: ModelEntry, guide: Guide | None) -> None:
        named = [name for test in entry.tests for name in test.not_with]
        named += [name for back in entry.back for name in (back.opened, *back.not_with)]
        self._guide = guide
        self._named = {name: item.state for name in named for item in self._items([name])}

    def on_car(self, steps: Iterable[str], gates: Iterable[str] = ()) -> OnCar:
        """Return what these steps leave, all their lines done in order, behind these gates."""
        open_then: dict[str, bool] = {}
        for gate in self._items(gates):
            open_then.update(dict.fromkeys(self._opened_by([gate, *self._items(gate.confirms)]), True))
        for item in self._lines(steps):
            open_then.update(dict.fromkeys(self._opened_by(self._items(item.undoes)), False))
            open_then.update(dict.fromkeys(self._opened_by([item]), True))
        opens = tuple(name for name, is_open in open_then.items() if is_open)
        return OnCar(opens, tuple(name for name in open_then if name not in opens))

    def _opened_by(self, openers: Iterable[AnyItem]) -> list[str]:
        """Return the items that tests name whose state one of these opens."""
        states = {opener.state for opener in openers if opener.undo}
        return [name for name, state in self._named.items() if state in states]

    def _lines(self, steps: Iterable[str]) -> Iterator[AnyItem]:
        found = (self._guide.find_step(name) for name in steps) if self._guide else ()
        yield from (item for step in found if step for item in step.items)

    def _items(self, names: Iterable[str]) -> list[AnyItem]:
        return [item for name in names if self._guide and (item := self._guide.find_item(name))]
