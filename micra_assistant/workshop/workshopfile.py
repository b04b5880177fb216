"""The file of the workshop's settings: read anew whenever it has changed, changed line by line."""

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from micra_assistant import limits, ownfile
from micra_assistant.errors import Mistake, NotSavedError
from micra_assistant.private import make_private_folder
from micra_assistant.system_words import reason
from micra_assistant.words import N_, _
from micra_assistant.workshop.earlier import earlier_values
from micra_assistant.workshop.values import Workshop, workshop_of

MOST_BYTES = 100_000
_HEAD = N_("The settings of this workshop: a line each, name = value. Lines such as this one are remarks.")
_Seen = tuple[int, int, int] | None


class WorkshopFile:
    """Gives the settings as they are now, and changes them.

    While there is no file, what an earlier version of the program kept in ``earlier`` holds; the first change writes
    that down too, and from then on only this file counts.
    """

    def __init__(self, file: Path, earlier: Path) -> None:
        self.file = file
        self._earlier = earlier
        self._seen: tuple[_Seen, _Seen] | None = None
        self._now = Workshop()
        self._complaints: tuple[Mistake, ...] = ()

    @property
    def now(self) -> Workshop:
        """The settings; the same object as long as they are the same. Whatever the file holds, it is read."""
        self._look()
        return self._now

    @property
    def complaints(self) -> tuple[Mistake, ...]:
        """What is wrong with the file, line by line."""
        self._look()
        return self._complaints

    def change(self, values: Mapping[str, Any]) -> None:
        """Give settings, by their names, other values; None takes a rate back. All other lines stay as they are.

        A logo from elsewhere is copied beside the file. NotSavedError if that cannot be kept; then nothing is changed.
        """
        content = self._content()
        former = {} if content is not None else self._earlier_values()
        make_private_folder(self.file.parent)
        for value in values.values():
            if isinstance(value, Path):
                _bring(value, self.file.parent)
        _write(self.file, changed(content, {**former, **values}, self.file.parent))

    def _look(self) -> None:
        there = _stamp(self.file)
        seen = there, None if there else _stamp(self._earlier)
        if seen != self._seen:
            self._seen = seen
            now, self._complaints = self._read() if there else (workshop_of(self._earlier_values()), ())
            self._now = self._now if now == self._now else now

    def _read(self) -> tuple[Workshop, tuple[Mistake, ...]]:
        try:
            return read(ownfile.read(self.file, self.file.parent, MOST_BYTES), self.file)
        except FileNotFoundError:
            return workshop_of(self._earlier_values()), ()
        except OSError as error:
            return Workshop(), (Mistake(self.file, 1, _("cannot be read: {why}").format(why=reason(error))),)

    def _content(self) -> bytes | None:
        """Return what the file holds, None if there is none; NotSavedError if it holds what must not be touched."""
        try:
            content = ownfile.read(self.file, self.file.parent, MOST_BYTES)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NotSavedError(
                _("{file} cannot be changed: {why}").format(file=self.file, why=reason(error))
            ) from error
        if 0 in content:
            raise NotSavedError(
                _("{file} cannot be changed: it is no text in UTF-8; save it as one").format(file=self.file)
            )
        return content

    def _earlier_values(self) -> dict[str, Any]:
        return earlier_values(self._earlier)


def read(content: bytes, file: Path) -> tuple[Workshop, tuple[Mistake, ...]]:
    """Return the settings that ``content`` of ``file`` has, and what is wrong with its other lines."""
    from micra_assistant.workshop.setting_lines import lines_of  # noqa: PLC0415 - not needed while there is no file

    said = [line for _raw, line in lines_of(content, file.parent)]
    wrong = ((number, line.wrong) for number, line in enumerate(said, 1) if line.wrong)
    values = {line.key: line.value for line in said if line.key and not line.wrong}
    complaints = tuple(Mistake(file, number, words) for number, words in islice(wrong, limits.MOST_MISTAKES))
    return workshop_of(values), complaints


def changed(content: bytes | None, values: Mapping[str, Any], folder: Path) -> bytes:
    """Return the content of a file with other values, None for what is taken back, and all other lines as they were.

    A setting that is there keeps its place, what is new comes to the end.
    """
    from micra_assistant.workshop.setting_lines import lines_of  # noqa: PLC0415 - as above

    content = f"# {_(_HEAD)}\n".encode() if content is None else content
    end = b"\r\n" if b"\r\n" in content else b"\n"
    left = dict(values)
    kept = b"".join([_with(raw, line.key, left, values, end) for raw, line in lines_of(content, folder)])
    added = b"".join(_added(left, end))
    gap = end if kept and added and not kept.endswith((b"\n", b"\r")) else b""
    return kept + gap + added


def _with(raw: bytes, key: str, left: dict[str, Any], values: Mapping[str, Any], end: bytes) -> bytes:
    """Return a line as it is to be: the first of a setting that changes has its new value, others of it go."""
    if key not in values:
        return raw
    value = left.pop(key, None)
    return b"" if value is None else _written(key, value) + (raw[len(raw.rstrip(b"\r\n")) :] or end)


def _added(values: Mapping[str, Any], end: bytes) -> Iterator[bytes]:
    for key, value in values.items():
        if value is not None:
            yield _written(key, value) + end


def _written(key: str, value: Any) -> bytes:
    from micra_assistant.workshop.settings import SETTINGS  # noqa: PLC0415 - a start only reads

    return f"{key} = {SETTINGS[key].kind.toml(value)}".encode()


def _bring(picture: Path, folder: Path) -> None:
    """Copy a picture into a folder, unless it is there; NotSavedError if another one of that name is."""
    from micra_assistant.workshop.setting_kinds import MOST_LOGO_BYTES  # noqa: PLC0415 - likewise

    place = folder / picture.name
    try:
        content = ownfile.read(picture, picture.parent, MOST_LOGO_BYTES)
        is_there = place.exists()
        if is_there and place.read_bytes() != content:
            why = _("another picture of that name is there; give this one another name")
            raise NotSavedError(
                _("{picture} cannot be copied to {folder}: {why}").format(picture=picture, folder=folder, why=why)
            )
    except OSError as error:
        raise NotSavedError(
            _("{picture} cannot be copied to {folder}: {why}").format(picture=picture, folder=folder, why=reason(error))
        ) from error
    if not is_there:
        _write(place, content)


def _write(file: Path, content: bytes) -> None:
    from micra_assistant.wholefile import write_whole  # noqa: PLC0415 - likewise

    write_whole(file, content)


def _stamp(file: Path) -> _Seen:
    """Return what changes whenever a file is written anew, None if there is none."""
    try:
        there = os.stat(file)  # noqa: PTH116 - asked for often: a path's own way is slower
    except (OSError, ValueError):
        return None
    return there.st_mtime_ns, there.st_size, there.st_ino
