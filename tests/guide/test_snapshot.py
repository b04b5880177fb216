"""Guides kept as they were: packed, and unpacked again, or refused."""

import io
import shutil
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_IFLNK
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant import assets
from micra_assistant.errors import SnapshotError
from micra_assistant.guide import members
from micra_assistant.guide.contents import fingerprint
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.snapshot import (
    fingerprint_of,
    names_and_contents,
    pack,
    pack_files,
    unpack,
)
from tests.builders import step_file, write_guide

HEAD = {"button/guide.toml": b"format = 1"}
"""The least that is a guide."""


def zipped(files: Mapping[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """Return a ZIP as anybody may make one, with any name in it."""
    made = io.BytesIO()
    with ZipFile(made, "w", compression) as archive:
        for name, content in files.items():
            member = ZipInfo("name")
            member.filename, member.compress_type = name, compression
            archive.writestr(member, content)
    return made.getvalue()


def files_below(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden ones too."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def same_words(one: Guide, other: Guide) -> bool:
    """Whether two guides differ in nothing but where they lie."""
    return one.pages == other.pages and one.fingerprint == other.fingerprint and one.sources == other.sources


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["tailgate-button", "remote-key"])
def test_an_unpacked_guide_reads_the_same(name: str, tmp_path: Path) -> None:
    folder = assets.guides_folder() / name
    kept = unpack(pack(folder), tmp_path / "kept")
    assert kept == tmp_path / "kept" / name
    assert same_words(read_guide(kept), read_guide(folder))
    assert fingerprint(kept) == fingerprint(folder) == fingerprint_of(pack(folder))
    assert pack(kept) == pack(folder)


def test_a_pack_depends_on_names_and_contents_only(tmp_path: Path) -> None:
    folder = write_guide(tmp_path / "a", step_file("Words."))
    first = pack(folder)
    copy = shutil.copytree(folder.parent, tmp_path / "b" / "guides") / "button"
    (copy / "guide.toml").touch(0o600)
    assert pack(copy) == first
    (copy / "10-page.md").write_text("Other words.")
    assert pack(copy) != first


def test_a_packed_guide_as_files_and_back(tmp_path: Path) -> None:
    content = pack(write_guide(tmp_path, step_file("Words.")))
    files = names_and_contents(content)
    assert list(files) == ["button/10-page.md", "button/guide.toml", "sources.toml"]
    assert pack_files(dict(reversed(files.items()))) == content
    assert names_and_contents(zipped(files)) == files, "any other ZIP of the same files will do as well"


PART = st.from_regex(r"\A[a-z0-9][a-z0-9 _éΩ-]{0,8}[a-z0-9]\Z").filter(lambda part: part not in ("common", "con"))
NAME = st.builds(
    lambda top, parts, suffix: "/".join([top, *parts]) + suffix,
    st.sampled_from(["button", "common"]),
    st.lists(PART, min_size=1, max_size=3),
    st.sampled_from([".md", ".toml", ".svg", ".png", ".JPG", ".jpeg"]),
)


@given(st.dictionaries(NAME, st.binary(max_size=40), max_size=6))
def test_whatever_is_packed_is_unpacked(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    files = {**files, **HEAD, "sources.toml": b""}
    into = tmp_path_factory.getbasetemp() / "whatever" / "kept"
    try:
        content = pack_files(files)
    except SnapshotError:  # a folder has the name of a file
        return
    assert names_and_contents(content) == files
    assert unpack(content, into) == into / "button"
    assert files_below(into.parent) == {f"kept/{name}": content for name, content in files.items()}


NAMES = (
    *("/etc/a.toml", "../a.toml", "button/../../a.toml", "button/./a.toml", "button//a.toml", "./button/a.toml"),
    *("..\\a.toml", "button\\a.toml", "C:a.toml", "C:/a.toml", "button/C:a.toml", "//server/share/a.toml"),
    *("a.toml", "Sources.toml", "words.toml", "button", "button/", "button/a.exe", "button/a", "button/.toml", ""),
    *(
        "button/.git/a.toml",
        "button/a.toml ",
        "button/a./b.svg",
        "button/ a.svg",
        "button/a.toml\0.svg",
        "button/a\n.md",
    ),
    *("button/con.toml", "button/NUL .svg", "button/aux/a.svg", "button/Com1.svg", "button/lpt².svg", "button/a?.svg"),
    *("button/a\u202egvs.toml", "button/" + 150 * "a" + ".svg", "button/*.md", "CON/guide.toml"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_guide_has_is_refused(name: str, tmp_path: Path) -> None:
    for make in (pack_files, zipped):
        with pytest.raises(SnapshotError, match=r"a guide has no file|one whole guide"):
            unpack(make({**HEAD, name: b""}), tmp_path / "kept")
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(SnapshotError, match="a guide has no file"):
        pack_files({**HEAD, "button/\udce9.svg": b""})


HOSTILE = st.lists(
    st.sampled_from(["..", ".", "", "/", "\\", "C:", "button", "common", "a.toml", "\0", "~", "é"]), max_size=5
)


@given(st.one_of(HOSTILE.map("/".join), HOSTILE.map("".join), st.text(max_size=20)))
def test_no_name_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    around = tmp_path_factory.getbasetemp() / "around"
    shutil.rmtree(around, ignore_errors=True)
    into = around / "deep" / "kept"
    try:
        unpack(zipped({**HEAD, name: b"out"}), into)
    except SnapshotError:
        assert not files_below(around)
    else:
        assert files_below(around).keys() == {"deep/kept/button/guide.toml", f"deep/kept/{name}"}


@pytest.mark.parametrize(
    "names",
    [
        ("button/a.svg", "button/A.svg"),
        ("button/ss.svg", "button/ß.svg"),
        ("button/\u00e9.svg", "button/e\u0301.svg"),
        ("button/a.svg", "button/a.svg/b.svg"),
        ("button/D/a.svg", "button/d/b.svg"),
        ("button/GUIDE.toml",),
        ("sources.toml", "sources.toml/a.svg"),
    ],
)
def test_two_files_of_one_name_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(SnapshotError, match=r"same name|one whole guide"):
        names_and_contents(zipped({**HEAD, **dict.fromkeys(names, b"")}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_file_twice_is_refused() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for content in ("sound", "other"):
            archive.writestr("button/guide.toml", content)
    with pytest.raises(SnapshotError, match="same name"):
        names_and_contents(made.getvalue())


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"sources.toml": b""},
        {"button/10-page.md": b""},
        {"common/guide.toml": b""},
        {"Common/guide.toml": b"", "common/a.md": b""},
        {**HEAD, "key/guide.toml": b""},
        {**HEAD, "key/a.svg": b""},
        {**HEAD, "ru/a.svg": b""},
        {**HEAD, "ru/key/10-a.md": b""},
        {**HEAD, "russian/button/10-a.md": b""},
    ],
)
def test_anything_but_one_guide_is_refused(files: dict[str, bytes]) -> None:
    for make in (pack_files, zipped):
        with pytest.raises(SnapshotError, match=r"same name|one whole guide"):
            names_and_contents(make(files))


def test_a_guide_in_another_language_belongs_to_it() -> None:
    files = {**HEAD, "ru/wording.toml": b"", "ru/button/10-a.md": b"", "pt_BR/common/a.md": b""}
    assert names_and_contents(pack_files(files)) == files


def test_too_many_files_are_refused_before_they_are_listed() -> None:
    many = HEAD | {f"button/{number}.svg": b"" for number in range(members.MOST_MEMBERS)}
    for make in (pack_files, zipped):
        with pytest.raises(SnapshotError, match="more than 2000 files"):
            names_and_contents(make(many))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"button/a.svg": bytes(20_000_001)}, "“button/a.svg” is larger than 20 MB"),
        ({f"button/{number}.svg": bytes(17_000_000) for number in range(6)}, "the guide is larger than 100 MB"),
    ],
)
def test_what_is_too_large_is_refused(files: dict[str, bytes], message: str) -> None:
    with pytest.raises(SnapshotError, match=message):
        names_and_contents(zipped(HEAD | files))
    with pytest.raises(SnapshotError, match=message):
        pack_files(HEAD | files)


