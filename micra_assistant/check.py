"""Everything wrong with a guide: pages, parts, values whose source is not said, words beside it, fault models."""

from collections.abc import Callable
from pathlib import Path

from micra_assistant.check_translation import translation_mistakes, translation_remarks
from micra_assistant.diagnosis.answered_check import answered_mistakes
from micra_assistant.diagnosis.modelcheck import model_mistakes, model_remarks
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.car_check import car_mistakes
from micra_assistant.guide.citing import address_mistakes
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import examine, read_sources
from micra_assistant.guide.strays import strays
from micra_assistant.parts.named_in_parts import named_mistakes
from micra_assistant.parts.options import PartsTable, read_parts
from micra_assistant.search.wordlist import read_words


def guide_mistakes(folder: Path) -> list[Mistake]:
    """Return every mistake of the guide in ``folder``; those of its models only if guide and parts are sound."""
    examined = examine(folder)
    sources = _source_names(folder)
    parts = _raised(lambda: read_parts(folder, sources))
    addresses = address_mistakes(folder.parent) if sources else []
    models = _of_models(examined.guide, read_parts(folder)) if examined.guide and not parts else []
    return [
        *examined.mistakes,
        *examined.findings,
        *parts,
        *(named_mistakes(examined.guide) if examined.guide and not parts else ()),
        *addresses,
        *car_mistakes(folder),
        *_raised(lambda: read_words(folder.parent)),
        *strays(folder).mistakes,
        *models,
        *(translation_mistakes(examined.guide) if examined.guide else ()),
    ]


def _of_models(guide: Guide, parts: PartsTable | None) -> list[Mistake]:
    return [*model_mistakes(guide, parts), *answered_mistakes(guide, parts)]


def guide_remarks(folder: Path) -> list[Mistake]:
    """Return what there is to remark on the guide in ``folder``, which must have no mistake."""
    examined = examine(folder)
    guide = examined.guide
    models = model_remarks(guide, read_parts(folder)) if guide else ()
    translations = translation_remarks(guide) if guide else ()
    return [*examined.remarks, *strays(folder).remarks, *models, *translations]


def _raised(read: Callable[[], object]) -> list[Mistake]:
    try:
        read()
    except GuideError as error:
        return list(error.mistakes)
    return []


def _source_names(folder: Path) -> set[str] | None:
    """Return the ids of the sources, None if they cannot be read: reading the guide says so already."""
    try:
        return set(read_sources(folder.parent))
    except GuideError:
        return None
