"""What work does to the states of the car that hinder a test, such as that its battery is off."""

from collections.abc import Iterable

from msgspec import Struct


class OnCar(Struct, frozen=True):
    """What work leaves, in items that tests name in ``not_with``: what is open after it, and what it puts back."""

    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()

    def after(self, in_force: Iterable[str]) -> frozenset[str]:
        """Return what is open once this work is done on a car where that was open."""
        return frozenset(in_force) - frozenset(self.closes) | frozenset(self.opens)


AS_BEFORE = OnCar()
