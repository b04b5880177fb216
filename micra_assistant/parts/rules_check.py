"""Whether the rules of parts.toml about readings name lines that can be read so, ways that there are, and values."""

import re
from collections.abc import Iterator

from micra_assistant import tomlfile
from micra_assistant.guide.model import AnyItem, Count, Guide, Reading, Written
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.reading_rules import DONE, PLACEHOLDER, WRITTEN, Range, ReadingRule
from micra_assistant.tomllines import Place
from micra_assistant.words import N_, _

_HOW = {
    Reading: N_("“{item}” is a reading: say from, to, over or under"),
    Written: N_('“{item}” is a line for words: say "written"'),
    Count: N_("“{item}” is a count, which says nothing of a part"),
}
_TICK = N_('“{item}” is a tick: say "done"')


def rule_mistakes(guide: Guide, table: PartsTable) -> Iterator[tuple[Place, str]]:
    """Yield what the rules of a table name wrongly, each with its place in the file."""
    for number, rule in enumerate(table.readings):
        place: Place = ("readings", number)
        yield from (((*place, "when"), words) for words in _wrong_lines(guide, rule))
        yield from (((*place, "says"), words) for words in _wrong_values(rule))
        yield from ((place, words) for words in _lost_ways(rule, [option.id for option in table.options]))


def _wrong_lines(guide: Guide, rule: ReadingRule) -> Iterator[str]:
    for name, wanted in rule.when.items():
        item = guide.find_item(name)
        if item is None:
            words = _("no line of the guide is called “{name}”").format(name=name)
            yield tomlfile.asking(words, tomlfile.nearest(name, [one.id for one in guide.items]))
        elif not _fits(item, wanted):
            yield _(_HOW.get(type(item), _TICK)).format(item=name)


def _fits(item: AnyItem, wanted: Range | str) -> bool:
    if isinstance(item, Reading):
        return isinstance(wanted, Range)
    if isinstance(item, Written):
        return wanted == WRITTEN
    return not isinstance(item, Count) and wanted == DONE


def _wrong_values(rule: ReadingRule) -> Iterator[str]:
    """Yield each value that a sentence waits for in vain: only those of lines that it asks for are sure to be there."""
    with_value = [name for name, wanted in rule.when.items() if wanted != DONE]
    for name in re.findall(PLACEHOLDER, rule.says):
        if name not in with_value:
            words = _("{{{name}}} stands for no value of a line in “when”").format(name=name)
            yield tomlfile.asking(words, tomlfile.nearest(name, with_value))


def _lost_ways(rule: ReadingRule, ways: list[str]) -> Iterator[str]:
    for _effect, way in rule.effects:
        if way not in ways:
            words = _("no way is called “{name}”").format(name=way)
            yield tomlfile.asking(words, tomlfile.nearest(way, ways))
