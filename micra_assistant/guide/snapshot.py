"""A guide kept as it was: all that it is read from in one ZIP, and the way back to a folder that can be read.

The ZIP is laid out as a folder of guides is: the guide's own folder, ``sources.toml``, ``common``. One that comes from
elsewhere is believed in nothing: see ``members`` for what it may hold.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from stat import S_IFMT, S_IFREG
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from micra_assistant.errors import SnapshotError
from micra_assistant.guide.contents import contents, fingerprint_of_files
from micra_assistant.guide.members import MOST_BYTES, MOST_MEMBERS, TOO_MANY, guide_among, within_limits
from micra_assistant.ownfile import read
from micra_assistant.system_words import reason
from micra_assistant.words import N_, _

__all__ = ["fingerprint_of", "names_and_contents", "pack", "pack_files", "unpack"]

_THE_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = S_IFREG | 0o644
_ENCRYPTED = 1
_MEMBER_MARK = b"PK\x01\x02"
"""What each member's entry in the list of contents begins with."""
_AGAIN = N_("export the job again where it was made")
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
"""What Python raises over a ZIP that is damaged, or that was made to do damage."""


def pack(folder: Path) -> bytes:
    """Return the guide in ``folder`` as a ZIP, the same bytes for the same guide.

    GuideError if its head is not sound or a file cannot be read; SnapshotError if it is larger than a snapshot may be,
    or has a file whose name not every system knows.
    """
    return pack_files(contents(folder))


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Return files by name as ``names_and_contents`` gives them as a ZIP; SnapshotError if they are no guide."""
    guide_among(files)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, content in sorted(within_limits(files.items()).items()):
            member = ZipInfo(name, _THE_DAY)
            member.create_system = _UNIX
            member.external_attr = _PLAIN_FILE << 16
            archive.writestr(member, content)
    return packed.getvalue()


def names_and_contents(content: bytes) -> dict[str, bytes]:
    """Return the files of a packed guide by name; SnapshotError if it is damaged, too large or no guide."""
    if content.count(_MEMBER_MARK) > MOST_MEMBERS:
        raise SnapshotError(_(TOO_MANY).format(most=MOST_MEMBERS))
    try:
        with ZipFile(BytesIO(content)) as archive:
            return within_limits(_members(archive))
    except _BROKEN as error:
        raise SnapshotError(_("the guide kept with this job is damaged: {advice}").format(advice=_(_AGAIN))) from error


def fingerprint_of(content: bytes) -> str:
    """Return the fingerprint of a packed guide, which is that of its folder; SnapshotError if it cannot be used."""
    return fingerprint_of_files(names_and_contents(content))


def unpack(content: bytes, into: Path) -> Path:
    """Write a packed guide below ``into``, which then holds nothing else, and return the guide's own folder.

    It is written whole or not at all, and only if it does not lie there already. SnapshotError if it cannot be used or
    written.
    """
    files = names_and_contents(content)
    if not _lies_in(into, files):
        try:
            _write(files, into)
        except OSError as error:
            if not _lies_in(into, files):  # another window may have written it meanwhile
                raise SnapshotError(
                    _("cannot write the guide of this job to {into}: {reason}").format(into=into, reason=reason(error))
                ) from error
    return into / guide_among(files)


def _members(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the members that a snapshot may have; as much of a large one as shows that it is too large."""
    members = archive.infolist()
    guide_among([member.orig_filename for member in members])
    for member in members:
        kind = S_IFMT(member.external_attr >> 16)
        if kind not in (0, S_IFREG) or member.flag_bits & _ENCRYPTED:
            raise SnapshotError(
                _("“{file}” is a link or is locked with a password: {advice}").format(
                    file=member.filename, advice=_(_AGAIN)
                )
            )
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise SnapshotError(
                _("“{file}” is packed in a way that is not known here: {advice}").format(
                    file=member.filename, advice=_(_AGAIN)
                )
            )
        with archive.open(member) as file:
            yield member.filename, file.read(MOST_BYTES + 1)


def _lies_in(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether ``folder`` holds these files and no other."""
    try:
        there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if not file.is_dir()}
        return there.keys() == files.keys() and all(
            read(there[name], folder, MOST_BYTES) == files[name] for name in files
        )
    except OSError:
        return False


def _write(files: Mapping[str, bytes], into: Path) -> None:
    """Write files to a folder beside ``into`` and then put it in the place of what is there."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".", dir=into.parent, ignore_cleanup_errors=True) as beside:
        new, old = Path(beside, "new"), Path(beside, "old")
        for name, content in files.items():
            file = new / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        if into.exists():
            into.rename(old)
        new.rename(into)
