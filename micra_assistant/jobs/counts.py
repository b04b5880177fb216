"""What was counted on a job, and how much of it must go back."""

from collections.abc import Mapping

from micra_assistant.guide.measure import ReadingError, parse_count
from micra_assistant.guide.model import AnyItem, Count, Guide


class Counts:
    """The counts of a guide; ``values`` are what was typed, by item."""

    def __init__(self, guide: Guide, values: Mapping[str, str]) -> None:
        self._guide = guide
        self._values = values

    def number(self, item: AnyItem) -> int | None:
        """Return what was counted for an item, None if nothing was or it is no count."""
        try:
            return parse_count(self._values.get(item.id, ""))
        except ReadingError:
            return None

    def expected(self, count: Count) -> int | None:
        """Return how many must go back by ``count``: what came off and no other count put back; None if none did."""
        came_off = (self._guide.find_item(name) for name in count.undoes)
        numbers = [n for item in came_off if isinstance(item, Count) and (n := self.number(item)) is not None]
        elsewhere = sum(self.number(other) or 0 for other in self._beside(count))
        return max(sum(numbers) - elsewhere, 0) if numbers else None

    def is_last(self, count: Count) -> bool:
        """Whether no other count that puts the same back is still to be made."""
        return all(self.number(other) is not None for other in self._beside(count))

    def _beside(self, count: Count) -> list[AnyItem]:
        """Return the other counts that put the same back."""
        counts = (item for item in self._guide.items if isinstance(item, Count) and item is not count)
        return [other for other in counts if set(other.undoes) & set(count.undoes)]
