"""What must be so in a model file whatever guide it belongs to."""

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any

from micra_assistant.diagnosis.access_check import check_access
from micra_assistant.diagnosis.entries import ModelEntry, RepairEntry, TestEntry
from micra_assistant.diagnosis.expectations import ANY, OTHERS, check_expectations
from micra_assistant.diagnosis.fault_model import DOUBT, OTHER
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.diagnosis.trust import CURES, TRUST, cure_share
from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.parts.options import PartsTable
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _

FORMAT = 1

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST = {"faults": 40, "tests": 60, "repairs": 40, "access": 20, "back": 20}
_MOST_ANSWERS = 8
_MOST_WEIGHT, _MOST_MINUTES, _MOST_MONEY, _MOST_DOUBT = 100, 10_000, 10**9, 1000


def check_entry(entry: ModelEntry, parts: PartsTable | None, mistakes: Mistakes) -> None:
    """Check names, words and numbers of the whole file."""
    if not _is_of_a_size(entry, mistakes):
        return
    _check_head(entry, parts, mistakes)
    _check_ids(entry, mistakes)
    _check_numbers(entry, mistakes)
    faults = list(dict.fromkeys([*(fault.id for fault in entry.faults), OTHER]))
    for number, test in enumerate(entry.tests):
        _check_test(number, test, faults, mistakes)
    for number, repair in enumerate(entry.repairs):
        _check_repair(number, repair, faults, [test.id for test in entry.tests], mistakes)
    _check_access(entry, mistakes)
    _check_unless(entry, mistakes)


def _is_of_a_size(entry: ModelEntry, mistakes: Mistakes) -> bool:
    """Whether no table has too many entries; with far too many, looking at each would take too long."""
    over = {table: len(getattr(entry, table)) for table, most in _MOST.items() if len(getattr(entry, table)) > most}
    for table, number in over.items():
        words = _("at most {most} “{table}”, not {count}").format(most=_MOST[table], table=table, count=number)
        mistakes.add(words, table, _MOST[table])
    return not over


def _check_head(entry: ModelEntry, parts: PartsTable | None, mistakes: Mistakes) -> None:
    if entry.format != FORMAT:
        words = _("format {format} is newer than this program knows: it reads format {known}")
        mistakes.add(words.format(format=entry.format, known=FORMAT), "format")
    _check_id(entry.id, mistakes, "id")
    _check_words(entry, ("title", "basis"), mistakes)
    _check_words(entry.give_up, ("text",), mistakes, "give_up")
    _check_currency(entry, parts, mistakes)
    rate = entry.rate_per_hour or (parts.rate_per_hour if parts else Decimal(0))
    if not (_is_amount(rate) and rate):
        mistakes.add(_("“rate_per_hour” must say what an hour of work costs: an amount above 0"), "rate_per_hour")
    if not 1 <= entry.doubt <= _MOST_DOUBT:
        words = _("“doubt” must be a number from 1 to {most}, how soon an answer is doubted: {usual} is usual")
        mistakes.add(words.format(most=_MOST_DOUBT, usual=DOUBT), "doubt")
    if not [fault for fault in entry.faults if fault.id != OTHER]:
        mistakes.add(_("a model has at least one of the “faults”"), "faults")
    if not entry.repairs:
        mistakes.add(_("a model has at least one of the “repairs”"), "repairs")


def _check_access(entry: ModelEntry, mistakes: Mistakes) -> None:
    opened = [access.id for access in entry.access]
    steps: dict[str, tuple[TestEntry | RepairEntry, ...]] = {"tests": entry.tests, "repairs": entry.repairs}
    for table, entries in steps.items():
        for number, step in enumerate(entries):
            if step.access:
                mistakes.check_known("access", step.access, opened, table, number, "access")
    for number, access in enumerate(entry.access):
        _check_tests(access.after, [test.id for test in entry.tests], mistakes, "access", number, "after")
    check_access(entry, mistakes)


def _check_currency(entry: ModelEntry, parts: PartsTable | None, mistakes: Mistakes) -> None:
    if not (entry.currency or parts):
        mistakes.add(_("“currency” is missing; there is: {names}").format(names=", ".join(CURRENCIES)), "currency")
    elif entry.currency and mistakes.check_known("currency", entry.currency, CURRENCIES, "currency"):
        other = parts.currency if parts else entry.currency
        if entry.currency != other:
            words = _("“currency” is not that of the parts table, {currency}")
            mistakes.add(words.format(currency=other), "currency")


def _check_ids(entry: ModelEntry, mistakes: Mistakes) -> None:
    """Check that ids are ids, and that no two faults, no two kinds of access, no two steps share one."""
    for tables in (("faults",), ("access",), ("tests", "repairs")):
        seen: set[str] = set()
        for table in tables:
            parts: Sequence[Any] = getattr(entry, table)
            for number, part in enumerate(parts):
                _check_id(part.id, mistakes, table, number, "id")
                _check_words(part, ("text", "ask"), mistakes, table, number)
                if part.id in seen:
                    words = _("the id “{id}” is already used: give this one another")
                    mistakes.add(words.format(id=part.id), table, number, "id")
                seen.add(part.id)


def _check_id(name: str, mistakes: Mistakes, *place: str | int) -> None:
    if not _ID.fullmatch(name) or name in (OTHERS, ANY):
        words = _("“{name}” is no id: small letters, digits and dashes, and not “{others}” or “{any}”")
        mistakes.add(words.format(name=name, others=OTHERS, any=ANY), *place)


