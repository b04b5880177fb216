"""What is said of backups and recoveries."""

from datetime import datetime
from pathlib import Path

import pytest

from micra_assistant.jobs.rescue.backups import Backup, Reason
from micra_assistant.jobs.rescue.recovery import Recovery
from micra_assistant.ui.records.records_words import acts_words, jobs_words, offer_words, recovery_words

BACKUP = Backup(Path("backup"), datetime(2026, 11, 20, 18, 2), Reason.DAILY, 40, 680, 4096, good=True)  # noqa: DTZ001 - the clock on the wall
LAST = datetime(2026, 11, 21, 9, 14).astimezone().isoformat()


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (
            Recovery(Path("jobs-damaged.sqlite3"), BACKUP, 37, 3, LAST, 43, 717),
            (
                "Everything up to 2026-11-20 18:02 is back, from the backup."
                " 37 later acts could be read in the damaged file and were added. At least 3 acts could not be read."
                " What was done after 2026-11-21 09:14 may be missing."
                " The damaged file is kept as it was: jobs-damaged.sqlite3"
            ),
        ),
        (
            Recovery(None, BACKUP, 0, 0, LAST, 40, 680),
            (
                "Everything up to 2026-11-20 18:02 is back, from the backup."
                " What was done after 2026-11-21 09:14 may be missing."
            ),
        ),
        (
            Recovery(Path("aside"), None, 1, 0, LAST, 1, 1),
            (
                "There was no sound backup, but 1 act of 1 job could be read in the damaged file."
                " What was done after 2026-11-21 09:14 may be missing. The damaged file is kept as it was: aside"
            ),
        ),
        (
            Recovery(Path("aside"), None, 0, 0, "", 0, 0),
            (
                "There was no sound backup, and nothing could be read in the damaged file: the records are empty."
                " The damaged file is kept as it was: aside"
            ),
        ),
    ],
)
def test_a_recovery_says_what_is_known_and_no_more(done: Recovery, words: str) -> None:
    assert recovery_words(done) == words


def test_an_offer_says_what_would_be_back() -> None:
    assert "The newest sound backup is of 2026-11-20 18:02: 40 jobs, 680 acts." in offer_words(BACKUP)
    assert "There is no sound backup." in offer_words(None)


def test_one_is_not_many() -> None:
    assert (jobs_words(1), acts_words(2)) == ("1 job", "2 acts")
