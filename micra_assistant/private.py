"""The user's files kept from the eyes of others on the same PC: customers, cars, photos."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISGID, S_ISREG, S_IWOTH

_OTHERS = 0o077
_OUR_FILES = ("jobs.sqlite3", "settings.ini", "workshop.toml")
"""What the names of the files begin with that we make in a folder; so do those of their companions and copies."""
_OUR_FOLDERS = ("backups", "cache", "sheets", "opening")

_OUR_FOLDER = "micra-assistant"
"""What a folder is called that the system gives us."""


def make_private_folder(folder: Path) -> None:
    """Make a folder that nobody else can look into, with the folders above it; one that is there stays as it is."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def make_private_file(file: Path) -> None:
    """Make an empty file that nobody else can read, with its folder; one that is there stays as it is."""
    make_private_folder(file.parent)
    if os.name != "nt":
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def shut(folder: Path, *, whole: bool = False) -> None:
    """Take from others the right to read our files in a folder, and the folder too if it holds nothing else.

    A folder of somebody else, or one that is plainly shared, stays as it is, and so does what others have put there.
    The rights of the user himself do not change. Folders in it that are shut already are passed over, so that this
    takes no time, unless the ``whole`` is wanted. Not on Windows, where a user's data is nobody else's by itself.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        if not _is_own(folder) or _is_shared(folder):
            return
        found = list(folder.iterdir())
        ours = [path for path in found if _is_ours(path.name)]
        for top in ours:
            _shut_tree(top, whole=whole)
        if len(ours) == len(found) or folder.name == _OUR_FOLDER:
            _shut(folder)


def _is_ours(name: str) -> bool:
    is_copy = name.startswith("jobs-") and ".sqlite3" in name
    return name.startswith(_OUR_FILES) or name in _OUR_FOLDERS or is_copy or ".log" in name


def _shut_tree(top: Path, *, whole: bool) -> None:
    """Shut a file, or a folder with all that is in it; links are not followed."""
    changed = _shut(top)
    if (changed or whole) and top.is_dir() and not top.is_symlink():
        for path in top.iterdir():
            _shut_tree(path, whole=whole)


def _shut(path: Path) -> bool:
    """Take from others their rights to a file or folder of the user; return whether they had any."""
    found = path.lstat()
    is_plain = S_ISREG(found.st_mode) or S_ISDIR(found.st_mode)
    if not is_plain or found.st_uid != os.geteuid() or not found.st_mode & _OTHERS:
        return False
    path.chmod(found.st_mode & ~_OTHERS & 0o7777)
    return True


def _is_own(folder: Path) -> bool:
    return folder.stat().st_uid == os.geteuid()


def _is_shared(folder: Path) -> bool:
    """Whether a folder is made for several users: new files belong to its group, or everybody may write to it."""
    return bool(folder.stat().st_mode & (S_ISGID | S_IWOTH))
