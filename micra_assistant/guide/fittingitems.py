"""Whether an item in another language is what the English one is: only its words may differ."""

from collections.abc import Iterator

from micra_assistant.guide.model import Count, Item, Reading, Tick, Written
from micra_assistant.number_words import GAP
from micra_assistant.time_words import wait_words
from micra_assistant.words import N_, _

_KINDS: dict[type, str] = {
    Tick: N_("a tick"),
    Reading: N_("a reading"),
    Count: N_("a count"),
    Written: N_("a line for words"),
}


def item_differences(english: Item, here: Item) -> Iterator[str]:
    """Yield what the item ``here`` is otherwise than the ``english`` one of its id."""
    for message in (*_kind_differences(english, here), *_attribute_differences(english, here)):
        yield _("item “{name}”: {message}").format(name=english.id, message=message)


def _kind_differences(english: Item, here: Item) -> Iterator[str]:
    if type(english) is not type(here):
        kind = _(_KINDS[type(english)])
        yield _("it is {kind} in English: copy what stands in the braces, and translate only words").format(kind=kind)
    elif english.gate != here.gate:
        yield _("it is a gate in one language only: leave it in its danger or warning")


def _attribute_differences(english: Item, here: Item) -> Iterator[str]:
    expected, found = _fixed(english), _fixed(here)
    for name in expected.keys() & found.keys():
        if expected[name] != found[name]:
            words = _("{attribute}=“{english}” in English, not “{here}”")
            yield words.format(attribute=name, english=expected[name], here=found[name])
    for name, in_english, in_here in _worded(english, here):
        if in_english and not in_here:
            yield _("{attribute} is lost: write it in this language").format(attribute=name)
        elif in_here and not in_english:
            yield _("{attribute} is not there in English: take it away").format(attribute=name)


def _fixed(item: Item) -> dict[str, str]:
    """Return what is the same in every language, by attribute."""
    fixed = {"undoes": " ".join(item.undoes), "confirms": " ".join(item.confirms)}
    if isinstance(item, Reading):
        ends = ("" if end is None else f"{end.normalize():f}" for end in (item.low, item.high))
        fixed |= dict(zip(("unit", "min", "max", "minus"), (item.unit, *ends, item.minus), strict=True))
    elif isinstance(item, Tick):
        fixed["wait"] = wait_words(item.wait).replace(GAP, " ") if item.wait else ""  # as an author types it
    elif isinstance(item, Written):
        fixed["pattern"] = item.pattern
    return fixed


def _worded(english: Item, here: Item) -> Iterator[tuple[str, str, str]]:
    yield "undo", english.undo, here.undo
    yield "state", english.state, here.state
    yield "no-return", english.no_return, here.no_return
    if isinstance(english, Count) and isinstance(here, Count):
        yield "count", english.noun, here.noun
    if isinstance(english, Written) and isinstance(here, Written):
        yield "like", english.like, here.like
