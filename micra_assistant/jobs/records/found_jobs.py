"""The jobs that a query finds (see ``job_query.py``): their order is known, but only those looked at are read."""

from micra_assistant.jobs.records.job_query import JobQuery, Order, Shown
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store

_PORTION = 100
_MOST_PORTIONS = 20


class FoundJobs:
    """The jobs of a store that a query finds, by their place in its order. Raises StoreError if they cannot be read.

    Attributes:
        query: the query.
        numbers: the numbers of the jobs that it finds, in its order.
    """

    def __init__(self, store: Store) -> None:
        """Find nothing before the first query."""
        self._store = store
        self._ordered: list[int] = []
        self._wanted: set[int] | None = None
        self._portions: dict[int, dict[int, JobRow]] = {}
        self.query = JobQuery()
        self.numbers: list[int] = []

    @property
    def total(self) -> int:
        """How many jobs there are, found or not."""
        return len(self._ordered)

    def ask(self, query: JobQuery, *, anew: bool = False) -> None:
        """Find what ``query`` finds; what it has in common with the one before is not read again, unless ``anew``."""
        ordered, wanted = self._ordered, self._wanted
        if anew or _order(query) != _order(self.query):
            ordered = self._store.numbers(query)
        if anew or _words(query) != _words(self.query):
            wanted = None if _words(query) == _words(JobQuery()) else self._store.found(query)
        self.query, self._ordered, self._wanted = query, ordered, wanted
        self.numbers = ordered if wanted is None else list(filter(wanted.__contains__, ordered))
        self._portions.clear()

    def row(self, place: int) -> JobRow | None:
        """Return the job at a place, read with those around it; None if there is none."""
        if not 0 <= place < len(self.numbers):
            return None
        portion = place // _PORTION
        if portion not in self._portions:
            if len(self._portions) == _MOST_PORTIONS:
                self._portions.clear()
            self._portions[portion] = self._store.rows_of(self.numbers[portion * _PORTION : (portion + 1) * _PORTION])
        return self._portions[portion].get(self.numbers[place])

    def place_of(self, number: int) -> int:
        """Return the place of the job that has a number, -1 if it is not found."""
        return self.numbers.index(number) if number in self.numbers else -1


def _order(query: JobQuery) -> tuple[Order, bool]:
    return query.order, query.descending


def _words(query: JobQuery) -> tuple[str, Shown]:
    return query.text.strip(), query.shown