def test_a_size_that_is_a_lie_is_not_believed() -> None:
    content = bytearray(zipped({**HEAD, "button/a.svg": bytes(20_000_001)}))
    for header, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.rindex(header) + place
        assert struct.unpack_from("<I", content, at) == (20_000_001,)
        struct.pack_into("<I", content, at, 5)
    with pytest.raises(SnapshotError, match="damaged"):
        names_and_contents(bytes(content))


def _link(member: ZipInfo) -> None:
    member.external_attr = (S_IFLNK | 0o777) << 16


def _locked(member: ZipInfo) -> None:
    member.flag_bits |= 1


@pytest.mark.parametrize("change", [_link, _locked])
def test_links_and_locked_files_are_refused(change: Callable[[ZipInfo], None]) -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("button/guide.toml", "/etc/passwd")
        change(archive.infolist()[0])
    with pytest.raises(SnapshotError, match="is a link or is locked"):
        names_and_contents(made.getvalue())


def test_a_packing_that_python_may_lack_is_refused() -> None:
    with pytest.raises(SnapshotError, match="not known here"):
        names_and_contents(zipped(HEAD, ZIP_BZIP2))


def test_a_place_beyond_all_files_is_refused() -> None:
    content = zipped(HEAD, ZIP_STORED)
    at, name = content.index(b"PK\x01\x02"), b"button/guide.toml"
    entry, end = bytearray(content[at : at + 46]), bytearray(content[at + 46 + len(name) :])
    extra = struct.pack("<HHQ", 1, 8, 2**63)
    struct.pack_into("<I", entry, 42, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, len(extra))
    struct.pack_into("<I", end, 12, len(entry) + len(name) + len(extra))
    with pytest.raises(SnapshotError, match="damaged"):
        names_and_contents(content[:at] + entry + name + extra + end)


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255), cut=st.booleans(), compression=st.sampled_from([0, 8]))
def test_a_damaged_zip_is_refused_or_read(place: int, byte: int, cut: bool, compression: int) -> None:
    content = bytearray(zipped({**HEAD, "sources.toml": b"words " * 9}, compression))
    content[place % len(content)] = byte
    try:
        files = names_and_contents(bytes(content[: place % len(content)] if cut else content))
    except SnapshotError:
        return
    assert set(files.values()) <= {b"format = 1", b"words " * 9}


