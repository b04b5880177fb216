"""Whether the lines, tools and ways that parts.toml names are there, and of the right kind."""

from collections.abc import Iterable, Iterator

from micra_assistant import tomlfile
from micra_assistant.errors import Mistake
from micra_assistant.guide.folders import PARTS_FILE
from micra_assistant.guide.model import Count, Guide, Written
from micra_assistant.parts.options import read_parts
from micra_assistant.parts.rules_check import rule_mistakes
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import N_, _

_NO_NUMBER_LINE = N_("number_at names no line to write words on: “{name}”")
_NO_COUNT = N_("spares names no line that counts: “{name}”")
_NO_TOOL = N_("used_up names no tool of guide.toml: “{name}”")


def named_mistakes(guide: Guide) -> list[Mistake]:
    """Return what of a guide its parts, which are sound, name wrongly; nothing if nothing is wrong."""
    table = read_parts(guide.folder)
    if table is None:
        return []
    written = [item.id for item in guide.items if isinstance(item, Written)]
    counts = [item.id for item in guide.items if isinstance(item, Count)]
    tools = [tool.name for tool in guide.tools]
    file = guide.folder / PARTS_FILE
    lines = TomlLines(tomlfile.read_text(file))
    wrong = (
        *_lost(("number_at",), filter(None, [table.number_at]), written, _NO_NUMBER_LINE),
        *_lost(("spares",), table.spares, counts, _NO_COUNT),
        *_lost(("used_up",), table.used_up, tools, _NO_TOOL),
        *rule_mistakes(guide, table),
    )
    return [Mistake(file, lines.line_of(place), words) for place, words in wrong]


def _lost(place: Place, named: Iterable[str], known: list[str], words: str) -> Iterator[tuple[Place, str]]:
    for name in named:
        if name not in known:
            yield place, tomlfile.asking(_(words).format(name=name), tomlfile.nearest(name, known))
