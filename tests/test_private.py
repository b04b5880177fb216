"""Nobody else on the PC reads the user's files; what is not ours, or is meant for several, stays as it is."""

import os
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from stat import S_IMODE

import pytest

from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups, Reason
from micra_assistant.jobs.rescue.changeover import open_records
from micra_assistant.private import make_private_folder, shut
from tests.jobs.recordfiles import NOW, job_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter on Windows")


def modes(folder: Path) -> dict[str, int]:
    """Return the rights of a folder and of all that is in it."""
    return {
        str(path.relative_to(folder.parent)): S_IMODE(path.lstat().st_mode) for path in [folder, *folder.rglob("*")]
    }


def make(folder: Path, *names: str) -> None:
    """Make files that everybody can read."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        path.chmod(0o644)
        path.parent.chmod(0o755)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_what_is_made_is_private_whatever_the_umask_says(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "user" / "micra-assistant"
    former = os.umask(umask)
    try:
        backups = Backups(folder / "backups")
        with closing(open_records(folder / "jobs.sqlite3", backups, NOW)) as store:
            store.append(job_of(3))
            backups.make(store.connection, Reason.DAILY, NOW)
            assert {mode & 0o077 for mode in modes(folder).values()} == {0}
            assert {"micra-assistant/jobs.sqlite3-wal", "micra-assistant/jobs.sqlite3-kept"} <= modes(folder).keys()
    finally:
        os.umask(former)


def test_what_was_made_by_an_earlier_program_is_shut_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "micra-assistant"
    names = (
        "settings.ini",
        "workshop.toml",
        "cache/texts/a/page.md",
        "sheets/checklist.pdf",
        "backups/b.sqlite3",
        "micra.log",
    )
    make(folder, *names)
    SqliteStore(folder / "jobs.sqlite3").close()
    (folder / "jobs.sqlite3").chmod(0o644)
    folder.chmod(0o755)
    open_records(folder / "jobs.sqlite3", Backups(folder / "backups"), datetime.now()).close()  # noqa: DTZ005
    assert {mode & 0o077 for mode in modes(folder).values()} == {0}
    assert S_IMODE(folder.stat().st_mode) == 0o700


def test_the_whole_is_shut_where_a_folder_in_it_is_shut_already(tmp_path: Path) -> None:
    make(tmp_path / "user", "cache/a.bin")
    (tmp_path / "user" / "cache").chmod(0o700)
    shut(tmp_path / "user")
    assert modes(tmp_path / "user")["user/cache/a.bin"] == 0o644
    shut(tmp_path / "user", whole=True)
    assert modes(tmp_path / "user")["user/cache/a.bin"] == 0o600


def test_other_things_in_the_folder_stay_as_they_are_and_can_be_reached(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    make(folder, "jobs.sqlite3", "letter.txt", "jobs/list.txt")
    shut(folder, whole=True)
    assert modes(folder) == {
        "shop": 0o755,
        "shop/jobs.sqlite3": 0o600,
        "shop/letter.txt": 0o644,
        "shop/jobs": 0o755,
        "shop/jobs/list.txt": 0o644,
    }


@pytest.mark.parametrize("mode", [0o2775, 0o1777, 0o777])
def test_a_folder_that_is_plainly_shared_stays_so(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "shared"
    make(folder, "jobs.sqlite3")
    folder.chmod(mode)
    before = modes(folder)
    shut(folder)
    assert modes(folder) == before


@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root gives files to others")
def test_a_folder_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    make(folder, "jobs.sqlite3")
    for path in (folder, folder / "jobs.sqlite3"):
        os.chown(path, 65534, 65534)
    before = modes(folder)
    shut(folder)
    assert modes(folder) == before


def test_a_link_is_not_followed_and_rights_of_the_user_stay(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere", "page.md")
    make(tmp_path / "user", "jobs.sqlite3")
    (tmp_path / "user" / "cache").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "user" / "jobs.sqlite3").chmod(0o444)
    shut(tmp_path / "user", whole=True)
    assert modes(tmp_path / "elsewhere") == {"elsewhere": 0o755, "elsewhere/page.md": 0o644}
    assert modes(tmp_path / "user")["user/jobs.sqlite3"] == 0o400


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path)
    assert S_IMODE(tmp_path.stat().st_mode) == 0o755
    make_private_folder(tmp_path / "a" / "b")
    assert S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
