"""A job file written: what is in it, in the same order and the same bytes for the same job."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_IFREG
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec

from micra_assistant import __version__
from micra_assistant.guide.snapshot import names_and_contents
from micra_assistant.jobs.events import Event
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile.archive import CHECKSUMS, JOB, README, REPORT
from micra_assistant.jobs.jobfile.job_json import FORMAT, photos_of, texts_of
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.words import N_, _

_THE_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = S_IFREG | 0o644
_PACKED_ALREADY = (".jpg", ".pdf", ".png")
_README = N_("""\
This is job {name} of Micra Assistant {version}: {about}.
To go on with it on another computer, import this ZIP there, as it is, with Micra Assistant.
To read it: job.json says all that was done, photos are the pictures, guide is what was followed, report.pdf the report.
""")
_LESS = N_("The customer's data was left out; notes, photos and guide are as they were.\n")


def write_job_file(store: Store, job: Job, report: bytes | None, file: Path | BinaryIO, view: View = as_kept) -> None:
    """Write a job into an empty file, its events as ``view`` tells them.

    OSError if it cannot be written, StoreError if the job cannot be read, SnapshotError if a guide kept with it is
    damaged.
    """
    sums: dict[str, str] = {}
    with ZipFile(file, "w") as archive:
        for name, content in _members(store, job, report, view):
            sums[name] = sha256(content).hexdigest()
            _write(archive, name, content)
        _write(archive, CHECKSUMS, _readable(dict(sorted(sums.items()))))


def _members(store: Store, job: Job, report: bytes | None, view: View) -> Iterator[tuple[str, bytes]]:
    kept = store.events(job.id)
    history = History(map(view, kept))
    less = history.events != kept
    yield README, _about(job, history, less=less)
    if report is not None:
        yield REPORT, report
    yield JOB, _readable(_job_json(job, history, less=less))
    for photo in sorted(photos_of(history.events)):
        yield f"photos/{photo}.jpg", store.attachment(photo)
    for text in sorted(texts_of(history.events)):
        if store.has_attachment(text):
            for name, content in sorted(names_and_contents(store.attachment(text)).items()):
                yield f"guide/{text}/{name}", content


def _write(archive: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, _THE_DAY)
    member.create_system = _UNIX
    member.external_attr = _PLAIN_FILE << 16
    archive.writestr(member, content, ZIP_STORED if name.endswith(_PACKED_ALREADY) else ZIP_DEFLATED)


def _about(job: Job, history: History, *, less: bool) -> bytes:
    state = history.state
    about = ", ".join(
        " ".join(part.split()) for part in (state.car, state.customer, state.title or state.guide) if part
    )
    readme = _(_README).format(name=job.name, version=__version__, about=about)
    return f"{readme}{_(_LESS) if less else ''}".encode()


def _job_json(job: Job, history: History, *, less: bool) -> Mapping[str, Any]:
    return {
        "format": FORMAT,
        "program": f"Micra Assistant {__version__}",
        "job": {"id": job.id, "number": job.number, "name": job.name},
        "summary": {**_summary(history), **({"without_customer": True} if less else {})},
        "events": [_filed(event) for event in history.events],
    }


def _summary(history: History) -> Mapping[str, Any]:
    """Return how the job stands, for people: the program itself goes by the events."""
    state, events = history.state, history.events
    return {
        "guide": state.guide,
        "title": state.title,
        "version": state.version,
        "registration": state.car,
        "vin": state.vin,
        "customer": state.customer,
        "mileage": state.mileage,
        "complaint": state.complaint,
        "begun": events[0].at,
        "worked": events[-1].at,
        "closed": state.is_closed,
        "cause": state.outcome.cause if state.outcome else "",
        "repair": state.outcome.repair if state.outcome else "",
        "held": state.outcome.held if state.outcome else "",
    }


def _filed(event: Event) -> Mapping[str, Any]:
    return {"id": event.id, "turn": event.turn, "at": event.at, "by": event.by, "act": event.act}


def _readable(value: Mapping[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
