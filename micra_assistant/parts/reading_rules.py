"""What readings of a car say of the ways to get a part: rules of ``parts.toml``, and what is heard from them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

from micra_assistant.words import _

DONE, WRITTEN = "done", "written"
PLACEHOLDER = r"\{([^{}]*)\}"
"""The id of a line in what a rule says: its value comes in its place."""


class Effect(StrEnum):
    """What a rule does to a way."""

    FOR = "for"
    DOUBTS = "doubts"
    RULES_OUT = "rules-out"
    TELLS = "tells"


class SeenLine(Struct, frozen=True):
    """What is known of a line of the guide: its value in words, and for a reading from which to which number.

    ``is_exact`` is whether it is one number; of a range its ends are not in it.
    """

    words: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    is_exact: bool = False


class Heard(Struct, frozen=True):
    """What readings of a car say of a way, in a sentence."""

    words: str
    effect: Effect


class Range(Struct, frozen=True, forbid_unknown_fields=True):
    """The readings that are meant: ``at_least`` and ``at_most`` are among them, ``over`` and ``under`` are not."""

    at_least: Decimal | None = field(default=None, name="from")
    at_most: Decimal | None = field(default=None, name="to")
    over: Decimal | None = None
    under: Decimal | None = None

    def __post_init__(self) -> None:
        ends = [end for end in (self.at_least, self.at_most, self.over, self.under) if end is not None]
        if not ends or not all(end.is_finite() for end in ends):
            raise ValueError(_("say from, to, over or under, with a number each"))
        if len(ends) > len([end for end in (self._least, self._most) if end is not None]):
            raise ValueError(_("say from or over, and to or under, not both"))
        if self._least is not None and self._most is not None and self._least > self._most:
            raise ValueError(_("the readings must go up"))

    def holds(self, seen: SeenLine) -> bool:
        """Whether all that a reading can be is meant."""
        return self._begins_before(seen) and self._ends_after(seen)

    @property
    def _least(self) -> Decimal | None:
        return self.at_least if self.over is None else self.over

    @property
    def _most(self) -> Decimal | None:
        return self.at_most if self.under is None else self.under

    def _begins_before(self, seen: SeenLine) -> bool:
        if self._least is None:
            return True
        if seen.low is None:
            return False
        return seen.low > self._least if self.over is not None and seen.is_exact else seen.low >= self._least

    def _ends_after(self, seen: SeenLine) -> bool:
        if self._most is None:
            return True
        if seen.high is None:
            return False
        return seen.high < self._most if self.under is not None and seen.is_exact else seen.high <= self._most


class KnownOfCar(Struct, frozen=True):
    """What is known of a car: by line of the guide what was seen there, by test of a fault model its answers."""

    seen: Mapping[str, SeenLine]
    answers: Mapping[str, Collection[str]] = {}


class ReadingRule(Struct, frozen=True, forbid_unknown_fields=True):
    """If all that it asks for is so, what is said of which ways, by their ids.

    Attributes:
        when: how lines of the guide must be, by their ids.
        answered: how tests of a fault model must be answered, by their ids.
        says: a sentence; ``{pressed}`` in it stands for the value of that line.
        speaks_for, doubts, rules_out: the ways that it is a reason to take, to doubt, not to take.
        about: the ways that it only tells something of.
    """

    says: str
    when: dict[str, Range | Literal["done", "written"]] = {}
    answered: dict[str, str] = {}
    speaks_for: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    rules_out: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.when or self.answered):
            raise ValueError(_("say in “when” which lines of the guide must be how, or in “answered” which tests"))
        if not self.says.strip():
            raise ValueError(_("“says” must not be empty"))
        ways = [way for _effect, way in self.effects]
        if not ways:
            raise ValueError(_("name ways in “speaks_for”, “doubts”, “rules_out” or “about”"))
        if twice := next((way for way in ways if ways.count(way) > 1), ""):
            raise ValueError(_("“{way}” is named twice").format(way=twice))

    @property
    def effects(self) -> Iterator[tuple[Effect, str]]:
        """What it does, with the way that it does it to."""
        for effect, ways in (
            *((Effect.FOR, self.speaks_for), (Effect.DOUBTS, self.doubts)),
            *((Effect.RULES_OUT, self.rules_out), (Effect.TELLS, self.about)),
        ):
            yield from ((effect, way) for way in ways)

    def holds(self, known: KnownOfCar) -> bool:
        """Whether all that it asks for is so."""
        seen, answers = known.seen, known.answers
        is_seen = all(item in seen and _is_so(wanted, seen[item]) for item, wanted in self.when.items())
        return is_seen and all(answer in answers.get(test, ()) for test, answer in self.answered.items())

    def told(self, known: KnownOfCar) -> str:
        """Return what it says, with the values in their places."""
        return re.sub(PLACEHOLDER, lambda found: known.seen.get(found[1], SeenLine()).words, self.says)


def heard_of(rules: Iterable[ReadingRule], known: KnownOfCar) -> dict[str, tuple[Heard, ...]]:
    """Return by way what the readings of a car say of it.

    Of the rules that hold, the first that speaks for a way, doubts it or rules it out counts: write first what was
    measured last. Those that only tell something all count.
    """
    found: dict[str, tuple[Heard, ...]] = {}
    judged: set[str] = set()
    for rule in rules:
        if not rule.holds(known):
            continue
        for effect, way in rule.effects:
            if effect is not Effect.TELLS and way in judged:
                continue
            found[way] = (*found.get(way, ()), Heard(rule.told(known), effect))
            judged.update([way] if effect is not Effect.TELLS else [])
    return found


def _is_so(wanted: Range | str, seen: SeenLine) -> bool:
    return wanted.holds(seen) if isinstance(wanted, Range) else True
