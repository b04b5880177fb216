"""A file written whole or not at all, and on the disk once that is said.

It is written beside its place under a name of its own, brought to the disk, and then put in place in one go: a power
cut or a full disk leaves the file before or the new one, never a half. A link is followed. A pipe or a device is
written to, never replaced. Of a file with several names only the one that was named is the new one.
"""

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from micra_assistant.errors import NotSavedError
from micra_assistant.system_words import reason
from micra_assistant.words import N_, _

_DATABASE = b"SQLite format 3\0"
_UNFINISHED = ".micra-assistant-{}.part"
_LEFT_BEHIND = re.compile(r"\.micra-assistant-[0-9a-f]{16}\.part")
_ABANDONED_SECONDS = 3600
_OWN_OUTPUTS = (1, 2)
"""What the program itself writes to: standard output and standard error."""
_ONLY_ITS_OWNERS = 0o600
_OPEN_ELSEWHERE = (5, 32, 33)
"""What Windows calls it when a file cannot be replaced because another program has it open."""
_NO_SUCH_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES)
"""What systems answer that cannot bring one folder to the disk."""

_FULL = (N_("the disk is full"), N_("make room, or save it on another drive"))
_FORBIDDEN = (N_("it may not be written there"), N_("choose another folder or another name"))
_WORDS = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: (N_("it is larger than a file may be there"), N_("save it on another drive")),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: (N_("that drive can only be read"), N_("save it on another one")),
    errno.ENAMETOOLONG: (N_("its name is too long"), N_("choose a shorter one")),
    errno.ELOOP: (N_("it is a link that leads in a circle"), N_("choose another name")),
    errno.ENXIO: (N_("nobody reads from it"), N_("start the program that does first")),
    errno.EPIPE: (N_("the program that read from it has stopped"), N_("start it again first")),
    errno.EIO: (N_("the drive reports an error"), N_("save it on another one")),
}


