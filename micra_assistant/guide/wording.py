"""The words of a guide that stand on no page, in another language: ``wording.toml``, the English and what it is there.

Nothing but words is found there: ids, numbers and prices are always those of the English guide. Words whose English
has changed are no longer found, so that nobody reads what is not said any more.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant import tomlfile
from micra_assistant.guide.folders import WORDING_FILE
from micra_assistant.guide.head import Head
from micra_assistant.guide.model import Complaint, Guide, Tool
from micra_assistant.guide.source import Source
from micra_assistant.words import _

H = TypeVar("H", Head, Guide)
Say = Callable[[str], str]
"""What gives English words of a guide in another language."""


class Worded(Struct, frozen=True, forbid_unknown_fields=True):
    """English words and what they are in the language."""

    english: str
    translation: str

    def __post_init__(self) -> None:
        if not (self.english.strip() and self.translation.strip()):
            raise ValueError(_("english and translation must not be empty"))


class WordingFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    words: tuple[Worded, ...] = ()


def read_wording(file: Path) -> tuple[Worded, ...]:
    """Return the words of a file, none if it is not there; GuideError with every mistake found if there is any."""
    return tomlfile.read(file, WordingFile).words if file.exists() else ()


def wording_files(translation: Path) -> tuple[Path, Path]:
    """Return where the words for a translation stand: those of the sources, which all guides share, and its own."""
    return translation.parent / WORDING_FILE, translation / WORDING_FILE


def words_for(translation: Path) -> dict[str, str]:
    """Return the words for the guide that is translated in a folder, by their English; GuideError as above."""
    words = (word for file in wording_files(translation) for word in read_wording(file))
    return {word.english: word.translation for word in words}


def complaint_in(complaint: Complaint, say: Say) -> Complaint:
    """Return a complaint in another language."""
    return replace(complaint, title=say(complaint.title), why=complaint.why and say(complaint.why))


def tool_in(tool: Tool, say: Say) -> Tool:
    """Return a tool in another language."""
    return replace(tool, name=say(tool.name), note=tool.note and say(tool.note))


def source_in(source: Source, say: Say) -> Source:
    """Return a source in another language."""
    title, detail, where = (words and say(words) for words in (source.title, source.detail, source.where))
    return replace(source, title=title, detail=detail, where=where)


def head_in(head: H, say: Say) -> H:
    """Return the head of a guide, or a guide with that, in another language."""
    return replace(
        head,
        title=say(head.title),
        car=say(head.car),
        summary=head.summary and say(head.summary),
        tools=tuple(tool_in(tool, say) for tool in head.tools),
        complaints=tuple(complaint_in(complaint, say) for complaint in head.complaints),
    )