def _check_words(part: Any, keys: Iterable[str], mistakes: Mistakes, *place: str | int) -> None:
    for key in keys:
        if not getattr(part, key, key).strip():
            mistakes.add(_("“{key}” must not be empty").format(key=key), *place, key)


def _check_numbers(entry: ModelEntry, mistakes: Mistakes) -> None:
    for number, fault in enumerate(entry.faults):
        if not 0 < fault.weight <= _MOST_WEIGHT:
            words = _("“weight” is how many of {most} cars: above 0").format(most=_MOST_WEIGHT)
            mistakes.add(words, "faults", number, "weight")
    _check_cost(entry.give_up, mistakes, "give_up")
    for table in ("access", "tests", "repairs"):
        for number, part in enumerate(getattr(entry, table)):
            _check_cost(part, mistakes, table, number)
    for number, back in enumerate(entry.back):
        _check_minutes(back.minutes, mistakes, "back", number)


def _check_cost(part: Any, mistakes: Mistakes, *place: str | int) -> None:
    _check_minutes(part.minutes, mistakes, *place)
    if part.money is not None and not _is_amount(part.money):
        mistakes.add(_("“money” is an amount of 0 or more"), *place, "money")


def _check_minutes(minutes: float | None, mistakes: Mistakes, *place: str | int) -> None:
    if minutes is not None and not 0 <= minutes <= _MOST_MINUTES:
        mistakes.add(_("“minutes” are a number from 0 to {most}").format(most=_MOST_MINUTES), *place, "minutes")


def _is_amount(money: Decimal) -> bool:
    return money.is_finite() and 0 <= money < _MOST_MONEY


def _check_test(number: int, test: TestEntry, faults: Collection[str], mistakes: Mistakes) -> None:
    here = ("tests", number)
    if test.trust not in TRUST:
        mistakes.add(_no_trust(test.trust), *here, "trust")
    if not 2 <= len(test.answers) <= _MOST_ANSWERS:
        mistakes.add(_("a test has 2 to {most} “answers”").format(most=_MOST_ANSWERS), *here, "answers")
        return
    for answer, words in test.answers.items():
        _check_id(answer, mistakes, *here, "answers")
        if not words.strip():
            mistakes.add(_("answer “{answer}” has no words").format(answer=answer), *here, "answers")
    check_expectations(number, test, faults, mistakes)
    _check_shortcut(number, test, mistakes)


def _no_trust(trust: str) -> str:
    if meant := nearest(trust, TRUST):
        return asking(_("no trust “{name}”").format(name=trust), meant)
    return _("no trust “{name}”; there is: {names}").format(name=trust, names=", ".join(TRUST))


def _check_shortcut(number: int, test: TestEntry, mistakes: Mistakes) -> None:
    """Check what turns an item of the guide into an answer."""
    here = ("tests", number)
    if test.item and bool(test.limits) == bool(test.ticked):
        mistakes.add(_("an “item” that is a reading needs “limits”, one that is a tick “ticked”"), *here, "item")
    if not test.item and (test.limits or test.ticked):
        mistakes.add(_("“limits” and “ticked” go with an “item”"), *here)
    if test.ticked:
        mistakes.check_known("answer", test.ticked, test.answers, *here, "ticked")
    for answer in test.limits:
        mistakes.check_known("answer", answer, test.answers, *here, "limits", answer)


def _check_repair(
    number: int, repair: RepairEntry, faults: Collection[str], tests: Collection[str], mistakes: Mistakes
) -> None:
    here = ("repairs", number)
    if repair.steps and repair.minutes is not None:
        words = _("the minutes of a repair are those of its “steps”: leave “minutes” out")
        mistakes.add(words, *here, "minutes")
    for fault, said in repair.fixes.items():
        mistakes.check_known("fault", fault, faults, *here, "fixes", fault)
        if cure_share(said) is None:
            meant = nearest(said, CURES) if isinstance(said, str) else ""
            words = _("“{fault}”: {names}, or per cent from 0 to 100").format(fault=fault, names=", ".join(CURES))
            mistakes.add(asking(words, meant), *here, "fixes", fault)
    if not any(cure_share(said) for said in repair.fixes.values()):
        mistakes.add(_("a repair cures something: say what in “fixes”"), *here, "fixes")
    _check_tests(repair.stale, tests, mistakes, *here, "stale")
    _check_tests(repair.after, tests, mistakes, *here, "after")
    if repair.again:
        mistakes.check_known("test", repair.again, tests, *here, "again")


def _check_unless(entry: ModelEntry, mistakes: Mistakes) -> None:
    """Check that all answers that forbid a repair are those of its tests."""
    answers = {test.id: tuple(test.answers) for test in entry.tests}
    for number, repair in enumerate(entry.repairs):
        for test, said in repair.unless.items():
            here = ("repairs", number, "unless", test)
            if mistakes.check_known("test", test, answers, *here):
                for answer in (said,) if isinstance(said, str) else said:
                    mistakes.check_known("answer", answer, answers[test], *here)


def _check_tests(named: Iterable[str], tests: Collection[str], mistakes: Mistakes, *place: str | int) -> None:
    for test in named:
        mistakes.check_known("test", test, tests, *place)