def write_whole(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file`` as ``whole`` does; NotSavedError likewise."""
    with whole(file) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give an empty file of another name to be written; at the end it is put in the place of ``file``.

    If anything is raised meanwhile, ``file`` stays as it was. A new file gets the mode that every new file gets, one
    that there was keeps its own. NotSavedError, a sentence, if it cannot be written.
    """
    try:
        former = _there(file)
        if former is None or (stat.S_ISREG(former.st_mode) and _own_output(former) is None):
            way = _replacing(file, former)
        else:
            way = _pouring(file, former)
        with way as unfinished:
            yield unfinished
    except OSError as error:
        raise _not_saved(file, *_words(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, and wait until their names are on the disk; OSError if that cannot be."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        keep_on_disk(folder.parent)


def keep_on_disk(path: Path) -> None:
    """Wait until a file or a folder is on the disk; OSError if it cannot be brought there.

    Windows looks after folders itself. Where a folder cannot be brought there alone, all that waits is.
    """
    if not path.is_dir():
        _sync(path, os.O_RDWR)
    elif os.name != "nt":
        try:
            _sync(path, os.O_RDONLY)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
            os.sync()


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _there(file: Path) -> os.stat_result | None:
    """Return what is at ``file``, links followed, and None if nothing is; NotSavedError if it is not to be touched."""
    if not file.parent.is_dir():
        raise _no_folder(file, file.parent)
    try:
        there = file.stat()
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise _not_saved(file, _("no file can have that name"), _("choose another one")) from error
    if why_not := _why_not(file, there.st_mode):
        raise _not_saved(file, *why_not)
    return there


def _why_not(file: Path, mode: int) -> tuple[str, str] | None:
    """Return why what is at ``file`` is not to be written to and what to do about it; None if it may be."""
    if stat.S_ISDIR(mode):
        return _("it is a folder"), _("name a file in it")
    if stat.S_ISBLK(mode):
        return _("it is a whole drive"), _("name a file on it")
    if stat.S_ISREG(mode) and not (mode & 0o222 and os.access(file, os.W_OK)):
        return _("it can only be read"), _("let it be written, or save under another name")
    if stat.S_ISREG(mode) and _is_database(file):
        return _("it is a database, such as job records are kept in"), _("save under another name")
    return None


def _is_database(file: Path) -> bool:
    """Whether a file is one of SQLite's: nothing that is saved belongs in the place of such a file."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _own_output(there: os.stat_result) -> int | None:
    """Return which of the program's own outputs goes to a file; None if none does."""
    for number in _OWN_OUTPUTS:
        with suppress(OSError):
            if os.path.samestat(os.fstat(number), there):
                return number
    return None


@contextmanager
def _replacing(file: Path, former: os.stat_result | None) -> Iterator[Path]:
    """Give a file beside the place that ``file`` leads to, and put it there at the end."""
    place = Path(os.path.realpath(file))
    if not place.parent.is_dir():
        raise _no_folder(file, place.parent)
    _clear_away(place.parent)
    unfinished = place.with_name(_UNFINISHED.format(os.urandom(8).hex()))
    try:
        _make(unfinished, former)
        yield unfinished
        keep_on_disk(unfinished)
        unfinished.replace(place)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    keep_on_disk(place.parent)


def _make(unfinished: Path, former: os.stat_result | None) -> None:
    """Make an empty file that nobody else may read who could not read the former one."""
    is_private = former is not None or not unfinished.parent.stat().st_mode & 0o077
    os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_ITS_OWNERS if is_private else 0o666))
    if former is not None:
        with suppress(OSError):  # a memory stick knows no owners
            if os.name != "nt":
                os.chown(unfinished, former.st_uid, former.st_gid)
        with suppress(OSError):
            unfinished.chmod(stat.S_IMODE(former.st_mode))


def _clear_away(folder: Path) -> None:
    """Remove what a killed program left; what another one may just be writing stays."""
    with suppress(OSError):
        for left in folder.iterdir():
            if _LEFT_BEHIND.fullmatch(left.name) and abs(time.time() - left.lstat().st_mtime) > _ABANDONED_SECONDS:
                left.unlink()


@contextmanager
def _pouring(file: Path, there: os.stat_result) -> Iterator[Path]:
    """Give a file elsewhere, and pour it into the pipe or device ``file`` at the end."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - seldom wanted

    with TemporaryDirectory(prefix="micra-assistant-") as folder:
        unfinished = Path(folder, "unfinished")
        _make(unfinished, None)
        yield unfinished
        _pour(unfinished, _opened(file, there))


def _opened(file: Path, there: os.stat_result) -> int:
    """Return a pipe or device opened for writing, without waiting for anybody to read it."""
    number = _own_output(there)
    if number is not None:
        return os.dup(number)
    opened = os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    if os.name != "nt":
        os.set_blocking(opened, True)
    return opened


def _pour(unfinished: Path, into: int) -> None:
    from shutil import copyfileobj  # noqa: PLC0415 - seldom wanted

    with unfinished.open("rb") as source, open(into, "wb") as target:
        copyfileobj(source, target)
        target.flush()
        if stat.S_ISREG(os.fstat(into).st_mode):
            os.fsync(into)


def _words(error: OSError) -> tuple[str, str]:
    """Return why a file cannot be written, and what to do about it."""
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return _("it may be open in another program"), _("close it there, or save under another name")
    unknown = (reason(error), _("save it under another name or on another drive"))
    why, advice = _WORDS.get(error.errno or 0, ("", ""))
    return (_(why), _(advice)) if why else unknown


def _no_folder(file: Path, folder: Path) -> NotSavedError:
    return _not_saved(file, _("there is no folder {folder}").format(folder=folder), _("make it or choose another"))


def _not_saved(file: Path, why: str, advice: str) -> NotSavedError:
    return NotSavedError(_("{file} cannot be saved: {why}; {advice}").format(file=file, why=why, advice=advice))
