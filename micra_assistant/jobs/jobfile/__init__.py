"""One job as one file that can be taken elsewhere: exported whole or not at all, imported whole or not at all.

The file is a ZIP that a person can open, or a PDF that such a ZIP rides in; ``docs/job-file.md`` says what is in it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import JobFileError, SnapshotError
from micra_assistant.jobs.events import Event
from micra_assistant.jobs.jobfile.archive import check_packed
from micra_assistant.jobs.jobfile.blanked import taken_in
from micra_assistant.jobs.jobfile.job_json import check_together, photos_of, texts_of
from micra_assistant.jobs.jobfile.job_photos import wrong_with_photo
from micra_assistant.jobs.jobfile.job_reader import JobFile, read_job_file
from micra_assistant.jobs.jobfile.job_writer import write_job_file
from micra_assistant.jobs.jobfile.pdf_attachment import MOST_BYTES_ATTACHED
from micra_assistant.jobs.jobfile.refusal import UnusableError
from micra_assistant.jobs.jobfile.trial import check_guides
from micra_assistant.jobs.privacy import View, as_kept, is_same
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.time_words import moment_words
from micra_assistant.wholefile import whole
from micra_assistant.words import _


class Imported(Struct, frozen=True):
    """What an import has brought: the job as it is called here, and how much of it was new here.

    ``blanked_there`` says that the customer's data was blanked where the file comes from, and is still kept here.
    """

    job: Job
    new_events: int
    new_photos: int
    was_known: bool
    blanked_there: bool = False


def export_job(store: Store, job_id: str, report: bytes | None, output: Path, view: View = as_kept) -> None:
    """Write a job to ``output``, whole or not at all, with its report as PDF if there is one.

    Its events are told as ``view`` does, such as without the customer's data; the report must be made likewise.
    What is written is read again first: no file is made that could not be imported. JobFileError if it would be one,
    NotSavedError if it cannot be written, StoreError if there is no such job or it cannot be read.
    """
    job = store.job(job_id)
    with _exporting(job), whole(output) as unfinished:
        write_job_file(store, job, report, unfinished, view)
        read_job_file(unfinished)


def packed_job(store: Store, job_id: str) -> bytes:
    """Return a job as the content of a job file without a report, to ride in a PDF; errors as ``export_job``."""
    job, packed = store.job(job_id), BytesIO()
    with _exporting(job):
        write_job_file(store, job, None, packed)
        if packed.tell() > MOST_BYTES_ATTACHED:
            raise UnusableError(_("it is larger than {count} MB").format(count=MOST_BYTES_ATTACHED // 1_000_000))
        check_packed(packed.getvalue())
    return packed.getvalue()


@contextmanager
def _exporting(job: Job) -> Iterator[None]:
    """Turn what keeps a job from being exported into JobFileError."""
    try:
        yield
    except (UnusableError, SnapshotError) as error:
        why = error.why if isinstance(error, UnusableError) else error
        raise JobFileError(_("job {job} cannot be exported: {why}").format(job=job.name, why=why)) from error


def import_job(store: Store, file: Path) -> Imported:
    """Take the job that ``file`` holds into the store; of one that is known, what is not known yet.

    What was blanked here does not come back. What was blanked there stays here: it is only said.

    JobFileError, and nothing taken, if anything in the file is wrong; StoreError, and nothing taken, if the store
    cannot keep it.
    """
    try:
        filed = read_job_file(file)
        attached = {name: content for name, content in filed.attached.items() if not store.has_attachment(name)}
        _check_new(filed, attached)
        with store.alone():
            kept = _agreeing(store, filed)
            taken = taken_in(kept, filed.events)
            wanted = photos_of((*kept, *taken.events)) | texts_of(filed.events)
            new = {name: content for name, content in attached.items() if name in wanted}
            store.append(taken.events, new)
    except UnusableError as error:
        raise JobFileError(_("{file} cannot be imported: {why}").format(file=file, why=error)) from error
    photos = len(filed.photos & new.keys())
    return Imported(store.job(filed.job), len(taken.events), photos, bool(kept), taken.blanked_there)


def _check_new(filed: JobFile, attached: Mapping[str, bytes]) -> None:
    """Look closely at what comes in for the first time; UnusableError if it could stop the program later."""
    photos = sorted(attached.keys() & filed.photos)
    for photo in photos:
        if wrong := wrong_with_photo(attached[photo]):
            raise UnusableError(_("“photos/{photo}.jpg” in it: {wrong}").format(photo=photo, wrong=wrong))
    check_guides({name: attached[name] for name in sorted(attached.keys() - filed.photos)})


def _agreeing(store: Store, filed: JobFile) -> tuple[Event, ...]:
    """Return what is kept of the job, once it is sure that both records say the same of what both know.

    The customer's data may have been left out of either.
    """
    kept = store.events(filed.job)
    known = {event.id: event for event in kept}
    for event in filed.events:
        if not is_same(known.setdefault(event.id, event), event):
            kind = event.act.__struct_config__.tag
            why = _("what it says of “{kind}” at {time} is not what the records here say of the same act")
            raise UnusableError(
                why.format(kind=kind, time=moment_words(event.time)),
                _("find out which of the two is right, the records here have been left as they are"),
            )
    check_together(known.values())
    if store.jobs_of([event.id for event in filed.events]) - {filed.job}:
        raise UnusableError(_("an act in it is one of another job here"))
    return kept
