"""Whether a folder is on another machine: SQLite's locks do not hold there between two PCs."""

import sys
from pathlib import Path

from micra_assistant.words import _

_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afpfs", "afs", "coda", "webdav"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "fuse.glusterfs", "fuse.ceph"),
        *("fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.curlftpfs"),
        *("fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.smbnetfs"),
    }
)
"""What systems call the file systems that other machines serve."""

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def danger_of(folder: Path) -> str:
    """Return in words why records in ``folder`` are in danger if it is on another machine; empty if it is not."""
    kind = share_of(folder)
    if not kind:
        return ""
    return _(
        "The job records are on a network drive ({kind}), in {folder}. Never let two PCs "
        "use them at the same time: acts of one or of both can be lost, and the records "
        "can break. Keep them on a disk of this PC if you can."
    ).format(kind=kind, folder=folder)


def share_of(folder: Path) -> str:
    """Return what kind of network drive a folder is on, or would be; empty if on none, or if nobody can tell."""
    folder = folder.absolute()
    try:
        if sys.platform == "win32":
            return _share_on_windows(folder)
        kind = _kind_of(folder.resolve(), _mounts())
    except (OSError, ValueError):
        return ""
    return kind if kind in _TYPES else ""


def _kind_of(folder: Path, mounts: list[tuple[str, str]]) -> str:
    """Return the file system of a folder, by the last of the mounts that is nearest above it."""
    above = [(len(place), number, kind) for number, (place, kind) in enumerate(mounts) if folder.is_relative_to(place)]
    return max(above)[2] if above else ""


def _mounts() -> list[tuple[str, str]]:
    """Return where file systems are, and of what kind they are."""
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415 - on macOS only

        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=2).stdout
        return [_mount_on_mac(line) for line in said.splitlines() if " on /" in line]
    return [_mount_on_linux(line) for line in _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()]


def _mount_on_linux(line: str) -> tuple[str, str]:
    """Return place and kind from a line of ``mountinfo`` (see proc(5)): a space in a place is written as 040."""
    before, _dash, after = line.partition(" - ")
    place = before.split(" ")[4]
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(code, letter)
    return place, after.split(" ")[0]


def _mount_on_mac(line: str) -> tuple[str, str]:
    """Return place and kind from a line such as ``//me@server/share on /Volumes/share (smbfs, nodev)``."""
    rest = line.partition(" on /")[2]
    place, _bracket, options = rest.rpartition(" (")
    return f"/{place}", options.split(",")[0].rstrip(")")


def _share_on_windows(folder: Path) -> str:
    import ctypes  # noqa: PLC0415 - on Windows only

    if folder.drive.startswith("\\\\"):
        return "UNC"
    drives = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return "SMB" if drives.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE else ""
