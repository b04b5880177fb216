"""What makes a regular expression slow: where it can take the same letters in more than one way.

Python's ``re`` goes back over what it has taken when the rest does not match. If two repeats without end can share a
run of letters out in many ways, the time grows with the square of the run, or worse. A possessive repeat (``*+``) never
goes back. A pattern that is searched for is also tried again from each letter on.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from re import _constants as constants  # type: ignore[attr-defined] # isort: skip
from re import _parser as parser  # type: ignore[attr-defined] # isort: skip

SAMPLE = frozenset([*map(chr, range(128)), *"éΩµ°²–−…→£€₽’٣\u00a0\u2028"])
"""The letters that sets are compared by."""
ENDLESS = 200
"""A repeat of so many times counts as one without end."""
Node = tuple[Any, Any]
Letters = frozenset[str]

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_ASSERTS = (constants.ASSERT, constants.ASSERT_NOT)
_CATEGORIES = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}


class Part(NamedTuple):
    """What matters of a part of a pattern.

    Attributes:
        first: the letters it can begin with.
        nullable: whether it can match nothing.
        heads: for each repeat without end that can begin it, the letters that one can begin with.
        tails: likewise for each that can end it, and that gives letters back.
    """

    first: Letters
    nullable: bool
    heads: tuple[Letters, ...] = ()
    tails: tuple[Letters, ...] = ()


NOTHING = Part(frozenset(), nullable=True)


def slow_places(pattern: str, flags: int = 0, *, searched: bool = False) -> list[str]:
    """Return what is slow in a pattern, in words; ``searched`` if it is tried from each letter on."""
    tree = list(parser.parse(pattern, flags))
    found: list[str] = []
    whole = _sequence(tree, found)
    if searched:
        found += _restarts(tree, whole.first, followed=False)
    return list(dict.fromkeys(found))


def _sequence(nodes: Iterable[Node], found: list[str]) -> Part:
    whole, opened = NOTHING, list[Letters]()
    for node in nodes:
        part = _part(node, found)
        if any(tail & head for tail in opened for head in part.heads):
            found.append(f"two repeats share letters at {_name(node)}")
        if not part.nullable:
            opened = [tail for tail in opened if tail & part.first]
        opened += part.tails
        whole = Part(
            whole.first | part.first if whole.nullable else whole.first,
            whole.nullable and part.nullable,
            whole.heads + part.heads if whole.nullable else whole.heads,
        )
    return whole._replace(tails=tuple(opened))


def _part(node: Node, found: list[str]) -> Part:
    kind, said = node
    if kind in _REPEATS:
        return _repeat(node, found)
    if kind is constants.SUBPATTERN:
        return _sequence(said[3], found)
    if kind is constants.ATOMIC_GROUP:
        return _sequence(said, found)._replace(tails=())
    if kind is constants.BRANCH:
        return _either([_sequence(branch, found) for branch in said[1]])
    if kind in _ASSERTS:
        _sequence(said[1], found)
        return NOTHING
    if kind in (constants.AT, constants.GROUPREF, constants.GROUPREF_EXISTS):
        return NOTHING
    return Part(_letters(node), nullable=False)


def _repeat(node: Node, found: list[str]) -> Part:
    kind, (least, most, body) = node
    inner = _sequence(body, found)
    if most > 1 and any(tail & head for tail in inner.tails for head in inner.heads):
        found.append(f"a repeat within a repeat at {_name(node)}")
    heads, tails = inner.heads, inner.tails
    if most >= ENDLESS:
        heads, tails = (*heads, inner.first), (*tails, inner.first)
    if kind is constants.POSSESSIVE_REPEAT:
        tails = ()
    return Part(inner.first, inner.nullable or least == 0, heads, tails)


def _either(parts: list[Part]) -> Part:
    return Part(
        frozenset().union(*(part.first for part in parts)),
        any(part.nullable for part in parts),
        tuple(head for part in parts for head in part.heads),
        tuple(tail for part in parts for tail in part.tails),
    )


def _restarts(nodes: list[Node], begin: Letters, *, followed: bool) -> Iterator[str]:
    """Yield each repeat over letters that the pattern may begin with, behind which the match can still fail."""
    for place, node in enumerate([] if _looks_behind(nodes) else nodes):
        rest = nodes[place + 1 :]
        fails = (
            followed or any(kind in (*_ASSERTS, constants.AT) for kind, _ in rest) or not _sequence(rest, []).nullable
        )
        kind, said = node
        if kind in _REPEATS and said[1] >= ENDLESS and fails and _sequence(said[2], []).first & begin:
            yield f"is tried again from each letter of {_name(node)}"
        if kind is constants.SUBPATTERN:
            yield from _restarts(list(said[3]), begin, followed=fails)
        elif kind is constants.ATOMIC_GROUP:
            yield from _restarts(list(said), begin, followed=fails)
        elif kind is constants.BRANCH:
            for branch in said[1]:
                of_branch = begin if place else begin & _sequence(branch, []).first
                yield from _restarts(list(branch), of_branch, followed=fails)


def _looks_behind(tree: list[Node]) -> bool:
    return bool(tree) and tree[0][0] in _ASSERTS and tree[0][1][0] < 0


def _letters(node: Node) -> Letters:
    """Return the letters that a part of one letter can be."""
    kind, said = node
    if kind is constants.ANY:
        return SAMPLE
    if kind is constants.LITERAL:
        return frozenset(chr(said))
    if kind is constants.NOT_LITERAL:
        return SAMPLE - {chr(said)}
    if kind is constants.RANGE:
        return frozenset(letter for letter in SAMPLE if said[0] <= ord(letter) <= said[1])
    if kind is constants.CATEGORY:
        return frozenset(letter for letter in SAMPLE if re.fullmatch(_CATEGORIES[said], letter))
    assert kind is constants.IN, f"{kind} is not known here"
    negated = said[0][0] is constants.NEGATE
    within = frozenset().union(*(_letters(part) for part in said[negated:]))
    return SAMPLE - within if negated else within


def _name(node: Node) -> str:
    return str(node).replace("\n", " ")[:100]
