"""All that is known of one car."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.library import Library
from micra_assistant.jobs.car_page import CarPage, car_page
from micra_assistant.jobs.events import Closed, Described, Entered, Held, Noted, OptionChosen, PhotoAdded
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.past_jobs import PastJobs
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import parts_of
from tests.builders import write_guide
from tests.spaces import spaced
from tests.ui.small_guide import GUIDE


class Garage:
    """A store with jobs of the small guide."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(write_guide(folder, GUIDE).parent)
        self.store = SqliteStore(None)
        self.past = PastJobs(self.store, JobOpener(self.library, self.store, folder / "texts"))

    def begin(self, car: str) -> OpenJob:
        """Begin a job of a car."""
        guide = self.library.guide("button")
        return begin_job(self.store, guide, parts_of(guide), Described(car, complaint="It stays shut"))

    def page(self, car: str) -> CarPage:
        """Return the page of a car."""
        return car_page(self.store, car, self.past.look)


@pytest.fixture
def garage(tmp_path: Path) -> Garage:
    """Return a garage without jobs."""
    return Garage(tmp_path)


def test_all_jobs_of_a_car_are_found_however_its_plate_is_written(garage: Garage) -> None:
    for car in ("AB12 CDE", "XY1", "AB-12-CDE", "AB12 CDEF", ""):
        garage.begin(car)
    page = garage.page("ab12cde")
    assert [job.number for job in page.jobs] == [3, 1]
    assert (page.car, page.total) == ("AB-12-CDE", 2)
    assert garage.page("").jobs == garage.page("nothing").jobs == ()


def test_the_same_reading_of_several_jobs_stands_side_by_side(garage: Garage) -> None:
    first, second = garage.begin("AB12"), garage.begin("AB12")
    first.do(Entered("battery", "11.9"))
    second.do(Entered("battery", "12.6"))
    second.do(Entered("leads", "0.2"))
    battery, leads = garage.page("AB12").readings
    assert (battery.label, spaced(battery.limits)) == ("Battery, rested", "12.4 to 13 V")
    assert [(value.job.number, spaced(value.value), value.verdict, value.is_wrong) for value in battery.values] == [
        (2, "12.6 V", "OK", False),
        (1, "11.9 V", "TOO LOW", True),
    ]
    assert [spaced(value.value) for value in leads.values] == ["0.2 Ω"]


def test_what_is_taken_off_is_told(garage: Garage) -> None:
    job = garage.begin("AB12")
    job.do(Entered("leads", "0.2"))
    job.do(Entered("pressed", "8.4"))
    assert [spaced(reading.values[0].value) for reading in garage.page("AB12").readings] == [
        "0.2 Ω",
        "8.2 Ω less “Leads”",
    ]


def test_parts_are_those_of_closed_jobs_with_their_price(garage: Garage) -> None:
    job = garage.begin("AB12")
    job.do(OptionChosen("used"))
    assert garage.page("AB12").parts == ()
    job.do(Closed("Worn", "Fitted it", Held.YES, price=Decimal(1500), currency="RUB"))
    (part,) = garage.page("AB12").parts
    assert (part.part, part.repair, part.price, part.currency) == ("Used part", "Fitted it", Decimal(1500), "RUB")


def test_notes_and_photos_come_the_latest_first(garage: Garage) -> None:
    first, second = garage.begin("AB12"), garage.begin("AB12")
    for job, words in ((first, "one"), (first, "two"), (second, "three")):
        job.do(Noted("look", words))
        job.do(PhotoAdded("look", words, f"{words}.jpg", 4, 3), {words: words.encode()})
    page = garage.page("AB12")
    assert [past.note.text for past in page.notes] == ["three", "two", "one"]
    assert [(past.job.number, past.photo.name) for past in page.photos] == [
        (2, "three.jpg"),
        (1, "two.jpg"),
        (1, "one.jpg"),
    ]


def test_jobs_whose_guide_is_gone_are_told_without_their_readings(garage: Garage, tmp_path: Path) -> None:
    job = garage.begin("AB12")
    job.do(Entered("battery", "11.9"))
    job.do(Noted("look", "one"))
    opener = JobOpener(Library(tmp_path / "elsewhere"), garage.store, tmp_path / "texts")
    (tmp_path / "elsewhere").mkdir()
    garage.store.connection.execute("DELETE FROM attachments")
    page = car_page(garage.store, "AB12", PastJobs(garage.store, opener).look)
    assert ([past.note.text for past in page.notes], page.readings) == (["one"], ())
    assert list(page.troubles) == [row.id for row in page.jobs]


def test_a_job_that_cannot_be_read_is_listed_with_its_reason(garage: Garage) -> None:
    broken, sound = garage.begin("AB12"), garage.begin("AB12")
    broken.do(Noted("look", "lost"))
    sound.do(Noted("look", "kept"))
    assert broken.job
    assert sound.job
    garage.store.connection.execute(
        """UPDATE events SET act = '{"act": "flown"}' WHERE job = ? AND turn = 2""", (broken.job.id,)
    )
    page = garage.page("AB12")
    assert [row.id for row in page.jobs] == [sound.job.id, broken.job.id]
    assert list(page.troubles) == [broken.job.id]
    assert page.troubles[broken.job.id]
    assert [past.note.text for past in page.notes] == ["kept"]
