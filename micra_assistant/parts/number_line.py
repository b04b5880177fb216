"""Whether the line that parts.toml names for the number on the old part is one to write on."""

from micra_assistant import tomlfile
from micra_assistant.errors import Mistake
from micra_assistant.guide.folders import PARTS_FILE
from micra_assistant.guide.model import Guide, Written
from micra_assistant.parts.options import read_parts
from micra_assistant.tomllines import TomlLines
from micra_assistant.words import _


def number_line_mistakes(guide: Guide) -> list[Mistake]:
    """Return what is wrong with ``number_at`` of a guide whose parts are sound; nothing if nothing is."""
    table = read_parts(guide.folder)
    if table is None or not table.number_at or isinstance(guide.find_item(table.number_at), Written):
        return []
    file = guide.folder / PARTS_FILE
    lines = [item.id for item in guide.items if isinstance(item, Written)]
    words = _("number_at names no line to write words on: “{name}”").format(name=table.number_at)
    wrong = tomlfile.asking(words, tomlfile.nearest(table.number_at, lines))
    return [Mistake(file, TomlLines(tomlfile.read_text(file)).line_of(("number_at",)), wrong)]
