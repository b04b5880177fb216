"""Job files made for tests: sound ones, and ones that somebody has tampered with."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import pytest

from micra_assistant.errors import JobFileError
from micra_assistant.guide.contents import fingerprint_of_files
from micra_assistant.guide.snapshot import pack_files
from micra_assistant.jobs.events import AnyAct, Event, Noted, Opened, PhotoAdded, Ticked
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import AT

JOB = "ab" * 16
JPEG = (Path(__file__).parent / "photo.jpg").read_bytes()
PHOTO = sha256(JPEG).hexdigest()
GUIDE = {
    "button/guide.toml": b'format = 1\ntitle = "Button"\ncar = "Micra"\nversion = "1"\n',
    "button/10-page.md": b"# Page {: #page }\n\n## Step {: #step }\n\n- [ ] Battery off {: #off }\n",
    "sources.toml": b"",
}
TEXT = fingerprint_of_files(GUIDE)
REPORT = b"%PDF-1.7 a report"

Members = dict[str, bytes]
Acts = list[dict[str, Any]]


def event(turn: int, act: AnyAct, *, id_: str = "", by: str = "") -> Event:
    """Return an act as an event of the job."""
    return Event(id_ or f"{turn:032x}", JOB, turn, AT, act, by)


OPENED = Opened("button", "2026.11", "A 123", "Tailgate button", TEXT, "Ann", 84_000, "does not open")
EVENTS = (
    event(1, OPENED, by="Bea"),
    event(2, Ticked("off"), by="Bea"),
    event(3, Noted("step", "4 Ω, “wet”")),
    event(4, PhotoAdded("step", PHOTO, "loom.png", 40, 30)),
)


def store_of_one_job(*later: Event, file: Path | None = None) -> SqliteStore:
    """Return a store with a job that has a bit of everything, and what was done ``later``."""
    store = SqliteStore(file)
    store.append([*EVENTS, *later], {PHOTO: JPEG, TEXT: pack_files(GUIDE)})
    return store


def exported(folder: Path, name: str = "job.zip") -> Path:
    """Return the job exported to a file below ``folder``."""
    file = folder / name
    export_job(store_of_one_job(), JOB, REPORT, file)
    return file


def members_of(file: Path) -> Members:
    """Return what is in a ZIP, by name."""
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(file: Path, members: Mapping[str, bytes]) -> Path:
    """Write a ZIP with these members, as they are."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file


def with_sums(members: Members) -> Members:
    """Return members with the checksums that they have."""
    rest = {name: content for name, content in members.items() if name != "checksums.json"}
    sums = {name: sha256(content).hexdigest() for name, content in rest.items()}
    return {**rest, "checksums.json": msgspec.json.encode(sums)}


def changed(file: Path, change: Callable[[Members], object]) -> Path:
    """Return the job file with its members changed and its checksums made to fit."""
    members = members_of(file)
    change(members)
    return write_zip(file, with_sums(members))


def with_job(file: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """Return the job file with what ``job.json`` says changed."""

    def rewrite(members: Members) -> None:
        data = msgspec.json.decode(members["job.json"])
        change(data)
        members["job.json"] = msgspec.json.encode(data)

    return changed(file, rewrite)


def with_event(file: Path, number: int, **fields: object) -> Path:
    """Return the job file with fields of an event changed, which counts from 1."""
    return with_job(file, lambda data: data["events"][number - 1].update(fields))


def with_act(file: Path, number: int, **fields: object) -> Path:
    """Return the job file with fields of the act of an event changed, which counts from 1."""
    return with_job(file, lambda data: data["events"][number - 1]["act"].update(fields))


def with_text(file: Path, files: Members) -> Path:
    """Return the job file with another text of its guide, and all checksums made to fit."""
    text = fingerprint_of_files(files)

    def swap(members: Members) -> None:
        for name in GUIDE:
            del members[f"guide/{TEXT}/{name}"]
        members.update({f"guide/{text}/{name}": content for name, content in files.items()})

    return with_act(changed(file, swap), 1, text=text)


def everything_in(store: SqliteStore) -> list[str]:
    """Return all that a store holds, as SQL."""
    return list(store._connection.iterdump())


def refusal(file: Path, store: SqliteStore | None = None) -> str:
    """Check that a file is refused, that it is named and that nothing is taken from it; return why it is refused."""
    store = store or SqliteStore(None)
    before = everything_in(store)
    with pytest.raises(JobFileError) as refused:
        import_job(store, file)
    assert everything_in(store) == before
    message = str(refused.value)
    assert message.startswith(f"{file} cannot be imported: ")
    assert message.isprintable()
    return message.removeprefix(f"{file} cannot be imported: ")
