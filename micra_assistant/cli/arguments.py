"""What several commands are asked for in the same words: a folder of guides, the records, a job by its number."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from micra_assistant import assets
from micra_assistant.cli.places import user_files
from micra_assistant.errors import DamagedError, MicraError, StoreError, UnknownNameError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History, replay
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import open_records
from micra_assistant.jobs.ways_to_open import look_up, open_again
from micra_assistant.numbers import Numbers
from micra_assistant.parts.options import parts_of
from micra_assistant.shares import danger_of
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop
from micra_assistant.workshop.workshopfile import WorkshopFile

_MOST_NAMED = 10
_MOST_DIGITS = 18


def library(options: argparse.Namespace) -> Library:
    """Return the guides that the command is about, in the language of the workshop."""
    return Library(options.guides or assets.guides_folder(), language=workshop(options).language)


def guide_called(options: argparse.Namespace, name: str) -> Guide:
    """Return a guide as ``Library.guide``; why it is in English although it is translated is said."""
    return _told(library(options).guide(name))


def _told(guide: Guide) -> Guide:
    if guide.trouble:
        warn(_("the translation cannot be read, so the guide is in English: {why}").format(why=guide.trouble))
    return guide


@contextmanager
def records_to_read(options: argparse.Namespace) -> Iterator[Store]:
    """Return the job records, empty ones if there are none: nothing is made. StoreError if they cannot be used."""
    records = user_files(options).records
    with closing(_readable(options) if records.exists() else SqliteStore(None)) as store:
        yield store


def _readable(options: argparse.Namespace) -> SqliteStore:
    """Return the job records, or a copy of them if they can only be read."""
    try:
        return records_to_write(options)
    except DamagedError:
        raise
    except StoreError:
        copy = SqliteStore.unkept_copy(user_files(options).records)
        if copy.last():
            return copy
        copy.close()
        raise


def records_to_write(options: argparse.Namespace) -> SqliteStore:
    """Return the job records, made if there are none, backed up first if they are migrated. StoreError as above."""
    files = user_files(options)
    if danger := danger_of(files.folder):
        sys.stderr.write(f"micra-assistant: {danger}\n")
    return open_records(files.records, Backups(files.backups), datetime.now())  # noqa: DTZ005 - the clock on the wall


def records_there(options: argparse.Namespace) -> SqliteStore:
    """Return the job records to write in; StoreError if there are none, or they cannot be used."""
    files = user_files(options)
    if not files.records.exists():
        raise StoreError(_("there are no job records in {folder}").format(folder=files.folder))
    return records_to_write(options)


def workshop(options: argparse.Namespace) -> Workshop:
    """Return what holds in the workshop; what is wrong with its file is said once."""
    if not hasattr(options, "workshop"):
        files = user_files(options)
        settings = WorkshopFile(files.workshop, files.settings)
        options.workshop = settings.now
        for complaint in settings.complaints:
            warn(str(complaint))
    found: Workshop = options.workshop
    return found


def numbers(options: argparse.Namespace) -> Numbers:
    """Return how numbers are written here: as asked for, else as in the workshop."""
    return Numbers(options.numbers) if options.numbers else workshop(options).numbers


def job_called(store: Store, name: str) -> JobRow:
    """Return the job of that number; UnknownNameError, with those last worked on, if there is none."""
    number = int(name) if name.isdecimal() and len(name) <= _MOST_DIGITS else 0
    for job in store.rows(JobQuery(f"{number:04}")):
        if job.number == number:
            return job
    known = [job.name for job in store.rows(JobQuery(), 0, _MOST_NAMED + 1)]
    if not known:
        raise UnknownNameError(_("there is no job “{name}”: none has been begun yet"), name, known)
    words = _("there is no job “{name}”; there is: {known}")
    raise UnknownNameError(words, name, known if len(known) <= _MOST_NAMED else [*known[:_MOST_NAMED], "…"])


def job_of_guide(options: argparse.Namespace, store: Store) -> JobRow:
    """Return the job asked for; UnknownNameError if there is none, or it is one of another guide."""
    job = job_called(store, options.job)
    if job.guide != options.guide:
        library(options).folder(options.guide)
        words = _("there is no job {job} with guide “{name}”; there is: {known}")
        raise UnknownNameError(words, options.guide, [job.guide], job=job.name)
    return job


def guide_of(options: argparse.Namespace, store: Store, job: JobRow) -> Guide:
    """Return the guide of a job as the job was done with it, as it is now if it was not kept."""
    texts = GuideTexts(store, user_files(options).guide_texts, None, workshop(options).language)
    kept = texts.guide(replay(store.events(job.id)).guide_fingerprint)
    if texts.trouble:
        words = _("job {job}: its guide as it was then cannot be read any more, so it is used as it is now: {trouble}")
        warn(words.format(job=job.name, trouble=texts.trouble))
    return _told(kept) if kept else guide_called(options, job.guide)


def open_to_read(options: argparse.Namespace, store: Store, job: JobRow) -> OpenJob:
    """Return a job as it stands, with the guide that it was done with."""
    guide = guide_of(options, store, job)
    return in_this_workshop(options, OpenJob(store, job, History(store.events(job.id)), guide, parts_of(guide)))


def open_to_work(options: argparse.Namespace, store: Store, job: JobRow) -> OpenJob:
    """Return a job that goes on, with the guide that it was done with."""
    guide = guide_of(options, store, job)
    return in_this_workshop(options, open_again(store, store.job(job.id), guide, parts_of(guide)))


def job_or_guide(options: argparse.Namespace, store: Store) -> OpenJob:
    """Return the job asked for as ``open_to_read`` does, or the guide asked for if no job is."""
    if options.job:
        return open_to_read(options, store, job_of_guide(options, store))
    guide = guide_called(options, options.guide)
    return in_this_workshop(options, look_up(store, guide, parts_of(guide)))


def in_this_workshop(options: argparse.Namespace, open_job: OpenJob) -> OpenJob:
    """Return a job that is worked on as it is done in this workshop."""
    here = workshop(options)
    open_job.who, open_job.workshop = here.who, lambda: here
    return open_job


def complaints_of(options: argparse.Namespace, store: Store, job: JobRow) -> tuple[str, ...]:
    """Return the complaints that the guide of a job words itself: they name nobody; none if it cannot be read."""
    with suppress(MicraError):
        return tuple(guide_of(options, store, job).complaint_titles)
    return ()


def say_of(output: Path, words: str) -> None:
    """Say something of a file that was saved, on standard output unless that is where the file itself went."""
    is_output = False
    with suppress(OSError):
        is_output = os.path.samestat(os.fstat(1), output.stat())
    (sys.stderr if is_output else sys.stdout).write(f"{words}\n")


def warn(words: str) -> None:
    """Say on standard error what is not quite as it should be, though the command goes on."""
    sys.stderr.write(f"micra-assistant: {words}\n")
