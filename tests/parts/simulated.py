"""Cars whose part fails at random, to hold the formula against: nothing here knows of it."""

from decimal import Decimal
from math import log, sqrt
from random import Random

from msgspec import Struct

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.keeping import keep
from micra_assistant.parts.lifetime import failure_rate
from tests.parts.ways import option

CARS = 20_000
_MOST_ERRORS = 4
_MOST_AWAY, _SURE = 0.01, 0.0025
"""So far from the mean at most, as a share of it, where the standard error is as small a share."""


class Car(Struct, frozen=True):
    """A way to get a part, and how a car with it is kept; amounts as floats."""

    price: float
    labour: float
    later_labour: float
    visit: float
    share: float
    warranty_months: int
    years: float


def random_car(seed: int) -> Car:
    """Return a car of any sort that there may be."""
    random = Random(seed)  # noqa: S311 - no secret
    return Car(
        price=round(random.uniform(0, 9000), 2),
        labour=round(random.uniform(0, 4000), 2),
        later_labour=round(random.uniform(0, 6000), 2),
        visit=round(random.choice([0, random.uniform(0, 3000)]), 2),
        share=random.uniform(0.01, 0.9),
        warranty_months=random.choice([0, 1, 3, 6, 12, 24, 36, 60]),
        years=random.uniform(0.5, 12),
    )


def check(car: Car, seed: int) -> None:
    """Check that the formula says what so many of these cars cost on average."""
    said, (mean, error) = _said(car), _simulated(car, Random(-1 - seed))  # noqa: S311 - no secret
    assert abs(said - mean) <= _MOST_ERRORS * error, f"{car}: {said} is not {mean} ± {error}"
    if error < _SURE * mean:
        assert abs(said - mean) <= _MOST_AWAY * mean, f"{car}: {said} is not {mean} within 1 %"


def _said(car: Car) -> float:
    price = Decimal(str(car.price))
    fitted = Fitted(
        option=option("any", 0, 0, warranty_months=car.warranty_months),
        price=(price, price),
        labour=Decimal(str(car.labour)),
        later_labour=Decimal(str(car.later_labour)),
        visit=Decimal(str(car.visit)),
    )
    return float(keep(fitted, price, failure_rate(car.share), car.years).total)


def _simulated(car: Car, random: Random) -> tuple[float, float]:
    """Return the mean cost of the cars, and the standard error of that."""
    total = squares = 0.0
    for _ in range(CARS):
        cost = _one_car(car, random)
        total += cost
        squares += cost * cost
    mean = total / CARS
    return mean, sqrt(max(squares / CARS - mean * mean, 0.0) / CARS)


def _one_car(car: Car, random: Random) -> float:
    """Return what one car costs: a new part is paid for unless the one that was paid for last is in warranty."""
    cost, paid_at, now = car.price + car.labour, 0.0, 0.0
    mean_life = -1 / log(1 - car.share)
    while (now := now + random.expovariate(1 / mean_life)) < car.years:
        cost += car.later_labour + car.visit
        if now - paid_at >= car.warranty_months / 12:
            cost += car.price
            paid_at = now
    return cost
