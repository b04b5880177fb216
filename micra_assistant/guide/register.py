"""What is noted while the pages of one guide are read: mistakes, where each id stands, sources used."""

from collections.abc import Collection
from pathlib import Path
from xml.etree.ElementTree import Element

from micra_assistant.errors import Mistake
from micra_assistant.guide import markup
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.ids import ID
from micra_assistant.guide.pictures import LookedAt
from micra_assistant.limits import MOST_MISTAKES
from micra_assistant.ownfile import is_own
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import N_, _

_WANTS_ID = {
    "page": N_("the page needs an id of small letters, digits, dashes: {{: #page-id }}"),
    "step": N_("the step needs an id of small letters, digits, dashes: {{: #step-id }}"),
    "item": N_("the item needs an id of small letters, digits, dashes: {{: #item-id }}"),
}
_IS_USED = {
    "page": N_("page id “{name}” is already used in {file}:{line}"),
    "step": N_("step id “{name}” is already used in {file}:{line}"),
    "item": N_("item id “{name}” is already used in {file}:{line}"),
}

Place = tuple[Path, int]
"""A file and a line in it."""


class TooManyMistakesError(Exception):
    """There are so many mistakes that the rest of the guide is not looked at: nobody mends more at once."""


class Register:
    """The notes on one guide.

    There are three sorts. A **mistake** keeps the guide from being read: what cannot be shown, printed or worked
    through as it is written, and what would harm the program. A **finding** is what ``check`` asks of an author beyond
    that: style, sources, content. It never keeps a guide from being read, for jobs go on with texts that were kept
    before anybody asked for it. A **remark** is what ``check`` says, and refuses nothing for.

    Attributes:
        folder: the guide's.
        originals: for each folder of a translation, the one that what it has not is taken from.
        file: the page being read; a common page lies outside ``folder``.
        mistakes: everything so far that keeps the guide from being read.
        findings: everything so far that only ``check`` refuses.
        remarks: everything so far that is only said.
        places: where each page, step and item stands, by kind and id.
        links: each link to a step: the step and the place of the link.
        used_sources: the sources referred to, in order of first use.
        shown: how many pictures the guide shows so far.
        pictures: what there is to say of each picture looked at so far.
        circuits: what each file beside a picture says, None if it is not sound.
        block_lines: the line of each block of each step, by the id of the step.
    """

    def __init__(self, folder: Path, known_sources: Collection[str] | None) -> None:
        self.folder = folder
        self.originals: dict[Path, Path] = {}
        self.file = folder
        self.mistakes: list[Mistake] = []
        self.findings: list[Mistake] = []
        self.remarks: list[Mistake] = []
        self.places: dict[tuple[str, str], Place] = {}
        self.links: list[tuple[str, Place]] = []
        self.used_sources: dict[str, None] = {}
        self.shown = 0
        self.pictures: dict[Path, LookedAt] = {}
        self.circuits: dict[Path, Circuit | None] = {}
        self.block_lines: dict[str, tuple[int, ...]] = {}
        self._known_sources = known_sources

    def mistake(self, element: Element, message: str) -> None:
        """Note that ``message`` is wrong in the line of ``element``; TooManyMistakesError if that is enough."""
        self.mistakes.append(Mistake(*self._place(element), message))
        if len(self.mistakes) >= MOST_MISTAKES:
            raise TooManyMistakesError

    def finding(self, element: Element, message: str, below: int = 0) -> None:
        """Note what ``check`` refuses ``below`` lines under that of ``element``; the guide is read all the same."""
        file, line = self._place(element)
        self.findings.append(Mistake(file, line + below, message))

    def remark(self, element: Element, message: str) -> None:
        """Note what may be so on purpose in the line of ``element``."""
        self.remarks.append(Mistake(*self._place(element), message))

    def lacks_source(
        self,
        element: Element,
        value: str,
        advice: str = "",
    ) -> None:
        """Note that the line of ``element`` states a value without its source."""
        advice = advice or _("say where it comes from with [^id], an entry of sources.toml")
        self.finding(element, _("{value} has no source: {advice}").format(value=value, advice=advice))

    def identify(self, kind: str, name: str, element: Element) -> bool:
        """Note where the page, step or item ``name`` stands; whether the name will do."""
        if not ID.fullmatch(name):
            self.mistake(
                element,
                _(_WANTS_ID[kind]).format(),
            )
            return False
        if (kind, name) in self.places:
            file, line = self.places[kind, name]
            self.mistake(
                element,
                _(_IS_USED[kind]).format(name=name, file=file.name, line=line),
            )
            return False
        self.places[kind, name] = self._place(element)
        return True

    def link(self, element: Element) -> str:
        """Return the step that a link leads to, empty if it leads elsewhere."""
        target = element.get("href", "")
        if not target.startswith("#"):
            self.mistake(
                element,
                _("link to {target}: there is no network here; link to a step as (#step-id)").format(target=target),
            )
            return ""
        self.links.append((target[1:], self._place(element)))
        return target[1:]

    def picture_folder(self, path: str) -> Path:
        """Return the folder that a picture of the page being read is found in, or would be if it were there."""
        here = self.file.parent
        original = self.originals.get(here)
        return original if original and not is_own(here / path, here) else here

    def from_guide(self, path: str) -> str:
        """Return a path of the page being read as seen from the guide's folder."""
        here = self.picture_folder(path)
        return path if here == self.folder else f"../{here.relative_to(self.folder.parent).as_posix()}/{path}"

    def source(self, element: Element) -> str:
        """Return the source that ``[^id]`` refers to."""
        name = element.get("id", "")
        if mistake := self.use_source(name):
            self.mistake(element, mistake)
        return name

    def use_source(self, name: str) -> str:
        """Note that a source is referred to; return what is wrong with that, or nothing."""
        self.used_sources[name] = None
        if self._known_sources is None or name in self._known_sources:
            return ""
        return asking(_("no source “{name}” in sources.toml").format(name=name), nearest(name, self._known_sources))

    def check_attributes(self, element: Element, given: Collection[str], known: Collection[str]) -> None:
        """Note every attribute given that is not known."""
        for name in sorted(set(given) - set(known)):
            self.mistake(element, asking(_("unknown attribute “{name}”").format(name=name), nearest(name, known)))

    def _place(self, element: Element) -> Place:
        return self.file, markup.line_of(element)
