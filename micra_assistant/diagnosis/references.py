"""What a model names of its guide and its parts table must be there: steps, items, gates, options."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from micra_assistant.diagnosis.access_check import check_conditions
from micra_assistant.diagnosis.entries import ModelEntry, TestEntry
from micra_assistant.diagnosis.fault_model import Limits
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.guide import measure
from micra_assistant.guide.model import AnyItem, Count, Guide, Reading, Tick, Written
from micra_assistant.guide.units import UNITS
from micra_assistant.parts.options import PARTS_FILE, PartsTable
from micra_assistant.words import _

_ITEM_NAMES = ("item", "opened", "line")
_ITEM_LISTS = ("gates", "not_with", "items", "again", "leaves")
_NAMED_IN = {**dict.fromkeys(_ITEM_NAMES, "item"), "step": "step", "option": "option"}
_NAMED_IN_LISTS = {**dict.fromkeys(_ITEM_LISTS, "item"), "steps": "step"}
_LOWEST, _HIGHEST = Decimal("-Infinity"), Decimal("Infinity")


def check_references(entry: ModelEntry, guide: Guide, parts: PartsTable | None, mistakes: Mistakes) -> None:
    """Check every step, item, gate and option that the model names."""
    steps = [step.id for step in guide.steps]
    items = [item.id for item in guide.items]
    options = [option.id for option in parts.options] if parts else []
    for name in _all_named(entry):
        if name.kind == "option" and not parts:
            words = _("option “{option}”, but the guide has no {file}")
            mistakes.add(words.format(option=name.name, file=PARTS_FILE), *name.place)
        else:
            known = {"step": steps, "option": options}.get(name.kind, items)
            mistakes.check_known(name.kind, name.name, known, *name.place)
    check_conditions(entry, guide, mistakes)
    for number, test in enumerate(entry.tests):
        if item := guide.find_item(test.item):
            _check_item(number, test, item, mistakes)
        _check_states(test.not_with, guide, mistakes, "tests", number, "not_with")
    for number, back in enumerate(entry.back):
        _check_states([back.opened], guide, mistakes, "back", number, "opened")
        _check_states(back.not_with, guide, mistakes, "back", number, "not_with")
        line = guide.find_item(back.line)
        if line and guide.find_item(back.opened) and back.opened not in line.undoes:
            words = _("“{line}” does not put back what “{opened}” opens").format(line=back.line, opened=back.opened)
            mistakes.add(words, "back", number, "line")


def _check_states(names: Iterable[str], guide: Guide, mistakes: Mistakes, *place: str | int) -> None:
    for name in names:
        if (item := guide.find_item(name)) and not item.state:
            words = _("“{item}” leaves the car as it was: it has no state")
            mistakes.add(words.format(item=name), *place)


def limits_of(test: TestEntry, unit: str = "") -> tuple[Limits, ...]:
    """Return what turns a reading into an answer; ReadingError if a limit is no value in ``unit``."""
    return tuple(
        Limits(answer, _value(bounds.low, unit), _value(bounds.high, unit)) for answer, bounds in test.limits.items()
    )


def check_limits(number: int, test: TestEntry, unit: str, mistakes: Mistakes) -> None:
    """Check that the limits are values in ``unit``, go up, and leave no reading with two answers but at their ends."""
    try:
        found = limits_of(test, unit)
    except measure.ReadingError as error:
        mistakes.add(_("a limit is no reading: {reason}").format(reason=error), "tests", number, "limits")
        return
    if any(_low(limit) > _high(limit) for limit in found):
        mistakes.add(_("limits go up: “from” is not above “to”"), "tests", number, "limits")
    for one, next_one in pairwise(sorted(found, key=_low)):
        if _low(next_one) < _high(one):
            words = _("readings that are both “{one}” and “{other}”: let one end where the other begins")
            mistakes.add(words.format(one=one.answer, other=next_one.answer), "tests", number, "limits")


class _Named(NamedTuple):
    """Something that the model names, and where."""

    kind: str
    name: str
    place: tuple[str | int, ...]


def _all_named(entry: ModelEntry) -> Iterable[_Named]:
    tables = {
        "faults": entry.faults,
        "tests": entry.tests,
        "repairs": entry.repairs,
        "access": entry.access,
        "back": entry.back,
    }
    for table, parts in tables.items():
        for number, part in enumerate(parts):
            for key, kind in _NAMED_IN.items():
                if name := getattr(part, key, ""):
                    yield _Named(kind, name, (table, number, key))
            for key, kind in _NAMED_IN_LISTS.items():
                names = getattr(part, key, ())
                yield from (_Named(kind, name, (table, number, key)) for name in names if isinstance(names, tuple))


def _check_item(number: int, test: TestEntry, item: AnyItem, mistakes: Mistakes) -> None:
    """Check that the item can answer the test, as a reading or as a tick."""
    if isinstance(item, Reading) and test.ticked:
        words = _("item “{item}” is a reading: write “limits”")
        mistakes.add(words.format(item=item.id), "tests", number, "ticked")
    elif isinstance(item, Reading):
        check_limits(number, test, item.unit, mistakes)
    elif isinstance(item, Tick) and test.limits:
        words = _("item “{item}” is a tick: write “ticked”, the answer that it is")
        mistakes.add(words.format(item=item.id), "tests", number, "limits")
    elif isinstance(item, Written):
        words = _("item “{item}” is a line for words, which answers nothing")
        mistakes.add(words.format(item=item.id), "tests", number, "item")
    elif isinstance(item, Count):
        words = _("item “{item}” is a count, which answers nothing")
        mistakes.add(words.format(item=item.id), "tests", number, "item")


def _value(said: float | str | None, unit: str) -> Decimal | None:
    """Return a limit in ``unit``; in the first that it is a value of where the unit is not known."""
    if said is None:
        return None
    if isinstance(said, str):
        return measure.parse(said, unit) if unit else _value_in_some_unit(said)
    value = Decimal(str(said))
    if not value.is_finite():
        raise measure.ReadingError(_("Write a number, or “OL” for more than the meter can show."))
    return value


def _value_in_some_unit(said: str) -> Decimal:
    for unit in list(UNITS)[1:]:
        try:
            return measure.parse(said, unit)
        except measure.ReadingError:
            continue
    return measure.parse(said, next(iter(UNITS)))


def _low(limit: Limits) -> Decimal:
    return _LOWEST if limit.low is None else limit.low


def _high(limit: Limits) -> Decimal:
    return _HIGHEST if limit.high is None else limit.high
