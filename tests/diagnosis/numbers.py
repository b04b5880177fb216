"""Problems in numbers: those with a known optimum, the one of the K12's tailgate, and ones made at random."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct

from micra_assistant.diagnosis.problem import NO_GROUP, NumberedRepair, NumberedTest, Problem

FIXTURES = Path(__file__).parent / "fixtures"

_TRUST = {"sure": 0.99, "reliable": 0.95, "fair": 0.85, "weak": 0.70}
_FIXES = {"always": 99, "usually": 90, "often": 70, "half": 50, "sometimes": 30}
_LEAST_CHANCE = 0.01


class Known(Struct, frozen=True):
    """A problem with the cost of its best policy."""

    id: str
    problem: Problem
    optimum: float


def known_problems() -> tuple[Known, ...]:
    """Return the problems whose optimum was worked out once and for all."""
    models = json.loads((FIXTURES / "fault-models.json").read_text(encoding="utf-8"))
    return tuple(Known(model["id"], _problem(model), model["optimal_ecr"]) for model in models)


def _problem(model: dict[str, Any]) -> Problem:
    groups = list(model["access"])

    def group(step: dict[str, Any]) -> int:
        return groups.index(str(step["access"])) if step["access"] else NO_GROUP

    return Problem(
        shares=tuple(model["prior"]),
        tests=tuple(NumberedTest(t["cost"], group(t), tuple(map(tuple, t["like"]))) for t in model["tests"]),
        repairs=tuple(NumberedRepair(r["cost"], group(r), tuple(r["fixes"])) for r in model["repairs"]),
        access=tuple(model["access"].values()),
        give_up=model["give_up"],
    )


def k12_problem() -> Problem:
    """Return the tailgate button of the K12 as the research wrote it down."""
    file = tomllib.loads((FIXTURES / "k12-tailgate-button.toml").read_text(encoding="utf-8"))
    faults = {fault["id"]: fault["weight"] for fault in file["fault"]}
    groups = list(file["access"])

    def cost(step: dict[str, Any]) -> float:
        return float(step.get("minutes", 0) * file["rate_per_hour"] / 60 + step.get("money", 0))

    def group(step: dict[str, Any]) -> int:
        return groups.index(step["access"]) if "access" in step else NO_GROUP

    return Problem(
        shares=tuple(weight / sum(faults.values()) for weight in faults.values()),
        tests=tuple(NumberedTest(cost(test), group(test), _likely(test, list(faults))) for test in file["test"]),
        repairs=tuple(NumberedRepair(cost(r), group(r), _fixes(r, list(faults))) for r in file["repair"]),
        access=tuple(cost(access) for access in file["access"].values()),
        give_up=cost(file["give_up"]),
    )


def _likely(test: dict[str, Any], faults: list[str]) -> tuple[tuple[float, ...], ...]:
    answers = list(test["answers"])
    rows = [
        _seen(test["expect"].get(fault, test["expect"]["others"]), answers, _TRUST[test["trust"]]) for fault in faults
    ]
    return tuple(zip(*rows, strict=True))


def _seen(expected: Any, answers: list[str], trust: float) -> list[float]:
    match expected:
        case "any":
            chances = [1 / len(answers)] * len(answers)
        case str():
            chances = [trust if answer == expected else (1 - trust) / (len(answers) - 1) for answer in answers]
        case _:
            chances = [max(expected.get(answer, 0) / 100, _LEAST_CHANCE) for answer in answers]
    return [chance / sum(chances) for chance in chances]


def _fixes(repair: dict[str, Any], faults: list[str]) -> tuple[float, ...]:
    fixes = [repair["fixes"].get(fault, 0) for fault in faults]
    return tuple(_FIXES.get(share, share) / 100 for share in fixes)


def tiny_problems(count: int) -> Iterator[Problem]:
    """Return problems small enough to try every policy."""
    for seed in range(count):
        yield random_problem(seed, faults=2 + seed % 3, tests=1 + seed % 3, repairs=1 + seed % 4)


def random_problem(seed: int, *, faults: int, tests: int, repairs: int) -> Problem:
    """Return a problem as a workshop has them: common and rare faults, sure and unsure tests, shared access work."""
    random = Random(seed)  # noqa: S311 - no secret
    weights = [random.expovariate(1) + 0.05 for _ in range(faults)]
    return Problem(
        shares=tuple(weight / sum(weights) for weight in weights),
        tests=tuple(_random_test(random, faults) for _ in range(tests)),
        repairs=tuple(_random_repair(random, faults, place % faults) for place in range(repairs)),
        access=(random.uniform(3, 12), random.uniform(3, 12)),
        give_up=random.uniform(150, 500),
    )


def _random_test(random: Random, faults: int) -> NumberedTest:
    answers, trust, odd = (
        random.choice((2, 2, 3)),
        random.choice((0.7, 0.85, 0.9, 0.95, 0.99)),
        random.choice((0.15, 0.5)),
    )
    usual = random.randrange(answers)
    shown = [random.randrange(answers) if random.random() < odd else usual for _ in range(faults)]
    likely = tuple(tuple(trust if a == s else (1 - trust) / (answers - 1) for s in shown) for a in range(answers))
    return NumberedTest(random.uniform(0.5, 10), random.choice((NO_GROUP, NO_GROUP, NO_GROUP, 0, 1)), likely)


def _random_repair(random: Random, faults: int, main: int) -> NumberedRepair:
    fixes = [0.0] * faults
    for fault in random.sample(range(faults), min(faults, random.choice((1, 1, 2, 3)))):
        fixes[fault] = random.choice((0.3, 0.5, 0.7, 0.9))
    fixes[main] = random.choice((0.9, 0.95, 0.98))
    return NumberedRepair(random.uniform(5, 120), random.choice((NO_GROUP, NO_GROUP, NO_GROUP, 0, 1)), tuple(fixes))


def stress_problems(count: int) -> Iterator[Problem]:
    """Return problems that lead a planner astray that looks one test ahead.

    All faults are as likely, repairs are dear, giving up is cheap, and each test only halves what is left.
    """
    random = Random(11)  # noqa: S311 - no secret
    for _ in range(count):
        faults = random.randint(4, 6)
        dear = random.uniform(60, 120)
        yield Problem(
            shares=(1 / faults,) * faults,
            tests=tuple(_halving(random, faults) for _ in range(random.randint(3, 5))),
            repairs=tuple(_for_one(random, faults, fault, dear) for fault in range(faults)),
            access=(),
            give_up=dear * random.uniform(1.5, 3.0),
        )


def _halving(random: Random, faults: int) -> NumberedTest:
    half, trust = set(random.sample(range(faults), faults // 2)), random.choice((0.9, 0.95, 0.99, 1.0))
    shown = tuple(trust if fault in half else 1 - trust for fault in range(faults))
    return NumberedTest(random.uniform(1, 15), NO_GROUP, (shown, tuple(1 - chance for chance in shown)))


def _for_one(random: Random, faults: int, fault: int, dear: float) -> NumberedRepair:
    fixes = tuple(random.choice((0.9, 0.98)) if other == fault else 0.0 for other in range(faults))
    return NumberedRepair(dear * random.uniform(0.7, 1.3), NO_GROUP, fixes)
