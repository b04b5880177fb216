"""Records on a network drive: recognised, and the danger said in words."""

import sys
from pathlib import Path

import pytest

from micra_assistant import shares
from micra_assistant.cli import main
from micra_assistant.jobs.records.sqlite_store import SqliteStore

LINUX = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:35 / /mnt/office rw,relatime shared:20 - nfs4 server:/office rw,vers=4.2
41 22 0:36 / /mnt/old\040PC rw,nosuid shared:21 - cifs //old/c$ rw,vers=3.0
42 40 8:3 / /mnt/office/local rw shared:22 - xfs /dev/sda3 rw
43 22 0:37 / /home/me/net rw - fuse.sshfs me@server:/ rw,user_id=1000
44 22 0:38 / /home/me/.cache/doc rw - fuse.portal portal rw
45 22 0:39 / /mnt/twice rw - ext4 /dev/sdb1 rw
46 22 0:40 / /mnt/twice rw master:1 - smb3 //server/twice rw
"""
MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@server/jobs (old) on /Volumes/jobs (old) (smbfs, nodev, nosuid, mounted by me)
server:/x on /Volumes/x (nfs)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine have the drives of the example."""
    (tmp_path / "mountinfo").write_text(LINUX.lstrip(), encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "mountinfo")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="as Linux tells it")
@pytest.mark.usefixtures("mounts")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/.local/share/micra-assistant", ""),
        ("/mnt/office", "nfs4"),
        ("/mnt/office/jobs/deep", "nfs4"),
        ("/mnt/office2", ""),
        ("/mnt/office/local/jobs", ""),
        ("/mnt/old PC/jobs", "cifs"),
        ("/home/me/net/jobs", "fuse.sshfs"),
        ("/home/me/.cache/doc", ""),
        ("/mnt/twice/jobs", "smb3"),
        ("/mnt/twice/../office", "nfs4"),
    ],
)
def test_a_network_drive_is_known_by_its_file_system(folder: str, kind: str) -> None:
    assert shares.share_of(Path(folder)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"), [("/Users/me", "apfs"), ("/Volumes/jobs (old)/micra", "smbfs"), ("/Volumes/x", "nfs")]
)
def test_mounts_are_read_as_a_mac_tells_them(folder: str, kind: str) -> None:
    mounts = [shares._mount_on_mac(line) for line in MAC.strip().splitlines()]
    assert shares._kind_of(Path(folder), mounts) == kind


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="as Linux tells it")
@pytest.mark.usefixtures("mounts")
def test_the_danger_is_said_in_words() -> None:
    assert "Never let two PCs use them at the same time" in shares.danger_of(Path("/mnt/office/jobs"))
    assert shares.danger_of(Path("/home/me")) == ""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="as Linux tells it")
def test_a_command_says_it_and_does_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_be_a_share(tmp_path, monkeypatch)
    assert main(["--data-dir", str(tmp_path / "data"), "experience", "export", "-o", str(tmp_path / "a.csv")]) == 0
    assert capsys.readouterr().err == ""
    SqliteStore(tmp_path / "data" / "jobs.sqlite3").close()
    assert main(["--data-dir", str(tmp_path / "data"), "experience", "export", "-o", str(tmp_path / "a.csv")]) == 0
    said = capsys.readouterr().err
    assert said.startswith("micra-assistant: The job records are on a network drive (nfs4), in ")
    assert said.count("\n") == 1


def let_be_a_share(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder be on a network drive."""
    mounts = folder / "mountinfo"
    mounts.write_text(f"40 22 0:35 / {folder.resolve()} rw - nfs4 server:/office rw\n", encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", mounts)


def test_where_nobody_can_tell_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shares, "_MOUNTS", tmp_path / "none")
    if sys.platform not in ("win32", "darwin"):
        assert shares.share_of(tmp_path) == ""


def test_a_disk_of_this_pc_is_none(tmp_path: Path) -> None:
    assert shares.share_of(tmp_path / "not" / "there" / "yet") == ""
