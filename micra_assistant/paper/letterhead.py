"""The head of a sheet that goes to others: name and logo of the workshop."""

from pathlib import Path

from msgspec import Struct

from micra_assistant import ownfile
from micra_assistant.errors import PhotoError
from micra_assistant.paper.letters import Tell
from micra_assistant.paper.rasters import svg_around
from micra_assistant.paper.typed import one_line
from micra_assistant.system_words import reason
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import MOST_LOGO_BYTES
from micra_assistant.workshop.values import Workshop


class SheetHead(Struct, frozen=True):
    """What stands at the head: the name, and the logo as the text of an SVG picture; what is empty is not there."""

    name: str
    logo: str


def head_of(workshop: Workshop, tell: Tell) -> SheetHead | None:
    """Return the head of a workshop, None if it has none; a logo that cannot be read any more is told and left out."""
    logo = _logo(workshop.logo, tell) if workshop.logo else ""
    return SheetHead(one_line(workshop.name), logo) if workshop.name or logo else None


def _logo(file: Path, tell: Tell) -> str:
    try:
        content = ownfile.read(file, file.parent, MOST_LOGO_BYTES)
        svg = content if file.suffix.lower() == ".svg" else svg_around(content)
        return svg.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, PhotoError) as error:
        words = _("The logo {file} is left out: it cannot be read any more: {reason}")
        tell(words.format(file=file, reason=reason(error)))
        return ""
