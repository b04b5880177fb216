"""What ``guide.toml`` says: the head of a guide, read without its pages."""

from pathlib import Path

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import GUIDE_FILE, is_text
from micra_assistant.guide.model import Complaint, Tool
from micra_assistant.tomllines import TomlLines
from micra_assistant.words import _


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """The head of a guide. ``common`` names the common pages that it draws in, each with its place: 15-safety.md.

    ``drawing`` is the name of the drawing of its car, empty if there is none (see ``car.py``).
    ``part_step`` is the step at which the part is chosen.
    """

    format: int
    title: str
    car: str
    version: str
    summary: str = ""
    tools: tuple[Tool, ...] = ()
    common: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    drawing: str = ""
    part_step: str = ""

    def __post_init__(self) -> None:
        if self.format != 1:
            words = _("format {number} is newer than this program knows: it reads format 1")
            raise ValueError(words.format(number=self.format))
        if not (self.title.strip() and self.version.strip()):
            raise ValueError(_("title and version must not be empty"))
        if not all(complaint.title.strip() for complaint in self.complaints):
            raise ValueError(_("a complaint must have a title"))
        if any(complaint.order < 0 for complaint in self.complaints):
            raise ValueError(_("the order of a complaint is a number from 1 on: 1 is the first card of home"))


def read_head(folder: Path) -> Head:
    """Return the head of the guide in ``folder``; GuideError with every mistake found if there is any."""
    if not is_text(folder.name):
        words = _("the name of this folder is no text: give it another, such as remote-key")
        raise GuideError([Mistake(folder / GUIDE_FILE, 1, words)])
    return tomlfile.read(folder / GUIDE_FILE, Head)


def lines_of_head(folder: Path) -> TomlLines:
    """Return where each value of ``guide.toml`` stands; GuideError if it cannot be read."""
    return TomlLines(tomlfile.read_text(folder / GUIDE_FILE))
