"""The ways into all guides: what home shows of each is told by the head of its guide, and kept."""

from contextlib import suppress
from pathlib import Path

from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.complaintcache import ComplaintCache, ToldOutside, stamp
from micra_assistant.guide.folders import language_folders, named_guides
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Complaint
from micra_assistant.guide.same_titles import told_apart
from micra_assistant.guide.way_in import Outside, WayIn
from micra_assistant.guide.wording import head_in, words_for


def ways_in(root: Path, language: str, cache: GuideCache | None) -> tuple[WayIn, ...]:
    """Return every way into every guide in a folder; one whose head has mistakes shows its id.

    Those that have a place come first, in that order; the others follow as the guides have them.
    """
    kept = ComplaintCache(cache.folder, root, language) if cache else None
    folders = named_guides(root)
    translations = _translations(folders, language)
    found = tuple(
        WayIn(folder.name, complaint, told.outside)
        for folder in folders
        for told in [_told(folder, translations and translations / folder.name, kept)]
        for complaint in told.complaints
    )
    if kept:
        kept.keep()
    return tuple(sorted(told_apart(found), key=lambda way: (not way.complaint.order, way.complaint.order)))


def _translations(folders: list[Path], language: str) -> Path | None:
    """Return the folder of all guides in the language, which lies beside theirs; None if there is none."""
    if language == ENGLISH or not folders:
        return None
    return language_folders(folders[0].parent).get(language)


def _words(translation: Path | None) -> dict[str, str]:
    """Return the words for a translation; none if the guide is not translated, or its words have mistakes."""
    with suppress(GuideError):
        return words_for(translation) if translation and translation.is_dir() else {}
    return {}


def _told(folder: Path, translation: Path | None, kept: ComplaintCache | None) -> ToldOutside:
    """Return what a guide tells in the language of its translation, in English if there is none."""
    stamped = stamp(folder, translation)
    known = kept.told(folder.name, stamped) if kept else None
    if known is not None:
        return known
    words = _words(translation)
    try:
        head = head_in(read_head(folder), lambda said: words.get(said, said))
    except GuideError:
        return ToldOutside((Complaint(folder.name, ""),), Outside())
    outside = Outside(head.car, head.drawing, tuple(tool.name for tool in head.tools))
    told = ToldOutside(head.complaints or (Complaint(head.title, ""),), outside)
    if kept:
        kept.put(folder.name, stamped, told)
    return told
