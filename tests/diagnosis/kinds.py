"""Kinds of problems that are hard for a planner, made at random: what it was built with, and what it is measured on.

The seeds below ``FRESH`` are for whoever changes the planner; figures are those of seeds from ``FRESH`` on.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from msgspec.structs import replace

from micra_assistant.diagnosis.problem import NO_GROUP, NumberedRepair, NumberedTest, Problem
from tests.diagnosis.numbers import random_problem

FRESH = 1000

_Maker = Callable[[Random], Problem]


def problems(kind: str, count: int, first: int = FRESH) -> Iterator[Problem]:
    """Return problems of a kind, one for each seed from ``first`` on."""
    for seed in range(first, first + count):
        yield KINDS[kind](Random(f"{kind} {seed}"))  # noqa: S311 - no secret


def _ordinary(random: Random) -> Problem:
    """Return a problem as a workshop has them, of a size that the oracle can still do."""
    sizes = {"faults": random.randint(5, 9), "tests": random.randint(4, 6), "repairs": random.randint(5, 8)}
    return random_problem(random.randrange(1 << 30), **sizes)


def _wide(random: Random) -> Problem:
    """Return a problem as a workshop has them, too large for the oracle to do in a test of every day."""
    sizes = {"faults": random.randint(8, 11), "tests": random.randint(7, 8), "repairs": random.randint(7, 9)}
    return random_problem(random.randrange(1 << 30), **sizes)


def _stress(random: Random) -> Problem:
    """Return even shares, dear repairs, cheap giving up, and tests of which each only halves what is left."""
    faults = random.randint(4, 6)
    tests = [_split(random, faults, faults // 2, random.uniform(1, 15)) for _ in range(random.randint(3, 5))]
    return _dear(random, _even(faults), tests, random.uniform(1.5, 3.0))


def _needle(random: Random) -> Problem:
    """Return tests of which each only says whether it is this one fault."""
    faults = random.randint(4, 6)
    tests = [_split(random, faults, 1, random.uniform(1, 25)) for _ in range(random.randint(4, 6))]
    return _dear(random, _even(faults), tests, random.uniform(1.05, 1.8))


def _splits(random: Random) -> Problem:
    """Return four or eight like faults, as many halving tests as tell them apart, and others that do so less well."""
    bits = random.choice((2, 3))
    faults = 1 << bits
    tests = [_bit(random, faults, bit, random.uniform(3, 45 / bits)) for bit in range(bits)]
    others = [_split(random, faults, faults // 2, random.uniform(1, 15)) for _ in range(random.randint(1, 3))]
    return _dear(random, _even(faults), [*tests, *others], random.uniform(1.05, 1.8))


def _decoys(random: Random) -> Problem:
    """Return six like faults, tests that tell two of them from the others, and a test that promises more."""
    tests = [_split(random, 6, 2, random.uniform(2, 18)) for _ in range(random.randint(4, 5))]
    decoys = [_split(random, 6, 3, random.uniform(0.5, 6), (0.6, 0.7)) for _ in range(random.randint(1, 2))]
    return _dear(random, _even(6), [*decoys, *tests], random.uniform(1.05, 1.8))


def _shared_access(random: Random) -> Problem:
    """Return tests and repairs that are mostly behind two pieces of dear access work."""
    faults = random.randint(4, 6)
    tests = [_split(random, faults, random.randint(1, 3), random.uniform(1, 8)) for _ in range(random.randint(4, 5))]
    plain = _dear(random, _uneven(random, faults), tests, random.uniform(1.3, 3.0))
    groups = (NO_GROUP, 0, 0, 1)
    return Problem(
        shares=plain.shares,
        tests=tuple(NumberedTest(test.cost, random.choice(groups), test.likely) for test in plain.tests),
        repairs=tuple(NumberedRepair(r.cost, random.choice(groups), r.fixes) for r in plain.repairs),
        access=(random.uniform(10, 60), random.uniform(10, 60)),
        give_up=plain.give_up,
    )


def _useless(random: Random) -> Problem:
    """Return nearly free tests that say nearly nothing beside two or three that do."""
    faults = random.randint(4, 6)
    telling = [_split(random, faults, faults // 2, random.uniform(3, 20)) for _ in range(random.randint(2, 3))]
    tests = [*telling, *(_weak(random, faults) for _ in range(random.randint(3, 4)))]
    return _dear(random, _uneven(random, faults), tests, random.uniform(1.1, 2.0))


def _unreliable(random: Random) -> Problem:
    """Return tests that are often wrong, so that only several of them say anything."""
    faults = random.randint(3, 5)
    tests = [
        _split(random, faults, random.randint(1, faults - 1), random.uniform(0.5, 8), (0.65, 0.7, 0.75, 0.8))
        for _ in range(random.randint(5, 7))
    ]
    return _dear(random, _uneven(random, faults), tests, random.uniform(1.05, 1.8))


def _telling_repairs(random: Random) -> Problem:
    """Return cheap repairs that cure several faults a little, and so say which it is not."""
    faults = random.randint(4, 6)
    tests = [_split(random, faults, random.randint(1, 3), random.uniform(2, 15)) for _ in range(random.randint(3, 4))]
    plain = _dear(random, _uneven(random, faults), tests, random.uniform(1.3, 3.0))
    cheap = [_shared_repair(random, faults) for _ in range(random.randint(3, 4))]
    return Problem(plain.shares, plain.tests, (*plain.repairs, *cheap), (), plain.give_up)


def _many_answers(random: Random) -> Problem:
    """Return tests with three to five answers."""
    faults = random.randint(4, 6)
    tests = [_sorting(random, faults, random.randint(3, 5)) for _ in range(random.randint(3, 4))]
    return _dear(random, _uneven(random, faults), tests, random.uniform(1.05, 2.0))


def _bundle(random: Random) -> Problem:
    """Return two or three measurements that pay only together, and four to six weak, nearly free questions."""
    bits = random.choice((2, 2, 3))
    faults = 1 << bits
    price = random.uniform(0.04, 0.16) * 100 / bits
    tests = [_bit(random, faults, bit, price * random.uniform(0.7, 1.3)) for bit in range(bits)]
    questions = [_weak(random, faults) for _ in range(random.randint(4, 6 if bits == 2 else 4))]
    return _dear(random, _even(faults), [*questions, *tests], random.uniform(1.1, 1.7))


def _mixed(random: Random) -> Problem:
    """Return something of all kinds: weak, unreliable and telling tests, cheap and dear repairs, access work."""
    faults = random.randint(4, 6)
    tests = [
        _split(random, faults, faults // 2, random.uniform(2, 20)),
        _split(random, faults, random.randint(1, 2), random.uniform(2, 15)),
        _split(random, faults, 2, random.uniform(0.5, 6), (0.65, 0.75)),
        _sorting(random, faults, 3),
        *(_weak(random, faults) for _ in range(random.randint(1, 2))),
    ]
    plain = _dear(random, _uneven(random, faults), tests, random.uniform(1.05, 3.0))
    repairs = (*plain.repairs, *(_shared_repair(random, faults) for _ in range(random.randint(1, 2))))
    groups = (NO_GROUP, NO_GROUP, 0, 1)
    return Problem(
        shares=plain.shares,
        tests=tuple(NumberedTest(test.cost, random.choice(groups), test.likely) for test in plain.tests),
        repairs=tuple(
            NumberedRepair(r.cost * random.uniform(0.2, 1.0), random.choice(groups), r.fixes) for r in repairs
        ),
        access=(random.uniform(3, 30), random.uniform(3, 30)),
        give_up=plain.give_up,
    )


def _states(random: Random) -> Problem:
    """Return a small problem with shared access work that opens states in which tests are forbidden or dearer."""
    sizes = {"faults": random.randint(3, 5), "tests": random.randint(3, 4), "repairs": random.randint(3, 5)}
    plain, states = random_problem(random.randrange(1 << 30), **sizes), [4 << place for place in range(2)]
    opens = {NO_GROUP: 0, 0: random.choice(states), 1: random.choice((0, *states))}
    return Problem(
        shares=plain.shares,
        tests=tuple(_in_states(random, test, opens[test.group], states) for test in plain.tests),
        repairs=tuple(replace(repair, opens=opens[repair.group]) for repair in plain.repairs),
        access=plain.access,
        give_up=plain.give_up,
    )


def _in_states(random: Random, test: NumberedTest, opens: int, states: Sequence[int]) -> NumberedTest:
    """Return a test that leaves what its access work opens; in another state it is forbidden, dearer or neither."""
    state, kind = random.choice(states), random.choice(("free", "shut", "back"))
    state = 0 if kind == "free" else state & ~opens
    backs = ((state, random.uniform(0.5, 10)),) if state and kind == "back" else ()
    kept_open = (state | other,) if backs and (other := sum(states) & ~state & ~opens) else ()
    return replace(test, opens=opens, shut=state if kind == "shut" else 0, backs=backs, kept_open=kept_open)


KINDS: dict[str, _Maker] = {
    "ordinary": _ordinary,
    "wide": _wide,
    "stress": _stress,
    "needle": _needle,
    "splits": _splits,
    "decoys": _decoys,
    "shared-access": _shared_access,
    "useless": _useless,
    "unreliable": _unreliable,
    "telling-repairs": _telling_repairs,
    "many-answers": _many_answers,
    "mixed": _mixed,
    "bundle": _bundle,
    "states": _states,
}
ADVERSARIAL = tuple(kind for kind in KINDS if kind not in {"ordinary", "wide", "stress", "bundle", "states"})


def _even(faults: int) -> tuple[float, ...]:
    return (1 / faults,) * faults


def _uneven(random: Random, faults: int) -> tuple[float, ...]:
    weights = [random.uniform(0.3, 1.0) for _ in range(faults)]
    return tuple(weight / sum(weights) for weight in weights)


def _dear(random: Random, shares: Sequence[float], tests: Sequence[NumberedTest], give_up: float) -> Problem:
    """Return the problem with a dear repair for each fault; giving up costs ``give_up`` such repairs."""
    dear = random.uniform(70, 130)
    repairs = tuple(_for_one(random, len(shares), fault, dear) for fault in range(len(shares)))
    return Problem(tuple(shares), tuple(tests), repairs, (), dear * give_up)


def _for_one(random: Random, faults: int, fault: int, dear: float) -> NumberedRepair:
    fixes = random.choice((0.9, 0.95, 0.98))
    return NumberedRepair(dear * random.uniform(0.75, 1.25), NO_GROUP, tuple(_of(faults, {fault}, fixes, 0.0)))


def _shared_repair(random: Random, faults: int) -> NumberedRepair:
    cured = set(random.sample(range(faults), random.randint(2, 3)))
    return NumberedRepair(random.uniform(8, 40), NO_GROUP, tuple(_of(faults, cured, random.uniform(0.3, 0.6), 0.0)))


def _split(
    random: Random, faults: int, size: int, cost: float, trusts: Sequence[float] = (0.9, 0.95, 0.99)
) -> NumberedTest:
    """Return a test that tells ``size`` of the faults from the others."""
    return _telling(faults, set(random.sample(range(faults), size)), cost, random.choice(trusts))


def _bit(random: Random, faults: int, bit: int, cost: float) -> NumberedTest:
    shown = {fault for fault in range(faults) if fault >> bit & 1}
    return _telling(faults, shown, cost, random.choice((0.95, 0.98, 0.99)))


def _weak(random: Random, faults: int) -> NumberedTest:
    shown = set(random.sample(range(faults), random.randint(1, faults - 1)))
    return _telling(faults, shown, random.uniform(0.05, 0.6), random.uniform(0.53, 0.65))


def _telling(faults: int, shown: set[int], cost: float, trust: float) -> NumberedTest:
    row = tuple(_of(faults, shown, trust, 1 - trust))
    return NumberedTest(cost, NO_GROUP, (row, tuple(1 - chance for chance in row)))


def _sorting(random: Random, faults: int, answers: int) -> NumberedTest:
    trust = random.choice((0.85, 0.9, 0.95))
    shown = [random.randrange(answers) for _ in range(faults)]
    likely = tuple(tuple(_of(faults, _where(shown, a), trust, (1 - trust) / (answers - 1))) for a in range(answers))
    return NumberedTest(random.uniform(2, 25), NO_GROUP, likely)


def _where(shown: Sequence[int], answer: int) -> set[int]:
    return {fault for fault, at in enumerate(shown) if at == answer}


def _of(faults: int, chosen: set[int], inside: float, outside: float) -> list[float]:
    return [inside if fault in chosen else outside for fault in range(faults)]
