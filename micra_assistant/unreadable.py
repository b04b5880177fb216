"""Why a text file cannot be read, in the words of whoever saved it: which encoding it seems to be in, and where."""

import re
from collections.abc import Callable

from micra_assistant.system_words import reason
from micra_assistant.words import N_, _

_SAVE = N_("save the file as UTF-8")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CYRILLIC = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "DOS 866"}
_WESTERN = ("cp1252", "Windows-1252 (“ANSI”)")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{2,}")
_LOWER = re.compile("[а-яё]{2,}")
_NEAR = 20


def unreadable(error: OSError | UnicodeDecodeError) -> tuple[int, str]:
    """Return the line of a file that could not be read, and why, as the rest of a sentence."""
    if isinstance(error, OSError):
        return 1, _("cannot be read: {reason}").format(reason=reason(error))
    content = bytes(error.object)
    if content.startswith(_UTF_16_MARKS) or content.count(0) > len(content) // 4:
        return 1, _("is saved as UTF-16 (“Unicode”): {advice}").format(advice=_(_SAVE))
    line = content.count(b"\n", 0, error.start) + 1
    codec, name = _likely(content)
    near = _near(content, error.start, lambda part: part.decode(codec, "replace"))
    if content[error.start] == 0:
        return line, _("holds a zero byte after “{near}”: it is no text, or it is damaged; {advice}").format(
            near=near[0], advice=_(_SAVE)
        )
    if not _is_mostly_utf_8(content):
        return line, _("is not saved as UTF-8: “{near}” seems to be in {name}; {advice}").format(
            near="".join(near), name=name, advice=_(_SAVE)
        )
    before = content[: error.start].decode(errors="ignore").rpartition("\n")[2][-_NEAR:]
    return line, _("is damaged after “{before}”: type what is missing there anew, and {advice}").format(
        before=before, advice=_(_SAVE)
    )


def _is_mostly_utf_8(content: bytes) -> bool:
    """Whether most letters above 127 are those of UTF-8, so that only some are damaged."""
    sound = sum(len(letter.encode()) for letter in content.decode(errors="ignore") if not letter.isascii())
    return 2 * sound > sum(byte > 127 for byte in content)


def _likely(content: bytes) -> tuple[str, str]:
    """Return the encoding that a text is most likely in, and its name: letters in a row above 127 are Cyrillic."""
    runs = b" ".join(_HIGH_RUN.findall(content))
    if 2 * len(runs) < sum(byte > 127 for byte in content):
        return _WESTERN
    codec = max(_CYRILLIC, key=lambda codec: sum(map(len, _LOWER.findall(runs.decode(codec, "replace")))))
    return codec, _CYRILLIC[codec]


def _near(content: bytes, place: int, decoded: Callable[[bytes], str]) -> tuple[str, str]:
    """Return what stands in the line before and from a place on, a few letters of each."""
    before = content[:place].rpartition(b"\n")[2][-_NEAR:]
    after = re.split(rb"[\r\n]", content[place : place + _NEAR], maxsplit=1)[0]
    return decoded(before).lstrip(), decoded(after).rstrip()
