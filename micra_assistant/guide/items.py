"""Read checklist items: ``- [ ] Pressed {: #pressed unit="Ω" max="1" minus="leads" }``."""

import re
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from micra_assistant.guide.braces import INSIDE, LOST, attributes_in
from micra_assistant.guide.evidence import value_in
from micra_assistant.guide.inline import read_text
from micra_assistant.guide.model import AnyItem, Count, Reading, SourceMark, Text, Tick, Written, plain
from micra_assistant.guide.pattern import PatternError, forms_of
from micra_assistant.guide.register import Register
from micra_assistant.guide.units import UNITS, unit_called
from micra_assistant.guide.waits import MOST_WAIT, seconds_of
from micra_assistant.limits import number
from micra_assistant.words import _

_BOX = re.compile(r"\[[ xX]\](?:\s+|$)")
_ATTRIBUTES = re.compile(rf"(?<!\s)\s*+\{{:\s*+({INSIDE})\}}\s*+$")
_MOST = Decimal(10**9)
_SENTENCE_END = (".", "!")
_EVERY = ("id", "undo", "state", "undoes", "confirms", "no-return")
_OF_READING = ("unit", "min", "max", "minus")
_OF_WORDS = ("words", "pattern", "like")
_OF_TICK = ("wait",)
_KINDS = (*_OF_READING, "count", *_OF_WORDS, *_OF_TICK)


def is_item(line: Element) -> bool:
    """Whether a list line begins with a tick box."""
    return bool(_BOX.match(line.text or ""))


def read_item(line: Element, register: Register) -> AnyItem | None:
    """Return the item that a list line holds, or None if it is not sound; mistakes go to the register."""
    line.text = _BOX.sub("", line.text or "", count=1)
    given = _take_attributes(line, register)
    name, label = given.get("id", ""), read_text(line, register)
    if not register.identify("item", name, line):
        return None
    if not plain(label):
        register.mistake(line, _("item “{name}” has no words").format(name=name))
    _check_undo(line, given, register)
    _check_confirms(line, given, register)
    _check_no_return(line, given, register)
    common = _common(given, label)
    if "count" in given:
        return _read_count(line, given, common, register)
    if given.keys() & set(_OF_READING):
        return _read_reading(line, given, common, register)
    if given.keys() & set(_OF_WORDS):
        return _read_written(line, given, common, register)
    register.check_attributes(line, given, (*_EVERY, *_KINDS))
    return Tick(wait=_wait(line, given, label, register), **common)


def _common(given: dict[str, str], label: Text) -> dict[str, Any]:
    """Return what an item of every kind has."""
    return {
        "id": given["id"],
        "label": label,
        "undo": given.get("undo", ""),
        "state": given.get("state", ""),
        "undoes": tuple(given.get("undoes", "").split()),
        "confirms": tuple(given.get("confirms", "").split()),
        "no_return": given.get("no-return", ""),
    }


def _read_count(line: Element, given: dict[str, str], common: dict[str, Any], register: Register) -> Count:
    name = common["id"]
    if clashing := next((attribute for attribute in _OF_READING if attribute in given), None):
        words = _("item “{name}”: a count has no {clashing}: it is a count or a reading")
        register.mistake(line, words.format(name=name, clashing=clashing))
    register.check_attributes(line, given.keys() - set(_OF_READING), (*_EVERY, "count"))
    noun, stroke, plural = (part.strip() for part in given["count"].partition("/"))
    if not noun or (stroke and not plural):
        words = _('item “{name}”: count does not say what is counted: count="clip" or count="bush/bushes"')
        register.mistake(line, words.format(name=name))
    return Count(noun=noun, plural=plural, **common)


def _check_undo(line: Element, given: dict[str, str], register: Register) -> None:
    """Check that an item which opens something says both what is open and how that is put back."""
    if bool(given.get("undo")) != bool(given.get("state")):
        words = _("item “{name}”: undo (how to put it back) and state (how it is till then) go together")
        register.mistake(line, words.format(name=given["id"]))


def _check_confirms(line: Element, given: dict[str, str], register: Register) -> None:
    """Check that an item which confirms a state does nothing else."""
    if "confirms" not in given:
        return
    more = [name for name in ("count", *_OF_READING, *_OF_WORDS, "undo", "undoes", "no-return") if name in given]
    if more:
        register.mistake(
            line,
            _("item “{name}”: it only confirms how the car stands, so it has no {more}").format(
                name=given.get("id", ""), more=more[0]
            ),
        )
    if not given["confirms"].split():
        register.mistake(
            line,
            _('item “{name}”: confirms does not say what: confirms="id-of-what-opens-it"').format(
                name=given.get("id", "")
            ),
        )