def test_what_lies_there_already_is_not_written_again(tmp_path: Path) -> None:
    content = pack_files(HEAD)
    (file,) = unpack(content, tmp_path / "kept").iterdir()
    before = file.stat()
    unpack(content, tmp_path / "kept")
    assert file.stat().st_ino == before.st_ino


def _lose(guide: Path) -> None:
    (guide / "guide.toml").unlink()


def _scribble(guide: Path) -> None:
    (guide / "guide.toml").write_text("format = 9")


def _add(guide: Path) -> None:
    (guide / "90-more.md").write_text("# More")


def _become_a_file(guide: Path) -> None:
    shutil.rmtree(guide.parent)
    guide.parent.touch()


@pytest.mark.parametrize("spoil", [_lose, _scribble, _add, _become_a_file])
def test_what_is_not_as_it_was_written_is_written_again(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    content = pack_files(HEAD)
    spoil(unpack(content, tmp_path / "kept"))
    assert unpack(content, tmp_path / "kept") == tmp_path / "kept" / "button"
    assert files_below(tmp_path) == {"kept/button/guide.toml": b"format = 1"}


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_bytes

    def write_bytes(file: Path, content: bytes) -> int:
        if file.name == "z.svg":
            raise OSError(28, "No space left on device")
        return real(file, content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(SnapshotError, match=r"cannot write the guide of this job to .*kept: No space left on device"):
        unpack(pack_files({**HEAD, "button/z.svg": b""}), tmp_path / "kept")
    assert not list(tmp_path.iterdir())


def test_another_window_that_was_faster_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, into, real = pack_files(HEAD), tmp_path / "kept", Path.rename

    def rename(source: Path, target: Path) -> Path:
        if target == into and not into.exists():
            shutil.copytree(source, target)
        return real(source, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert unpack(content, into) == into / "button"
    assert files_below(tmp_path) == {"kept/button/guide.toml": b"format = 1"}
