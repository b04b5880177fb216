"""How often parts failed that were fitted here: counted from closed jobs of cars that came again."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs import events
from micra_assistant.jobs.closing import settled
from micra_assistant.jobs.events import Closed, Described, Held, OptionChosen, Reopened
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import add_quote, choose_quote
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.records.schema import MIGRATIONS
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job, look_up
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.option_words import failing_words
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from tests.builders import step_file, write_guide
from tests.parts.ways import RATE, option, table

WAYS = table(
    option("used", 300, 700, fails=35.0),
    option("original", 2500, 4000, fails=5.0),
    option("latch", 900, 900, part="Latch", fails=5.0),
)
TODAY = datetime(2030, 1, 1, tzinfo=UTC)

WHAT_CAME_WITH_FITTED = next(acts for acts in MIGRATIONS if "TABLE fitted" in acts[0])[-1]


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide."""
    return read_guide(write_guide(tmp_path, step_file("Take it off.")))


class Shop:
    """A workshop that fits parts, some years before today."""

    def __init__(self, store: SqliteStore, guide: Guide, patch: pytest.MonkeyPatch) -> None:
        self.store, self.guide, self._patch = store, guide, patch

    def begin(self, car: str, years_ago: float) -> OpenJob:
        """Begin a job."""
        at = TODAY - timedelta(days=365.25 * years_ago)
        self._patch.setattr(events, "utc_now", lambda: at)
        job = begin_job(self.store, self.guide, WAYS, Described(car))
        job.clock = lambda: at
        return job

    def fit(self, way: str, car: str, years_ago: float, held: Held = Held.YES) -> OpenJob:
        """Fit a part on a car, and close the job."""
        job = self.begin(car, years_ago)
        job.do(OptionChosen(way))
        job.do(settled(Closed(held=held), ()))
        return job

    @property
    def counted(self) -> dict[str, tuple[int, int, float]]:
        """What these jobs say today: how many were fitted, how many failed, and in how many years together."""
        asking = look_up(self.store, self.guide, WAYS)
        asking.clock = lambda: TODAY
        return {way: (one.fitted, one.failed, round(one.years, 1)) for way, one in asking.own_failures.items()}


@pytest.fixture
def shop(store: SqliteStore, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Return a workshop in which nothing was fitted so far."""
    return Shop(store, guide, monkeypatch)


def test_nothing_fitted_says_nothing(shop: Shop) -> None:
    assert shop.counted == {}


def test_a_car_that_comes_again_for_the_same_part_says_that_it_failed(shop: Shop) -> None:
    shop.fit("used", "AB 12", 3)
    shop.fit("original", "ab-12", 1)
    shop.fit("used", "CD 34", 2)
    assert shop.counted == {"used": (2, 1, 4.0), "original": (1, 0, 1.0)}


def test_another_part_of_the_same_car_is_no_failure(shop: Shop) -> None:
    shop.fit("used", "AB 12", 3)
    shop.fit("latch", "AB 12", 1)
    assert shop.counted == {"used": (1, 0, 3.0), "latch": (1, 0, 1.0)}


def test_what_did_not_help_or_is_not_closed_or_of_no_known_car_is_not_counted(shop: Shop) -> None:
    shop.fit("used", "AB 12", 3, Held.NO)
    shop.fit("used", "", 3)
    shop.begin("CD 34", 2).do(OptionChosen("used"))
    shop.fit("used", "EF 56", 1).do(Reopened())
    assert shop.counted == {}


def test_a_blanked_car_is_not_watched_any_more(shop: Shop) -> None:
    job = shop.fit("used", "AB 12", 3)
    assert shop.counted == {"used": (1, 0, 3.0)}
    assert job.job
    blank(shop.store, job.job.id)
    assert shop.counted == {}


def test_a_quote_counts_for_the_way_of_its_kind(shop: Shop) -> None:
    for kind in (OptionKind.USED, OptionKind.ANALOGUE):
        job = shop.begin("AB 12", 2)
        add_quote(job, Quote("Ivanov", Decimal(450), "RUB", kind))
        choose_quote(job, job.state.quotes[0].id)
        job.do(settled(Closed(), ()))
    assert shop.counted == {"used": (1, 0, 2.0)}


def test_the_outcome_that_was_put_right_counts(shop: Shop) -> None:
    job = shop.fit("used", "AB 12", 3)
    job.do(settled(Closed(held=Held.NO), ()))
    assert shop.counted == {}


def test_own_jobs_change_the_rate_and_say_so(shop: Shop) -> None:
    for years_ago in (3, 2, 1):
        shop.fit("used", "AB 12", years_ago)
    asking = look_up(shop.store, shop.guide, WAYS)
    asking.clock = lambda: TODAY
    used, *_rest = compare(WAYS, RATE, own=asking.own_failures)
    assert failing_words(used) == "Failed: 2 of 3 here."
    assert used.failures == pytest.approx((1 + 2) / (1 / 0.4308 + 3), rel=1e-3)


def test_rows_of_records_from_before_are_made_anew(shop: Shop) -> None:
    shop.fit("used", "AB 12", 3)
    connection = shop.store.connection
    with connection:
        connection.execute("DELETE FROM fitted")
        connection.execute(WHAT_CAME_WITH_FITTED)
    shop.store.close()
    shop.store = SqliteStore(shop.store.file)
    assert shop.counted == {"used": (1, 0, 3.0)}