def _check_no_return(line: Element, given: dict[str, str], register: Register) -> None:
    """Check the sentence that makes an item a point of no return, if it has one."""
    sentence, name = given.get("no-return"), given.get("id", "")
    if sentence is None:
        return
    if not sentence.endswith(_SENTENCE_END):
        register.mistake(
            line,
            _('item “{name}”: no-return is no whole sentence: no-return="What cannot be taken back."').format(
                name=name
            ),
        )
    if given.keys() & {"count", *_OF_READING, *_OF_WORDS}:
        register.mistake(
            line,
            _("item “{name}”: no-return belongs to a tick: a value that is typed is not asked for twice").format(
                name=name
            ),
        )
    if value := value_in(sentence):
        register.lacks_source(line, value, _("no-return has no room for one; put the value into the callout"))


def _take_attributes(line: Element, register: Register) -> dict[str, str]:
    """Take ``{: … }`` off the end of the line and return what it says."""
    last = line[-1] if len(line) else None
    text = (line.text if last is None else last.tail) or ""
    found = _ATTRIBUTES.search(text)
    if found is None:
        return {}
    if last is None:
        line.text = text[: found.start()]
    else:
        last.tail = text[: found.start()]
    pairs, lost = attributes_in(found[1])
    if lost:
        register.finding(line, _(LOST).format(words=lost))
    return dict(pairs)


def _read_reading(line: Element, given: dict[str, str], common: dict[str, Any], register: Register) -> Reading | None:
    register.check_attributes(line, given, (*_EVERY, *_OF_READING))
    unit, factor = unit_called(given.get("unit", ""))
    if unit not in UNITS:
        register.mistake(
            line, _("unit=“{unit}” is not known; there is: {units}").format(unit=unit, units=", ".join(UNITS))
        )
        return None
    ends = (_limit(line, end, given.get(end), register) for end in ("min", "max"))
    low, high = (end if end is None or factor == 1 else end * factor for end in ends)
    if low is not None and high is not None and low > high:
        register.mistake(line, _("min={low} is more than max={high}").format(low=low, high=high))
    limits = [f"{limit} {unit}" for limit in (low, high) if limit is not None]
    if limits and not _has_source(common["label"]):
        words = _("{least} to {most}").format(least=limits[0], most=limits[1]) if len(limits) > 1 else limits[0]
        register.lacks_source(line, words)
    return Reading(unit=unit, low=low, high=high, minus=given.get("minus", ""), **common)


def _limit(line: Element, end: str, text: str | None, register: Register) -> Decimal | None:
    if text is None:
        return None
    value = number(text)
    if value is None or abs(value) >= _MOST:
        register.mistake(line, _("{end}=“{text}” is not a number such as 0.5").format(end=end, text=text[:40]))
        return None
    return value


def _read_written(line: Element, given: dict[str, str], common: dict[str, Any], register: Register) -> Written:
    name, pattern, like = given["id"], given.get("pattern", ""), given.get("like", "")
    register.check_attributes(line, given, (*_EVERY, *_OF_WORDS))
    if more := [key for key in ("undo", "undoes") if key in given]:
        register.mistake(
            line, _("item “{name}”: it only writes words down, so it has no {more}").format(name=name, more=more[0])
        )
    if "words" not in given or bool(pattern) != bool(like):
        words = _('item “{name}”: pattern, for words, goes with like: words pattern="[0-9]{{5}}" like="5 digits"')
        register.mistake(line, words.format(name=name))
    if pattern and (trouble := _trouble(pattern)):
        register.mistake(line, _("item “{name}”: pattern: {trouble}").format(name=name, trouble=trouble))
        pattern = ""
    if (value := value_in(like)) and not _has_source(common["label"]):
        register.lacks_source(line, value)
    return Written(pattern=pattern, like=like, **common)


def _trouble(pattern: str) -> str:
    """Return what is wrong with a pattern, empty if nothing is."""
    try:
        forms_of(pattern)
    except PatternError as error:
        return str(error)
    return ""


def _wait(line: Element, given: dict[str, str], label: Text, register: Register) -> int:
    """Return how many seconds an item waits."""
    if (said := given.get("wait")) is None:
        return 0
    seconds = seconds_of(said)
    if not seconds:
        words = _('item “{name}”: wait=“{said}” is no time up to {most} such as wait="3 min", 30 s or 1 h')
        register.mistake(line, words.format(name=given["id"], said=said[:40], most=MOST_WAIT))
    elif not _has_source(label):
        register.lacks_source(line, said)
    return seconds


def _has_source(label: Text) -> bool:
    return any(isinstance(run, SourceMark) for run in label)
