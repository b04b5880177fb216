"""The ZIP of a job file is believed in nothing: each trick is refused in words, and nothing is taken from it."""

import errno
import os
import re
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IFLNK
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from micra_assistant.errors import JobFileError
from micra_assistant.jobs.events import Event
from micra_assistant.jobs.jobfile import archive as members
from micra_assistant.jobs.jobfile import import_job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.examples import fewer_examples
from tests.jobs.jobfile.jobfiles import (
    EVENTS,
    JOB,
    PHOTO,
    TEXT,
    Members,
    changed,
    everything_in,
    exported,
    members_of,
    refusal,
    with_sums,
    write_zip,
)

pytestmark = pytest.mark.thorough

DAMAGED = "it is damaged, or was not copied whole; copy it again, or export the job again where it was made"
PHOTO_FILE = f"photos/{PHOTO}.jpg"


def marked(file: Path, name: str, mark: Callable[[ZipInfo], object]) -> Path:
    """Return the job file with what its list of contents says of one member changed."""
    members = members_of(file)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
        mark(archive.getinfo(name))
    return file


def taken(file: Path) -> tuple[Event, ...]:
    """Return what an empty store holds of the job once the file was imported."""
    store = SqliteStore(None)
    import_job(store, file)
    return store.events(JOB)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/etc/passwd",
        "C:/evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
        "photos\\" + PHOTO + ".jpg",
        "photos/",
        "photos/../job.json",
        f"photos/{PHOTO}.jpg/x",
        f"photos/{PHOTO.upper()}.jpg",
        f"photos/{PHOTO}.png",
        f"./photos/{PHOTO}.jpg",
        "guide/../evil.txt",
        "guide/",
        "JOB.JSON",
        "job.json\0.txt",
        "job.json\n",
        "readme.txt",
        "notes.txt",
        "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    ],
)
def test_names_that_no_job_file_has(tmp_path: Path, name: str) -> None:
    file = exported(tmp_path)
    members = members_of(file)
    with ZipFile(file, "w") as archive:
        for member, content in with_sums(members).items():
            archive.writestr(member, content)
        evil = ZipInfo("x")
        evil.filename = name
        archive.writestr(evil, b"evil")
    message = refusal(file)
    assert message.endswith(
        "in it is nothing that a job file holds; copy it again, or export the job again where it was made"
    )
    assert "".join(letter if letter.isprintable() else "\ufffd" for letter in name) in message


@pytest.mark.parametrize("name", ["../../evil.md", "/evil.md", "a/../evil.md", "button\\evil.md", "button/con.md"])
def test_a_guide_in_it_has_no_tricks_either(tmp_path: Path, name: str) -> None:
    def add(members: Members) -> None:
        members[f"guide/{TEXT}/{name}"] = b"evil"

    assert refusal(changed(exported(tmp_path), add)).startswith(
        f"“guide/{TEXT}” in it cannot be used, as a guide has no"
    )


def test_one_name_twice(tmp_path: Path) -> None:
    file = exported(tmp_path)
    with ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("job.json", b"{}")
    assert refusal(file).startswith("“job.json” is in it twice; ")


def test_one_name_twice_in_other_letters(tmp_path: Path) -> None:
    def add(members: Members) -> None:
        members[f"guide/{TEXT}/button/10-PAGE.md"] = b"# Page\n"

    assert refusal(changed(exported(tmp_path), add)).startswith(f"“guide/{TEXT}/button/10-PAGE.md” is in it twice; ")


@pytest.mark.parametrize("name", ["job.json", "checksums.json"])
def test_what_must_be_there(tmp_path: Path, name: str) -> None:
    members = members_of(exported(tmp_path))
    del members[name]
    assert refusal(write_zip(tmp_path / "job.zip", members)).startswith(f"“{name}” is missing in it; ")


def test_a_link(tmp_path: Path) -> None:
    def link(member: ZipInfo) -> None:
        member.external_attr = (S_IFLNK | 0o777) << 16

    assert refusal(marked(exported(tmp_path), PHOTO_FILE, link)).startswith(f"“{PHOTO_FILE}” in it is no plain file; ")


def test_a_password(tmp_path: Path) -> None:
    def lock(member: ZipInfo) -> None:
        member.flag_bits |= 1

    assert refusal(marked(exported(tmp_path), "job.json", lock)) == (
        "“job.json” in it is locked with a password; export the job again where it was made"
    )


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_other_ways_to_pack(tmp_path: Path, way: int) -> None:
    file = exported(tmp_path)
    members = members_of(file)
    with ZipFile(file, "w", way) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert "is packed in a way that is not known here" in refusal(file)


def test_a_size_that_is_a_lie(tmp_path: Path) -> None:
    def lie(member: ZipInfo) -> None:
        member.file_size = 5

    assert refusal(marked(exported(tmp_path), "job.json", lie)) == DAMAGED


