"""What each step of a model costs, and what is taken for a cost that its author left out."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from micra_assistant.diagnosis.entries import AccessEntry, ModelEntry, RepairEntry, TestEntry
from micra_assistant.diagnosis.fault_model import Cost
from micra_assistant.parts import money
from micra_assistant.parts.keeping import middle
from micra_assistant.parts.options import PartsTable
from micra_assistant.time_words import duration_words
from micra_assistant.words import _

_DEAREST_TIMES = 2
"""Giving up too cheaply makes a planner quit: it costs so many times the dearest repair, if nothing is said."""
_USUAL_MINUTES = {"access": 15.0, "tests": 5.0, "repairs": 30.0}
"""Where not one of them says how long it takes."""
_CENT = Decimal("0.01")


class Costs:
    """The costs of one model, every gap filled; ``assumed`` says in words which, and with what.

    Attributes:
        currency, rate_per_hour: those of the file, else those of the parts table.
        access, tests, repairs: the cost of each, in the order of the file.
        give_up: what the step that ends the job costs.
    """

    def __init__(self, entry: ModelEntry, parts: PartsTable | None) -> None:
        self.assumed: list[str] = []
        self.currency = entry.currency or (parts.currency if parts else "")
        self.rate_per_hour = entry.rate_per_hour or (parts.rate_per_hour if parts else Decimal(0))
        self._prices = _middle_prices(parts) if parts else {}
        self.access = self._worked("access", entry.access)
        self.tests = self._worked("tests", entry.tests)
        self.repairs = self._repaired(entry.repairs)
        self.give_up = self._given_up(entry)

    def _worked(self, group: str, entries: Iterable[AccessEntry | TestEntry]) -> tuple[Cost, ...]:
        said = tuple(entries)
        return tuple(Cost(minutes, part.money) for part, minutes in zip(said, self._minutes(group, said), strict=True))

    def _repaired(self, repairs: tuple[RepairEntry, ...]) -> tuple[Cost, ...]:
        prices = [self._price(repair) for repair in repairs]
        dearest = _rounded(max((price for price in prices if price), default=Decimal(0)))
        words = _("The price of “{step}” is not known. Reckoned with: {price}, that of the dearest that is known.")
        unknown = [repair for repair, price in zip(repairs, prices, strict=True) if price is None]
        self.assumed += [words.format(step=repair.text, price=self._shown(dearest)) for repair in unknown]
        minutes = self._minutes("repairs", repairs)
        return tuple(
            Cost(work, dearest, is_known=False) if price is None else Cost(work, price)
            for work, price in zip(minutes, prices, strict=True)
        )

    def _price(self, repair: RepairEntry) -> Decimal | None:
        """Return what was said, else the middle of the price of its option; None if neither is known."""
        return self._prices.get(repair.option) if repair.money is None else repair.money

    def _minutes(self, group: str, entries: tuple[AccessEntry | TestEntry | RepairEntry, ...]) -> list[float]:
        known = [entry.minutes for entry in entries if entry.minutes is not None]
        usual = median(known) if known else _USUAL_MINUTES[group]
        words = _("The time of “{step}” is not given. Taken: {time}, as is usual.")
        if known:
            words = _("The time of “{step}” is not given. Taken: {time}, the middle of the others.")
        unknown = [entry for entry in entries if entry.minutes is None]
        self.assumed += [
            words.format(step=_words(entry), time=duration_words(timedelta(minutes=usual))) for entry in unknown
        ]
        return [usual if entry.minutes is None else entry.minutes for entry in entries]

    def _given_up(self, entry: ModelEntry) -> Cost:
        minutes = entry.give_up.minutes or 0.0
        if entry.give_up.money is not None:
            return Cost(minutes, entry.give_up.money)
        dearest = max(cost.at(self.rate_per_hour) for cost in self.repairs)
        left = _rounded(Decimal(max(0.0, _DEAREST_TIMES * dearest - Cost(minutes).at(self.rate_per_hour))))
        words = _("The price of “{step}” is not given. Taken: {price}, with its time twice the dearest repair.")
        self.assumed.append(words.format(step=entry.give_up.text, price=self._shown(left)))
        return Cost(minutes, left)

    def _shown(self, amount: Decimal) -> str:
        return money.about(amount, self.currency)


def _middle_prices(parts: PartsTable) -> dict[str, Decimal]:
    """Return the middle of what is paid for each option whose price is known in the table's currency, by its id."""
    prices = {option.id: parts.paid(option) for option in parts.options}
    return {name: middle(price) for name, price in prices.items() if price}


def _words(entry: AccessEntry | TestEntry | RepairEntry) -> str:
    return entry.ask if isinstance(entry, TestEntry) else entry.text


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)
