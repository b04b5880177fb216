"""A guide in another language: what is translated takes the place of the English, step by step.

In the folder of all guides, ``ru`` is laid out as that folder itself: ``ru/button``, ``ru/common``. A page there has
the name of the English one, its steps and items have the same ids. A step that is missing there, or that does not do
what the English one does, is shown in English, and marked.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.fitting import misfits
from micra_assistant.guide.folders import COMMON_FOLDER, translation_folders
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Guide, Page, Step
from micra_assistant.guide.pagefiles import page_files
from micra_assistant.guide.reader import read_guide, read_pages
from micra_assistant.guide.register import Register
from micra_assistant.guide.wording import head_in, source_in, words_for
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _


class Translation(Struct, frozen=True):
    """What a guide is in another language.

    Attributes:
        pages: what is translated of the pages, by the id of the English page.
        steps: the steps that can take the place of the English ones, by their id.
        words: the words outside the pages, by their English.
        misfits: what cannot take that place, or is not in English.
        findings: what ``check`` asks of every page.
    """

    pages: dict[str, Page]
    steps: dict[str, Step]
    words: dict[str, str]
    misfits: tuple[Mistake, ...]
    findings: tuple[Mistake, ...]


def read_guide_in(folder: Path, language: str) -> Guide:
    """Return the guide in ``folder`` in a language, as far as it is translated; GuideError as ``read_guide``."""
    return translated(read_guide(folder), language)


def translated(guide: Guide, language: str) -> Guide:
    """Return an English guide in a language; if its translation cannot be read, the guide with its ``trouble``."""
    folder = translation_folders(guide.folder).get(language)
    if folder is None or language == ENGLISH:
        return guide
    try:
        found = read_translation(guide, folder)
    except GuideError as error:
        return replace(guide, trouble=str(error.mistakes[0]))
    here = replace(
        guide,
        language=language,
        words=found.words,
        pages=tuple(_page_in(page, found) for page in guide.pages),
    )
    sources = {name: source_in(source, here.say) for name, source in guide.sources.items()}
    return replace(head_in(here, here.say), sources=sources)


def read_translation(guide: Guide, folder: Path) -> Translation:
    """Return what ``guide`` is in the language of ``folder``; GuideError with every mistake that keeps it unread."""
    guides, shelf = guide.folder.parent, folder.parent / COMMON_FOLDER
    register = Register(guide.folder, known_sources=None)
    register.originals = {folder: guide.folder, shelf: guides / COMMON_FOLDER}
    files = {file: page for page, file in files_of_pages(guide, folder) if file.exists()}
    pages = list(read_pages([*files], register))
    if register.mistakes:
        raise GuideError(register.mistakes)
    words = words_for(folder)
    own_path = f"../{folder.relative_to(guides).as_posix()}/"
    compared = [_Compared(page, here, own_path, register) for here, page in zip(pages, files.values(), strict=True)]
    return Translation(
        pages={pair.english.id: pair.here for pair in compared},
        steps={step.id: step for pair in compared for step in pair.fitting},
        words=words,
        misfits=tuple(mistake for pair in compared for mistake in pair.mistakes),
        findings=tuple(register.findings),
    )


def files_of_pages(guide: Guide, folder: Path) -> Iterator[tuple[Page, Path]]:
    """Yield each page of a guide with the file that it is translated in, if it is, in the language of ``folder``."""
    files = page_files(guide.folder, read_head(guide.folder).common, [])
    for page, file in zip(guide.pages, files, strict=False):
        yield page, (folder if file.parent == guide.folder else folder.parent / COMMON_FOLDER) / file.name


class _Compared:
    """A page beside its translation: the steps that fit, and what is wrong with all others."""

    def __init__(self, english: Page, here: Page, own_path: str, register: Register) -> None:
        self.english, self.here = english, here
        self.fitting: list[Step] = []
        self.mistakes: list[Mistake] = []
        self._register = register
        if english.id != here.id:
            words = _("the page has the id “{english}” in English, not “{here}”")
            self._note("page", here.id, words.format(english=english.id, here=here.id))
        self._steps = {step.id: step for step in english.steps}
        for step in here.steps:
            self._compare(step, own_path)
        self._look_at_order()

    def _compare(self, step: Step, own_path: str) -> None:
        english = self._steps.get(step.id)
        if english is None:
            mistake = _("the English page has no step “{name}”").format(name=step.id)
            self._note("step", step.id, asking(mistake, nearest(step.id, self._steps)))
            return
        file, line = self._register.places["step", step.id]
        lines = self._register.block_lines[step.id]
        found = list(misfits(english, step, own_path))
        for misfit in found:
            at = lines[misfit.block] if 0 <= misfit.block < len(lines) else line
            place = self._register.places["item", misfit.item] if misfit.item else (file, at)
            self.mistakes.append(Mistake(*place, misfit.message))
        if not found:
            self.fitting.append(replace(step, minutes=english.minutes))

    def _look_at_order(self) -> None:
        known = [step.id for step in self.here.steps if step.id in self._steps]
        in_english = [name for name in self._steps if name in known]
        for expected, found in zip(in_english, known, strict=True):
            if expected != found:
                words = _("step “{english}” comes here in English: keep the order")
                self._note("step", found, words.format(english=expected))
                return

    def _note(self, kind: str, name: str, message: str) -> None:
        self.mistakes.append(Mistake(*self._register.places[kind, name], message))


def _page_in(page: Page, found: Translation) -> Page:
    here = found.pages.get(page.id, page)
    return replace(page, title=here.title, steps=tuple(_step_in(step, found) for step in page.steps))


def _step_in(step: Step, found: Translation) -> Step:
    return found.steps.get(step.id) or replace(step, untranslated=True)
