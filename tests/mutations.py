"""Guides as a slip of the hand, a broken disk or a hostile person leaves them."""

import random
import re
from collections.abc import Callable, Mapping

Mutation = Callable[[bytes, random.Random], bytes]

TOKENS = (
    *(
        b"`a",
        b"*a",
        b"***a** ",
        b"_a_",
        b"a  \n",
        b"\\",
        b"[",
        b"![",
        b"[a](b)",
        b"[^",
        b"<",
        b"&",
        b"{:",
        b"}",
        b"!!! ",
    ),
    *(
        b"#",
        b"| ",
        b"- ",
        b"> ",
        b"    ",
        b"\t",
        b"1-",
        b"1. ",
        b"=",
        b"a.",
        b'"',
        b"'''",
        b"{",
        b"[[",
        b"\r",
        b"\n",
        b"\0",
    ),
    *(b"\xff", "\u2028".encode(), "\U000f0001".encode(), "\u202e".encode(), b"- [ ] A {: #a }\n", b"## A {: #a }\n\n"),
)
NUMBERS = (
    *(b"9e999999999", b"-1e-999999999", b"1e308", b"1e400", b"nan", b"inf", b"-0", b"0x" + b"f" * 500, b"9" * 5000),
    *(b"9" * 1500, b"1_000", b"0.1", b"\xd9\xa3", b"true", b"1979-05-27", b"[[[[1]]]]"),
)
_NUMBER = re.compile(rb"\d+(?:\.\d+)?")


def flipped(text: bytes, chance: random.Random) -> bytes:
    """Return ``text`` with a few bytes changed."""
    changed = bytearray(text or b" ")
    for _ in range(chance.randrange(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def renumbered(text: bytes, chance: random.Random) -> bytes:
    """Return ``text`` with another number in the place of one."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    number = chance.choice(found)
    return text[: number.start()] + chance.choice(NUMBERS) + text[number.end() :]


def repeated(text: bytes, chance: random.Random) -> bytes:
    """Return ``text`` with something put in many times."""
    place = chance.randrange(len(text) + 1)
    token = chance.choice(TOKENS) + chance.choice((b"", chance.choice(TOKENS)))
    return text[:place] + token * chance.choice((1, 3, 40, 900, 20_000)) + text[place:]


def shuffled(text: bytes, chance: random.Random) -> bytes:
    """Return ``text`` with lines gone, doubled, or in another order."""
    lines = text.split(b"\n")
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(lines))
        line = lines.pop(place)
        lines[place:place] = chance.choice(([], [line, line], [line] * 300, [line[: len(line) // 2]]))
        if chance.random() < 0.3:
            lines.insert(chance.randrange(len(lines) + 1), line)
        lines = lines or [b""]
    return b"\n".join(lines)


def cut(text: bytes, chance: random.Random) -> bytes:
    """Return the beginning of ``text``."""
    return text[: chance.randrange(len(text) + 1)]


MUTATIONS: tuple[Mutation, ...] = (flipped, renumbered, renumbered, repeated, repeated, shuffled, shuffled, cut)


def mutated(files: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """Return the files of a guide with one or a few of them changed."""
    changed = dict(files)
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice(sorted(changed))
        changed[name] = chance.choice(MUTATIONS)(changed[name], chance)
    if chance.random() < 0.1:
        one, other = chance.sample(sorted(changed), 2)
        changed[one], changed[other] = changed[other], changed[one]
    return changed