@pytest.mark.parametrize(
    ("name", "size", "most"),
    [(PHOTO_FILE, 20_000_001, 20), ("README.txt", 20_000_001, 20), ("job.json", 50_000_001, 50)],
)
@pytest.mark.parametrize("claimed", [None, 10])
def test_a_member_that_grows(tmp_path: Path, name: str, size: int, most: int, claimed: int | None) -> None:
    """A few kilobytes unpack to more than there may be, and may claim to be small."""
    file = exported(tmp_path)
    members = {**members_of(file), name: bytes(size)}
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
        archive.getinfo(name).file_size = claimed or size
    assert refusal(file).startswith("it is damaged" if claimed else f"“{name}” in it is larger than {most} MB; ")


def test_all_together_are_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(tmp_path)
    monkeypatch.setattr(members, "MOST_BYTES_TOGETHER", 2_000)
    assert refusal(file).startswith("what is in it is larger than 0 MB; ")


def test_too_many_members(tmp_path: Path) -> None:
    members = {f"guide/{TEXT}/button/{number}.md": b"" for number in range(5_001)}
    file = write_zip(tmp_path / "job.zip", members)
    assert refusal(file) == "it has more than 5000 members; choose a job file"


def test_a_list_of_contents_without_end(tmp_path: Path) -> None:
    """The list is not even read if it says that it is long, in either of the two ways to say so."""
    file = exported(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[:-10] + (4_000_001).to_bytes(4, "little") + content[-6:])
    assert refusal(file).startswith("it has more than 5000 members")
    file.write_bytes(content[:-22] + b"PK\x06\x07" + bytes(16) + content[-22:])
    assert refusal(file).startswith("it has more than 5000 members")


@pytest.mark.parametrize("comment", [b"scanned", b"x" * 65_535, b"PK\x05 no end", b"\0" * 22])
def test_a_comment_is_none_of_our_business(tmp_path: Path, comment: bytes) -> None:
    file = exported(tmp_path)
    with ZipFile(file, "a") as archive:
        archive.comment = comment
    assert taken(file) == EVENTS


@pytest.mark.parametrize("behind", [b"\r\n", b"\n", b"\0" * 512, b"\x1a", b"-- \nby the gateway\n", b"x" * 65_536])
def test_bytes_behind_the_end_do_no_harm(tmp_path: Path, behind: bytes) -> None:
    file = exported(tmp_path)
    file.write_bytes(file.read_bytes() + behind)
    assert taken(file) == EVENTS


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"Content-Type: application/zip\r\n\r\n", b"MZ" * 40_000])
def test_bytes_before_the_beginning_do_no_harm(tmp_path: Path, before: bytes) -> None:
    file = exported(tmp_path)
    file.write_bytes(before + file.read_bytes())
    assert taken(file) == EVENTS
    with file.open("r+b") as opened, ZipFile(opened, "a") as archive:
        archive.comment = b"and places that count what stands before"
    assert taken(file) == EVENTS


def test_more_behind_the_end_than_is_looked_at(tmp_path: Path) -> None:
    file = exported(tmp_path)
    file.write_bytes(file.read_bytes() + bytes(70_000))
    assert refusal(file) == (
        "it has 70000 bytes behind its end, too many to be sure what they are; export the job again where it was made"
    )


def test_a_comment_that_was_cut(tmp_path: Path) -> None:
    file = exported(tmp_path)
    with ZipFile(file, "a") as archive:
        archive.comment = b"scanned"
    file.write_bytes(file.read_bytes()[:-3])
    assert refusal(file) == DAMAGED


def test_one_part_of_several(tmp_path: Path) -> None:
    file = exported(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[:-18] + b"\1\0\1\0" + content[-14:])
    assert refusal(file) == "it is one part of a ZIP that was cut into several; put the parts together first"


def large_end(file: Path, members: int, size: int) -> bytes:
    """Return the end of a job file as programs write it that are ready for more than 4 GB."""
    with ZipFile(file) as archive:
        start = archive.start_dir
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, members, members, size, start)
    locator = b"PK\6\7" + struct.pack("<IQI", 0, start, 1)
    return record + locator + b"PK\5\6" + b"\0" * 4 + b"\xff" * 12 + bytes(2)


def test_an_end_that_is_ready_for_more_than_4_gb(tmp_path: Path) -> None:
    file = exported(tmp_path)
    content = file.read_bytes()
    members, size = len(members_of(file)), int.from_bytes(content[-10:-6], "little")
    file.write_bytes(content[:-22] + large_end(file, members, size))
    assert taken(file) == EVENTS


@pytest.mark.parametrize(("members", "size"), [(5_001, 0), (2**63, 0), (1, 4_000_001), (1, 2**63)])
def test_a_list_for_more_than_4_gb_without_end(tmp_path: Path, members: int, size: int) -> None:
    file = exported(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[:-22] + large_end(file, members, size))
    assert refusal(file).startswith("it has more than 5000 members")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "film.zip"
    with file.open("wb") as opened:
        opened.truncate(600_000_000)  # takes no room on the disk
    assert refusal(file) == "it is larger than 500 MB; choose a job file"


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"{}", b"\xff\xd8\xff"])
def test_what_is_no_zip(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "job.zip"
    file.write_bytes(content)
    assert refusal(file) == "it is no job file; choose a ZIP that was exported by this program"


@pytest.mark.parametrize("part", [0.01, 0.3, 0.7, 0.99])
def test_half_a_file(tmp_path: Path, part: float) -> None:
    file = exported(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * part)])
    assert refusal(file) == DAMAGED


