"""How large a job may become: the same while it is worked on, exported and imported.

A job within these limits is opened, printed and exported in seconds. They are far above what a person does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import starmap
from operator import attrgetter
from typing import Any, get_type_hints

from msgspec import Struct

from micra_assistant.jobs.events import (
    AnyAct,
    BasketFilled,
    Diagnosed,
    Entered,
    Noted,
    PhotoAdded,
    QuoteAdded,
    QuoteChanged,
    Ticked,
    Unticked,
    WaitBegun,
    WaitLeftOut,
)
from micra_assistant.words import N_, _, ngettext

MOST_EVENTS = 100_000
"""Of a job; each entry of a list in an act, such as a tool at the car, counts as one more."""
MOST_ITEMS = 2_000
MOST_REMARKS = 2_000
"""Of notes and photos."""
MOST_FINDINGS = 2_000
"""Of what was found on the way to the fault."""
MOST_QUOTES = 500
"""Of quotes, each change of one counted as one more."""
MOST_THINGS = 500
"""Of things put into the basket."""
MOST_ENTRIES = 2_000
"""Of one list."""
MOST_LETTERS = 100_000
"""Of one text."""
MOST_LETTERS_TOGETHER = 300_000
"""Of all texts that are longer than a line."""
LETTERS_OF_A_LINE = 100
_OF_ITEMS = (Ticked, Unticked, WaitBegun, WaitLeftOut, Entered)
_CALLED = frozenset(
    (
        *(
            N_("text"),
            N_("car"),
            N_("vin"),
            N_("customer"),
            N_("complaint"),
            N_("cause"),
            N_("repair"),
            N_("note"),
            N_("name"),
        ),
        *(N_("reason"), N_("part"), N_("supplier"), N_("delivery"), N_("condition"), N_("number"), N_("contact")),
        *(N_("tools"), N_("title"), N_("words"), N_("typed"), N_("override"), N_("left_open")),
    )
)
"""Fields of acts that a person fills in; what others are called is said as it stands in the file."""


def size_of(acts: Iterable[AnyAct]) -> int:
    """Return how much acts count against MOST_EVENTS."""
    all_acts = tuple(acts)
    with_lists = {kind: names for kind in set(map(type, all_acts)) if (names := _lists_of(kind))}
    return len(all_acts) + sum(_entries(act, with_lists[type(act)]) for act in all_acts if type(act) in with_lists)


def excess(acts: Sequence[AnyAct]) -> str:
    """Return what acts have too much of to be those of one job, in words; empty if they can be."""
    return events_in_words() if size_of(acts) > MOST_EVENTS else excess_of_kinds(acts)


def events_in_words() -> str:
    """Return how many events a job may have, in words."""
    return ngettext("{count} event", "{count} events", MOST_EVENTS).format(count=MOST_EVENTS)


def letters_in_words() -> str:
    """Return how many letters the texts of a job may have together, in words."""
    return ngettext("{count} letter", "{count} letters", MOST_LETTERS_TOGETHER).format(count=MOST_LETTERS_TOGETHER)


def oversize(act: AnyAct) -> str:
    """Return what in one act is too large, in words; empty if nothing is."""
    for name, text in texts_of(act):
        if len(text) > MOST_LETTERS:
            words = ngettext(
                "{name} is longer than {count} letter", "{name} is longer than {count} letters", MOST_LETTERS
            )
            return words.format(name=_called(name), count=MOST_LETTERS)
    for name in _lists_of(type(act)):
        if len(getattr(act, name)) > MOST_ENTRIES:
            words = ngettext("{name} has more than {count} entry", "{name} has more than {count} entries", MOST_ENTRIES)
            return words.format(name=_called(name), count=MOST_ENTRIES)
    return ""


def _called(field: str) -> str:
    return _(field) if field in _CALLED else field


def texts_of(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in an act, or in what an act holds, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part, name)
    elif isinstance(value, Struct):
        for field, known_as in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from texts_of(getattr(value, field), known_as)


def excess_of_kinds(acts: Iterable[AnyAct]) -> str:
    """Return what else acts have too much of, by their kinds, in words; empty if they have not."""
    kinds: defaultdict[type[AnyAct], list[AnyAct]] = defaultdict(list)
    for act in acts:
        kinds[type(act)].append(act)
    if len({item for kind in _OF_ITEMS for item in _texts_in(kinds[kind], "item")}) > MOST_ITEMS:
        return ngettext("{count} item", "{count} items", MOST_ITEMS).format(count=MOST_ITEMS)
    if len(kinds[Noted]) + len(kinds[PhotoAdded]) > MOST_REMARKS:
        return _("{count} notes and photos").format(count=MOST_REMARKS)
    if len(kinds[QuoteAdded]) + len(kinds[QuoteChanged]) > MOST_QUOTES:
        return ngettext("{count} quote", "{count} quotes", MOST_QUOTES).format(count=MOST_QUOTES)
    if len(kinds[BasketFilled]) > MOST_THINGS:
        words = ngettext("{count} thing in the basket", "{count} things in the basket", MOST_THINGS)
        return words.format(count=MOST_THINGS)
    if len(kinds[Diagnosed]) > MOST_FINDINGS:
        return ngettext("{count} finding", "{count} findings", MOST_FINDINGS).format(count=MOST_FINDINGS)
    return letters_in_words() if sum(starmap(_letters_of_kind, kinds.items())) > MOST_LETTERS_TOGETHER else ""


def letters_of(act: AnyAct) -> int:
    """Return how much an act counts against MOST_LETTERS_TOGETHER."""
    return _long(text for _name, text in texts_of(act))


def _letters_of_kind(kind: type[AnyAct], acts: Sequence[AnyAct]) -> int:
    """Return how much acts of one kind count: most hold texts only, and those of thousands are soon looked at."""
    hints = get_type_hints(kind)
    if set(hints.values()) <= {str}:
        return sum(_long(_texts_in(acts, name)) for name in hints)
    return sum(map(letters_of, acts))


def _texts_in(acts: Iterable[AnyAct], field: str) -> Iterator[str]:
    return map(attrgetter(field), acts)


def _long(texts: Iterable[str]) -> int:
    return sum(letters for letters in map(len, texts) if letters > LETTERS_OF_A_LINE)


def _entries(act: AnyAct, lists: Iterable[str]) -> int:
    return sum(len(getattr(act, name)) for name in lists)


@cache
def _lists_of(kind: type[AnyAct]) -> tuple[str, ...]:
    return tuple(name for name, hint in get_type_hints(kind).items() if getattr(hint, "__origin__", None) is tuple)
