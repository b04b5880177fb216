"""Every word of an error was looked up: each class of errors is provoked, in a language of brackets."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

import micra_assistant
from micra_assistant.catalogues import CatalogueError, languages, read_catalogue
from micra_assistant.cli import compare_parts
from micra_assistant.cli.compare_parts import NoPartsError
from micra_assistant.cli.parser import parser
from micra_assistant.errors import (
    ClosedError,
    DamagedError,
    GoneError,
    GuideError,
    JobFileError,
    LookedUpError,
    MicraError,
    NotSavedError,
    PaperError,
    PhotoError,
    SnapshotError,
    StoreError,
    UnknownNameError,
)
from micra_assistant.guide import jpeg, measure
from micra_assistant.guide.entering import TooLongError, check_words, entered
from micra_assistant.guide.measure import AskedError, ReadingError
from micra_assistant.guide.members import guide_among
from micra_assistant.guide.model import Tick
from micra_assistant.guide.pattern import PatternError, forms_of
from micra_assistant.guide.pictures import PICTURE_SUFFIXES
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.units import UNITS
from micra_assistant.jobs.basket import BasketError, put_in, take_out
from micra_assistant.jobs.checklist import Opening
from micra_assistant.jobs.closing import StillOpenError, settled
from micra_assistant.jobs.events import Closed, Noted
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.causes_csv import HEAD as HEAD_OF_CAUSES
from micra_assistant.jobs.faultfinding.causes_csv import CausesError, read_causes
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.given_reasons import NoReasonError
from micra_assistant.jobs.jobfile import import_job
from micra_assistant.jobs.jobfile.archive import read_members
from micra_assistant.jobs.jobfile.refusal import UnusableError
from micra_assistant.jobs.mileage import MileageError, parse_mileage
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import NoQuoteError, UnsoundQuoteError, add_quote, remove_quote
from micra_assistant.jobs.records.blanking import StillWorkedOnError, blank
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.room import FullError
from micra_assistant.jobs.routing.changing import NoPartError, await_part, leave_out
from micra_assistant.jobs.routing.stop import Stand, Stop, Why
from micra_assistant.jobs.vin import VinError, parse_vin
from micra_assistant.jobs.waiting import sound_reason
from micra_assistant.jobs.ways_to_open import begin_job, look_up
from micra_assistant.numbers import AmbiguousError, NumberError, Numbers, decimal_of, money_of, tidy, whole_of
from micra_assistant.paper.kinds import PaperSize, SheetKind, paper_size, sheet_kind
from micra_assistant.paper.setting import _MissingLettersError
from micra_assistant.paper.sheets import SheetMaker
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.currencies import QUOTED
from micra_assistant.parts.exchange_rates import ExchangeError, parse_rates
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.price import PriceError, parse_price
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.parts.quotes_csv import QuotesFileError, read_quotes
from micra_assistant.parts.typed_quote import QuoteError, TypedQuote, read_quote
from micra_assistant.ui.key_names import WrongKeyError, read_keys
from micra_assistant.ui.notes.photo_intake import take_files
from micra_assistant.wholefile import write_whole
from micra_assistant.words import install
from micra_assistant.workshop.setting_kinds import WrongValueError
from micra_assistant.workshop.settings import SETTINGS, Setting
from micra_assistant.workshop.values import Aloud, Distance, VoiceSpeed
from tests.builders import HEAD, SOURCES, step_file, words, write_guide
from tests.diagnosis.complaints import lamp
from tests.jobs.faultfinding.talks import talk_about
from tests.jobs.two_steps import PAGE
from tests.other_letters import files_in_other_letters, in_other_letters
from tests.paper.printed import PRINTED
from tests.pseudo import PSEUDO, not_looked_up, words_in

SAID = in_other_letters("Anna said so")
FILES = files_in_other_letters({"guide.toml": HEAD, "../sources.toml": SOURCES, "10-page.md": PAGE})
WRONG = step_file(
    """
    - [ ] д

    ::: x

    ```

    > д

    - [ ] д {: #x-y unit="" min="a" }

    [д](#z)[^y]

    ![д](d/y.svg)
    """
)


def raised(errors: Iterable[MicraError]) -> None:
    """Raise the first of these errors."""
    for error in errors:
        raise error


def read_setting(setting: Setting, value: object, bench: "Bench") -> None:
    """Read a value as that of a setting."""
    setting.kind.read(value, bench.folder)


def type_price(typed: str, _bench: "Bench") -> None:
    """Type a price."""
    parse_price(typed)


def type_quote(fields: dict[str, str], _bench: "Bench") -> None:
    """Type a quote."""
    read_quote(TypedQuote(**fields), "GBP", Numbers.POINT, date(2026, 11, 29))


def read_table(content: bytes, bench: "Bench") -> None:
    """Take in a table of quotes."""
    read_quotes(bench.file(content), "GBP", Numbers.POINT, date(2026, 11, 29))


def compare_none(bench: "Bench") -> None:
    """Compare the ways to get a part that the guide does not need."""
    asked = parser().parse_args(
        ["--guides", str(bench.guide.folder.parent), "--data-dir", str(bench.folder), "parts", "button"]
    )
    compare_parts.run(asked)


def type_exchange(typed: str, _bench: "Bench") -> None:
    """Type rates of exchange."""
    parse_rates(typed, Numbers.POINT)


def type_reading(typed: str, unit: str, _bench: "Bench") -> None:
    """Type a reading."""
    measure.parse(typed, unit)


class Bench:
    """What errors are provoked with: a guide and a job with it, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = SqliteStore(folder / "jobs.sqlite3")
        self.guide = read_guide(write_guide(folder, FILES))
        self.job = begin_job(self.store, self.guide)

    @property
    def job_id(self) -> str:
        """The job."""
        assert self.job.job
        return self.job.job.id

    def file(self, content: bytes) -> Path:
        """Return a file with this content."""
        file = self.folder / "1.zip"
        file.write_bytes(content)
        return file

    def closed(self) -> OpenJob:
        """Return the job, closed."""
        self.job.do(Closed())
        return self.job

    def gone(self) -> None:
        """Work on while the records are taken away."""
        (self.folder / "jobs.sqlite3").unlink()
        self.job.toggle("leads")

    def damaged(self) -> None:
        """Open records that are none."""
        (self.folder / "2.sqlite3").write_bytes(b"\0" * 4096)
        SqliteStore(self.folder / "2.sqlite3")

    def asked(self, act: Callable[[Conversation], object]) -> None:
        """Do something to a conversation about a lamp."""
        act(talk_about(self.store, lamp()))


OPENING = Opening(Tick(id="off", label=words(SAID), undo=SAID, state=SAID))
CASES: dict[type[MicraError], list[Callable[[Bench], object]]] = {
    GuideError: [lambda bench: read_guide(write_guide(bench.folder, WRONG))],
    SnapshotError: [
        lambda _bench: guide_among([str(number) for number in range(2001)]),
        lambda _bench: guide_among(["../1"]),
        lambda _bench: guide_among(["1"]),
    ],
    UnknownNameError: [lambda _bench: sheet_kind("1"), lambda _bench: paper_size("1")],
    LookedUpError: [lambda bench: look_up(bench.store, bench.guide).do(Closed())],
    StoreError: [lambda bench: bench.store.job("1"), lambda bench: SqliteStore(bench.folder)],
    DamagedError: [Bench.damaged],
    GoneError: [Bench.gone],
    ClosedError: [lambda bench: bench.closed().toggle("off")],
    PhotoError: [
        lambda _bench: jpeg.read_jpeg(jpeg.START),
        lambda _bench: jpeg.read_jpeg(b"1"),
        lambda bench: raised(take_files([bench.folder]).problems),
        lambda bench: raised(take_files([bench.folder / "1.jpg"]).problems),
        lambda bench: raised(take_files([bench.file(b"1")]).problems),
    ],
    JobFileError: [
        lambda bench: import_job(bench.store, bench.folder / "2.zip"),
        lambda bench: import_job(bench.store, bench.file(b"1")),
        lambda bench: import_job(bench.store, bench.file(b"PK\x03\x04")),
    ],
    UnusableError: [lambda bench: read_members(bench.file(b"1"))],
    PaperError: [
        lambda bench: SheetMaker(bench.guide).sheet(SheetKind.REPORT, PaperSize.A4, None, Decimal(1), PRINTED),
        lambda _bench: raised([_MissingLettersError(frozenset("\u0434"))]),
    ],
    _MissingLettersError: [lambda _bench: raised([_MissingLettersError(frozenset("\u0434"))])],
    NotSavedError: [
        lambda bench: write_whole(bench.folder, b""),
        lambda bench: write_whole(bench.folder / ("1" * 300), b""),
        lambda bench: write_whole(bench.file(b"") / "1", b""),
    ],
    AnswerError: [
        lambda bench: bench.asked(lambda now: now.back()),
        lambda bench: bench.asked(lambda now: now.answer("1")),
        lambda bench: bench.asked(lambda now: now.type("1")),
    ],
    CausesError: [
        lambda bench: read_causes(bench.folder / "2.csv"),
        lambda bench: read_causes(bench.file(b"1,2\n")),
        lambda bench: read_causes(bench.file(b"job,guide,model,fault,date\n1,2,3,4,5\n")),
        lambda bench: read_causes(bench.file(b"job,guide,model,fault,date\n1\n")),
    ],
    StillWorkedOnError: [lambda bench: blank(bench.store, bench.job_id)],
    MileageError: [lambda _bench: parse_mileage("1?"), lambda _bench: parse_mileage("9" * 9)],
    StillOpenError: [lambda _bench: settled(Closed(), [OPENING])],
    NoReasonError: [
        lambda _bench: sound_reason("..."),
        lambda bench: leave_out(bench.job, None, Stop("first", "1", Stand.NOW, Why.GUIDE), "?"),
    ],
    UnsoundQuoteError: [lambda bench: add_quote(bench.job, Quote("1", Decimal(-1), "RUB"))],
    NoQuoteError: [lambda bench: remove_quote(bench.job, "1")],
    QuotesFileError: [partial(read_table, content) for content in (b"?", b"\xff\xfe\x00", b"1" * 5_000_001)],
    NoPartsError: [compare_none],
    BasketError: [
        lambda bench: put_in(bench.job, BasketThing(ThingKind.TOOL, " ")),
        lambda bench: put_in(bench.job, BasketThing(ThingKind.TOOL, "1", 0)),
        lambda bench: take_out(bench.job, "1"),
    ],
    QuoteError: [
        partial(type_quote, {"supplier": "1", "price": "1", **wrong})
        for wrong in (
            {"supplier": ""},
            {"supplier": "1" * 81},
            {"supplier": "1\N{ZERO WIDTH SPACE}"},
            {"price": "1-2"},
            {"currency": "?"},
            {"currency": "RUB", "price": "£1"},
            {"kind": "?"},
            {"tax": "??"},
            {"carriage": "€1"},
            {"on": "?"},
            {"on": "9999-01-01"},
            {"on": "1980-01-01"},
            {"warranty_months": "?"},
            {"warranty_months": "999"},
        )
    ],
    NoPartError: [lambda bench: await_part(bench.job, " ")],
    TooLongError: [lambda _bench: check_words("x" * 201)],
    PatternError: [
        lambda _bench: forms_of("*"),
        lambda _bench: forms_of("9{2,1}"),
        lambda _bench: forms_of("9{0}"),
        lambda _bench: forms_of("[9-1]"),
        lambda _bench: forms_of("9" * 201),
    ],
    FullError: [lambda bench: bench.job.do(Noted("first", "1" * 200_000))],
    WrongValueError: [
        partial(read_setting, setting, value) for setting in SETTINGS.values() for value in (True, "?\n" * 500, "1.png")
    ],
    NumberError: [
        lambda _bench: whole_of("1.5"),
        lambda _bench: whole_of("?"),
        lambda _bench: tidy("1" * 200),
        lambda _bench: money_of("1.234", Numbers.COMMA),
        lambda _bench: decimal_of("?", Numbers.POINT),
    ],
    AmbiguousError: [lambda _bench: decimal_of("1,200", Numbers.POINT)],
    VinError: [lambda _bench: parse_vin("1"), lambda _bench: parse_vin("1" * 16 + "O")],
    WrongKeyError: [lambda _bench: read_keys("1+"), lambda _bench: read_keys("1")],
    PriceError: [
        partial(type_price, typed) for typed in ("1-?", "5-1", "", "from 5", "ca. 5", "5 kr", "¥5.50", "1000000000")
    ],
    ExchangeError: [
        partial(type_exchange, typed)
        for typed in ("?", "1 XXX = 5 RUB, 2026-11-28", "1 GBP = 5 RUB, 2026-11-28;" * 2, ";".join("?" * 13))
    ],
    ReadingError: [
        partial(type_reading, typed, unit)
        for unit in ("Ω", "V")
        for typed in ("", "?", "-1", "4m", "1,200", "1 A", "OL")
    ],
    AskedError: [
        lambda _bench: entered("1", "Ω"),
        lambda _bench: entered("1.l", "Ω"),
        lambda _bench: entered("1,200", "V"),
    ],
}
"""What provokes an error of each class."""
NAMES = (
    *languages(),
    *HEAD_OF_CAUSES,
    *PICTURE_SUFFIXES,
    *UNITS,
    *lamp().tests[0].answers,
    *SheetKind,
    *PaperSize,
    *Numbers,
    *Distance,
    *Aloud,
    *VoiceSpeed,
    *SETTINGS,
    *QUOTED,
    *OptionKind,
    *Tax,
    "2026-11-29 9999-01-01 1980-01-01",
    "from 5",
    "ca. 5",
    "kr",
    "1 XXX = 5 RUB, 2026-11-28",
    "1 GBP = 98.50 RUB, 2026-11-28",
    "true",
    "false",
    "JPEG",
    "PNG",
    "OL",
    "png",
    "jpg",
    "RUB",
)
"""What stands in files and commands and on meters, and is called the same in every language."""


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Return what errors are provoked with, where the language of brackets is spoken."""
    bench = Bench(tmp_path)
    install(PSEUDO)
    yield bench
    install(None)
    bench.store.close()


def test_there_is_a_case_for_each_class_of_errors() -> None:
    for module in pkgutil.walk_packages(micra_assistant.__path__, "micra_assistant."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    assert classes_of(MicraError) - CASES.keys() == {CatalogueError}


def test_why_a_language_is_not_spoken_is_said_in_english(tmp_path: Path) -> None:
    """There is nothing else to say it in."""
    with pytest.raises(CatalogueError, match="cannot be read"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize("kind", CASES, ids=[kind.__name__ for kind in CASES])
def test_what_an_error_says_is_looked_up(bench: Bench, kind: type[MicraError]) -> None:
    known = words_in(*NAMES, *map(str, bench.folder.rglob("*")), "1.zip 2.zip 2.csv 1.jpg 2.sqlite3")
    said = [error for case in CASES[kind] if (error := said_by(case, bench))]
    assert any(type(error) is kind for error in said)
    assert not_looked_up(map(str, said), known) == set()


def said_by(case: Callable[[Bench], object], bench: Bench) -> MicraError | None:
    """Return the error that a case provokes, None if it does not."""
    try:
        case(bench)
    except MicraError as error:
        return error
    return None


def classes_of(kind: type[MicraError]) -> set[type[MicraError]]:
    """Return all classes of errors of a kind."""
    below = set(kind.__subclasses__())
    return below.union(*map(classes_of, below))
