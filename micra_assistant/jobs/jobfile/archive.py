"""The ZIP that a job file is, or that rides in a PDF: nothing it says is believed, all in it is checked."""

import re
import struct
import unicodedata
import zlib
from collections.abc import Collection, Mapping
from hashlib import sha256
from io import BytesIO
from os import SEEK_END
from pathlib import Path
from stat import S_IFMT, S_IFREG
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from micra_assistant.jobs.jobfile.ends import find_list
from micra_assistant.jobs.jobfile.pdf_attachment import is_pdf, job_in_pdf
from micra_assistant.jobs.jobfile.refusal import DAMAGED, UnusableError, shown
from micra_assistant.kind_reading import from_json
from micra_assistant.system_words import reason
from micra_assistant.words import _, ngettext

JOB, REPORT, README, CHECKSUMS = "job.json", "report.pdf", "README.txt", "checksums.json"
_FIXED = (JOB, REPORT, README, CHECKSUMS)
PHOTO = re.compile(r"photos/([0-9a-f]{64})\.jpg")
GUIDE = re.compile(r"guide/([0-9a-f]{64})/(.+)")

MOST_MEMBERS = 5_000
MOST_BYTES = 20_000_000
"""Of one member."""
MOST_BYTES_OF = {JOB: 50_000_000, REPORT: 200_000_000}
"""Of those that may be larger; the report holds all photos once more."""
MOST_BYTES_TOGETHER = 500_000_000

_MOST_BYTES_OF_FILE = MOST_BYTES_TOGETHER + 10_000_000
_MOST_BYTES_OF_LIST = 4_000_000
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
"""What Python raises over a ZIP that is damaged, or that was made to do damage."""


def read_members(file: Path) -> dict[str, bytes]:
    """Return what is in a job file, or in that of a PDF, by name, all of it as its checksums say.

    UnusableError if it cannot be read, is or holds no ZIP, is damaged or too large, or holds what no job file holds.
    """
    if not file.is_file():
        raise UnusableError(_("there is no such file"), _("choose another"))
    try:
        opened = file.open("rb")
    except OSError as error:
        raise UnusableError(
            _("it cannot be read ({why})").format(why=reason(error)), _("copy it to this computer and take that")
        ) from error
    try:
        with opened:
            members = _members_in(job_in_pdf(opened) if is_pdf(opened) else opened)
    except _BROKEN as error:
        raise UnusableError(_(DAMAGED)) from error
    _check_sums(members)
    return members


def check_packed(content: bytes) -> None:
    """Check the ZIP of a job file that was just made; UnusableError if it could not be read again."""
    _check_sums(_members_in(BytesIO(content)))


def _members_in(file: BinaryIO) -> dict[str, bytes]:
    _check_ends(file)
    with ZipFile(file) as archive:
        return _contents(archive)


def checksums(members: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each member in hex, in order of the names."""
    return {name: sha256(members[name]).hexdigest() for name in sorted(members)}


def _check_ends(file: BinaryIO) -> None:
    """Check how large the file is, and how long its list of contents, before anything in it is believed."""
    if file.seek(0, SEEK_END) > _MOST_BYTES_OF_FILE:
        raise UnusableError(
            _("it is larger than {size}").format(size=_megabytes(MOST_BYTES_TOGETHER)), _("choose a job file")
        )
    found = find_list(file)
    if found.members > MOST_MEMBERS or found.size > _MOST_BYTES_OF_LIST:
        raise _too_many()


def _contents(archive: ZipFile) -> dict[str, bytes]:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise _too_many()
    _check_names([member.orig_filename for member in members])
    contents: dict[str, bytes] = {}
    left = MOST_BYTES_TOGETHER
    for member in members:
        contents[member.filename] = content = _content(archive, member, left)
        left -= len(content)
    return contents


def _check_names(names: Collection[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if not (name in _FIXED or PHOTO.fullmatch(name) or GUIDE.fullmatch(name)) or not name.isprintable():
            raise UnusableError(_("{name} in it is nothing that a job file holds").format(name=shown(name)))
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise UnusableError(_("{name} is in it twice").format(name=shown(name)))
        seen.add(folded)
    for name in (JOB, CHECKSUMS):
        if name not in seen:
            raise UnusableError(_("“{name}” is missing in it").format(name=name))


def _content(archive: ZipFile, member: ZipInfo, left: int) -> bytes:
    """Return the content of a member, of which no more is unpacked than there may be, whatever size it claims."""
    name = shown(member.filename)
    if S_IFMT(member.external_attr >> 16) not in (0, S_IFREG):
        raise UnusableError(_("{name} in it is no plain file").format(name=name))
    if member.flag_bits & _ENCRYPTED:
        raise UnusableError(
            _("{name} in it is locked with a password").format(name=name), _("export the job again where it was made")
        )
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnusableError(_("{name} in it is packed in a way that is not known here").format(name=name))
    most = MOST_BYTES_OF.get(member.filename, MOST_BYTES)
    with archive.open(member) as file:
        content = file.read(min(most, left) + 1)
    if len(content) > most:
        raise UnusableError(_("{name} in it is larger than {size}").format(name=name, size=_megabytes(most)))
    if len(content) > left:
        raise UnusableError(_("what is in it is larger than {size}").format(size=_megabytes(MOST_BYTES_TOGETHER)))
    return content


def _check_sums(members: Mapping[str, bytes]) -> None:
    try:
        said = from_json(members[CHECKSUMS], dict[str, str])
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnusableError(_("“{file}” in it is damaged").format(file=CHECKSUMS)) from error
    found = checksums({name: content for name, content in members.items() if name != CHECKSUMS})
    for name in sorted(said.keys() | found.keys()):
        if name not in found:
            raise UnusableError(_("{name} is missing in it").format(name=shown(name)))
        if said.get(name) != found[name]:
            raise UnusableError(_("{name} in it is not as its checksum says").format(name=shown(name)))


def _too_many() -> UnusableError:
    why = ngettext("it has more than {count} member", "it has more than {count} members", MOST_MEMBERS)
    return UnusableError(why.format(count=MOST_MEMBERS), _("choose a job file"))


def _megabytes(size: int) -> str:
    return _("{count} MB").format(count=size // 1_000_000)
