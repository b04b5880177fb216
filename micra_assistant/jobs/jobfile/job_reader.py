"""A job file read: its events, and its photos and guide texts as the store keeps them."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import SnapshotError
from micra_assistant.guide.contents import fingerprint_of_files
from micra_assistant.guide.members import guide_among
from micra_assistant.guide.snapshot import pack_files
from micra_assistant.jobs.events import Event, Opened
from micra_assistant.jobs.jobfile.archive import GUIDE, JOB, PHOTO, read_members
from micra_assistant.jobs.jobfile.job_json import photos_of, read_events, texts_of
from micra_assistant.jobs.jobfile.refusal import UnusableError
from micra_assistant.words import _

_JPEG = b"\xff\xd8\xff"


class JobFile(Struct, frozen=True):
    """What a job file holds.

    Attributes:
        events: all that happened on the job, in order.
        photos: the ids of its photos.
        attached: by id, the photos and the guide texts.
    """

    events: tuple[Event, ...]
    photos: frozenset[str]
    attached: Mapping[str, bytes]

    @property
    def job(self) -> str:
        """The id of the job."""
        return self.events[0].job


def read_job_file(file: Path) -> JobFile:
    """Return what a job file holds, once all of it has been checked.

    UnusableError if anything in it is not as it must be.
    """
    members = read_members(file)
    events = read_events(members[JOB])
    photos = _photos(members, events)
    return JobFile(events, frozenset(photos), {**photos, **_guide_texts(members, events)})


def _photos(members: Mapping[str, bytes], events: tuple[Event, ...]) -> dict[str, bytes]:
    photos = {found[1]: content for name, content in members.items() if (found := PHOTO.fullmatch(name))}
    wanted = photos_of(events)
    for photo in sorted(wanted ^ photos.keys()):
        name = f"“photos/{photo}.jpg”"
        raise UnusableError(
            _("{name} is missing in it").format(name=name)
            if photo in wanted
            else _("{name} in it is at no step").format(name=name)
        )
    for photo, content in photos.items():
        if sha256(content).hexdigest() != photo:
            raise UnusableError(_("“photos/{photo}.jpg” in it is another photo than its name says").format(photo=photo))
        if not content.startswith(_JPEG):
            raise UnusableError(_("“photos/{photo}.jpg” in it is no JPEG").format(photo=photo))
    return photos


def _guide_texts(members: Mapping[str, bytes], events: tuple[Event, ...]) -> dict[str, bytes]:
    """Return the guide texts by fingerprint; one that the job names may be missing, if it was never kept."""
    texts: dict[str, dict[str, bytes]] = {}
    for name, content in members.items():
        if found := GUIDE.fullmatch(name):
            texts.setdefault(found[1], {})[found[2]] = content
    guide = next(event.act.guide for event in events if isinstance(event.act, Opened))
    for fingerprint in sorted(texts.keys() - texts_of(events)):
        raise UnusableError(_("“guide/{fingerprint}” in it is not of this job").format(fingerprint=fingerprint))
    return {fingerprint: _packed(fingerprint, files, guide) for fingerprint, files in texts.items()}


def _packed(fingerprint: str, files: Mapping[str, bytes], guide: str) -> bytes:
    name = f"“guide/{fingerprint}”"
    try:
        if guide_among(files) != guide:
            raise UnusableError(_("{name} in it is another guide than that of the job").format(name=name))
        if fingerprint_of_files(files) != fingerprint:
            raise UnusableError(_("{name} in it is another text than its name says").format(name=name))
        return pack_files(files)
    except SnapshotError as error:
        raise UnusableError(_("{name} in it cannot be used, as {why}").format(name=name, why=error)) from error