def test_what_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.zip"):
        assert refusal(path) == "there is no such file; choose another"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    assert refusal(tmp_path / "pipe.zip") == "there is no such file; choose another"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path, _mode: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    file = exported(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(file) == "it cannot be read (Permission denied); copy it to this computer and take that"


def test_a_wrong_checksum(tmp_path: Path) -> None:
    file = exported(tmp_path)
    members = members_of(file)
    write_zip(file, {**members, "report.pdf": b"%PDF-1.7 another report"})
    assert refusal(file).startswith("“report.pdf” in it is not as its checksum says; ")


def test_checksums_without_members_and_members_without_checksums(tmp_path: Path) -> None:
    file = exported(tmp_path)
    members = members_of(file)
    write_zip(file, {name: content for name, content in members.items() if name != "report.pdf"})
    assert refusal(file).startswith("“report.pdf” is missing in it; ")
    fewer = with_sums({name: content for name, content in members.items() if name != "report.pdf"})
    write_zip(file, {**members, "checksums.json": fewer["checksums.json"]})
    assert refusal(file).startswith("“report.pdf” in it is not as its checksum says; ")


@pytest.mark.parametrize("content", [b"", b"[]", b'{"job.json": 5}', b"\xff", b"[" * 100_000])
def test_checksums_that_are_none(tmp_path: Path, content: bytes) -> None:
    file = exported(tmp_path)
    write_zip(file, {**members_of(file), "checksums.json": content})
    assert refusal(file).startswith("“checksums.json” in it is damaged; ")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a job file."""
    return exported(tmp_path_factory.mktemp("sound")).read_bytes()


def refused_or_as_it_was(file: Path) -> None:
    """Check that a file is refused without a trace, or that the job comes out of it as it was."""
    store = SqliteStore(None)
    before = everything_in(store)
    with suppress(JobFileError):
        import_job(store, file)
    assert store.events(JOB) == EVENTS or everything_in(store) == before
    store.close()


@fewer_examples(0.4)
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=5))
def test_flipped_bytes(tmp_path_factory: pytest.TempPathFactory, sound: bytes, flips: list[tuple[float, int]]) -> None:
    content = bytearray(sound)
    for place, bits in flips:
        content[int(place * len(content))] ^= bits
    file = tmp_path_factory.mktemp("flipped") / "job.zip"
    file.write_bytes(content)
    refused_or_as_it_was(file)


@fewer_examples(0.4)
@given(st.floats(0, 1), st.floats(0, 1), st.binary(max_size=50))
def test_bytes_cut_out_and_put_in(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, start: float, end: float, between: bytes
) -> None:
    first, last = sorted(int(place * len(sound)) for place in (start, end))
    file = tmp_path_factory.mktemp("cut") / "job.zip"
    file.write_bytes(sound[:first] + between + sound[last:])
    refused_or_as_it_was(file)


@fewer_examples(0.4)
@given(st.binary(max_size=300), st.booleans())
def test_bytes_that_mean_nothing(tmp_path_factory: pytest.TempPathFactory, content: bytes, framed: bool) -> None:
    file = tmp_path_factory.mktemp("bytes") / "job.zip"
    file.write_bytes(b"PK\x03\x04" + content + b"PK\x05\x06" + content[:16].ljust(16) + bytes(2) if framed else content)
    assert refusal(file)


NAMES = st.one_of(
    st.text(min_size=1, max_size=30),
    st.from_regex(members.PHOTO, fullmatch=True),
    st.from_regex(members.GUIDE, fullmatch=True),
    st.text("./\\:gudephots0a", min_size=1, max_size=20),
    st.text(max_size=10).map(lambda name: f"guide/{TEXT}/button/{name}"),
)


@fewer_examples(0.4)
@given(NAMES.filter(lambda name: not re.search("[\ud800-\udfff]", name)), st.binary(max_size=20), st.booleans())
def test_members_of_any_name(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, name: str, content: bytes, instead: bool
) -> None:
    file = tmp_path_factory.mktemp("named") / "job.zip"
    file.write_bytes(sound)
    members = members_of(file)
    assume(name.partition("\0")[0] not in members)
    members[name] = members.pop(PHOTO_FILE) if instead else content
    write_zip(file, with_sums(members))
    assert refusal(file)


@fewer_examples(0.4)
@given(st.data())
def test_members_that_are_gone_or_changed_places(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("gone") / "job.zip"
    file.write_bytes(sound)
    members = members_of(file)
    order = data.draw(st.permutations(sorted(members)))
    contents = [members[name] for name in order]
    mixed = dict(zip(sorted(members), contents, strict=True))
    for name in data.draw(st.sets(st.sampled_from(sorted(members)), max_size=2)):
        del mixed[name]
    write_zip(file, mixed if data.draw(st.booleans()) else with_sums(mixed))
    refused_or_as_it_was(file)
